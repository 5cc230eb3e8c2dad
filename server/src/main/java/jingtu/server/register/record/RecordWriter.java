package jingtu.server.register.record;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import jingtu.server.register.RecordsChanged;
import jingtu.server.register.definition.Definition;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.Scope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTWriter;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Stores what was decided about records: rows, claims, history and the event, all in the caller's
 * transaction. Whether it may be done was asked before.
 */
@Component
class RecordWriter {

  private final RecordRows rows;
  private final ChangeRows changes;
  private final Claims claims;
  private final Identifiers identifiers;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  RecordWriter(
      RecordRows rows,
      ChangeRows changes,
      Claims claims,
      Identifiers identifiers,
      Clock clock,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.changes = changes;
    this.claims = claims;
    this.identifiers = identifiers;
    this.clock = clock;
    this.events = events;
  }

  /**
   * One record as it was and as it is to be.
   *
   * @param before absent where the record is new
   * @param after its version, and who changed it when, are set by the writer
   */
  record Writing(
      Optional<StoredRecord> before,
      StoredRecord after,
      RecordChange.Kind kind,
      Optional<String> step,
      String reason) {

    static Writing creation(StoredRecord record) {
      return new Writing(Optional.empty(), record, RecordChange.Kind.CREATED, Optional.empty(), "");
    }

    static Writing of(
        StoredRecord before, StoredRecord after, RecordChange.Kind kind, String reason) {
      return new Writing(Optional.of(before), after, kind, Optional.empty(), reason);
    }
  }

  /** Stores records of one register; returns them as stored, in the same order. */
  List<StoredRecord> write(
      Scope scope,
      Definition definition,
      Names names,
      List<Writing> writings,
      Optional<UUID> batch) {
    Instant now = now();
    Map<StoredRecord, String> fresh = new LinkedHashMap<>();
    Map<StoredRecord, String> changed = new LinkedHashMap<>();
    List<ChangeRows.Made> made = new ArrayList<>();
    List<StoredRecord> stored = new ArrayList<>();
    for (Writing writing : writings) {
      StoredRecord after = stamped(writing, scope.username(), now);
      String words = names.searchText(definition, after.content());
      (writing.before().isPresent() ? changed : fresh).put(after, words);
      made.add(
          new ChangeRows.Made(
              after.id(),
              new RecordChange(
                  identifiers.next(),
                  after.version(),
                  writing.kind(),
                  writing.step(),
                  writing.reason(),
                  writing.before().map(before -> differences(before, after)).orElse(Map.of()),
                  batch,
                  scope.username(),
                  now)));
      stored.add(after);
    }
    rows.insert(definition, fresh, batch.orElse(null));
    rows.update(definition, changed);
    if (!Claims.slots(definition).isEmpty()) {
      claims.giveUp(changed.keySet().stream().map(StoredRecord::id).toList());
      claims.take(definition, stored);
    }
    changes.insert(made);
    events.publishEvent(
        new RecordsChanged(
            definition.id(), stored.stream().map(StoredRecord::id).collect(Collectors.toSet())));
    return stored;
  }

  /** The moment as the database keeps it. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static StoredRecord stamped(Writing writing, String by, Instant now) {
    StoredRecord after = writing.after();
    return new StoredRecord(
        after.id(),
        after.register(),
        after.region(),
        after.organisation(),
        after.state(),
        writing.before().map(StoredRecord::version).orElse(0) + 1,
        after.content(),
        after.geometry(),
        by,
        now,
        after.removal());
  }

  /** What is different between two versions of a record, by field. */
  static Map<String, RecordChange.Changed> differences(StoredRecord before, StoredRecord after) {
    Map<String, RecordChange.Changed> differences = new HashMap<>();
    Set<String> fields = new TreeSet<>(before.content().keySet());
    fields.addAll(after.content().keySet());
    for (String field : fields) {
      Optional<FieldValue> was = Optional.ofNullable(before.content().get(field));
      Optional<FieldValue> is = Optional.ofNullable(after.content().get(field));
      tell(differences, field, was.map(ValueJson::write), is.map(ValueJson::write));
    }
    tell(
        differences,
        RecordView.REGION,
        Optional.of(before.region().digits()),
        Optional.of(after.region().digits()));
    tell(
        differences,
        RecordView.ORGANISATION,
        before.organisation().map(UUID::toString),
        after.organisation().map(UUID::toString));
    tell(differences, RecordView.STATE, Optional.of(before.state()), Optional.of(after.state()));
    tell(
        differences,
        RecordView.GEOMETRY,
        before.geometry().map(RecordWriter::text),
        after.geometry().map(RecordWriter::text));
    return differences;
  }

  private static void tell(
      Map<String, RecordChange.Changed> differences,
      String field,
      Optional<?> before,
      Optional<?> after) {
    if (!before.equals(after)) {
      differences.put(field, new RecordChange.Changed(before.map(b -> b), after.map(a -> a)));
    }
  }

  /** As text that loses nothing: every digit that a coordinate has. */
  private static String text(Geometry geometry) {
    return new WKTWriter().write(geometry);
  }
}
