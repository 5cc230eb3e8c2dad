package jingtu.server.register.definition;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.DefinitionReader.Reading;
import jingtu.server.scope.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The definitions in force: of each register the highest version that was applied. Kept in memory
 * and read again when a version was added, here or by another server on the same database.
 */
@Component
public class Definitions {

  private final DefinitionRows rows;
  private volatile @Nullable Snapshot snapshot;

  Definitions(DefinitionRows rows) {
    this.rows = rows;
  }

  /**
   * What was stored when there were so many versions.
   *
   * @param unreadable stored texts that this program no longer understands, by register
   */
  private record Snapshot(
      int versions,
      Map<RegisterId, Definition> byId,
      Map<RegisterId, StoredDefinition> stored,
      Map<RegisterId, List<DefinitionFault>> unreadable) {}

  /** All registers, by name. */
  public List<Definition> list(Scope scope) {
    return all();
  }

  /** The register of that id. */
  public Optional<Definition> find(Scope scope, RegisterId id) {
    return current(id);
  }

  /** All registers, by name; for what runs without somebody asking. */
  public List<Definition> all() {
    return now().byId().values().stream()
        .sorted(
            Comparator.comparing(Definition::name)
                .thenComparing(definition -> definition.id().value()))
        .toList();
  }

  /** The register of that id; for what runs without somebody asking. */
  public Optional<Definition> current(RegisterId id) {
    return Optional.ofNullable(now().byId().get(id));
  }

  Set<RegisterId> ids() {
    return now().stored().keySet();
  }

  Optional<StoredDefinition> stored(RegisterId id) {
    return Optional.ofNullable(now().stored().get(id));
  }

  /** The text of the version in force, as it was applied. */
  public Optional<String> findText(Scope scope, RegisterId id) {
    return stored(id).map(StoredDefinition::text);
  }

  /** What this program no longer understands; the tables of these registers stay as they are. */
  public Map<RegisterId, List<DefinitionFault>> unreadable(Scope scope) {
    return now().unreadable();
  }

  private Snapshot now() {
    Snapshot known = snapshot;
    return known == null ? reload() : known;
  }

  /** Looks whether a version was added since, and takes it. */
  void refresh() {
    Snapshot known = snapshot;
    if (known == null || known.versions() != rows.count()) {
      reload();
    }
  }

  /** Reads what is stored now. */
  private synchronized Snapshot reload() {
    int versions = rows.count();
    Map<RegisterId, Definition> byId = new LinkedHashMap<>();
    Map<RegisterId, StoredDefinition> stored = new LinkedHashMap<>();
    Map<RegisterId, List<DefinitionFault>> unreadable = new LinkedHashMap<>();
    for (StoredDefinition version : rows.current()) {
      stored.put(version.register(), version);
      Reading reading = DefinitionReader.read(version.place(), version.text());
      reading
          .definition()
          .ifPresentOrElse(
              definition -> byId.put(version.register(), definition),
              () -> unreadable.put(version.register(), reading.faults()));
    }
    Snapshot fresh = new Snapshot(versions, byId, stored, unreadable);
    snapshot = fresh;
    return fresh;
  }
}
