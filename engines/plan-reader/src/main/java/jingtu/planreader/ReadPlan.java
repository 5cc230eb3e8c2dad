package jingtu.planreader;

import java.util.List;

/**
 * One plan of a file, with all that it obliges.
 *
 * @param span from the first to the last word of the plan, annexes included
 */
public record ReadPlan(
    Head head,
    Span span,
    List<Goal> goals,
    List<Task> tasks,
    List<Obligation> obligations,
    List<Doubt> findings) {

  public ReadPlan {
    goals = List.copyOf(goals);
    tasks = List.copyOf(tasks);
    obligations = List.copyOf(obligations);
    findings = List.copyOf(findings);
  }
}
