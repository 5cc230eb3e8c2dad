package jingtu.server.plan;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import jingtu.server.organisation.Regions;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which task of a plan became which of its next version, so that whatever hangs on a task can
 * follow it. A task that was split has several successors, one that was merged several
 * predecessors; one that was added or removed has none.
 */
@Repository
public class Revisions {

  /** Stands in a list that would be empty otherwise, which SQL does not know; matches nothing. */
  private static final String NO_REGION = "-";

  private final JdbcClient jdbc;
  private final Regions regions;

  Revisions(JdbcClient jdbc, Regions regions) {
    this.jdbc = jdbc;
    this.regions = regions;
  }

  /** The tasks of the version before that this one was, in the order of their plan. */
  public List<TaskId> predecessors(Scope scope, TaskId task) {
    return list(
        scope,
        """
        select task.id from task_match join task on task.id = task_match.predecessor_id
          join plan on plan.id = task.plan_id
        where task_match.successor_id = :task and plan.region_code in (:regions)
        order by task.ordinal
        """,
        task);
  }

  /** The tasks of the next version that this one became, in the order of their plan. */
  public List<TaskId> successors(Scope scope, TaskId task) {
    return list(
        scope,
        """
        select task.id from task_match join task on task.id = task_match.successor_id
          join plan on plan.id = task.plan_id
        where task_match.predecessor_id = :task and plan.region_code in (:regions)
        order by task.ordinal
        """,
        task);
  }

  private List<TaskId> list(Scope scope, String select, TaskId task) {
    return jdbc.sql(select)
        .param("task", task.value())
        .param(
            "regions",
            Stream.concat(
                    Stream.of(NO_REGION), regions.visibleTo(scope).stream().map(RegionCode::digits))
                .toList())
        .query((row, number) -> new TaskId(row.getObject("id", UUID.class)))
        .list();
  }
}
