package jingtu.server.plan;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import jingtu.server.audit.Audit;
import jingtu.server.organisation.Regions;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Corrects what the register says of a plan. The audit keeps what it said before; the printed text
 * is not touched.
 */
@Service
public class CorrectEntry {

  private final Plans plans;
  private final Regions regions;
  private final Audit audit;

  CorrectEntry(Plans plans, Regions regions, Audit audit) {
    this.plans = plans;
    this.regions = regions;
    this.audit = audit;
  }

  /** What comes of it. */
  public sealed interface Outcome {
    record Corrected(RegisteredPlan plan) implements Outcome {}

    /** No such plan, or none that the scope sees. */
    record Unknown() implements Outcome {}

    /** The plan is seen, but belongs to a region that is not the account's to fill. */
    record NotYourRegion(RegionCode region) implements Outcome {}

    /** The parent is not registered, or is the plan itself or one of those below it. */
    record NoParent(PlanId parent) implements Outcome {}
  }

  @Transactional
  public Outcome of(Scope scope, PlanId id, RegisterEntry entry) {
    Optional<RegisteredPlan> before = plans.findSummary(scope, id);
    if (before.isEmpty()) {
      return new Outcome.Unknown();
    }
    RegionCode region = before.get().region();
    if (!regions.governs(scope, region)) {
      return new Outcome.NotYourRegion(region);
    }
    if (entry.parent().filter(parent -> !mayBeAbove(scope, parent, id)).isPresent()) {
      return new Outcome.NoParent(entry.parent().get());
    }
    return correct(scope, before.get(), entry);
  }

  private Outcome correct(Scope scope, RegisteredPlan before, RegisterEntry entry) {
    if (!entry.equals(before.entry())) {
      plans.correct(scope, before.id(), entry);
      audit.record(
          scope,
          "plan.corrected",
          before.id().value().toString(),
          before.entry().tellChange(entry));
    }
    return new Outcome.Corrected(plans.findSummary(scope, before.id()).orElseThrow());
  }

  /** Whether the parent is registered and no way up from it leads to the plan. */
  private boolean mayBeAbove(Scope scope, PlanId parent, PlanId plan) {
    Optional<RegisteredPlan> at = plans.findSummary(scope, parent);
    if (at.isEmpty()) {
      return false;
    }
    Set<PlanId> passed = new HashSet<>();
    while (at.isPresent() && passed.add(at.get().id())) {
      at = at.get().entry().parent().flatMap(above -> plans.findSummary(scope, above));
    }
    return !passed.contains(plan);
  }
}
