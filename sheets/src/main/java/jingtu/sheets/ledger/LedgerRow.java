package jingtu.sheets.ledger;

import java.util.List;
import java.util.Optional;
import jingtu.sheets.Cell;

/**
 * One entry of a ledger.
 *
 * @param number of its row, from 1
 * @param sequence its running number, where the ledger numbers its entries
 * @param cells what is written, from left to right; columns without anything are left out
 */
public record LedgerRow(String sheet, int number, Optional<Cell> sequence, List<LedgerCell> cells) {

  public LedgerRow {
    cells = List.copyOf(cells);
  }

  /** What stands in a column, if anything. */
  public Optional<LedgerCell> find(int column) {
    return cells.stream().filter(cell -> cell.column() == column).findFirst();
  }
}
