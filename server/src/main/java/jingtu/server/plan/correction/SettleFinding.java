package jingtu.server.plan.correction;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import jingtu.server.audit.Audit;
import jingtu.server.organisation.Regions;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.Plans;
import jingtu.server.plan.RegisteredPlan;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes that a finding has been looked at and needs nothing more, or that it does after all. */
@Service
public class SettleFinding {

  private static final String OF_PLAN =
      """
      where import_id in (select import_id from plan where id = :plan)
        and (plan_id = :plan or plan_id is null) and ordinal = :number
      """;

  private final Plans plans;
  private final Regions regions;
  private final Audit audit;
  private final Clock clock;
  private final JdbcClient jdbc;

  SettleFinding(Plans plans, Regions regions, Audit audit, Clock clock, JdbcClient jdbc) {
    this.plans = plans;
    this.regions = regions;
    this.audit = audit;
    this.clock = clock;
    this.jdbc = jdbc;
  }

  /** What comes of it. */
  public sealed interface Outcome {
    record Settled() implements Outcome {}

    /** No such plan or none that the scope sees, or the plan has no such finding. */
    record Unknown() implements Outcome {}

    /** The plan is seen, but belongs to a region that is not the account's to fill. */
    record NotYourRegion(RegionCode region) implements Outcome {}
  }

  /**
   * Settles a finding of the plan or of its file, or opens it again. What is so already stays as it
   * is, with the name of whoever settled it first.
   *
   * @param number names the finding among those of its file
   */
  @Transactional
  public Outcome of(Scope scope, PlanId id, int number, boolean settled) {
    Optional<RegisteredPlan> plan = plans.findSummary(scope, id);
    if (plan.isEmpty() || !isThere(id, number)) {
      return new Outcome.Unknown();
    }
    if (!regions.governs(scope, plan.get().region())) {
      return new Outcome.NotYourRegion(plan.get().region());
    }
    if (settled ? settle(scope, id, number) : open(id, number)) {
      audit.record(
          scope,
          settled ? "plan.finding-settled" : "plan.finding-opened",
          id.value().toString(),
          String.valueOf(number));
    }
    return new Outcome.Settled();
  }

  private boolean isThere(PlanId plan, int number) {
    return jdbc.sql("select count(*) from plan_finding " + OF_PLAN)
            .param("plan", plan.value())
            .param("number", number)
            .query(Integer.class)
            .single()
        > 0;
  }

  private boolean settle(Scope scope, PlanId plan, int number) {
    return jdbc.sql(
                """
                update plan_finding set settled_by_name = :byName, settled_at = :at
                """
                    + OF_PLAN
                    + " and settled_at is null")
            .param("byName", scope.username())
            .param("at", clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
            .param("plan", plan.value())
            .param("number", number)
            .update()
        > 0;
  }

  private boolean open(PlanId plan, int number) {
    return jdbc.sql(
                """
                update plan_finding set settled_by_name = null, settled_at = null
                """
                    + OF_PLAN
                    + " and settled_at is not null")
            .param("plan", plan.value())
            .param("number", number)
            .update()
        > 0;
  }
}
