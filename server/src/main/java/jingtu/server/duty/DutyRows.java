package jingtu.server.duty;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.TaskId;
import jingtu.server.plan.demand.DemandPlace;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.StatementCreatorUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes and reads the rows of duties; who may see and change them is asked elsewhere. */
@Component
class DutyRows {

  static final String COLUMNS =
      """
      duty.id, duty.source_id, duty.region_code, source.origin, source.plan_id, source.entry_id,
      source.sentence_id, source.entry_number, source.start_offset, source.end_offset,
      source.chapter, source.heading, source.sentence, duty.duty_role, duty.printed_name,
      duty.organisation_id, duty.organisation_name, duty.organisation_region, duty.awake,
      duty.reports, source.standard, duty.parent_id, duty.handed_by, duty.handed_by_name,
      duty.content, duty.person, duty.own_due, duty.acceptance, duty.ended_reason, duty.version, duty.changed_by_name,
      duty.changed_at
      """;

  /** Where {@link #COLUMNS} stand. */
  static final String TABLES =
      """
      from duty join duty_source source on source.id = duty.source_id
      """;

  private static final String IN_TASK = "TASK";
  private static final String OUTSIDE = "OBLIGATION";

  private static final String DATED = "DATED";
  private static final String ON_EVENT = "ON_EVENT";

  private static final int ROWS_AT_ONCE = 500;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final Identifiers identifiers;

