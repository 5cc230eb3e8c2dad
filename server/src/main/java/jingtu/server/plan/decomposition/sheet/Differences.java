package jingtu.server.plan.decomposition.sheet;

import java.util.List;
import java.util.Optional;
import jingtu.server.plan.decomposition.WorkItem;
import jingtu.sheets.CellFinding;

/**
 * What a table says that is not stored yet, and what is stored that it does not say.
 *
 * @param unchanged lines that say of their item just what is stored
 * @param newerHere items of which the table says what was stored when it was written out, and which
 *     were changed here since; they stay as they are
 * @param elsewhere items of organisations that the table does not concern
 */
public record Differences(
    List<Changed> changed,
    List<Lookalike> lookalikes,
    List<Added> added,
    List<WorkItem> missing,
    int unchanged,
    List<WorkItem> newerHere,
    int elsewhere,
    List<CellFinding> findings) {

  public Differences {
    changed = List.copyOf(changed);
    lookalikes = List.copyOf(lookalikes);
    added = List.copyOf(added);
    missing = List.copyOf(missing);
    newerHere = List.copyOf(newerHere);
    findings = List.copyOf(findings);
  }

  /** An item of which the table says something else. */
  public record Changed(LineId line, WorkItem item, List<CellChange> cells) {
    public Changed {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A line without a known code, and the item that it may mean.
   *
   * @param likeness from 0 to 1
   * @param cells what it says of that item
   * @param asNew the item that it makes if it means another
   */
  public record Lookalike(
      LineId line,
      WorkItem item,
      double likeness,
      List<CellChange> cells,
      Optional<WorkItem> asNew) {
    public Lookalike {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A line that no item is like.
   *
   * @param code what it gives as its code, which no item has; mostly empty
   */
  public record Added(LineId line, String code, WorkItem item) {}
}
