package jingtu.server.plan.resolution;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.audit.Audit;
import jingtu.server.organisation.Directories;
import jingtu.server.organisation.Directory;
import jingtu.server.organisation.Organisation;
import jingtu.server.organisation.Regions;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.Plans;
import jingtu.server.plan.StoredPlan;
import jingtu.server.plan.TaskId;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says who goes on with tasks where the organisation that answered for them came apart. */
@Service
public class ChooseSuccessor {

  private final Plans plans;
  private final Regions regions;
  private final Directories directories;
  private final SuccessorChoices choices;
  private final Audit audit;
  private final Clock clock;

  ChooseSuccessor(
      Plans plans,
      Regions regions,
      Directories directories,
      SuccessorChoices choices,
      Audit audit,
      Clock clock) {
    this.plans = plans;
    this.regions = regions;
    this.directories = directories;
    this.choices = choices;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * One task of those that are decided together.
   *
   * @param version of the choice that was seen, 0 where there was none
   */
  public record Chosen(TaskId task, int version) {}

  /** What comes of it. */
  public sealed interface Outcome {
    record Kept(List<SuccessorChoice> choices) implements Outcome {}

    record UnknownPlan() implements Outcome {}

    record NotYourRegion(RegionCode region) implements Outcome {}

    /** A task is not of the plan, or an organisation is not of the directory. */
    record NoSuch() implements Outcome {}

    /** Somebody was quicker; nothing is overwritten. */
    record Meanwhile() implements Outcome {}
  }

  /**
   * Chooses for tasks of a plan.
   *
   * @param predecessor who came apart on {@code on}
   * @param successor who goes on with these tasks; may be the predecessor
   */
  @Transactional
  public Outcome of(
      Scope scope, PlanId id, List<Chosen> tasks, UUID predecessor, LocalDate on, UUID successor) {
    Optional<StoredPlan> plan = plans.find(scope, id);
    if (plan.isEmpty()) {
      return new Outcome.UnknownPlan();
    }
    RegionCode region = plan.get().summary().region();
    if (!regions.governs(scope, region)) {
      return new Outcome.NotYourRegion(region);
    }
    Directory directory = directories.open(scope, region);
    Optional<Organisation> from = directory.find(predecessor);
    Optional<Organisation> to = directory.find(successor);
    boolean ofPlan = tasks.stream().allMatch(each -> plan.get().taskIds().contains(each.task()));
    if (from.isEmpty() || to.isEmpty() || !ofPlan || on.isAfter(today())) {
      return new Outcome.NoSuch();
    }
    var current = choices.current(scope, id);
    for (Chosen each : tasks) {
      SuccessorChoice last = current.get(new SuccessorChoices.Turn(each.task(), predecessor, on));
      if ((last == null ? 0 : last.version()) != each.version()) {
        return new Outcome.Meanwhile();
      }
    }
    return keep(scope, plan.get(), tasks, from.get(), on, to.get());
  }

  private Outcome keep(
      Scope scope,
      StoredPlan plan,
      List<Chosen> tasks,
      Organisation from,
      LocalDate on,
      Organisation to) {
    List<SuccessorChoice> kept = new ArrayList<>();
    for (Chosen each : tasks) {
      kept.add(
          choices.add(
              scope,
              new SuccessorChoices.Turn(each.task(), from.id(), on),
              each.version(),
              to.id()));
    }
    List<Integer> numbers =
        tasks.stream().map(each -> plan.taskIds().indexOf(each.task()) + 1).toList();
    audit.record(
        scope,
        "name.successor-chosen",
        plan.summary().id().value().toString(),
        from.name() + " → " + to.name() + " " + on + " " + numbers);
    return new Outcome.Kept(List.copyOf(kept));
  }

  private LocalDate today() {
    return OfficeDay.today(clock);
  }
}
