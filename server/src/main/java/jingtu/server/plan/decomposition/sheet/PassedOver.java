package jingtu.server.plan.decomposition.sheet;

/**
 * A row that says nothing of a piece of work.
 *
 * @param text what stands in its first cells
 */
public record PassedOver(String table, int row, Kind kind, String text) {

  /** What such a row is. */
  public enum Kind {
    HEADER,
    TOTAL,
    REMARK,
    /** A line across the table, which is the heading of the rows below it. */
    CHAPTER
  }
}
