package jingtu.server.plan.revision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import jingtu.server.plan.Life;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.Plans;
import jingtu.server.plan.RegisteredPlan;
import jingtu.server.scope.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The versions of a plan, one after the other. */
@Service
public class Versions {

  private final Plans plans;

  Versions(Plans plans) {
    this.plans = plans;
  }

  /** All versions of the plan that this is one of, the first first; none where it is not seen. */
  @Transactional(readOnly = true)
  public List<RegisteredPlan> of(Scope scope, PlanId id) {
    Optional<RegisteredPlan> plan = plans.findSummary(scope, id);
    if (plan.isEmpty()) {
      return List.of();
    }
    Set<PlanId> known = new HashSet<>(Set.of(id));
    List<RegisteredPlan> versions = new ArrayList<>(walk(scope, plan.get(), known, Life::revises));
    List<RegisteredPlan> all = new ArrayList<>(versions.reversed());
    all.add(plan.get());
    all.addAll(walk(scope, plan.get(), known, Life::revisedBy));
    return all;
  }

  private List<RegisteredPlan> walk(
      Scope scope,
      RegisteredPlan from,
      Set<PlanId> known,
      Function<Life, Optional<Life.Revision>> step) {
    List<RegisteredPlan> passed = new ArrayList<>();
    Optional<RegisteredPlan> at = next(scope, from, step);
    while (at.isPresent() && known.add(at.get().id())) {
      passed.add(at.get());
      at = next(scope, at.get(), step);
    }
    return passed;
  }

  private Optional<RegisteredPlan> next(
      Scope scope, RegisteredPlan plan, Function<Life, Optional<Life.Revision>> step) {
    return step.apply(plan.life()).flatMap(other -> plans.findSummary(scope, other.other()));
  }
}
