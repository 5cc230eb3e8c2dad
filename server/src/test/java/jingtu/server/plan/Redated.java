package jingtu.server.plan;

import java.util.List;
import jingtu.planreader.Action;
import jingtu.planreader.Deadline;
import jingtu.planreader.ReadPlan;
import jingtu.planreader.Task;

/** A plan in which one date is told otherwise. */
final class Redated {

  private Redated() {}

  /** The plan with one notation in the place of another, wherever a task or its action has it. */
  static ReadPlan plan(ReadPlan plan, String notation, String instead) {
    return new ReadPlan(
        plan.head(),
        plan.span(),
        plan.goals(),
        plan.tasks().stream().map(task -> task(task, notation, instead)).toList(),
        plan.obligations(),
        plan.findings());
  }

  private static Task task(Task task, String notation, String instead) {
    return new Task(
        task.span(),
        task.clause(),
        task.path(),
        task.lead(),
        task.responsible(),
        task.participants(),
        task.implementers(),
        task.implementersSource(),
        task.open(),
        dates(task.deadlines(), notation, instead),
        task.targets(),
        task.actions().stream()
            .map(
                action ->
                    new Action(
                        action.span(),
                        action.actor(),
                        dates(action.deadlines(), notation, instead),
                        action.events(),
                        action.targets()))
            .toList());
  }

  private static List<Deadline> dates(List<Deadline> dates, String notation, String instead) {
    return dates.stream()
        .map(
            date ->
                date.notation().equals(notation)
                    ? new Deadline(instead, date.span(), date.assumed())
                    : date)
        .toList();
  }
}
