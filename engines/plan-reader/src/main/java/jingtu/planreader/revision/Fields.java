package jingtu.planreader.revision;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jingtu.planreader.Action;
import jingtu.planreader.Deadline;
import jingtu.planreader.Goal;
import jingtu.planreader.Head;
import jingtu.planreader.Obligation;
import jingtu.planreader.Target;
import jingtu.planreader.Task;
import jingtu.planreader.grammar.Framing;
import jingtu.planreader.revision.FieldChange.Field;

/** What was read from a text, as lists of words that can be held against another version's. */
final class Fields {

  private Fields() {}

  static Map<Field, List<String>> of(Head head) {
    Map<Field, List<String>> fields = new EnumMap<>(Field.class);
    put(fields, Field.TITLE, Stream.of(head.title()));
    put(fields, Field.NUMBER, head.number().stream());
    put(fields, Field.ISSUER, head.issuer().stream());
    put(fields, Field.DATE, head.date().stream().map(Object::toString));
    return fields;
  }

  static Map<Field, List<String>> of(Task task) {
    Map<Field, List<String>> fields = new EnumMap<>(Field.class);
    put(fields, Field.LEAD, task.lead().stream());
    put(fields, Field.RESPONSIBLE, task.responsible().stream());
    put(fields, Field.PARTICIPANTS, task.participants().stream());
    put(fields, Field.IMPLEMENTERS, task.implementers().stream());
    put(fields, Field.OPEN, Stream.of(Framing.AND_OTHERS).filter(words -> task.open()));
    put(fields, Field.DEADLINES, task.deadlines().stream().map(Deadline::notation));
    put(fields, Field.TARGETS, task.targets().stream().map(Fields::words));
    put(fields, Field.ACTORS, task.actions().stream().flatMap(Fields::actor));
    return fields;
  }

  static Map<Field, List<String>> of(Goal goal) {
    Map<Field, List<String>> fields = new EnumMap<>(Field.class);
    put(fields, Field.DEADLINES, goal.deadlines().stream().map(Deadline::notation));
    put(fields, Field.TARGETS, goal.targets().stream().map(Fields::words));
    return fields;
  }

  static Map<Field, List<String>> of(Obligation obligation) {
    Map<Field, List<String>> fields = new EnumMap<>(Field.class);
    put(fields, Field.DEADLINES, obligation.deadlines().stream().map(Deadline::notation));
    put(fields, Field.TARGETS, obligation.targets().stream().map(Fields::words));
    put(fields, Field.ACTORS, obligation.actor().stream());
    return fields;
  }

  /** Of several things together, each name once. */
  static Map<Field, List<String>> union(List<Item> items) {
    Map<Field, List<String>> union = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      put(
          union,
          field,
          items.stream().flatMap(item -> item.fields().getOrDefault(field, List.of()).stream()));
    }
    return union;
  }

  /** What differs, in the order of {@link Field}. */
  static List<FieldChange> changes(
      Map<Field, List<String>> before, Map<Field, List<String>> after) {
    List<FieldChange> changes = new ArrayList<>();
    for (Field field : Field.values()) {
      change(field, before.getOrDefault(field, List.of()), after.getOrDefault(field, List.of()))
          .ifPresent(changes::add);
    }
    return changes;
  }

  private static Optional<FieldChange> change(
      Field field, List<String> before, List<String> after) {
    List<String> olds = before.stream().map(Folded::of).toList();
    List<String> news = after.stream().map(Folded::of).toList();
    Set<String> oldWords = new LinkedHashSet<>(olds);
    Set<String> newWords = new LinkedHashSet<>(news);
    if (field.isWhole() ? olds.equals(news) : oldWords.equals(newWords)) {
      return Optional.empty();
    }
    return Optional.of(
        field.isWhole()
            ? new FieldChange(field, before, after)
            : new FieldChange(field, without(before, newWords), without(after, oldWords)));
  }

  private static List<String> without(List<String> words, Set<String> others) {
    return words.stream().filter(word -> !others.contains(Folded.of(word))).toList();
  }

  /** Whether one of them says who is responsible. */
  static boolean tellParties(List<FieldChange> changes) {
    Set<Field> parties =
        Stream.of(Field.LEAD, Field.RESPONSIBLE, Field.PARTICIPANTS, Field.IMPLEMENTERS, Field.OPEN)
            .collect(toSet());
    return changes.stream().anyMatch(change -> parties.contains(change.field()));
  }

  private static void put(Map<Field, List<String>> fields, Field field, Stream<String> printed) {
    List<String> words =
        printed.map(Folded::onOneLine).filter(word -> !word.isEmpty()).distinct().toList();
    if (!words.isEmpty()) {
      fields.put(field, words);
    }
  }

  private static Stream<String> actor(Action action) {
    return action.actor().stream();
  }

  private static String words(Target target) {
    String value =
        target
            .value()
            .map(number -> number.toPlainString() + target.unit())
            .or(target::reference)
            .orElse("");
    return (target.indicator() + " " + target.comparator().sign() + " " + value).strip();
  }
}
