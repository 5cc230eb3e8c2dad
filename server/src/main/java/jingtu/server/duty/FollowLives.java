package jingtu.server.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import jingtu.server.audit.Audit;
import jingtu.server.plan.Life;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.PlanLifeChanged;
import jingtu.server.plan.Plans;
import jingtu.server.plan.RegisteredPlan;
import jingtu.server.scope.OfficeDay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends what a plan asks, and what was handed down of it, on the day on which a newer version stands
 * in the plan's place, it is withdrawn or it is put away; and asks it again once that is taken
 * back. What is done by then stays in the lists. What documents of the plan ask goes on.
 */
@Component
class FollowLives {

  private static final Logger LOG = LoggerFactory.getLogger(FollowLives.class);

  /** What the plan itself asks, handed down or not. */
  private static final String OF_PLAN =
      """
      where source.plan_id = :plan and source.origin in ('TASK', 'OBLIGATION')
        and duty.ended_reason = :reason
      """;

  /** Done for good, so that nobody is asked about it again. */
  private static final String IS_DONE =
      """
      duty.said_state = 'DONE' and (duty.own_due is not null or not exists (
        select 1 from duty_time t where t.source_id = duty.source_id and t.notation like 'R%'))
      """;

  private final Plans plans;
  private final Duties duties;
  private final DutyRows rows;
  private final JdbcClient jdbc;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final AtomicReference<LocalDate> lookedOn = new AtomicReference<>(LocalDate.MIN);

  FollowLives(
      Plans plans,
      Duties duties,
      DutyRows rows,
      JdbcClient jdbc,
      Audit audit,
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      Clock clock) {
    this.plans = plans;
    this.duties = duties;
    this.rows = rows;
    this.jdbc = jdbc;
    this.audit = audit;
    this.events = events;
    this.transaction = transaction;
    this.clock = clock;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void changed(PlanLifeChanged changed) {
    plans.findSummary(SystemScope.SYSTEM, changed.plan()).ifPresent(this::follow);
  }

  /**
   * Soon after the start, and then every hour, asks whether another day has begun: what was decided
   * earlier may begin to hold. One that fails leaves the others alone, and is looked at again an
   * hour later.
   */
  @Scheduled(initialDelay = 2, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
  void dayBegins() {
    LocalDate today = OfficeDay.today(clock);
    if (today.equals(lookedOn.get())) {
      return;
    }
    if (followAll()) {
      lookedOn.set(today);
    }
  }

  /** Whether all plans could be followed. */
  boolean followAll() {
    boolean whole = true;
    for (RegisteredPlan plan : plans.list(SystemScope.SYSTEM)) {
      try {
        transaction.executeWithoutResult(status -> follow(plan));
      } catch (RuntimeException failure) {
        whole = false;
        LOG.warn("cannot follow plan {}", plan.id().value(), failure);
      }
    }
    return whole;
  }

  private void follow(RegisteredPlan plan) {
    LocalDate today = OfficeDay.today(clock);
    plan.life()
        .ceases()
        .filter(day -> !day.isAfter(today))
        .ifPresentOrElse(day -> end(plan, day), () -> revive(plan.id()));
  }

  private void end(RegisteredPlan plan, LocalDate from) {
    List<Duty> open = list(plan.id(), "", " and not (" + IS_DONE + ")");
    if (!open.isEmpty()) {
      duties.endFrom(SystemScope.SYSTEM, open, from, reason(plan.life()));
      audit.record(SystemScope.SYSTEM, "duty.followed", subject(plan.id()), "-" + open.size());
    }
  }

  /** The document that withdraws the plan, or else the version that stands in its place. */
  private String reason(Life life) {
    return life.withdrawn()
        .map(Life.Withdrawal::by)
        .or(
            () ->
                life.revisedBy()
                    .flatMap(newer -> plans.findSummary(SystemScope.SYSTEM, newer.other()))
                    .map(RegisteredPlan::title))
        .orElse("");
  }

  private void revive(PlanId plan) {
    List<Duty> ended = list(plan, Ended.PLAN_NOT_IN_FORCE.name(), "");
    if (!ended.isEmpty()) {
      ended.forEach(duty -> duties.revive(SystemScope.SYSTEM, duty));
      events.publishEvent(new DaysChanged(ended.stream().map(Duty::id).toList()));
      audit.record(SystemScope.SYSTEM, "duty.followed", subject(plan), "+" + ended.size());
    }
  }

  private static String subject(PlanId plan) {
    return plan.value().toString();
  }

  private List<Duty> list(PlanId plan, String reason, String rest) {
    return rows.complete(
        jdbc.sql("select " + DutyRows.COLUMNS + DutyRows.TABLES + OF_PLAN + rest)
            .param("plan", plan.value())
            .param("reason", reason)
            .query(BareDuty::of)
            .list());
  }
}
