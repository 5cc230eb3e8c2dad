package jingtu.server.plan.revision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jingtu.planreader.revision.Comparison;
import jingtu.planreader.revision.PlanComparison;
import jingtu.server.audit.Audit;
import jingtu.server.plan.Life;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.PlanLifeChanged;
import jingtu.server.plan.Plans;
import jingtu.server.plan.RegisteredPlan;
import jingtu.server.plan.StoredPlan;
import jingtu.server.plan.revision.LifeOutcome.Refusal;
import jingtu.server.plan.revision.TaskMatches.TaskMatch;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.Scope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes one plan the next version of another, as a part of the caller's transaction, and keeps
 * which task became which.
 */
@Component
public class LinkVersions {

  private final Plans plans;
  private final Lives lives;
  private final TaskMatches matches;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  LinkVersions(
      Plans plans,
      Lives lives,
      TaskMatches matches,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.plans = plans;
    this.lives = lives;
    this.matches = matches;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Links the plan of an adopted file that is the newer version: of several the one that most tasks
   * of the older are found in. It is in force from the day that its entry says, or else from that
   * of its issue, or else from today.
   *
   * @return why it cannot be the newer version; the caller then takes the adoption back
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Refusal> adopted(Scope scope, PlanId older, List<RegisteredPlan> adopted) {
    Optional<StoredPlan> before = plans.find(scope, older);
    if (before.isEmpty()) {
      return Optional.of(Refusal.UNKNOWN_OLDER);
    }
    RegisteredPlan newer =
        adopted.size() == 1 ? adopted.getFirst() : mostAlike(scope, before.get(), adopted);
    LocalDate from =
        newer
            .entry()
            .validity()
            .from()
            .or(() -> newer.entry().issuedOn())
            .orElseGet(() -> OfficeDay.today(clock));
    Optional<Refusal> refusal = refusal(scope, newer, before.get().summary(), from);
    if (refusal.isEmpty()) {
      link(scope, newer, newer.life().version(), new Life.Revision(older, from));
      audit.record(scope, "plan.revised", newer.id().value().toString(), tell(older, from));
    }
    return refusal;
  }

  /** What the audit tells of a revision. */
  static String tell(PlanId older, LocalDate from) {
    return older.value() + " from " + from;
  }

  private RegisteredPlan mostAlike(Scope scope, StoredPlan older, List<RegisteredPlan> adopted) {
    return adopted.stream()
        .max(
            Comparator.comparingInt(
                plan ->
                    plans
                        .find(scope, plan.id())
                        .map(newer -> compare(older, newer).tasks().size())
                        .orElse(0)))
        .orElseThrow();
  }

  /** Why one plan cannot be the next version of another from a day on. */
  Optional<Refusal> refusal(
      Scope scope, RegisteredPlan newer, RegisteredPlan older, LocalDate from) {
    if (!newer.region().equals(older.region())) {
      return Optional.of(Refusal.OTHER_REGION);
    }
    if (comesBefore(scope, newer.id(), older)) {
      return Optional.of(Refusal.CIRCLE);
    }
    if (newer.life().revises().filter(other -> !other.other().equals(older.id())).isPresent()) {
      return Optional.of(Refusal.REVISES_ANOTHER);
    }
    if (older.life().revisedBy().filter(other -> !other.other().equals(newer.id())).isPresent()) {
      return Optional.of(Refusal.ALREADY_REVISED);
    }
    boolean early = begin(older).filter(begin -> !from.isAfter(begin)).isPresent();
    boolean late = newer.life().revisedBy().filter(next -> !next.from().isAfter(from)).isPresent();
    return early || late ? Optional.of(Refusal.TOO_EARLY) : Optional.empty();
  }

  /** The first day of a plan, as far as anything says so. */
  static Optional<LocalDate> begin(RegisteredPlan plan) {
    return plan.life()
        .revises()
        .map(Life.Revision::from)
        .or(() -> plan.entry().validity().from())
        .or(() -> plan.entry().issuedOn());
  }

  /** Whether a plan is another one or a version before it. */
  private boolean comesBefore(Scope scope, PlanId plan, RegisteredPlan other) {
    Set<PlanId> passed = new HashSet<>();
    Optional<RegisteredPlan> at = Optional.of(other);
    while (at.isPresent() && passed.add(at.get().id())) {
      at = at.get().life().revises().flatMap(older -> plans.findSummary(scope, older.other()));
    }
    return passed.contains(plan);
  }

  /** Links two plans that may be linked; false where the newer one's life went on meanwhile. */
  boolean link(Scope scope, RegisteredPlan newer, int version, Life.Revision older) {
    if (!lives.setOlder(scope, newer.id(), version, Optional.of(older))) {
      return false;
    }
    StoredPlan before = plans.find(scope, older.other()).orElseThrow();
    StoredPlan after = plans.find(scope, newer.id()).orElseThrow();
    matches.replace(scope, newer.id(), matches(before, after));
    changed(older.other(), newer.id());
    return true;
  }

  private static List<TaskMatch> matches(StoredPlan before, StoredPlan after) {
    return compare(before, after).tasks().stream()
        .map(
            pair ->
                new TaskMatch(
                    before.taskIds().get(pair.before()), after.taskIds().get(pair.after()), false))
        .toList();
  }

  private static Comparison compare(StoredPlan before, StoredPlan after) {
    return PlanComparison.of(CompareVersions.text(before), CompareVersions.text(after));
  }

  /** Takes a link back with all that was said about its tasks. */
  boolean unlink(Scope scope, RegisteredPlan newer, int version) {
    if (!lives.setOlder(scope, newer.id(), version, Optional.empty())) {
      return false;
    }
    matches.replace(scope, newer.id(), List.of());
    newer.life().revises().ifPresent(older -> changed(older.other(), newer.id()));
    return true;
  }

  private void changed(PlanId older, PlanId newer) {
    events.publishEvent(new PlanLifeChanged(older));
    events.publishEvent(new PlanLifeChanged(newer));
  }
}
