package jingtu.sheets.ledger;

import jingtu.sheets.Cell;
import jingtu.sheets.CellAddress;

/**
 * What an entry has in a column.
 *
 * @param column from 1
 * @param from the cell in which it is written: another than that of the entry where a merged cell
 *     stands for several entries
 * @param kind what the file says that the cell holds
 * @param written as shown to the reader: a share shown as percent with its sign, a date without a
 *     time of midnight
 */
public record LedgerCell(int column, CellAddress from, Cell.Kind kind, String written) {}
