package jingtu.server.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jingtu.planreader.Action;
import jingtu.planreader.Deadline;
import jingtu.planreader.Goal;
import jingtu.planreader.Obligation;
import jingtu.planreader.ReadPlan;
import jingtu.planreader.Span;
import jingtu.planreader.Task;

/**
 * A sentence of a plan with its dates and events, whatever part of the plan it belongs to.
 *
 * @param number of the task, goal or obligation among its kind, from 1
 * @param parties everybody who is named for it, the actor among them
 */
record PlanDuty(
    CalendarEntry.Kind kind,
    int number,
    Span sentence,
    List<String> path,
    Optional<String> actor,
    List<String> parties,
    List<Deadline> deadlines,
    List<String> events) {

  /** Goals, tasks and obligations of a plan, each kind in document order. */
  static List<PlanDuty> listOf(ReadPlan plan) {
    List<PlanDuty> duties = new ArrayList<>();
    for (int i = 0; i < plan.goals().size(); i++) {
      duties.add(of(i + 1, plan.goals().get(i)));
    }
    for (int i = 0; i < plan.tasks().size(); i++) {
      duties.addAll(of(i + 1, plan.tasks().get(i)));
    }
    for (int i = 0; i < plan.obligations().size(); i++) {
      duties.add(of(i + 1, plan.obligations().get(i)));
    }
    return duties;
  }

  /** An entry of the calendar for one of the dates or events. */
  CalendarEntry entry(String when, Span words, Optional<LocalDate> day, boolean assumed) {
    String heading = path.isEmpty() ? "" : path.getLast();
    return new CalendarEntry(
        kind, number, sentence, heading, actor, parties, when, words, day, assumed);
  }

  private static PlanDuty of(int number, Goal goal) {
    return new PlanDuty(
        CalendarEntry.Kind.GOAL,
        number,
        goal.span(),
        goal.path(),
        Optional.empty(),
        List.of(),
        goal.deadlines(),
        List.of());
  }

  private static PlanDuty of(int number, Obligation obligation) {
    return new PlanDuty(
        CalendarEntry.Kind.OBLIGATION,
        number,
        obligation.span(),
        obligation.path(),
        obligation.actor(),
        obligation.actor().stream().toList(),
        obligation.deadlines(),
        obligation.events());
  }

  /** Each action of the task; and the task itself for the dates that none of them bears. */
  private static List<PlanDuty> of(int number, Task task) {
    List<String> named =
        Stream.of(task.lead(), task.responsible(), task.participants(), task.implementers())
            .flatMap(List::stream)
            .toList();
    PlanDuty whole =
        new PlanDuty(
            CalendarEntry.Kind.TASK,
            number,
            task.span(),
            task.path(),
            Optional.empty(),
            named,
            task.deadlinesOfNoAction(),
            List.of());
    return Stream.concat(
            task.actions().stream().map(action -> whole.narrowedTo(action)), Stream.of(whole))
        .toList();
  }

  private PlanDuty narrowedTo(Action action) {
    return new PlanDuty(
        kind,
        number,
        action.span(),
        path,
        action.actor(),
        Stream.concat(parties.stream(), action.actor().stream()).distinct().toList(),
        action.deadlines(),
        action.events());
  }
}
