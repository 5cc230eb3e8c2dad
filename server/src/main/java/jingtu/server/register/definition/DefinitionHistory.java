package jingtu.server.register.definition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jingtu.server.register.RegisterId;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Message;
import org.springframework.stereotype.Component;

/** What a register was defined as before, and what became of fields that it once asked for. */
@Component
public class DefinitionHistory {

  private final DefinitionRows rows;

  DefinitionHistory(DefinitionRows rows) {
    this.rows = rows;
  }

  /**
   * A version as it was applied.
   *
   * @param file the file that it came in; empty where it was made in the browser
   * @param changes what it changed of the version before, in sentences; one that says so where it
   *     is the first, where nothing changed, or where this program cannot read it any more
   */
  public record Version(
      int number, Instant at, String by, Origin origin, String file, List<Message> changes) {
    public Version {
      changes = List.copyOf(changes);
    }
  }

  /**
   * A field that is no longer asked for.
   *
   * @param field as it was when it was last asked for, under its present label where it has one
   * @param version the version that retired it
   */
  public record RetiredField(Field field, int version) {}

  /** All versions of a register, the latest first; none where there is no such register. */
  public List<Version> list(Scope scope, RegisterId register) {
    List<Version> versions = new ArrayList<>();
    Optional<Definition> before = Optional.empty();
    for (StoredDefinition stored : rows.versions(register)) {
      Optional<Definition> now = read(stored);
      versions.addFirst(
          new Version(
              stored.version(),
              stored.appliedAt(),
              stored.appliedBy(),
              stored.origin(),
              stored.fileName(),
              changes(scope, versions.isEmpty(), before, now)));
      before = now;
    }
    return List.copyOf(versions);
  }

  private static List<Message> changes(
      Scope scope, boolean first, Optional<Definition> before, Optional<Definition> now) {
    if (first) {
      return List.of(Message.of("definition.first-version"));
    }
    if (before.isEmpty() || now.isEmpty()) {
      return List.of(Message.of("definition.cannot-compare"));
    }
    List<Message> changes = DefinitionDifferences.between(before.get(), now.get(), scope.role());
    return changes.isEmpty() ? List.of(Message.of("definition.nothing-changed")) : changes;
  }

  /**
   * What a register was defined as before a version; empty where there was no version before, or it
   * cannot be read any more. For what runs without somebody asking.
   */
  public Optional<Definition> before(RegisterId register, int version) {
    return rows.versions(register).stream()
        .filter(stored -> stored.version() < version)
        .reduce((earlier, later) -> later)
        .flatMap(DefinitionHistory::read);
  }

  /**
   * The fields of a register that were asked for once and are no longer, as far as the account may
   * know them: neither one that was hidden from it then nor one that is now.
   */
  public List<RetiredField> retired(Scope scope, RegisterId register) {
    Map<String, Field> asked = new HashMap<>();
    Map<String, RetiredField> retired = new LinkedHashMap<>();
    Optional<Definition> latest = Optional.empty();
    for (StoredDefinition stored : rows.versions(register)) {
      Optional<Definition> read = read(stored);
      if (read.isPresent()) {
        latest = read;
        read.get().activeFields().forEach(field -> asked.put(field.id(), field));
        retire(read.get(), asked, retired);
      }
    }
    Optional<Definition> current = latest;
    return retired.values().stream()
        .filter(old -> old.field().isVisibleTo(scope.role()))
        .filter(
            old ->
                current
                    .flatMap(definition -> definition.findField(old.field().id()))
                    .map(now -> now.isVisibleTo(scope.role()))
                    .orElse(true))
        .map(
            old ->
                current
                    .flatMap(definition -> definition.findField(old.field().id()))
                    .map(now -> new RetiredField(called(old.field(), now.label()), old.version()))
                    .orElse(old))
        .toList();
  }

  private static void retire(
      Definition definition, Map<String, Field> asked, Map<String, RetiredField> retired) {
    asked.forEach(
        (id, field) -> {
          if (definition.findField(id).filter(known -> !known.retired()).isPresent()) {
            retired.remove(id);
          } else {
            retired.putIfAbsent(id, new RetiredField(field, definition.version()));
          }
        });
  }

  private static Field called(Field field, String label) {
    return new Field(
        field.id(),
        label,
        field.type(),
        field.group(),
        field.help(),
        field.required(),
        field.unique(),
        field.sortable(),
        field.when(),
        field.visibleTo(),
        field.retired(),
        field.aliases());
  }

  private static Optional<Definition> read(StoredDefinition stored) {
    return DefinitionReader.read(stored.place(), stored.text()).definition();
  }
}
