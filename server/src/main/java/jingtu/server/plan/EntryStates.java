package jingtu.server.plan;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jingtu.planreader.ReadPlan;
import jingtu.planreader.Task;

/** How the entries of a plan stand; each list runs beside that of its reading. */
public record EntryStates(
    List<EntryState> goals, List<EntryState> tasks, List<EntryState> obligations) {

  public EntryStates {
    goals = List.copyOf(goals);
    tasks = List.copyOf(tasks);
    obligations = List.copyOf(obligations);
  }

  /** The entries of a plan that nobody has corrected. */
  public static EntryStates asRead(ReadPlan plan, Supplier<UUID> names) {
    return new EntryStates(
        plan.goals().stream().map(goal -> asRead(names, 0)).toList(),
        plan.tasks().stream().map(Task::actions).map(all -> asRead(names, all.size())).toList(),
        plan.obligations().stream().map(obligation -> asRead(names, 0)).toList());
  }

  private static EntryState asRead(Supplier<UUID> names, int actions) {
    List<UUID> ofActions = Stream.generate(names).limit(actions).toList();
    return new EntryState(names.get(), 0, Optional.empty(), ofActions);
  }

  boolean fits(ReadPlan plan) {
    return goals.size() == plan.goals().size()
        && tasks.size() == plan.tasks().size()
        && obligations.size() == plan.obligations().size();
  }
}
