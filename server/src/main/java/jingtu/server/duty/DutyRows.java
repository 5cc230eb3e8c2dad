package jingtu.server.duty;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jingtu.server.plan.PlanId;
import jingtu.server.scope.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes and reads the rows of duties; who may see and change them is asked elsewhere. */
@Component
class DutyRows {

  static final String COLUMNS =
      """
      duty.id, duty.source_id, duty.region_code, source.origin, source.plan_id, source.entry_id,
      source.sentence_id, source.document_id, source.register, source.record_id,
      source.entry_number, source.start_offset, source.end_offset,
      source.chapter, source.heading, source.sentence, duty.duty_role, duty.printed_name,
      duty.organisation_id, duty.organisation_name, duty.organisation_region, duty.awake,
      duty.reports, source.standard, duty.parent_id, duty.handed_by, duty.handed_by_name,
      duty.content, duty.person, duty.own_due, duty.acceptance, duty.event_words, duty.happening,
      duty.happened_on, duty.ended_reason, duty.version, duty.changed_by_name, duty.changed_at
      """;

  /** Where {@link #COLUMNS} stand. */
  static final String TABLES =
      """
      from duty join duty_source source on source.id = duty.source_id
      """;

  private static final int ROWS_AT_ONCE = 500;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final SourceRows sources;

  DutyRows(JdbcClient jdbc, JdbcTemplate batches, SourceRows sources) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.sources = sources;
  }

  /** A duty with the key by which it is found again when its source is looked through anew. */
  record Keyed(String key, Duty duty) {}

  /** Writes new duties, and what they are asked where no duty there is asked it yet. */
  void insert(List<Keyed> duties) {
    Map<SourceRows.Place, UUID> asked = sources.keep(duties.stream().map(Keyed::duty).toList());
    batches.batchUpdate(
        """
        insert into duty (id, source_id, region_code, source_key, sort_key, duty_role, printed_name,
          organisation_id, organisation_name, organisation_region, awake, reports, ended_reason,
          parent_id, handed_by, handed_by_name, content, person, own_due, acceptance,
          event_words, happening, happened_on, version, changed_by_name, changed_at, open_day)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        duties,
        ROWS_AT_ONCE,
        (statement, keyed) ->
            SourceRows.set(
                statement, cells(keyed, asked.get(SourceRows.Place.of(keyed.duty().origin())))));
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

  /** Puts duties where they belong in the list, after what they are asked has changed. */
  void placeAnew(List<DutyId> ids) {
    batches.batchUpdate(
        "update duty set sort_key = ? where id = ?",
        list(ids),
        ROWS_AT_ONCE,
        (statement, duty) ->
            SourceRows.set(statement, new @Nullable Object[] {sortKey(duty), duty.id().value()}));
  }

  /** Duties by their ids, ended ones too. */
  List<Duty> list(List<DutyId> ids) {
    return ids.isEmpty()
        ? List.of()
        : complete(
            jdbc.sql("select " + COLUMNS + TABLES + " where duty.id in (:ids)")
                .param("ids", ids.stream().map(DutyId::value).toList())
                .query(BareDuty::of)
                .list());
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
    return byKey(
        "source.plan_id = :plan and source.origin in ('TASK', 'OBLIGATION')",
        Map.of("plan", plan.value()));
  }

  /** The duties that a document asks for, in the same way. */
  Map<String, Duty> ofDocument(UUID document) {
    return byKey("source.document_id = :document", Map.of("document", document));
  }

  /** The duties of what is due for records, in the same way. */
  Map<String, Duty> ofDeadlines(Collection<UUID> deadlines) {
    return deadlines.isEmpty()
        ? Map.of()
        : byKey(
            "source.origin = 'DEADLINE' and source.entry_id in (:entries)",
            Map.of("entries", deadlines));
  }

  /** The duties of the same plan, document or deadline, in the same way. */
  Map<String, Duty> besides(DutyOrigin origin) {
    return switch (origin) {
      case DutyOrigin.OfPlan sentence -> ofPlan(sentence.in());
      case DutyOrigin.OfDocument document -> ofDocument(document.document());
      case DutyOrigin.OfDeadline due -> ofDeadlines(List.of(due.entry()));
    };
  }

  private Map<String, Duty> byKey(String which, Map<String, ?> parameters) {
    Map<UUID, String> keys = new HashMap<>();
    List<BareDuty> bare =
        jdbc.sql(
                "select source_key, "
                    + COLUMNS
                    + """
                      from duty join duty_source source on source.id = duty.source_id
                      where %s and duty.parent_id is null order by sort_key
                      """
                        .formatted(which))
            .params(parameters)
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
    Map<UUID, List<DutyTime>> times = sources.times(ids);
    Map<UUID, List<DueDay>> due = sources.due(ids);
    return bare.stream()
        .map(
            row ->
                row.with(
                    times.getOrDefault(row.source(), List.of()),
                    due.getOrDefault(row.source(), List.of())))
        .toList();
  }

  private static @Nullable Object[] cells(Keyed keyed, @Nullable UUID source) {
    Duty duty = keyed.duty();
    Optional<Occurrence> happened = duty.handed().flatMap(HandedDown::occurrence);
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
      happened.map(Occurrence::event).orElse(""),
      happened.map(Occurrence::happening).orElse(""),
      happened.map(Occurrence::day).orElse(null),
      duty.version(),
      duty.changedBy(),
      duty.changedAt().atOffset(ZoneOffset.UTC),
      duty.due().stream().map(DueDay::day).min(LocalDate::compareTo).orElse(null)
    };
  }

  /**
   * Plan by plan, tasks before what stands outside them, in the order of the text, and then what
   * documents of the plan ask; for one sentence the leading role first, and within a role whoever
   * reports. What registers ask comes last, register by register, by its day.
   */
  private static String sortKey(Duty duty) {
    return switch (duty.origin()) {
      case DutyOrigin.OfPlan sentence ->
          "%s %s %05d %09d %s"
              .formatted(
                  sentence.in().value(),
                  sentence.kind() == DutyOrigin.Kind.TASK ? 0 : 1,
                  sentence.number(),
                  sentence.start(),
                  byWeight(duty));
      case DutyOrigin.OfDocument document ->
          "%s 2 %.18s %05d %s"
              .formatted(
                  document.in().map(PlanId::value).orElse(document.document()),
                  document.document(),
                  document.number(),
                  byWeight(duty));
      case DutyOrigin.OfDeadline due ->
          "z%s %s %s"
              .formatted(
                  due.register(),
                  duty.due().stream().findFirst().map(DueDay::day).orElse(LocalDate.MAX),
                  duty.id());
    };
  }

  private static String byWeight(Duty duty) {
    return "%d%d %s"
        .formatted(OpenDuties.BY_WEIGHT.indexOf(duty.role()), duty.reports() ? 0 : 1, duty.id());
  }
}
