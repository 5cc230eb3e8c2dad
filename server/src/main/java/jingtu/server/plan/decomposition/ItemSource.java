package jingtu.server.plan.decomposition;

import java.util.Optional;
import java.util.UUID;
import jingtu.server.plan.TaskId;

/** What a work item comes from. */
public sealed interface ItemSource {

  /**
   * A task of the plan.
   *
   * @param action the one sentence of the task; absent where the item stands for the whole task
   */
  record OfPlan(TaskId task, Optional<UUID> action) implements ItemSource {}

  /** A duty of the plan that stands in no task. */
  record OfObligation(UUID obligation) implements ItemSource {}

  /** A notice, a meeting's decision or an inspection's finding. */
  record OfDocument(SourceId document) implements ItemSource {}

  /** Nothing but the person who typed it. */
  record ByHand() implements ItemSource {}
}