  DutyRows(JdbcClient jdbc, JdbcTemplate batches, Identifiers identifiers) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.identifiers = identifiers;
  }

  /** A duty with the key by which it is found again when its source is looked through anew. */
  record Keyed(String key, Duty duty) {}

  /** Writes new duties, and what they are asked where no duty there is asked it yet. */
  void insert(List<Keyed> duties) {
    Map<Place, UUID> sources = sources(duties);
    batches.batchUpdate(
        """
        insert into duty (id, source_id, region_code, source_key, sort_key, duty_role, printed_name,
          organisation_id, organisation_name, organisation_region, awake, reports, ended_reason,
          parent_id, handed_by, handed_by_name, content, person, own_due, acceptance,
          version, changed_by_name, changed_at, open_day)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        duties,
        ROWS_AT_ONCE,
        (statement, keyed) ->
            set(statement, cells(keyed, sources.get(Place.of(keyed.duty().origin())))));
  }

  /** What tells sentences apart. */
  private record Place(UUID plan, DemandPlace at) {
    static Place of(DutyOrigin origin) {
      return new Place(origin.plan().value(), origin.place());
    }
  }

  /** The row of each sentence; those that are not there yet are written. */
  private Map<Place, UUID> sources(List<Keyed> duties) {
    Map<Place, UUID> known = new HashMap<>();
    duties.stream()
        .map(keyed -> keyed.duty().origin().plan().value())
        .distinct()
        .forEach(
            plan ->
                jdbc.sql(
                        "select id, plan_id, origin, entry_id, sentence_id from duty_source where plan_id = :plan")
                    .param("plan", plan)
                    .query(
                        row -> {
                          known.put(new Place(plan, place(row)), row.getObject("id", UUID.class));
                        }));
    Map<UUID, Duty> fresh = new LinkedHashMap<>();
    for (Keyed keyed : duties) {
      known.computeIfAbsent(
          Place.of(keyed.duty().origin()),
          place -> {
            UUID id = identifiers.next();
            fresh.put(id, keyed.duty());
            return id;
          });
    }
    batches.batchUpdate(
        """
        insert into duty_source (id, plan_id, origin, entry_id, sentence_id, entry_number,
          start_offset, end_offset, chapter, heading, sentence, standard)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        List.copyOf(fresh.entrySet()),
        ROWS_AT_ONCE,
        (statement, each) -> set(statement, cells(each.getKey(), each.getValue())));
    insertTimes(fresh);
    insertDue(fresh);
    return known;
  }

  /** Writes everything of a duty that may change. */
  void update(Duty duty) {
    jdbc.sql(
            """
            update duty set awake = :awake, reports = :reports, ended_reason = :ended,
              content = :content, person = :person, acceptance = :acceptance,
              open_day = case
                when cast(:due as date) is null and own_due is null then open_day
                when cast(:due as date) is null then (select min(due.due_day) from duty_due due
                  where due.source_id = duty.source_id and due.due_day >= duty.asked_from)
                when own_due = cast(:due as date) then open_day
                else cast(:due as date) end,
              own_due = cast(:due as date),
              version = :version, changed_by_name = :by, changed_at = :at
            where id = :id
            """)
        .param("awake", duty.awake())
        .param("reports", duty.reports())
        .param("ended", duty.ended().map(Ended::name).orElse(""))
        .param("content", duty.handed().map(HandedDown::content).orElse(""))
        .param("person", duty.handed().map(HandedDown::person).orElse(""))
        .param("due", duty.handed().flatMap(HandedDown::due).orElse(null))
        .param("acceptance", duty.handed().map(part -> part.acceptance().name()).orElse(""))
        .param("version", duty.version())
        .param("by", duty.changedBy())
        .param("at", duty.changedAt().atOffset(ZoneOffset.UTC))
        .param("id", duty.id().value())
        .update();
  }

  /** Holds a duty until the transaction ends, so that nobody else changes it. */
  void hold(DutyId id) {
    jdbc.sql("select id from duty where id = :id for update")
        .param("id", id.value())
        .query()
        .listOfRows();
  }

  /** By what a duty is found again when its source is looked through anew. */
  String key(DutyId id) {
    return jdbc.sql("select source_key from duty where id = :id")
        .param("id", id.value())
        .query(String.class)
        .single();
  }

  /** Notes what was changed; the order of notes is that of the changes. */
  void note(Duty after, String what, String beforeText, String afterText, String reason) {
    jdbc.sql(
            """
            insert into duty_change (duty_id, ordinal, what, before_text, after_text, reason,
              changed_by_name, changed_at)
            values (:id,
              (select coalesce(max(ordinal), 0) + 1 from duty_change c where c.duty_id = :id),
              :what, :before, :after, :reason, :by, :at)
            """)
        .param("id", after.id().value())
        .param("what", what)
        .param("before", beforeText)
        .param("after", afterText)
        .param("reason", reason)
        .param("by", after.changedBy())
        .param("at", after.changedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The duties that a plan itself asks for, each by its key, ended ones too. */
  Map<String, Duty> ofPlan(PlanId plan) {
    Map<UUID, String> keys = new HashMap<>();
    List<BareDuty> bare =
        jdbc.sql(
                "select source_key, "
                    + COLUMNS
                    + """
                      from duty join duty_source source on source.id = duty.source_id
                      where source.plan_id = :plan and duty.parent_id is null order by sort_key
                      """)
            .param("plan", plan.value())
            .query(
                (row, n) -> {
                  keys.put(row.getObject("id", UUID.class), row.getString("source_key"));
                  return BareDuty.of(row, n);
                })
            .list();
    Map<String, Duty> byKey = new LinkedHashMap<>();
    complete(bare).forEach(duty -> byKey.put(keys.getOrDefault(duty.id().value(), ""), duty));
    return byKey;
  }

  List<DutyChange> changes(DutyId id) {
    return jdbc.sql(
            """
            select what, before_text, after_text, reason, changed_by_name, changed_at
            from duty_change where duty_id = :id order by ordinal desc
            """)
        .param("id", id.value())
        .query(
            (row, n) ->
                new DutyChange(
                    row.getString("what"),
                    row.getString("before_text"),
                    row.getString("after_text"),
                    row.getString("reason"),
                    row.getString("changed_by_name"),
                    row.getObject("changed_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /**
   * Gives rows of {@link #COLUMNS} their times and due days, in a number of statements that does
   * not grow.
   */
  List<Duty> complete(List<BareDuty> bare) {
    if (bare.isEmpty()) {
      return List.of();
    }
    Set<UUID> ids = bare.stream().map(BareDuty::source).collect(toSet());
    Map<UUID, List<DutyTime>> times = times(ids);
    Map<UUID, List<DueDay>> due = due(ids);
    return bare.stream()
        .map(
            row ->
                row.with(
                    times.getOrDefault(row.source(), List.of()),
                    due.getOrDefault(row.source(), List.of())))
        .toList();
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

  private static void set(PreparedStatement statement, @Nullable Object[] cells)
      throws SQLException {
    for (int i = 0; i < cells.length; i++) {
      StatementCreatorUtils.setParameterValue(
          statement, i + 1, SqlTypeValue.TYPE_UNKNOWN, cells[i]);
    }
  }

  private Map<UUID, List<DutyTime>> times(Collection<UUID> ids) {
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

  private Map<UUID, List<DueDay>> due(Collection<UUID> ids) {
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
      origin.plan().value(),
      kind(origin),
      origin.place().entry(),
      origin.place().sentence().orElse(null),
      origin.number(),
      origin.span().start(),
      origin.span().end(),
      duty.chapter(),
      duty.heading(),
      duty.sentence(),
      duty.standard()
    };
  }

  private static @Nullable Object[] cells(Keyed keyed, @Nullable UUID source) {
    Duty duty = keyed.duty();
    return new @Nullable Object[] {
      duty.id().value(),
      source,
      duty.region().digits(),
      keyed.key(),
      sortKey(duty),
      duty.role().name(),
      duty.printedName(),
      duty.assignee().id().orElse(null),
      duty.assignee().name(),
      duty.assignee().region().map(RegionCode::digits).orElse(null),
      duty.awake(),
      duty.reports(),
      duty.ended().map(Ended::name).orElse(""),
      duty.handed().map(part -> part.parent().value()).orElse(null),
      duty.handed().flatMap(HandedDown::by).orElse(null),
      duty.handed().map(HandedDown::byName).orElse(""),
      duty.handed().map(HandedDown::content).orElse(""),
      duty.handed().map(HandedDown::person).orElse(""),
      duty.handed().flatMap(HandedDown::due).orElse(null),
      duty.handed().map(part -> part.acceptance().name()).orElse(""),
      duty.version(),
      duty.changedBy(),
      duty.changedAt().atOffset(ZoneOffset.UTC),
      duty.due().stream().map(DueDay::day).min(LocalDate::compareTo).orElse(null)
    };
  }

  private static String kind(DutyOrigin origin) {
    return switch (origin.place()) {
      case DemandPlace.InTask task -> IN_TASK;
      case DemandPlace.Outside outside -> OUTSIDE;
    };
  }

  /**
   * Plan by plan, tasks before what stands outside them, in the order of the text; for one sentence
   * the leading role first, and within a role whoever reports.
   */
  private static String sortKey(Duty duty) {
    DutyOrigin origin = duty.origin();
    return "%s %s %05d %09d %d%d %s"
        .formatted(
            origin.plan().value(),
            kind(origin).equals(IN_TASK) ? 0 : 1,
            origin.number(),
            origin.span().start(),
            OpenDuties.BY_WEIGHT.indexOf(duty.role()),
            duty.reports() ? 0 : 1,
            duty.id());
  }

  static DemandPlace place(ResultSet row) throws SQLException {
    UUID entry = row.getObject("entry_id", UUID.class);
    return row.getString("origin").equals(IN_TASK)
        ? new DemandPlace.InTask(
            new TaskId(entry), Optional.ofNullable(row.getObject("sentence_id", UUID.class)))
        : new DemandPlace.Outside(entry);
  }
}
