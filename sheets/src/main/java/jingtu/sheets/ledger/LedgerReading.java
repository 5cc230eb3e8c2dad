package jingtu.sheets.ledger;

import java.util.List;
import java.util.Optional;
import jingtu.sheets.Cell;
import jingtu.sheets.CellFinding;

/**
 * One ledger, out of one sheet or out of several of the same shape. Every cell of these sheets that
 * holds anything is in one of the lists: title, note, header, running number or value of a row, or
 * cell of a row that is left out.
 *
 * @param sheets the sheets' names; where there are several, the name of each may tell something of
 *     its entries, such as their township
 * @param titles one for each sheet that has one
 * @param notes what else stands above the headers
 * @param header the cells of the headers
 * @param numberedBy the column of running numbers, which is none of the columns
 * @param columns from left to right
 * @param rows the entries in the order of the file
 * @param leftOut the rows that are no entries, in the order of the file
 * @param doubts what somebody should look at, in the order of the file: those of the columns, and
 *     faults of the file itself
 */
public record LedgerReading(
    List<String> sheets,
    List<Cell> titles,
    List<Cell> notes,
    List<Cell> header,
    Optional<Integer> numberedBy,
    List<ProposedColumn> columns,
    List<PointColumns> points,
    List<LedgerRow> rows,
    List<LeftOut> leftOut,
    List<CellFinding> doubts) {

  public LedgerReading {
    sheets = List.copyOf(sheets);
    titles = List.copyOf(titles);
    notes = List.copyOf(notes);
    header = List.copyOf(header);
    columns = List.copyOf(columns);
    points = List.copyOf(points);
    rows = List.copyOf(rows);
    leftOut = List.copyOf(leftOut);
    doubts = List.copyOf(doubts);
  }

  /** What the ledger calls itself: the first title; empty where it has none. */
  public String title() {
    return titles.isEmpty() ? "" : titles.getFirst().text();
  }

  /** The groups of columns, from left to right. */
  public List<String> groups() {
    return columns.stream()
        .map(ProposedColumn::group)
        .filter(group -> !group.isEmpty())
        .distinct()
        .toList();
  }
}
