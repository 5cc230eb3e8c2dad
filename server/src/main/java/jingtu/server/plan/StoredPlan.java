package jingtu.server.plan;

import java.util.List;
import jingtu.planreader.Doubt;
import jingtu.planreader.Passage;
import jingtu.planreader.ReadPlan;

/**
 * A plan as it was read and kept.
 *
 * @param text the whole file as text; all offsets count its code points
 * @param passages the passages of the file without those of its other plans, in document order
 * @param taskIds {@code taskIds[i]} names {@code reading.tasks()[i]}
 * @param fileFindings what concerns the file as a whole
 */
public record StoredPlan(
    RegisteredPlan summary,
    String text,
    List<Passage> passages,
    ReadPlan reading,
    List<TaskId> taskIds,
    List<Doubt> fileFindings) {

  public StoredPlan {
    passages = List.copyOf(passages);
    taskIds = List.copyOf(taskIds);
    fileFindings = List.copyOf(fileFindings);
    if (taskIds.size() != reading.tasks().size()) {
      throw new IllegalArgumentException(
          taskIds.size() + " names for " + reading.tasks().size() + " tasks");
    }
  }

  /** The documents that it names as its basis. */
  public List<BasisDocument> basis() {
    return BasisDocument.of(reading, new Words(text));
  }
}
