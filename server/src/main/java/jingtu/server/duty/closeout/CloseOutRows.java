package jingtu.server.duty.closeout;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jingtu.server.document.evidence.EvidenceId;
import jingtu.server.duty.DutyId;
import jingtu.server.scope.RegionCode;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes and reads the rows of close-out lists; who may see and change them is asked elsewhere. */
@Component
class CloseOutRows {

  static final String LIST =
      "list.id, list.region_code, list.name, list.duty_id, list.version, list.changed_by_name,"
          + " list.changed_at";

  static final String ITEM =
      """
      item.id, item.list_id, item.item_number, item.task, item.place, item.organisation_id,
      item.organisation_region, item.person, item.telephone, item.due_day, item.measures,
      item.item_state, item.words, item.files, item.told_by, item.back_reason, item.submitted,
      item.struck_off_on, item.reopened, item.version, item.changed_by_name, item.changed_at
      """;

  private static final int ROWS_AT_ONCE = 500;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  CloseOutRows(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  void insert(CloseOutList list) {
    jdbc.sql(
            """
            insert into close_out_list (id, region_code, name, duty_id, version, changed_by_name,
              changed_at)
            values (:id, :region, :name, :duty, :version, :by, :at)
            """)
        .param("id", list.id().value())
        .param("region", list.region().digits())
        .param("name", list.name())
        .param("duty", list.duty().map(DutyId::value).orElse(null))
        .param("version", list.version())
        .param("by", list.changedBy())
        .param("at", list.changedAt().atOffset(ZoneOffset.UTC))
        .update();
    insert(list.id(), list.targets());
  }

  void update(CloseOutList list) {
    jdbc.sql(
            """
            update close_out_list set name = :name, duty_id = :duty, version = :version,
              changed_by_name = :by, changed_at = :at
            where id = :id
            """)
        .param("id", list.id().value())
        .param("name", list.name())
        .param("duty", list.duty().map(DutyId::value).orElse(null))
        .param("version", list.version())
        .param("by", list.changedBy())
        .param("at", list.changedAt().atOffset(ZoneOffset.UTC))
        .update();
    jdbc.sql("delete from close_out_milestone where list_id = :id")
        .param("id", list.id().value())
        .update();
    insert(list.id(), list.targets());
  }

  private void insert(CloseOutListId list, Targets targets) {
    for (Milestone milestone : targets.milestones()) {
      jdbc.sql(
              """
              insert into close_out_milestone (list_id, due_day, percent)
              values (:list, :day, :percent)
              """)
          .param("list", list.value())
          .param("day", milestone.day())
          .param("percent", milestone.percent())
          .update();
    }
  }

  void delete(CloseOutListId list) {
    jdbc.sql("delete from close_out_list where id = :id").param("id", list.value()).update();
  }

  /** The milestones of lists; lists without any are left out. */
  Map<CloseOutListId, List<Milestone>> milestones(Collection<CloseOutListId> lists) {
    record Of(CloseOutListId list, Milestone milestone) {}
    return lists.isEmpty()
        ? Map.of()
        : jdbc
            .sql(
                """
                select list_id, due_day, percent from close_out_milestone
                where list_id in (:lists) order by due_day
                """)
            .param("lists", lists.stream().map(CloseOutListId::value).toList())
            .query(
                (row, n) ->
                    new Of(
                        new CloseOutListId(row.getObject("list_id", UUID.class)),
                        new Milestone(
                            row.getObject("due_day", LocalDate.class), row.getInt("percent"))))
            .list()
            .stream()
            .collect(groupingBy(Of::list, mapping(Of::milestone, toList())));
  }

  /** Puts items on their list, with the import that brings them where there is one. */
  void insert(List<CloseOutItem> items, Optional<CloseOutImportId> with) {
    batches.batchUpdate(
        """
        insert into close_out_item (item_number, sort_key, task, place, organisation_id,
          organisation_region, person, telephone, due_day, measures, item_state, words, files,
          told_by, back_reason, submitted, struck_off_on, reopened, version, changed_by_name,
          changed_at, id, list_id, import_id)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        items,
        ROWS_AT_ONCE,
        (statement, item) -> {
          int next = bind(statement, item);
          statement.setObject(next, item.id().value());
          statement.setObject(next + 1, item.list().value());
          statement.setObject(next + 2, with.map(CloseOutImportId::value).orElse(null));
        });
  }

  void update(CloseOutItem item) {
    batches.update(
        """
        update close_out_item set item_number = ?, sort_key = ?, task = ?, place = ?,
          organisation_id = ?, organisation_region = ?, person = ?, telephone = ?, due_day = ?,
          measures = ?, item_state = ?, words = ?, files = ?, told_by = ?, back_reason = ?,
          submitted = ?, struck_off_on = ?, reopened = ?, version = ?, changed_by_name = ?,
          changed_at = ?
        where id = ?
        """,
        statement -> statement.setObject(bind(statement, item), item.id().value()));
    keepFiles(item);
  }

  /** Whoever asks what a file proves looks here. An item that comes onto a list has none yet. */
  private void keepFiles(CloseOutItem item) {
    jdbc.sql("delete from close_out_item_file where item_id = :id")
        .param("id", item.id().value())
        .update();
    batches.batchUpdate(
        "insert into close_out_item_file (item_id, evidence_id) values (?, ?)",
        item.said().files(),
        ROWS_AT_ONCE,
        (statement, file) -> {
          statement.setObject(1, item.id().value());
          statement.setObject(2, file.value());
        });
  }

  /** Binds what may change of an item; returns the next place. */
  private static int bind(PreparedStatement statement, CloseOutItem item) throws SQLException {
    CloseOutEntry entry = item.entry();
    List<Optional<?>> values =
        List.of(
            Optional.of(entry.number()),
            Optional.of(ItemNumbers.sortKey(entry.number())),
            Optional.of(entry.task()),
            Optional.of(entry.place()),
            Optional.of(item.organisation()),
            item.organisationRegion().map(RegionCode::digits),
            Optional.of(entry.person()),
            Optional.of(entry.telephone()),
            entry.due(),
            Optional.of(entry.measures()),
            Optional.of(item.state().name()),
            Optional.of(item.said().words()),
            Optional.of(ids(item.said().files())),
            Optional.of(item.said().toldBy()),
            Optional.of(item.backReason()),
            Optional.of(item.submitted()),
            item.struckOffOn(),
            Optional.of(item.reopened()),
            Optional.of(item.version()),
            Optional.of(item.changedBy()),
            Optional.of(item.changedAt().atOffset(ZoneOffset.UTC)));
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, values.get(i).orElse(null));
    }
    return values.size() + 1;
  }

  void delete(List<CloseOutItemId> items) {
    batches.batchUpdate(
        "delete from close_out_item where id = ?",
        items,
        ROWS_AT_ONCE,
        (statement, item) -> statement.setObject(1, item.value()));
  }

  void insert(CloseOutImport brought) {
    jdbc.sql(
            """
            insert into close_out_import (id, list_id, file_name, items, imported_by_name,
              imported_at)
            values (:id, :list, :name, :items, :by, :at)
            """)
        .param("id", brought.id().value())
        .param("list", brought.list().value())
        .param("name", brought.fileName())
        .param("items", brought.count())
        .param("by", brought.by())
        .param("at", brought.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  void takeBack(CloseOutImportId id, CloseOutImport.TakenBack how) {
    jdbc.sql(
            """
            update close_out_import set removed = :removed, taken_back_by_name = :by,
              taken_back_at = :at, taken_back_reason = :reason
            where id = :id
            """)
        .param("removed", how.removed())
        .param("by", how.by())
        .param("at", how.at().atOffset(ZoneOffset.UTC))
        .param("reason", how.reason())
        .param("id", id.value())
        .update();
  }

  /** The list of an import, whoever may see it. */
  Optional<CloseOutListId> listOf(CloseOutImportId id) {
    return jdbc.sql("select list_id from close_out_import where id = :id")
        .param("id", id.value())
        .query((row, n) -> new CloseOutListId(row.getObject("list_id", UUID.class)))
        .optional();
  }

  /** The imports of a list without their items, the latest first. */
  List<CloseOutImport> imports(CloseOutListId list) {
    return jdbc.sql(
            """
            select * from close_out_import where list_id = :list
            order by imported_at desc, id desc
            """)
        .param("list", list.value())
        .query(CloseOutRows::brought)
        .list();
  }

  private static CloseOutImport brought(ResultSet row, int number) throws SQLException {
    OffsetDateTime takenBack = row.getObject("taken_back_at", OffsetDateTime.class);
    return new CloseOutImport(
        new CloseOutImportId(row.getObject("id", UUID.class)),
        new CloseOutListId(row.getObject("list_id", UUID.class)),
        row.getString("file_name"),
        row.getInt("items"),
        row.getString("imported_by_name"),
        row.getObject("imported_at", OffsetDateTime.class).toInstant(),
        List.of(),
        takenBack == null
            ? Optional.empty()
            : Optional.of(
                new CloseOutImport.TakenBack(
                    row.getInt("removed"),
                    row.getString("taken_back_by_name"),
                    takenBack.toInstant(),
                    row.getString("taken_back_reason"))));
  }

  /** The items of a list that came with an import, in the order of their numbers. */
  Map<CloseOutImportId, List<CloseOutItem>> imported(CloseOutListId list) {
    record Of(CloseOutImportId brought, CloseOutItem item) {}
    return jdbc
        .sql(
            "select "
                + ITEM
                + ", item.import_id from close_out_item item"
                + " where item.list_id = :list and item.import_id is not null"
                + " order by item.sort_key, item.id")
        .param("list", list.value())
        .query(
            (row, n) ->
                new Of(new CloseOutImportId(row.getObject("import_id", UUID.class)), item(row, n)))
        .list()
        .stream()
        .collect(groupingBy(Of::brought, mapping(Of::item, toList())));
  }

  /** Holds a list until the transaction ends, so that nobody else changes it or its items. */
  void hold(CloseOutListId list) {
    jdbc.sql("select id from close_out_list where id = :id for update")
        .param("id", list.value())
        .query()
        .listOfRows();
  }

  /** The list of an item, whoever may see it. */
  Optional<CloseOutListId> listOf(CloseOutItemId item) {
    return jdbc.sql("select list_id from close_out_item where id = :id")
        .param("id", item.value())
        .query((row, n) -> new CloseOutListId(row.getObject("list_id", UUID.class)))
        .optional();
  }

  /** The numbers of a list's items. */
  List<String> numbers(CloseOutListId list) {
    return jdbc.sql("select item_number from close_out_item where list_id = :list")
        .param("list", list.value())
        .query((row, n) -> row.getString("item_number"))
        .list();
  }

  /** Notes what was done with a list that is held. */
  void note(CloseOutListId list, List<CloseOutChange> changes) {
    int last =
        jdbc.sql("select coalesce(max(ordinal), 0) from close_out_change where list_id = :list")
            .param("list", list.value())
            .query(Integer.class)
            .single();
    record Numbered(int ordinal, CloseOutChange change) {}
    List<Numbered> numbered =
        Stream.iterate(0, i -> i < changes.size(), i -> i + 1)
            .map(i -> new Numbered(last + 1 + i, changes.get(i)))
            .toList();
    batches.batchUpdate(
        """
        insert into close_out_change (list_id, ordinal, item_id, item_number, version, what, field,
          before_text, after_text, words, files, told_by, why, changed_by_name, changed_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        numbered,
        ROWS_AT_ONCE,
        (statement, each) -> {
          CloseOutChange change = each.change();
          statement.setObject(1, list.value());
          statement.setInt(2, each.ordinal());
          statement.setObject(3, change.item().map(CloseOutItemId::value).orElse(null));
          statement.setString(4, change.number());
          statement.setInt(5, change.version());
          statement.setString(6, change.what().name());
          statement.setString(7, change.field());
          statement.setString(8, change.before());
          statement.setString(9, change.after());
          statement.setString(10, change.said().words());
          statement.setString(11, ids(change.said().files()));
          statement.setString(12, change.said().toldBy());
          statement.setString(13, change.why());
          statement.setString(14, change.by());
          statement.setObject(15, change.at().atOffset(ZoneOffset.UTC));
        });
  }

  /** What was done with an item, the latest first. */
  List<CloseOutChange> changes(CloseOutItemId item) {
    return jdbc.sql("select * from close_out_change where item_id = :item order by ordinal desc")
        .param("item", item.value())
        .query(CloseOutRows::change)
        .list();
  }

  /** What was done with a list itself, and which items were taken off, the latest first. */
  List<CloseOutChange> changes(CloseOutListId list) {
    return jdbc.sql(
            """
            select * from close_out_change
            where list_id = :list and (item_id is null or what = 'REMOVED') order by ordinal desc
            """)
        .param("list", list.value())
        .query(CloseOutRows::change)
        .list();
  }

  private static CloseOutChange change(ResultSet row, int number) throws SQLException {
    return new CloseOutChange(
        Optional.ofNullable(row.getObject("item_id", UUID.class)).map(CloseOutItemId::new),
        row.getString("item_number"),
        row.getInt("version"),
        CloseOutChange.What.valueOf(row.getString("what")),
        row.getString("field"),
        row.getString("before_text"),
        row.getString("after_text"),
        said(row),
        row.getString("why"),
        row.getString("changed_by_name"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }

  /** A list without its milestones. */
  static CloseOutList list(ResultSet row, int number) throws SQLException {
    return new CloseOutList(
        new CloseOutListId(row.getObject("id", UUID.class)),
        new RegionCode(row.getString("region_code")),
        row.getString("name"),
        Optional.ofNullable(row.getObject("duty_id", UUID.class)).map(DutyId::new),
        new Targets(List.of()),
        row.getInt("version"),
        row.getString("changed_by_name"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }

  static CloseOutItem item(ResultSet row, int number) throws SQLException {
    return new CloseOutItem(
        new CloseOutItemId(row.getObject("id", UUID.class)),
        new CloseOutListId(row.getObject("list_id", UUID.class)),
        new CloseOutEntry(
            row.getString("item_number"),
            row.getString("task"),
            row.getString("place"),
            row.getString("person"),
            row.getString("telephone"),
            Optional.of(row.getObject("due_day", LocalDate.class)),
            row.getString("measures")),
        row.getObject("organisation_id", UUID.class),
        Optional.ofNullable(row.getString("organisation_region")).map(RegionCode::new),
        CloseOutState.valueOf(row.getString("item_state")),
        said(row),
        row.getString("back_reason"),
        row.getBoolean("submitted"),
        Optional.ofNullable(row.getObject("struck_off_on", LocalDate.class)),
        row.getInt("reopened"),
        row.getInt("version"),
        row.getString("changed_by_name"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }

  private static CloseOutSubmission said(ResultSet row) throws SQLException {
    List<EvidenceId> files =
        Stream.of(row.getString("files").split(","))
            .filter(id -> !id.isEmpty())
            .map(id -> new EvidenceId(UUID.fromString(id)))
            .toList();
    return new CloseOutSubmission(row.getString("words"), files, row.getString("told_by"));
  }

  private static String ids(List<EvidenceId> files) {
    return files.stream().map(file -> file.value().toString()).collect(Collectors.joining(","));
  }
}
