package jingtu.server.plan.revision;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import jingtu.server.organisation.Regions;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.TaskId;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which task of a version became which of the next. */
@Repository
class TaskMatches {

  /** Stands in a list that would be empty otherwise, which SQL does not know; matches nothing. */
  private static final String NO_REGION = "-";

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final Regions regions;

  TaskMatches(JdbcClient jdbc, JdbcTemplate batches, Regions regions) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.regions = regions;
  }

  /**
   * One pair.
   *
   * @param byHand whether a person said so
   */
  record TaskMatch(TaskId older, TaskId newer, boolean byHand) {}

  /** The pairs of a version with the one before it, in its order. */
  List<TaskMatch> list(Scope scope, PlanId newer) {
    return jdbc.sql(
            """
            select task_match.* from task_match
              join task newer on newer.id = task_match.successor_id
              join plan on plan.id = newer.plan_id
              join task older on older.id = task_match.predecessor_id
            where plan.id = :plan and plan.region_code in (:regions)
            order by newer.ordinal, older.ordinal
            """)
        .param("plan", newer.value())
        .param("regions", visible(scope))
        .query(
            (row, number) ->
                new TaskMatch(
                    new TaskId(row.getObject("predecessor_id", UUID.class)),
                    new TaskId(row.getObject("successor_id", UUID.class)),
                    row.getBoolean("by_hand")))
        .list();
  }

  /** Replaces all pairs of a version with the one before it. */
  @Transactional(propagation = Propagation.MANDATORY)
  void replace(Scope scope, PlanId newer, List<TaskMatch> matches) {
    jdbc.sql(
            """
            delete from task_match where successor_id in (
              select task.id from task join plan on plan.id = task.plan_id
              where plan.id = :plan and plan.region_code in (:regions))
            """)
        .param("plan", newer.value())
        .param("regions", visible(scope))
        .update();
    batches.batchUpdate(
        "insert into task_match (predecessor_id, successor_id, by_hand) values (?, ?, ?)",
        matches.stream()
            .map(
                match ->
                    new Object[] {match.older().value(), match.newer().value(), match.byHand()})
            .toList());
  }

  private List<String> visible(Scope scope) {
    return Stream.concat(
            Stream.of(NO_REGION), regions.visibleTo(scope).stream().map(RegionCode::digits))
        .toList();
  }
}
