package jingtu.server.plan.decomposition.sheet;

import java.util.Map;
import java.util.Optional;
import jingtu.server.plan.decomposition.WorkItemColumn;
import jingtu.sheets.CellAddress;

/**
 * What a row of a table says of one piece of work. A row that names several organisations has a
 * line for each.
 *
 * @param id names the line within its file, in the same way each time the file is read
 * @param told what the columns say that the table has
 * @param stamp what the row was when it was written out, where it tells
 */
record TableLine(
    LineId id, String table, int row, Map<WorkItemColumn, Told> told, Optional<RowStamp> stamp) {

  TableLine {
    told = Map.copyOf(told);
  }

  /**
   * What one cell says.
   *
   * @param at the cell, which may be the first of a merged area that spans the row
   * @param text in the form in which {@link CellText#of} reads it
   * @param isError whether the cell holds no value but an error of the spreadsheet
   * @param above what the next cell above says that is not empty, where this one is
   * @param inherited whether it stands above and was left out here; it tells what a new row means,
   *     and is no difference from a known one
   */
  record Told(
      CellAddress at, String text, boolean isError, Optional<String> above, boolean inherited) {}

  /** What a column says; empty where it says nothing or is not there. */
  String text(WorkItemColumn column) {
    return Optional.ofNullable(told.get(column)).map(Told::text).orElse("");
  }

  /** Where a finding about the column is marked: at its cell, or else at the organisation's. */
  CellAddress at(WorkItemColumn column) {
    return Optional.ofNullable(told.get(column))
        .or(() -> Optional.ofNullable(told.get(WorkItemColumn.ORGANISATION)))
        .map(Told::at)
        .orElseGet(() -> new CellAddress(table, row, 1));
  }
}
