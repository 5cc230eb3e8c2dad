package jingtu.server.register.definition;

import java.util.List;
import java.util.Optional;
import jingtu.server.register.RegisterId;

/**
 * One register as its file defines it, checked: every field, state, group and role that something
 * refers to is there, every expression compiles.
 *
 * @param version counted by whoever edits it; a higher one replaces a lower one
 * @param name in Chinese, as offices call it
 * @param serves ids in the catalogue of capabilities, such as {@code IND-06}
 * @param key the fields that together tell one record from another within a region; empty where
 *     nothing does
 * @param fields in the order of the form, retired ones included
 */
public record Definition(
    RegisterId id,
    int version,
    String name,
    RegisterKind kind,
    String help,
    List<String> serves,
    List<String> key,
    Shape geometry,
    List<Group> groups,
    List<Field> fields,
    Lifecycle lifecycle,
    List<Rule> rules,
    List<DeadlineRule> deadlines,
    List<IndicatorRule> indicators,
    Disclosure disclosure) {

  public Definition {
    serves = List.copyOf(serves);
    key = List.copyOf(key);
    groups = List.copyOf(groups);
    fields = List.copyOf(fields);
    rules = List.copyOf(rules);
    deadlines = List.copyOf(deadlines);
    indicators = List.copyOf(indicators);
  }

  /** What a record has on the map. */
  public enum Shape {
    NONE,
    POINT,
    LINE,
    POLYGON
  }

  /** Fields that stand together in the form, under a heading. */
  public record Group(String id, String label) {}

  /**
   * A condition that every record fulfils, with the words for whoever breaks it.
   *
   * @param test CEL over the fields; see {@code jingtu.server.register.expression}
   * @param message what to do, in Chinese, as the definition's author wrote it
   * @param field where the message stands in the form; the first field that the test reads where
   *     nothing is said
   */
  public record Rule(String id, String test, String message, Optional<String> field) {}

  /**
   * Something that counts records; kept for the modules that judge targets.
   *
   * @param numerator CEL that says which records count above the line
   * @param denominator CEL that says which count below it
   */
  public record IndicatorRule(String id, String name, String numerator, String denominator) {}

  /**
   * What of the register is published.
   *
   * @param states the states whose records are; empty where none is
   * @param fields the fields that are shown
   */
  public record Disclosure(List<String> states, List<String> fields) {
    public Disclosure {
      states = List.copyOf(states);
      fields = List.copyOf(fields);
    }
  }

  /** The field of that id, retired or not. */
  public Optional<Field> findField(String id) {
    return fields.stream().filter(field -> field.id().equals(id)).findFirst();
  }

  /** The computed fields that an earlier version did not work out, or worked out otherwise. */
  public List<Field> computedUnlike(Definition earlier) {
    return activeFields().stream()
        .filter(field -> field.type() instanceof FieldType.Computed)
        .filter(
            field ->
                earlier.activeFields().stream()
                    .noneMatch(
                        was -> was.id().equals(field.id()) && was.type().equals(field.type())))
        .toList();
  }

  /** The fields that are still filled in, in the order of the form. */
  public List<Field> activeFields() {
    return fields.stream().filter(field -> !field.retired()).toList();
  }
}
