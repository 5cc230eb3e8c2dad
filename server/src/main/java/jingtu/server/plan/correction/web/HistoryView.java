package jingtu.server.plan.correction.web;

import java.util.List;
import java.util.UUID;
import jingtu.server.plan.Words;
import jingtu.server.plan.correction.History;
import org.jspecify.annotations.Nullable;

/**
 * What was corrected in a plan, the latest first.
 *
 * @param nextUndo the change to undo first; absent where none holds
 * @param nextRedo the change to redo first; absent where none was undone since the last was made
 */
record HistoryView(List<PlanChangeView> changes, @Nullable UUID nextUndo, @Nullable UUID nextRedo) {

  static HistoryView of(History history, Words words) {
    return new HistoryView(
        history.changes().stream().map(change -> PlanChangeView.of(change, words)).toList(),
        history.nextUndo().orElse(null),
        history.nextRedo().orElse(null));
  }
}
