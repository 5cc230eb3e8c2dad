package jingtu.server.plan.demand;

import java.util.Optional;
import java.util.UUID;
import jingtu.server.plan.TaskId;

/** Where in a plan a demand stands; it keeps naming the place whatever is corrected there. */
public sealed interface DemandPlace {

  /**
   * A sentence of a task.
   *
   * @param action absent where the task has no sentence of its own and stands as a whole
   */
  record InTask(TaskId task, Optional<UUID> action) implements DemandPlace {}

  /** A sentence outside the tasks. */
  record Outside(UUID obligation) implements DemandPlace {}

  /** The entry of the plan: the task or the obligation. */
  default UUID entry() {
    return switch (this) {
      case InTask(TaskId task, Optional<UUID> action) -> task.value();
      case Outside(UUID obligation) -> obligation;
    };
  }

  /** The sentence within a task. */
  default Optional<UUID> sentence() {
    return switch (this) {
      case InTask(TaskId task, Optional<UUID> action) -> action;
      case Outside outside -> Optional.empty();
    };
  }
}
