package jingtu.server.duty;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jingtu.server.audit.Audit;
import jingtu.server.organisation.Regions;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.Plans;
import jingtu.server.plan.RegisteredPlan;
import jingtu.server.plan.demand.PlanDemands;
import jingtu.server.scope.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * How often the organisations of a plan report on their duties, also on those with a date. The
 * recurrences that a plan states outside its tasks are proposed and the shortest of them is used,
 * until somebody says otherwise.
 */
@Repository
public class Rhythms {

  /** Every month, quarter, half-year or year. */
  public static final Set<Integer> CHOICES = Set.of(1, 3, 6, 12);

  private final JdbcClient jdbc;
  private final Plans plans;
  private final Regions regions;
  private final Audit audit;

  Rhythms(JdbcClient jdbc, Plans plans, Regions regions, Audit audit) {
    this.jdbc = jdbc;
    this.plans = plans;
    this.regions = regions;
    this.audit = audit;
  }

  /**
   * A rhythm of a plan.
   *
   * @param months 1 for every month, 3 for every quarter, 6, or 12
   * @param sentence the words of the plan that state it; empty where somebody added it
   * @param used whether it is in use
   */
  public record Rhythm(int months, String sentence, boolean used) {}

  /** The rhythms of a plan, the shortest first. */
  @Transactional(readOnly = true)
  public List<Rhythm> list(Scope scope, PlanId plan) {
    return plans.findSummary(scope, plan).isPresent() ? all(plan) : List.of();
  }

  private List<Rhythm> all(PlanId plan) {
    return jdbc.sql(
            "select months, sentence, used from reporting_rhythm where plan_id = :plan order by months")
        .param("plan", plan.value())
        .query(
            (row, n) ->
                new Rhythm(row.getInt("months"), row.getString("sentence"), row.getBoolean("used")))
        .list();
  }

  /**
   * Says which rhythms of a plan are used, by whoever governs its region.
   *
   * @param months each 1, 3, 6 or 12
   * @return whether it was done; otherwise the scope may not, or there is no such plan
   */
  @Transactional
  public boolean choose(Scope scope, PlanId plan, Set<Integer> months) {
    if (!CHOICES.containsAll(months)) {
      throw new IllegalArgumentException("no rhythm: " + months);
    }
    Optional<RegisteredPlan> known = plans.findSummary(scope, plan);
    if (known.isEmpty() || !regions.governs(scope, known.get().region())) {
      return false;
    }
    List<Rhythm> before = all(plan);
    jdbc.sql("update reporting_rhythm set used = false where plan_id = :plan")
        .param("plan", plan.value())
        .update();
    for (int each : months) {
      if (before.stream().anyMatch(rhythm -> rhythm.months() == each)) {
        jdbc.sql(
                "update reporting_rhythm set used = true where plan_id = :plan and months = :months")
            .param("plan", plan.value())
            .param("months", each)
            .update();
      } else {
        insert(plan, new Rhythm(each, "", true));
      }
    }
    audit.record(scope, "duty.rhythm-chosen", plan.value().toString(), months.toString());
    return true;
  }

  /**
   * Takes over what a plan states; what somebody chose stays. Every two months, say, is no rhythm
   * of round-ups and is left out.
   */
  void propose(PlanDemands read) {
    PlanId plan = read.plan().id();
    Set<Integer> known = all(plan).stream().map(Rhythm::months).collect(Collectors.toSet());
    boolean first = known.isEmpty();
    List<PlanDemands.Rhythm> usable =
        read.rhythms().stream().filter(rhythm -> CHOICES.contains(rhythm.months())).toList();
    for (int i = 0; i < usable.size(); i++) {
      PlanDemands.Rhythm rhythm = usable.get(i);
      if (!known.contains(rhythm.months())) {
        insert(plan, new Rhythm(rhythm.months(), rhythm.sentence(), first && i == 0));
      }
    }
  }

  private void insert(PlanId plan, Rhythm rhythm) {
    jdbc.sql(
            """
            insert into reporting_rhythm (plan_id, months, sentence, used)
            values (:plan, :months, :sentence, :used)
            """)
        .param("plan", plan.value())
        .param("months", rhythm.months())
        .param("sentence", rhythm.sentence())
        .param("used", rhythm.used())
        .update();
  }
}
