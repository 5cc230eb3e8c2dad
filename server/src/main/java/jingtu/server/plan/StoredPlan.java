package jingtu.server.plan;

import java.util.List;
import jingtu.planreader.Doubt;
import jingtu.planreader.Passage;
import jingtu.planreader.ReadPlan;

/**
 * A plan as it is kept.
 *
 * @param text the whole file as text; all offsets count its code points
 * @param passages the passages of the file without those of its other plans, in document order
 * @param reading what is understood of it now: as it was read, with all corrections
 * @param entries how its goals, tasks and obligations stand
 * @param fileFindings what concerns the file as a whole
 * @param findingStates how the findings of the plan and then those of its file stand
 */
public record StoredPlan(
    RegisteredPlan summary,
    String text,
    List<Passage> passages,
    ReadPlan reading,
    EntryStates entries,
    List<Doubt> fileFindings,
    List<FindingState> findingStates) {

  public StoredPlan {
    passages = List.copyOf(passages);
    fileFindings = List.copyOf(fileFindings);
    findingStates = List.copyOf(findingStates);
    if (!entries.fits(reading)) {
      throw new IllegalArgumentException("the entries do not belong to the reading");
    }
    if (findingStates.size() != reading.findings().size() + fileFindings.size()) {
      throw new IllegalArgumentException(findingStates.size() + " states of findings");
    }
  }

  /** {@code taskIds[i]} names {@code reading.tasks()[i]}. */
  public List<TaskId> taskIds() {
    return entries.tasks().stream().map(EntryState::id).map(TaskId::new).toList();
  }

  /** The documents that it names as its basis. */
  public List<BasisDocument> basis() {
    return BasisDocument.of(reading, new Words(text));
  }
}
