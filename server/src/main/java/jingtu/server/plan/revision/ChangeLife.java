package jingtu.server.plan.revision;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import jingtu.server.audit.Audit;
import jingtu.server.organisation.Regions;
import jingtu.server.plan.Life;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.PlanLifeChanged;
import jingtu.server.plan.Plans;
import jingtu.server.plan.RegisteredPlan;
import jingtu.server.plan.TaskId;
import jingtu.server.plan.revision.LifeOutcome.Changed;
import jingtu.server.plan.revision.LifeOutcome.ChangedMeanwhile;
import jingtu.server.plan.revision.LifeOutcome.NotYourRegion;
import jingtu.server.plan.revision.LifeOutcome.Refusal;
import jingtu.server.plan.revision.LifeOutcome.Refused;
import jingtu.server.plan.revision.LifeOutcome.Unknown;
import jingtu.server.plan.revision.TaskMatches.TaskMatch;
import jingtu.server.scope.Scope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What people decide about a registered plan: that it revises another, that it is withdrawn, that
 * it is put away, which of its tasks was which; and each of these taken back. Everybody says which
 * version of the plan's life they decided on, and of two the second is told.
 */
@Service
public class ChangeLife {

  private final Plans plans;
  private final Lives lives;
  private final LinkVersions linkVersions;
  private final TaskMatches matches;
  private final Regions regions;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;

  ChangeLife(
      Plans plans,
      Lives lives,
      LinkVersions linkVersions,
      TaskMatches matches,
      Regions regions,
      Audit audit,
      ApplicationEventPublisher events,
      TransactionTemplate transaction) {
    this.plans = plans;
    this.lives = lives;
    this.linkVersions = linkVersions;
    this.matches = matches;
    this.regions = regions;
    this.audit = audit;
    this.events = events;
    this.transaction = transaction;
  }

  /** Declares a registered plan the next version of another, from a day on. */
  public LifeOutcome revise(Scope scope, PlanId newer, PlanId older, LocalDate from, int version) {
    try {
      return change(
          scope,
          newer,
          plan -> {
            Optional<RegisteredPlan> other = plans.findSummary(scope, older);
            Optional<Refusal> refusal =
                other
                    .map(found -> linkVersions.refusal(scope, plan, found, from))
                    .orElse(Optional.of(Refusal.UNKNOWN_OLDER));
            if (refusal.isPresent()) {
              return new Refused(refusal.get());
            }
            return linkVersions.link(scope, plan, version, new Life.Revision(older, from))
                ? told(scope, "plan.revised", newer, LinkVersions.tell(older, from))
                : new ChangedMeanwhile();
          });
    } catch (DuplicateKeyException revisedMeanwhile) {
      return new Refused(Refusal.ALREADY_REVISED);
    }
  }

  /** Takes back that a plan revises another; the other one is in force again. */
  public LifeOutcome reviseNoMore(Scope scope, PlanId newer, int version) {
    return change(
        scope,
        newer,
        plan -> {
          if (plan.life().revises().isEmpty()) {
            return new ChangedMeanwhile();
          }
          return linkVersions.unlink(scope, plan, version)
              ? told(
                  scope,
                  "plan.revised-no-more",
                  newer,
                  plan.life().revises().get().other().value().toString())
              : new ChangedMeanwhile();
        });
  }

  /** Notes or, where nothing is given, takes back that a plan is withdrawn. */
  public LifeOutcome withdraw(
      Scope scope, PlanId id, Optional<Life.Withdrawal> withdrawal, int version) {
    return change(
        scope,
        id,
        plan -> {
          if (!lives.setWithdrawn(scope, id, version, withdrawal)) {
            return new ChangedMeanwhile();
          }
          events.publishEvent(new PlanLifeChanged(id));
          return withdrawal
              .map(now -> told(scope, "plan.withdrawn", id, now.on() + " " + now.by()))
              .orElseGet(() -> told(scope, "plan.withdrawn-no-more", id, ""));
        });
  }

  /** Puts a plan away from a day on or, where none is given, takes that back. */
  public LifeOutcome archive(Scope scope, PlanId id, Optional<LocalDate> day, int version) {
    return change(
        scope,
        id,
        plan -> {
          if (!lives.setArchived(scope, id, version, day)) {
            return new ChangedMeanwhile();
          }
          events.publishEvent(new PlanLifeChanged(id));
          return day.map(on -> told(scope, "plan.archived", id, on.toString()))
              .orElseGet(() -> told(scope, "plan.archived-no-more", id, ""));
        });
  }

  /** Says which tasks of the version before a task was; none for one that is new. */
  public LifeOutcome pair(
      Scope scope, PlanId newer, TaskId task, List<TaskId> olderTasks, int version) {
    return change(
        scope,
        newer,
        plan ->
            plan.life()
                .revises()
                .map(older -> pair(scope, plan, older.other(), task, olderTasks, version))
                .orElseGet(() -> new Refused(Refusal.NO_OLDER)));
  }

  private LifeOutcome pair(
      Scope scope,
      RegisteredPlan newer,
      PlanId older,
      TaskId task,
      List<TaskId> olderTasks,
      int version) {
    if (!tasks(scope, newer.id()).contains(task) || !tasks(scope, older).containsAll(olderTasks)) {
      return new Refused(Refusal.STRANGE_TASK);
    }
    if (!lives.count(scope, newer.id(), version)) {
      return new ChangedMeanwhile();
    }
    List<TaskMatch> now =
        Stream.concat(
                matches.list(scope, newer.id()).stream()
                    .filter(match -> !match.newer().equals(task)),
                olderTasks.stream().distinct().map(other -> new TaskMatch(other, task, true)))
            .toList();
    matches.replace(scope, newer.id(), now);
    return told(
        scope,
        "plan.tasks-paired",
        newer.id(),
        task.value() + " <- " + olderTasks.stream().map(TaskId::value).toList());
  }

  private Set<TaskId> tasks(Scope scope, PlanId plan) {
    return plans
        .find(scope, plan)
        .map(stored -> (Set<TaskId>) new HashSet<>(stored.taskIds()))
        .orElse(Set.of());
  }

  private LifeOutcome change(Scope scope, PlanId id, Function<RegisteredPlan, LifeOutcome> change) {
    return transaction.execute(
        status -> {
          Optional<RegisteredPlan> plan = plans.findSummary(scope, id);
          if (plan.isEmpty()) {
            return new Unknown();
          }
          if (!regions.governs(scope, plan.get().region())) {
            return new NotYourRegion(plan.get().region());
          }
          return change.apply(plan.get());
        });
  }

  private LifeOutcome told(Scope scope, String action, PlanId id, String detail) {
    audit.record(scope, action, id.value().toString(), detail);
    return new Changed(plans.findSummary(scope, id).orElseThrow());
  }
}
