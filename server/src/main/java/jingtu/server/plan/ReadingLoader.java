package jingtu.server.plan;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.planreader.Action;
import jingtu.planreader.Deadline;
import jingtu.planreader.Doubt;
import jingtu.planreader.Goal;
import jingtu.planreader.Obligation;
import jingtu.planreader.Passage;
import jingtu.planreader.Span;
import jingtu.planreader.Target;
import jingtu.planreader.Task;
import jingtu.server.plan.entry.JsonText;
import jingtu.server.plan.entry.NamedAction;
import jingtu.server.plan.entry.PartyRole;
import jingtu.vocabulary.Finding;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings the rows of one plan back into the shape in which they were read. One statement a table,
 * however long the plan is.
 */
final class ReadingLoader {

  private final JdbcClient jdbc;
  private final UUID planId;
  private final Map<UUID, List<Deadline>> deadlines;
  private final Map<UUID, List<Target>> targets;
  private final Map<UUID, Touched> touched;

  ReadingLoader(JdbcClient jdbc, PlanId plan) {
    this.jdbc = jdbc;
    this.planId = plan.value();
    this.deadlines = loadDeadlines();
    this.targets = loadTargets();
    this.touched = loadTouched();
  }

  /** A goal, a task or an obligation of the plan, and how it stands. */
  record Kept<T>(EntryState state, T reading) {}

  /** A finding, and how it stands. */
  record KeptFinding(FindingState state, Doubt doubt) {}

  /** By which step an entry was last touched, and who made the last change that still holds. */
  private record Touched(int step, Optional<Stamp> by) {}

  private record Owned<T>(UUID owner, T value) {}

  private record Party(PartyRole role, String name) {}

  /** The passages of the plan's file, without those that lie in another plan of that file. */
  List<Passage> passages(UUID importId) {
    return jdbc.sql(
            """
            select * from passage
            where import_id = :import and not exists (
              select 1 from plan other
              where other.import_id = passage.import_id and other.id <> :plan
                and other.start_offset <= passage.start_offset
                and other.end_offset >= passage.end_offset)
            order by ordinal
            """)
        .param("import", importId)
        .param("plan", planId)
        .query(
            (row, number) ->
                new Passage(
                    Passage.Kind.valueOf(row.getString("kind")),
                    row.getInt("heading_level"),
                    span(row),
                    path(row)))
        .list();
  }

  List<Kept<Goal>> goals() {
    return ofPlan(
        "select * from goal where plan_id = :plan order by ordinal",
        (row, number) ->
            kept(
                row,
                new Goal(
                    span(row), path(row), text(row, "area"), deadlinesOf(row), targetsOf(row))));
  }

  List<Kept<Task>> tasks() {
    Map<UUID, List<Party>> parties = loadParties();
    Map<UUID, List<NamedAction>> actions = loadActions();
    return ofPlan(
        "select * from task where plan_id = :plan order by ordinal",
        (row, number) -> {
          UUID id = id(row, "id");
          List<NamedAction> own = actions.getOrDefault(id, List.of());
          return new Kept<>(
              state(id, own.stream().map(NamedAction::id).toList()),
              task(
                  row,
                  parties.getOrDefault(id, List.of()),
                  own.stream().map(NamedAction::action).toList()));
        });
  }

  List<Kept<Obligation>> obligations() {
    return ofPlan(
        "select * from obligation where plan_id = :plan order by ordinal",
        (row, number) ->
            kept(
                row,
                new Obligation(
                    span(row),
                    path(row),
                    text(row, "actor"),
                    deadlinesOf(row),
                    JsonText.words(row.getString("events")),
                    targetsOf(row))));
  }

  List<KeptFinding> findings() {
    return ofPlan(
        "select * from plan_finding where plan_id = :plan order by ordinal",
        ReadingLoader::finding);
  }

  /** Findings that concern the file as a whole. */
  List<KeptFinding> fileFindings(UUID importId) {
    return jdbc.sql(
            """
            select * from plan_finding
            where import_id = :import and plan_id is null
            order by ordinal
            """)
        .param("import", importId)
        .query(ReadingLoader::finding)
        .list();
  }

  private Task task(ResultSet row, List<Party> parties, List<Action> actions) throws SQLException {
    return new Task(
        span(row),
        optionalSpan(row, "clause_start", "clause_end"),
        path(row),
        names(parties, PartyRole.LEAD),
        names(parties, PartyRole.RESPONSIBLE),
        names(parties, PartyRole.PARTICIPANT),
        names(parties, PartyRole.IMPLEMENTER),
        text(row, "implementers_source").map(Task.ImplementersSource::valueOf),
        !row.getBoolean("names_everybody"),
        deadlinesOf(row),
        targetsOf(row),
        actions);
  }

  private static List<String> names(List<Party> parties, PartyRole role) {
    return parties.stream().filter(party -> party.role() == role).map(Party::name).toList();
  }

  private Map<UUID, List<Party>> loadParties() {
    return ownedByPlan(
        """
        select task_party.* from task_party join task on task.id = task_party.task_id
        where task.plan_id = :plan
        order by task_party.ordinal
        """,
        "task_id",
        (row, number) ->
            new Party(PartyRole.valueOf(row.getString("party_role")), row.getString("name")));
  }

