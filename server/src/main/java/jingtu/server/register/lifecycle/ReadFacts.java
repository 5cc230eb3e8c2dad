package jingtu.server.register.lifecycle;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jingtu.server.register.RecordId;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.record.FieldValue;
import jingtu.server.register.table.TypedTables;
import jingtu.server.scope.OfficeDay;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what deadlines rest on, of many records at once. */
@Repository
class ReadFacts {

  private final JdbcClient jdbc;
  private final TypedTables tables;

  ReadFacts(JdbcClient jdbc, TypedTables tables) {
    this.jdbc = jdbc;
    this.tables = tables;
  }

  /** A record as the spine has it. */
  private record Spine(RecordId id, String state, boolean removed, LocalDate created) {}

  /** A step that a record has gone. */
  private record Step(UUID record, String from, String to, LocalDate on) {}

  /**
   * The facts of records of one register, each held until the transaction is over, so that two do
   * not reckon the same record at once.
   *
   * @param records at most a few hundred
   */
  List<Facts> hold(Definition definition, Collection<RecordId> records) {
    List<UUID> ids = records.stream().map(RecordId::value).toList();
    List<Spine> spines =
        jdbc.sql(
                """
                select id, state, removed_at, created_at from record
                where id in (:ids) order by id for update
                """)
            .param("ids", ids)
            .query(ReadFacts::spine)
            .list();
    Map<UUID, List<Step>> steps = steps(ids);
    Map<UUID, Map<String, FieldValue>> contents = contents(definition, ids);
    return spines.stream()
        .map(
            spine ->
                facts(
                    spine,
                    steps.getOrDefault(spine.id().value(), List.of()),
                    contents.getOrDefault(spine.id().value(), Map.of())))
        .toList();
  }

  /** The ids of a register's records that are not removed, a page after an id. */
  List<RecordId> page(RegisterId register, UUID after, int limit) {
    return jdbc.sql(
            """
            select id from record
            where register = :register and removed_at is null and id > :after
            order by id limit :limit
            """)
        .param("register", register.value())
        .param("after", after)
        .param("limit", limit)
        .query((row, n) -> new RecordId(row.getObject("id", UUID.class)))
        .list();
  }

  private Map<UUID, List<Step>> steps(List<UUID> ids) {
    return jdbc
        .sql(
            """
            select record_id, from_state, to_state, taken_at from record_step
            where record_id in (:ids) order by version
            """)
        .param("ids", ids)
        .query(
            (row, n) ->
                new Step(
                    row.getObject("record_id", UUID.class),
                    row.getString("from_state"),
                    row.getString("to_state"),
                    day(row, "taken_at")))
        .list()
        .stream()
        .collect(groupingBy(Step::record));
  }

  private Map<UUID, Map<String, FieldValue>> contents(Definition definition, List<UUID> ids) {
    Map<UUID, Map<String, FieldValue>> contents =
        tables.read(definition, ids.stream().map(RecordId::new).toList()).stream()
            .collect(toMap(row -> row.id().value(), row -> new HashMap<>(row.content())));
    addLists(contents, "select record_id, field, target_id from record_link", ids);
    addLists(contents, "select record_id, field, evidence_id from record_evidence", ids);
    return contents;
  }

  private void addLists(
      Map<UUID, Map<String, FieldValue>> contents, String select, List<UUID> ids) {
    Map<UUID, Map<String, List<UUID>>> lists = new HashMap<>();
    jdbc.sql(select + " where record_id in (:ids) order by record_id, field, ordinal")
        .param("ids", ids)
        .query(
            row -> {
              lists
                  .computeIfAbsent(row.getObject(1, UUID.class), id -> new HashMap<>())
                  .computeIfAbsent(row.getString(2), field -> new ArrayList<>())
                  .add(row.getObject(3, UUID.class));
            });
    lists.forEach(
        (record, fields) ->
            fields.forEach(
                (field, list) ->
                    contents
                        .computeIfAbsent(record, id -> new HashMap<>())
                        .put(field, new FieldValue.Ids(list))));
  }

  private static Facts facts(Spine spine, List<Step> steps, Map<String, FieldValue> content) {
    Map<String, LocalDate> entered = new HashMap<>();
    entered.put(steps.isEmpty() ? spine.state() : steps.getFirst().from(), spine.created());
    steps.forEach(step -> entered.put(step.to(), step.on()));
    entered.putIfAbsent(spine.state(), spine.created());
    return new Facts(spine.id(), spine.removed(), spine.state(), spine.created(), entered, content);
  }

  private static Spine spine(ResultSet row, int number) throws SQLException {
    return new Spine(
        new RecordId(row.getObject("id", UUID.class)),
        row.getString("state"),
        row.getObject("removed_at") != null,
        day(row, "created_at"));
  }

  private static LocalDate day(ResultSet row, String column) throws SQLException {
    return OfficeDay.of(row.getObject(column, OffsetDateTime.class).toInstant());
  }
}
