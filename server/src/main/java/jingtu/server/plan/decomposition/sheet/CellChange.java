package jingtu.server.plan.decomposition.sheet;

import jingtu.server.plan.decomposition.WorkItemColumn;
import jingtu.sheets.CellAddress;

/**
 * A cell that says something else of an item than is stored.
 *
 * @param before what is stored, as text
 * @param after what the cell says, as text
 */
public record CellChange(
    WorkItemColumn column, CellAddress at, String before, String after, Kind kind) {

  /** Whether the change is certain. */
  public enum Kind {
    PLAIN,
    /** Since the table was written out, somebody changed the same thing here. */
    CONFLICT,
    /** The cell is empty where the one above says what is stored: perhaps it was unmerged. */
    DOUBTFUL
  }
}
