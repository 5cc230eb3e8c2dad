package jingtu.server.plan.correction;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.Plans;
import jingtu.server.plan.Stamp;
import jingtu.server.plan.correction.Replacement.Placed;
import jingtu.server.plan.entry.EntryKind;
import jingtu.server.plan.entry.JsonText;
import jingtu.server.scope.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The changes that were made to plans. Who sees a plan sees what was changed in it. */
@Repository
public class Changes {

  private final JdbcClient jdbc;
  private final Plans plans;

  Changes(JdbcClient jdbc, Plans plans) {
    this.jdbc = jdbc;
    this.plans = plans;
  }

  /** A change with the steps that made it and last touched it. */
  private record Kept(Change change, int madeStep) {}

  private record Owned(UUID change, Replacement replacement) {}

  /** What was changed in a plan; empty where the scope does not see it. */
  @Transactional(readOnly = true)
  public Optional<History> find(Scope scope, PlanId plan) {
    return plans.findSummary(scope, plan).map(seen -> history(load(plan)));
  }

  /** One change of a plan that the scope sees. */
  @Transactional(readOnly = true)
  Optional<Change> find(Scope scope, PlanId plan, UUID id) {
    return find(scope, plan)
        .flatMap(
            history ->
                history.changes().stream().filter(change -> change.id().equals(id)).findFirst());
  }

  /** Who touched an entry last, if anybody did, also one that is no longer there. */
  Optional<Stamp> findLastTouch(Scope scope, PlanId plan, UUID entry) {
    if (plans.findSummary(scope, plan).isEmpty()) {
      return Optional.empty();
    }
    return jdbc.sql(
            """
            select last_by_name, last_at
            from plan_change join plan_change_entry on change_id = id
            where plan_id = :plan and entry_id = :entry
            order by last_step desc limit 1
            """)
        .param("plan", plan.value())
        .param("entry", entry)
        .query((row, number) -> stamp(row, "last"))
        .optional();
  }

  /** The step that follows; the plan is locked by who asks. */
  int nextStep(Scope scope, PlanId plan) {
    return next(
        scope,
        plan,
        "select coalesce(max(last_step), 0) + 1 from plan_change where plan_id = :plan");
  }

  /** The number that follows; the plan is locked by who asks. */
  int nextNumber(Scope scope, PlanId plan) {
    return next(
        scope, plan, "select coalesce(max(number), 0) + 1 from plan_change where plan_id = :plan");
  }

  private int next(Scope scope, PlanId plan, String sql) {
    if (plans.findSummary(scope, plan).isEmpty()) {
      throw new IllegalStateException("no plan " + plan.value());
    }
    return jdbc.sql(sql).param("plan", plan.value()).query(Integer.class).single();
  }

  /** Keeps a new change, whose version is the step that makes it. */
  void add(Scope scope, PlanId plan, Change change) {
    jdbc.sql(
            """
            insert into plan_change (id, plan_id, number, kind, reason, made_step, made_by,
              made_by_name, made_at, undone, last_step, last_by, last_by_name, last_at)
            values (:id, :plan, :number, :kind, :reason, :step, :by, :byName, :at, false, :step,
              :by, :byName, :at)
            """)
        .param("id", change.id())
        .param("plan", plan.value())
        .param("number", change.number())
        .param("kind", change.kind().name())
        .param("reason", change.reason().orElse(null))
        .param("step", change.version())
        .param("by", scope.account())
        .param("byName", scope.username())
        .param("at", change.made().at().atOffset(ZoneOffset.UTC))
        .update();
    for (int i = 0; i < change.replacements().size(); i++) {
      addEntry(change.id(), i, change.replacements().get(i));
    }
  }

  /** Notes that a change was undone, or redone, and by which step. */
  void turn(Scope scope, UUID change, boolean undone, int step, Instant at) {
    jdbc.sql(
            """
            update plan_change set undone = :undone, last_step = :step, last_by = :by,
              last_by_name = :byName, last_at = :at
            where id = :id
            """)
        .param("undone", undone)
        .param("step", step)
        .param("by", scope.account())
        .param("byName", scope.username())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("id", change)
        .update();
  }

  private void addEntry(UUID change, int ordinal, Replacement replacement) {
    jdbc.sql(
            """
            insert into plan_change_entry (change_id, ordinal, kind, entry_id, content_before,
              position_before, content_after, position_after)
            values (:change, :ordinal, :kind, :entry, :before, :positionBefore, :after,
              :positionAfter)
            """)
        .param("change", change)
        .param("ordinal", ordinal)
        .param("kind", replacement.kind().name())
        .param("entry", replacement.id())
        .param("before", replacement.readingBefore().map(JsonText::of).orElse(null))
        .param("positionBefore", replacement.before().flatMap(Placed::position).orElse(null))
        .param("after", replacement.readingAfter().map(JsonText::of).orElse(null))
        .param("positionAfter", replacement.positionAfter().orElse(null))
        .update();
  }

  private List<Kept> load(PlanId plan) {
    Map<UUID, List<Replacement>> replacements =
        jdbc
            .sql(
                """
                select plan_change_entry.* from plan_change_entry
                  join plan_change on plan_change.id = change_id
                where plan_id = :plan
                order by ordinal
                """)
            .param("plan", plan.value())
            .query(
                (row, number) ->
                    new Owned(row.getObject("change_id", UUID.class), replacement(row)))
            .list()
            .stream()
            .collect(groupingBy(Owned::change, mapping(Owned::replacement, toList())));
    return jdbc.sql("select * from plan_change where plan_id = :plan order by number desc")
        .param("plan", plan.value())
        .query((row, number) -> kept(row, replacements))
        .list();
  }

  private static History history(List<Kept> kept) {
    int lastMade = kept.stream().mapToInt(Kept::madeStep).max().orElse(0);
    Comparator<Change> byStep = Comparator.comparingInt(Change::version);
    List<Change> changes = kept.stream().map(Kept::change).toList();
    return new History(
        changes,
        changes.stream().filter(change -> change.undone().isEmpty()).max(byStep).map(Change::id),
        changes.stream()
            .filter(change -> change.undone().isPresent() && change.version() > lastMade)
            .max(byStep)
            .map(Change::id));
  }

  private static Kept kept(ResultSet row, Map<UUID, List<Replacement>> replacements)
      throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new Kept(
        new Change(
            id,
            row.getInt("number"),
            ChangeKind.valueOf(row.getString("kind")),
            stamp(row, "made"),
            Optional.ofNullable(row.getString("reason")),
            row.getBoolean("undone") ? Optional.of(stamp(row, "last")) : Optional.empty(),
            row.getInt("last_step"),
            replacements.getOrDefault(id, List.of())),
        row.getInt("made_step"));
  }

  private static Stamp stamp(ResultSet row, String prefix) throws SQLException {
    return new Stamp(
        row.getString(prefix + "_by_name"),
        row.getObject(prefix + "_at", OffsetDateTime.class).toInstant());
  }

  private static Replacement replacement(ResultSet row) throws SQLException {
    return new Replacement(
        EntryKind.valueOf(row.getString("kind")),
        row.getObject("entry_id", UUID.class),
        placed(row, "before"),
        placed(row, "after"));
  }

  private static Optional<Placed> placed(ResultSet row, String side) throws SQLException {
    Optional<Integer> position =
        Optional.ofNullable(row.getObject("position_" + side, Integer.class));
    return Optional.ofNullable(row.getString("content_" + side))
        .map(json -> new Placed(position, JsonText.reading(json)));
  }
}
