package jingtu.server.duty;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.Plans;
import jingtu.server.plan.RegisteredPlan;
import jingtu.server.plan.Validity.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says what a period is reported on by whether the plan is in force in it.
 *
 * <p>A plan asks nothing of a period that ends before the plan is issued or in force, or in which
 * it is replaced, withdrawn or put away. Of periods after its last day it asks only what has a day
 * that nothing said has settled. What documents and registers ask does not hang on it.
 */
@Component
public class PlansInForce {

  private final Plans plans;
  private final JdbcClient jdbc;

  PlansInForce(Plans plans, JdbcClient jdbc) {
    this.plans = plans;
    this.jdbc = jdbc;
  }

  /** Those of the duties that are asked about a period, in their order. */
  public List<Duty> asked(List<Duty> duties, LocalDate first, LocalDate last) {
    Map<PlanId, RegisteredPlan> known =
        plans.list(SystemScope.SYSTEM).stream().collect(toMap(RegisteredPlan::id, plan -> plan));
    List<Duty> spoken = duties.stream().filter(duty -> !isSilent(plan(duty, known), last)).toList();
    List<Duty> late = spoken.stream().filter(duty -> isOver(plan(duty, known), first)).toList();
    Set<UUID> unsettled = unsettled(late);
    Set<DutyId> settled = new HashSet<>();
    late.stream().map(Duty::id).filter(id -> !unsettled.contains(id.value())).forEach(settled::add);
    return spoken.stream().filter(duty -> !settled.contains(duty.id())).toList();
  }

  /** The plan that itself asks it, handed down or not. */
  private static Optional<RegisteredPlan> plan(Duty duty, Map<PlanId, RegisteredPlan> known) {
    return duty.origin() instanceof DutyOrigin.OfPlan sentence
        ? Optional.ofNullable(known.get(sentence.in()))
        : Optional.empty();
  }

  /** Whether a plan asks nothing of a period that ends on that day. */
  private static boolean isSilent(Optional<RegisteredPlan> plan, LocalDate last) {
    boolean ceased =
        plan.flatMap(each -> each.life().ceases()).filter(day -> !day.isAfter(last)).isPresent();
    boolean unheard =
        plan.flatMap(RegisteredPlan::issuedOn).filter(day -> day.isAfter(last)).isPresent();
    return ceased || unheard || stands(plan, last, Standing.NOT_YET);
  }

  /** Whether the last day of a plan is before a period that begins on that day. */
  private static boolean isOver(Optional<RegisteredPlan> plan, LocalDate first) {
    return stands(plan, first, Standing.OVER);
  }

  private static boolean stands(Optional<RegisteredPlan> plan, LocalDate day, Standing standing) {
    return plan.filter(each -> each.standing(day) == standing).isPresent();
  }

  private Set<UUID> unsettled(List<Duty> duties) {
    return duties.isEmpty()
        ? Set.of()
        : Set.copyOf(
            jdbc.sql("select id from duty where id in (:ids) and open_day is not null")
                .param("ids", duties.stream().map(duty -> duty.id().value()).toList())
                .query(UUID.class)
                .list());
  }
}
