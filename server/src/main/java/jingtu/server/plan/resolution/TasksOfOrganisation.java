package jingtu.server.plan.resolution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.organisation.Answering;
import jingtu.server.organisation.Answering.Step;
import jingtu.server.plan.Plans;
import jingtu.server.plan.RegisteredPlan;
import jingtu.server.plan.Validity;
import jingtu.server.scope.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an organisation answers for, and what it once did, over all plans that the scope sees. */
@Service
public class TasksOfOrganisation {

  private final Plans plans;
  private final ResolveNames resolveNames;

  TasksOfOrganisation(Plans plans, ResolveNames resolveNames) {
    this.plans = plans;
    this.resolveNames = resolveNames;
  }

  /** How an organisation stands to a task. */
  public enum Standing {
    /** It answers for it on the day. */
    NOW,
    /** It did, until another took over or the plan was over. */
    FORMER,
    /** It came apart, and nobody has said yet who goes on. */
    UNDECIDED
  }

  /**
   * One task of an organisation.
   *
   * @param until the day from which another answers or the last day of the plan; absent for now
   */
  public record Entry(
      RegisteredPlan plan,
      ResolvedTask task,
      Answerer answerer,
      Standing standing,
      Optional<LocalDate> until) {}

  /** All of them, the plans as the register lists them, the tasks in their order. */
  @Transactional(readOnly = true)
  public List<Entry> on(Scope scope, UUID organisation, LocalDate day) {
    List<Entry> entries = new ArrayList<>();
    for (RegisteredPlan plan : plans.list(scope)) {
      resolveNames
          .of(scope, plan.id(), day)
          .ifPresent(resolved -> entries.addAll(of(resolved, organisation)));
    }
    entries.sort(Comparator.comparing(Entry::standing));
    return List.copyOf(entries);
  }

  private static List<Entry> of(ResolvedPlan plan, UUID organisation) {
    List<Entry> entries = new ArrayList<>();
    for (ResolvedTask task : plan.tasks()) {
      for (Answerer answerer : task.answerers()) {
        standing(plan, answerer, organisation)
            .ifPresent(
                standing ->
                    entries.add(
                        new Entry(
                            plan.plan(),
                            task,
                            answerer,
                            standing,
                            until(plan, answerer, organisation, standing))));
      }
    }
    return entries;
  }

  private static Optional<Standing> standing(
      ResolvedPlan plan, Answerer answerer, UUID organisation) {
    UUID last =
        switch (answerer.answering()) {
          case Answering.By by -> by.organisation().id();
          case Answering.Undecided undecided -> undecided.last().id();
          case Answering.Nobody nobody -> nobody.last().id();
        };
    if (last.equals(organisation)) {
      return Optional.of(
          switch (answerer.answering()) {
            case Answering.By by -> isOver(plan) ? Standing.FORMER : Standing.NOW;
            case Answering.Undecided undecided -> Standing.UNDECIDED;
            case Answering.Nobody nobody -> Standing.FORMER;
          });
    }
    boolean passed =
        answerer.answering().steps().stream().anyMatch(step -> step.from().equals(organisation));
    return passed ? Optional.of(Standing.FORMER) : Optional.empty();
  }

  private static boolean isOver(ResolvedPlan plan) {
    return plan.plan().entry().validity().on(plan.on()) == Validity.Standing.OVER;
  }

  private static Optional<LocalDate> until(
      ResolvedPlan plan, Answerer answerer, UUID organisation, Standing standing) {
    if (standing == Standing.NOW) {
      return Optional.empty();
    }
    Optional<LocalDate> passed =
        answerer.answering().steps().stream()
            .filter(step -> step.from().equals(organisation))
            .map(Step::on)
            .findFirst();
    return passed.or(
        () ->
            switch (answerer.answering()) {
              case Answering.By by -> plan.closedOn();
              case Answering.Undecided undecided -> Optional.of(undecided.on());
              case Answering.Nobody nobody -> Optional.of(nobody.endedOn());
            });
  }
}
