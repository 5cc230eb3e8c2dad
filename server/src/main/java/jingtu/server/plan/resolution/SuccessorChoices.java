package jingtu.server.plan.resolution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jingtu.server.edge.Problem;
import jingtu.server.organisation.Regions;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.TaskId;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who goes on with the tasks of organisations that came apart. Rows are only added. */
@Repository
class SuccessorChoices {

  private final JdbcClient jdbc;
  private final Regions regions;
  private final Clock clock;

  SuccessorChoices(JdbcClient jdbc, Regions regions, Clock clock) {
    this.jdbc = jdbc;
    this.regions = regions;
    this.clock = clock;
  }

  /** Where the choice is made: for one task, at one turn of one organisation. */
  record Turn(TaskId task, UUID predecessor, LocalDate on) {}

  /** What holds for the tasks of a plan; nothing where the scope does not see the plan. */
  @Transactional(readOnly = true)
  public Map<Turn, SuccessorChoice> current(Scope scope, PlanId plan) {
    List<String> visible = regions.visibleTo(scope).stream().map(RegionCode::digits).toList();
    Map<Turn, SuccessorChoice> current = new HashMap<>();
    if (!visible.isEmpty()) {
      jdbc.sql(
              """
              select successor_choice.* from successor_choice
                join task on task.id = successor_choice.task_id join plan on plan.id = task.plan_id
              where plan.id = :plan and plan.region_code in (:regions)
              order by version
              """)
          .param("plan", plan.value())
          .param("regions", visible)
          .query(SuccessorChoices::choice)
          .list()
          .forEach(
              choice ->
                  current.put(
                      new Turn(choice.task(), choice.predecessor(), choice.turnedOn()), choice));
    }
    return current;
  }

  /**
   * Keeps a choice for a task of a plan that the scope may change.
   *
   * @param version of the last one, 0 where there is none
   * @throws Problem where somebody was quicker
   */
  @Transactional
  public SuccessorChoice add(Scope scope, Turn turn, int version, UUID successor) {
    SuccessorChoice choice =
        new SuccessorChoice(
            turn.task(),
            turn.predecessor(),
            turn.on(),
            version + 1,
            successor,
            scope.username(),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    try {
      insert(scope, choice);
    } catch (DuplicateKeyException quicker) {
      throw Problem.of(HttpStatus.CONFLICT, "names.chosen-meanwhile");
    }
    return choice;
  }

  private void insert(Scope scope, SuccessorChoice choice) {
    jdbc.sql(
            """
            insert into successor_choice (task_id, predecessor_id, turned_on, version,
              successor_id, decided_by, decided_by_name, decided_at)
            values (:task, :predecessor, :on, :version, :successor, :by, :byName, :at)
            """)
        .param("task", choice.task().value())
        .param("predecessor", choice.predecessor())
        .param("on", choice.turnedOn())
        .param("version", choice.version())
        .param("successor", choice.successor())
        .param("by", scope.account())
        .param("byName", scope.username())
        .param("at", choice.decidedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  private static SuccessorChoice choice(ResultSet row, int number) throws SQLException {
    return new SuccessorChoice(
        new TaskId(row.getObject("task_id", UUID.class)),
        row.getObject("predecessor_id", UUID.class),
        row.getObject("turned_on", LocalDate.class),
        row.getInt("version"),
        row.getObject("successor_id", UUID.class),
        row.getString("decided_by_name"),
        row.getObject("decided_at", OffsetDateTime.class).toInstant());
  }
}
