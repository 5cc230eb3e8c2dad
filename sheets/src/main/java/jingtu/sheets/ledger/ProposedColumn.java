package jingtu.sheets.ledger;

import java.util.List;
import jingtu.sheets.CellFinding;

/**
 * A column of a ledger as it might become a field.
 *
 * @param number from 1
 * @param group what stands over it and its neighbours, from top to bottom with {@code /} between;
 *     empty where nothing does
 * @param name what stands over it, without its unit; the letters of the column where nothing does
 * @param rows how many entries the ledger has
 * @param filled how many of them have a value here; a mark of nothing is none
 * @param distinct how many different values there are
 * @param examples a few different values, as written
 * @param doubts values that do not fit the shape, or fit it only in part
 */
public record ProposedColumn(
    int number,
    String group,
    String name,
    ShapeOfColumn shape,
    int rows,
    int filled,
    int distinct,
    List<String> examples,
    List<CellFinding> doubts) {

  public ProposedColumn {
    examples = List.copyOf(examples);
    doubts = List.copyOf(doubts);
  }

  /** Whether every entry has a value, so that the field may be required. */
  public boolean alwaysFilled() {
    return rows > 0 && filled == rows;
  }

  /** Whether no value returns, so that the field may be a key. */
  public boolean unique() {
    return filled > 0 && distinct == filled;
  }
}
