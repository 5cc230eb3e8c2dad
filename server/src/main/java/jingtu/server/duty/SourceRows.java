package jingtu.server.duty;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.planreader.Span;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.TaskId;
import jingtu.server.plan.demand.DemandPlace;
import jingtu.server.register.DeadlineId;
import jingtu.server.register.RecordId;
import jingtu.server.register.RegisterId;
import jingtu.server.scope.Identifiers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.StatementCreatorUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes and reads what duties are asked: a sentence with its times and days stands once, however
 * many organisations it calls on.
 */
@Component
class SourceRows {

  private static final String DATED = "DATED";
  private static final String ON_EVENT = "ON_EVENT";

  private static final int ROWS_AT_ONCE = 500;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final Identifiers identifiers;

  SourceRows(JdbcClient jdbc, JdbcTemplate batches, Identifiers identifiers) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.identifiers = identifiers;
  }

  /**
   * What tells what is asked apart.
   *
   * @param entry of a plan, of a document, or what is due for a record
   * @param sentence of a task; absent for everything else
   */
  record Place(UUID entry, Optional<UUID> sentence) {

    static Place of(DutyOrigin origin) {
      return new Place(
          origin.entry(),
          origin instanceof DutyOrigin.OfPlan sentence
              ? sentence.place().sentence()
              : Optional.empty());
    }
  }

  /** The row of what each duty is asked; those that are not there yet are written. */
  Map<Place, UUID> keep(List<Duty> duties) {
    Map<Place, UUID> known = known(duties);
    Map<UUID, Duty> fresh = new LinkedHashMap<>();
    for (Duty duty : duties) {
      known.computeIfAbsent(
          Place.of(duty.origin()),
          place -> {
            UUID id = identifiers.next();
            fresh.put(id, duty);
            return id;
          });
    }
    batches.batchUpdate(
        """
        insert into duty_source (id, plan_id, origin, entry_id, sentence_id, document_id, register,
          record_id, entry_number, start_offset, end_offset, chapter, heading, sentence, standard)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        List.copyOf(fresh.entrySet()),
        ROWS_AT_ONCE,
        (statement, each) -> set(statement, cells(each.getKey(), each.getValue())));
    insertTimes(fresh);
    insertDue(fresh);
    return known;
  }

  private Map<Place, UUID> known(List<Duty> duties) {
    Map<Place, UUID> known = new HashMap<>();
    List<UUID> entries = duties.stream().map(duty -> duty.origin().entry()).distinct().toList();
    for (int from = 0; from < entries.size(); from += ROWS_AT_ONCE) {
      jdbc.sql("select id, entry_id, sentence_id from duty_source where entry_id in (:entries)")
          .param("entries", entries.subList(from, Math.min(entries.size(), from + ROWS_AT_ONCE)))
          .query(
              row -> {
                known.put(
                    new Place(row.getObject("entry_id", UUID.class), sentence(row)),
                    row.getObject("id", UUID.class));
              });
    }
    return known;
  }

  /**
   * Says anew what is asked, when and to which standard, of whoever has it. Parts keep a day of
   * their own.
   *
   * @param known a duty that is asked it
   * @return all duties that are asked it
   */
  List<DutyId> restate(DutyId known, Duty now) {
    UUID source =
        jdbc.sql("select source_id from duty where id = :id")
            .param("id", known.value())
            .query(UUID.class)
            .single();
    jdbc.sql(
            """
            update duty_source set plan_id = :plan, entry_number = :number, chapter = :chapter,
              heading = :heading, sentence = :sentence, standard = :standard,
              start_offset = :start, end_offset = :end
            where id = :id
            """)
        .param("plan", now.origin().plan().map(PlanId::value).orElse(null))
        .param("number", now.origin().number())
        .param("chapter", now.chapter())
        .param("heading", now.heading())
        .param("sentence", now.sentence())
        .param("standard", now.standard())
        .param("start", now.origin().start())
        .param("end", end(now.origin()))
        .param("id", source)
        .update();
    jdbc.sql("delete from duty_time where source_id = :id").param("id", source).update();
    jdbc.sql("delete from duty_due where source_id = :id").param("id", source).update();
    insertTimes(Map.of(source, now));
    insertDue(Map.of(source, now));
    return jdbc.sql("select id from duty where source_id = :id order by id")
        .param("id", source)
        .query((row, n) -> new DutyId(row.getObject("id", UUID.class)))
        .list();
  }

  private void insertTimes(Map<UUID, Duty> bySource) {
    List<Timed> rows = new ArrayList<>();
    bySource.forEach(
        (source, duty) -> {
          for (int i = 0; i < duty.times().size(); i++) {
            rows.add(new Timed(source, i, duty.times().get(i)));
          }
        });
    batches.batchUpdate(
        """
        insert into duty_time (source_id, ordinal, time_kind, notation, words, assumed)
        values (?, ?, ?, ?, ?, ?)
        """,
        rows,
        ROWS_AT_ONCE,
        (statement, row) -> set(statement, row.cells()));
  }

  private record Timed(UUID source, int ordinal, DutyTime time) {

    @Nullable Object[] cells() {
      return switch (time) {
        case DutyTime.Dated(String notation, String words, boolean assumed) ->
            new @Nullable Object[] {source, ordinal, DATED, notation, words, assumed};
        case DutyTime.OnEvent(String words) ->
            new @Nullable Object[] {source, ordinal, ON_EVENT, "", words, false};
      };
    }
  }

  private void insertDue(Map<UUID, Duty> bySource) {
    record Row(UUID source, DueDay day) {}
    List<Row> days =
        bySource.entrySet().stream()
            .flatMap(each -> each.getValue().due().stream().map(day -> new Row(each.getKey(), day)))
            .toList();
    batches.batchUpdate(
        "insert into duty_due (source_id, due_day, assumed) values (?, ?, ?)",
        days,
        ROWS_AT_ONCE,
        (statement, row) ->
            set(
                statement,
                new @Nullable Object[] {row.source(), row.day().day(), row.day().assumed()}));
  }

  /** Fills the places of a statement, the first with the first cell. */
  static void set(PreparedStatement statement, @Nullable Object[] cells) throws SQLException {
    for (int i = 0; i < cells.length; i++) {
      StatementCreatorUtils.setParameterValue(
          statement, i + 1, SqlTypeValue.TYPE_UNKNOWN, cells[i]);
    }
  }

  /** The times of each source, in the order of its words. */
  Map<UUID, List<DutyTime>> times(Collection<UUID> ids) {
    Map<UUID, List<DutyTime>> bySource = new HashMap<>();
    jdbc.sql(
            """
            select source_id, time_kind, notation, words, assumed
            from duty_time where source_id in (:ids) order by source_id, ordinal
            """)
        .param("ids", ids)
        .query(
            row -> {
              bySource
                  .computeIfAbsent(row.getObject("source_id", UUID.class), id -> new ArrayList<>())
                  .add(time(row));
            });
    return bySource;
  }

  /** The days of each source, the earliest first. */
  Map<UUID, List<DueDay>> due(Collection<UUID> ids) {
    record Row(UUID source, DueDay day) {}
    return jdbc
        .sql(
            """
            select source_id, due_day, assumed from duty_due
            where source_id in (:ids) order by source_id, due_day
            """)
        .param("ids", ids)
        .query(
            (row, n) ->
                new Row(
                    row.getObject("source_id", UUID.class),
                    new DueDay(
                        row.getObject("due_day", LocalDate.class), row.getBoolean("assumed"))))
        .list()
        .stream()
        .collect(groupingBy(Row::source, mapping(Row::day, toList())));
  }

  private static DutyTime time(ResultSet row) throws SQLException {
    return row.getString("time_kind").equals(DATED)
        ? new DutyTime.Dated(
            row.getString("notation"), row.getString("words"), row.getBoolean("assumed"))
        : new DutyTime.OnEvent(row.getString("words"));
  }

  private static @Nullable Object[] cells(UUID source, Duty duty) {
    DutyOrigin origin = duty.origin();
    return new @Nullable Object[] {
      source,
      origin.plan().map(PlanId::value).orElse(null),
      origin.kind().name(),
      origin.entry(),
      Place.of(origin).sentence().orElse(null),
      origin instanceof DutyOrigin.OfDocument document ? document.document() : null,
      origin instanceof DutyOrigin.OfDeadline due ? due.register().value() : null,
      origin instanceof DutyOrigin.OfDeadline due ? due.record().value() : null,
      origin.number(),
      origin.start(),
      end(origin),
      duty.chapter(),
      duty.heading(),
      duty.sentence(),
      duty.standard()
    };
  }

  /** Where its sentence ends in the text of its plan. */
  private static int end(DutyOrigin origin) {
    return origin instanceof DutyOrigin.OfPlan sentence ? sentence.span().end() : 0;
  }

  /** What a row of {@link DutyRows#COLUMNS} comes from. */
  static DutyOrigin origin(ResultSet row) throws SQLException {
    UUID entry = row.getObject("entry_id", UUID.class);
    Optional<PlanId> plan =
        Optional.ofNullable(row.getObject("plan_id", UUID.class)).map(PlanId::new);
    return switch (DutyOrigin.Kind.valueOf(row.getString("origin"))) {
      case TASK -> sentence(row, plan, new DemandPlace.InTask(new TaskId(entry), sentence(row)));
      case OBLIGATION -> sentence(row, plan, new DemandPlace.Outside(entry));
      case DOCUMENT ->
          new DutyOrigin.OfDocument(
              row.getObject("document_id", UUID.class), entry, plan, row.getInt("entry_number"));
      case DEADLINE ->
          new DutyOrigin.OfDeadline(
              new RegisterId(row.getString("register")),
              new RecordId(row.getObject("record_id", UUID.class)),
              new DeadlineId(entry));
    };
  }

  private static DutyOrigin sentence(ResultSet row, Optional<PlanId> plan, DemandPlace place)
      throws SQLException {
    return new DutyOrigin.OfPlan(
        plan.orElseThrow(),
        place,
        row.getInt("entry_number"),
        new Span(row.getInt("start_offset"), row.getInt("end_offset")));
  }

  private static Optional<UUID> sentence(ResultSet row) throws SQLException {
    return Optional.ofNullable(row.getObject("sentence_id", UUID.class));
  }
}
