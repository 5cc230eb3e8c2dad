package jingtu.server.plan;

import java.util.List;
import java.util.Optional;
import jingtu.server.audit.Audit;
import jingtu.server.document.Documents;
import jingtu.server.organisation.Regions;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes an import back: the file goes, and with it every plan that was read from it, as they came
 * together. The audit keeps that they were there. A version that one of them replaced is in force
 * again.
 */
@Service
public class TakeBackPlan {

  private final Plans plans;
  private final Documents documents;
  private final Regions regions;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  TakeBackPlan(
      Plans plans,
      Documents documents,
      Regions regions,
      Audit audit,
      ApplicationEventPublisher events) {
    this.plans = plans;
    this.documents = documents;
    this.regions = regions;
    this.audit = audit;
    this.events = events;
  }

  /** What comes of it. */
  public sealed interface Outcome {
    record TakenBack(List<RegisteredPlan> plans) implements Outcome {
      public TakenBack {
        plans = List.copyOf(plans);
      }
    }

    /** No such plan, or none that the scope sees. */
    record Unknown() implements Outcome {}

    /** The plan is seen, but belongs to a region that is not the account's to fill. */
    record NotYourRegion(RegionCode region) implements Outcome {}
  }

  @Transactional
  public Outcome of(Scope scope, PlanId id) {
    Optional<RegisteredPlan> plan = plans.findSummary(scope, id);
    if (plan.isEmpty()) {
      return new Outcome.Unknown();
    }
    if (!regions.governs(scope, plan.get().region())) {
      return new Outcome.NotYourRegion(plan.get().region());
    }
    return remove(scope, plan.get());
  }

  private Outcome remove(Scope scope, RegisteredPlan plan) {
    List<RegisteredPlan> together = plans.listOfFile(scope, plan.documentId());
    if (!plans.removeFile(scope, plan.documentId())) {
      return new Outcome.Unknown();
    }
    documents.remove(scope, plan.documentId());
    audit.record(
        scope,
        "plan.taken-back",
        plan.documentId().value().toString(),
        RegisteredPlan.tell(together));
    together.forEach(each -> events.publishEvent(new PlanTakenBack(each.id())));
    together.stream()
        .flatMap(each -> each.life().revises().stream())
        .forEach(older -> events.publishEvent(new PlanLifeChanged(older.other())));
    return new Outcome.TakenBack(together);
  }
}
