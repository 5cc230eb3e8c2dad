package jingtu.server.plan.revision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jingtu.server.organisation.Regions;
import jingtu.server.plan.Life;
import jingtu.server.plan.PlanId;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes what becomes of plans. Each write names the version of the plan's life that it was decided
 * on, and does nothing where that has passed.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Lives {

  /** Stands in a list that would be empty otherwise, which SQL does not know; matches nothing. */
  private static final String NO_REGION = "-";

  private final JdbcClient jdbc;
  private final Regions regions;

  Lives(JdbcClient jdbc, Regions regions) {
    this.jdbc = jdbc;
    this.regions = regions;
  }

  /**
   * Which plan it revises, or that it revises none.
   *
   * @throws org.springframework.dao.DuplicateKeyException where another plan revises that one
   */
  boolean setOlder(Scope scope, PlanId plan, int version, Optional<Life.Revision> older) {
    return update(scope, plan, version, "revises_id = :other, revises_from = :from")
            .param("other", older.map(revision -> revision.other().value()).orElse(null))
            .param("from", older.map(Life.Revision::from).orElse(null))
            .update()
        > 0;
  }

  boolean setWithdrawn(
      Scope scope, PlanId plan, int version, Optional<Life.Withdrawal> withdrawal) {
    return update(scope, plan, version, "withdrawn_on = :on, withdrawn_by = :by")
            .param("on", withdrawal.map(Life.Withdrawal::on).orElse(null))
            .param("by", withdrawal.map(Life.Withdrawal::by).orElse(null))
            .update()
        > 0;
  }

  boolean setArchived(Scope scope, PlanId plan, int version, Optional<LocalDate> day) {
    return update(scope, plan, version, "archived_on = :day")
            .param("day", day.orElse(null))
            .update()
        > 0;
  }

  /** Only counts a change that is kept elsewhere. */
  boolean count(Scope scope, PlanId plan, int version) {
    return update(scope, plan, version, "plan_id = plan_id").update() > 0;
  }

  private JdbcClient.StatementSpec update(
      Scope scope, PlanId plan, int version, String assignments) {
    return jdbc.sql(
            """
            update plan_entry set %s, life_version = life_version + 1
            where life_version = :version and plan_id in
              (select id from plan where id = :plan and region_code in (:regions))
            """
                .formatted(assignments))
        .param("version", version)
        .param("plan", plan.value())
        .param("regions", visible(scope));
  }

  private List<String> visible(Scope scope) {
    return Stream.concat(
            Stream.of(NO_REGION), regions.visibleTo(scope).stream().map(RegionCode::digits))
        .toList();
  }
}