  private Map<UUID, List<NamedAction>> loadActions() {
    return ownedByPlan(
        """
        select action.* from action join task on task.id = action.task_id
        where task.plan_id = :plan
        order by action.ordinal
        """,
        "task_id",
        (row, number) ->
            new NamedAction(
                id(row, "id"),
                new Action(
                    span(row),
                    text(row, "actor"),
                    deadlinesOf(row),
                    JsonText.words(row.getString("events")),
                    targetsOf(row))));
  }

  private Map<UUID, List<Deadline>> loadDeadlines() {
    return ownedByPlan(
        "select * from deadline where plan_id = :plan order by ordinal",
        "owner_id",
        (row, number) ->
            new Deadline(row.getString("notation"), span(row), row.getBoolean("assumed")));
  }

  private Map<UUID, List<Target>> loadTargets() {
    return ownedByPlan(
        "select * from target where plan_id = :plan order by ordinal",
        "owner_id",
        (row, number) ->
            new Target(
                span(row),
                row.getString("indicator"),
                Target.Comparator.valueOf(row.getString("comparator")),
                text(row, "wanted").map(BigDecimal::new),
                row.getString("unit"),
                wantedBy(row),
                text(row, "baseline"),
                text(row, "reference"),
                text(row, "area"),
                row.getBoolean("implied"),
                row.getBoolean("aspirational")));
  }

  private Map<UUID, Touched> loadTouched() {
    RowMapper<Owned<Touched>> mapper =
        (row, number) ->
            new Owned<>(
                id(row, "entry_id"),
                new Touched(
                    row.getInt("last_step"),
                    row.getBoolean("undone")
                        ? Optional.empty()
                        : stamp(row, "made_by_name", "made_at")));
    return ofPlan(
            """
            select entry_id, last_step, undone, made_by_name, made_at
            from plan_change join plan_change_entry on change_id = id
            where plan_id = :plan
            order by last_step
            """,
            mapper)
        .stream()
        .collect(toMap(Owned::owner, Owned::value, ReadingLoader::later));
  }

  private static Touched later(Touched before, Touched after) {
    return new Touched(after.step(), after.by().or(before::by));
  }

  private <T> Kept<T> kept(ResultSet row, T reading) throws SQLException {
    return new Kept<>(state(id(row, "id"), List.of()), reading);
  }

  private EntryState state(UUID id, List<UUID> actions) {
    Touched last = touched.getOrDefault(id, new Touched(0, Optional.empty()));
    return new EntryState(id, last.step(), last.by(), actions);
  }

  private static Optional<Deadline> wantedBy(ResultSet row) throws SQLException {
    Optional<String> notation = text(row, "by_notation");
    Optional<Span> span = optionalSpan(row, "by_start", "by_end");
    boolean assumed = row.getBoolean("by_assumed");
    return notation.flatMap(date -> span.map(words -> new Deadline(date, words, assumed)));
  }

  private <T> List<T> ofPlan(String sql, RowMapper<T> mapper) {
    return jdbc.sql(sql).param("plan", planId).query(mapper).list();
  }

  private <T> Map<UUID, List<T>> ownedByPlan(String sql, String owner, RowMapper<T> mapper) {
    RowMapper<Owned<T>> owned =
        (row, number) -> new Owned<>(id(row, owner), mapper.mapRow(row, number));
    return ofPlan(sql, owned).stream()
        .collect(groupingBy(Owned::owner, mapping(Owned::value, toList())));
  }

  private List<Deadline> deadlinesOf(ResultSet row) throws SQLException {
    return deadlines.getOrDefault(id(row, "id"), List.of());
  }

  private List<Target> targetsOf(ResultSet row) throws SQLException {
    return targets.getOrDefault(id(row, "id"), List.of());
  }

  private static KeptFinding finding(ResultSet row, int number) throws SQLException {
    return new KeptFinding(
        new FindingState(row.getInt("ordinal"), stamp(row, "settled_by_name", "settled_at")),
        new Doubt(
            span(row),
            path(row),
            new Finding(
                row.getString("place"),
                JsonText.message(row.getString("problem")),
                JsonText.message(row.getString("remedy")))));
  }

  private static Optional<Stamp> stamp(ResultSet row, String by, String at) throws SQLException {
    Optional<OffsetDateTime> moment = Optional.ofNullable(row.getObject(at, OffsetDateTime.class));
    Optional<String> name = text(row, by);
    return name.flatMap(known -> moment.map(when -> new Stamp(known, when.toInstant())));
  }

  private static UUID id(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  private static Span span(ResultSet row) throws SQLException {
    return new Span(row.getInt("start_offset"), row.getInt("end_offset"));
  }

  private static Optional<Span> optionalSpan(ResultSet row, String start, String end)
      throws SQLException {
    Optional<Integer> from = Optional.ofNullable(row.getObject(start, Integer.class));
    int to = row.getInt(end);
    return from.map(first -> new Span(first, to));
  }

  private static List<String> path(ResultSet row) throws SQLException {
    return JsonText.words(row.getString("path"));
  }

  private static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }
}
