package jingtu.server.register.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.register.RecordId;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Field;
import jingtu.server.register.definition.FieldType;
import jingtu.server.register.table.TypedRow;
import jingtu.server.register.table.TypedTables;
import jingtu.server.scope.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of records: on the spine, in the typed table, and what lies beside them. */
@Repository
class RecordRows {

  private static final int AT_ONCE = 500;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final TypedTables tables;

  RecordRows(JdbcClient jdbc, JdbcTemplate batches, TypedTables tables) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.tables = tables;
  }

  /** Where a record is, whatever it holds. */
  record Whereabouts(RegisterId register, RegionCode region, boolean removed) {}

  /** A table beside the spine that holds the ids of some fields. */
  private enum Parts {
    LINK("record_link", "target_id"),
    EVIDENCE("record_evidence", "evidence_id");

    private final String table;
    private final String column;

    Parts(String table, String column) {
      this.table = table;
      this.column = column;
    }

    boolean holds(Field field) {
      return switch (this) {
        case LINK -> field.type() instanceof FieldType.Link;
        case EVIDENCE -> field.type() instanceof FieldType.Evidence;
      };
    }
  }

  Optional<Whereabouts> find(RecordId id) {
    return Optional.ofNullable(whereabouts(List.of(id)).get(id));
  }

  Map<RecordId, Whereabouts> whereabouts(Collection<RecordId> ids) {
    Map<RecordId, Whereabouts> found = new HashMap<>();
    for (List<UUID> some : inPieces(ids)) {
      jdbc.sql("select id, register, region_code, removed_at from record where id in (:ids)")
          .param("ids", some)
          .query(
              row -> {
                found.put(
                    new RecordId(row.getObject("id", UUID.class)),
                    new Whereabouts(
                        new RegisterId(row.getString("register")),
                        new RegionCode(row.getString("region_code")),
                        row.getObject("removed_at", OffsetDateTime.class) != null));
              });
    }
    return found;
  }

  /** Lets nobody else change a record until the transaction is over. */
  void lock(Collection<RecordId> ids) {
    for (List<UUID> some : inPieces(ids)) {
      jdbc.sql("select id from record where id in (:ids) order by id for update")
          .param("ids", some)
          .query()
          .listOfRows();
    }
  }

  Optional<StoredRecord> find(Definition definition, RecordId id) {
    return list(definition, List.of(id)).stream().findFirst();
  }

  /** The records of one register with these ids, in this order; others are left out. */
  List<StoredRecord> list(Definition definition, Collection<RecordId> ids) {
    Map<UUID, Spine> spines = new HashMap<>();
    Map<UUID, Map<String, FieldValue>> parts = new HashMap<>();
    for (List<UUID> some : inPieces(ids)) {
      jdbc.sql("select * from record where register = :register and id in (:ids)")
          .param("register", definition.id().value())
          .param("ids", some)
          .query((row, n) -> Spine.of(row))
          .list()
          .forEach(spine -> spines.put(spine.id(), spine));
      for (Parts of : Parts.values()) {
        if (definition.activeFields().stream().anyMatch(of::holds)) {
          readParts(of, some, parts);
        }
      }
    }
    return tables.read(definition, ids).stream()
        .filter(row -> spines.containsKey(row.id().value()))
        .map(row -> whole(definition, row, spines, parts))
        .toList();
  }

  private static StoredRecord whole(
      Definition definition,
      TypedRow row,
      Map<UUID, Spine> spines,
      Map<UUID, Map<String, FieldValue>> parts) {
    Spine spine = Objects.requireNonNull(spines.get(row.id().value()));
    Map<String, FieldValue> content = new HashMap<>(row.content());
    parts
        .getOrDefault(spine.id(), Map.of())
        .forEach(
            (field, value) ->
                definition
                    .findField(field)
                    .filter(known -> !known.retired())
                    .ifPresent(known -> content.put(field, value)));
    return new StoredRecord(
        row.id(),
        definition.id(),
        row.region(),
        row.organisation(),
        row.state(),
        spine.version(),
        content,
        row.geometry(),
        spine.changedBy(),
        spine.changedAt(),
        spine.removal());
  }

  private record Spine(
      UUID id,
      int version,
      String changedBy,
      Instant changedAt,
      Optional<StoredRecord.Removal> removal) {

    static Spine of(ResultSet row) throws SQLException {
      OffsetDateTime removed = row.getObject("removed_at", OffsetDateTime.class);
      String reason = row.getString("removed_reason");
      return new Spine(
          row.getObject("id", UUID.class),
          row.getInt("version"),
          row.getString("changed_by_name"),
          row.getObject("changed_at", OffsetDateTime.class).toInstant(),
          removed == null
              ? Optional.empty()
              : Optional.of(
                  new StoredRecord.Removal(removed.toInstant(), reason == null ? "" : reason)));
    }
  }

  private void readParts(Parts of, List<UUID> ids, Map<UUID, Map<String, FieldValue>> parts) {
    Map<UUID, Map<String, List<UUID>>> found = new LinkedHashMap<>();
    jdbc.sql(
            "select record_id, field, %s as part from %s where record_id in (:ids) order by record_id, field, ordinal"
                .formatted(of.column, of.table))
        .param("ids", ids)
        .query(
            row -> {
              found
                  .computeIfAbsent(row.getObject("record_id", UUID.class), id -> new HashMap<>())
                  .computeIfAbsent(row.getString("field"), field -> new ArrayList<>())
                  .add(row.getObject("part", UUID.class));
            });
    found.forEach(
        (id, fields) ->
            fields.forEach(
                (field, values) ->
                    parts
                        .computeIfAbsent(id, first -> new HashMap<>())
                        .put(field, new FieldValue.Ids(values))));
  }

  /** Stores records that are new, each with what a search looks through. */
  void insert(Definition definition, Map<StoredRecord, String> records, @Nullable UUID batch) {
    batches.batchUpdate(
        """
        insert into record (id, register, region_code, organisation_id, state, version, batch_id,
                            created_by_name, created_at, changed_by_name, changed_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        records.keySet(),
        AT_ONCE,
        (blanks, record) -> {
          blanks.setObject(1, record.id().value());
          blanks.setString(2, definition.id().value());
          blanks.setString(3, record.region().digits());
          blanks.setObject(4, record.organisation().orElse(null), java.sql.Types.OTHER);
          blanks.setString(5, record.state());
          blanks.setInt(6, record.version());
          blanks.setObject(7, batch, java.sql.Types.OTHER);
          blanks.setString(8, record.changedBy());
          blanks.setObject(9, moment(record.changedAt()));
          blanks.setString(10, record.changedBy());
          blanks.setObject(11, moment(record.changedAt()));
        });
    tables.insert(definition, typed(records));
    writeParts(definition, records.keySet());
  }

  /** Rewrites records as they are given. */
  void update(Definition definition, Map<StoredRecord, String> records) {
    batches.batchUpdate(
        """
        update record set region_code = ?, organisation_id = ?, state = ?, version = ?,
               changed_by_name = ?, changed_at = ?, removed_at = ?, removed_reason = ?
        where id = ?
        """,
        records.keySet(),
        AT_ONCE,
        (blanks, record) -> {
          blanks.setString(1, record.region().digits());
          blanks.setObject(2, record.organisation().orElse(null), java.sql.Types.OTHER);
          blanks.setString(3, record.state());
          blanks.setInt(4, record.version());
          blanks.setString(5, record.changedBy());
          blanks.setObject(6, moment(record.changedAt()));
          blanks.setObject(
              7,
              record.removal().map(removal -> moment(removal.at())).orElse(null),
              java.sql.Types.TIMESTAMP_WITH_TIMEZONE);
          blanks.setString(8, record.removal().map(StoredRecord.Removal::reason).orElse(null));
          blanks.setObject(9, record.id().value());
        });
    tables.update(definition, typed(records));
    clearParts(definition, records.keySet());
    writeParts(definition, records.keySet());
  }

  /**
   * Rewrites what records hold in the columns of their register, and nothing else: who changed them
   * when, and their version, stay.
   */
  void rewrite(Definition definition, Map<StoredRecord, String> records) {
    tables.update(definition, typed(records));
  }

  private static List<TypedRow> typed(Map<StoredRecord, String> records) {
    return records.entrySet().stream()
        .map(
            entry ->
                new TypedRow(
                    entry.getKey().id(),
                    entry.getKey().region(),
                    entry.getKey().organisation(),
                    entry.getKey().state(),
                    entry.getKey().removal().isPresent(),
                    entry.getValue(),
                    entry.getKey().content(),
                    entry.getKey().geometry()))
        .toList();
  }

  private void clearParts(Definition definition, Collection<StoredRecord> records) {
    for (Parts of : Parts.values()) {
      List<String> fields =
          definition.activeFields().stream().filter(of::holds).map(Field::id).toList();
      if (!fields.isEmpty()) {
        for (List<UUID> some : inPieces(records.stream().map(StoredRecord::id).toList())) {
          jdbc.sql(
                  "delete from %s where record_id in (:ids) and field in (:fields)"
                      .formatted(of.table))
              .param("ids", some)
              .param("fields", fields)
              .update();
        }
      }
    }
  }

  private void writeParts(Definition definition, Collection<StoredRecord> records) {
    for (Parts of : Parts.values()) {
      List<Object[]> rows = new ArrayList<>();
      List<Field> fields = definition.activeFields().stream().filter(of::holds).toList();
      for (StoredRecord record : records) {
        for (Field field : fields) {
          if (record.content().get(field.id()) instanceof FieldValue.Ids(List<UUID> ids)) {
            for (int i = 0; i < ids.size(); i++) {
              rows.add(new Object[] {record.id().value(), field.id(), i, ids.get(i)});
            }
          }
        }
      }
      if (!rows.isEmpty()) {
        batches.batchUpdate(
            "insert into %s (record_id, field, ordinal, %s) values (?, ?, ?, ?)"
                .formatted(of.table, of.column),
            rows);
      }
    }
  }

  static OffsetDateTime moment(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static List<List<UUID>> inPieces(Collection<RecordId> ids) {
    List<UUID> all = ids.stream().map(RecordId::value).toList();
    List<List<UUID>> pieces = new ArrayList<>();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      pieces.add(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
    }
    return pieces;
  }
}
