package jingtu.sheets;

import java.util.List;

/**
 * One row of a sheet.
 *
 * @param sheet the sheet's name; empty in a .csv
 * @param number from 1
 * @param cells {@code cells[i]} is the cell in column {@code i + 1}; trailing empty cells are left
 *     out
 * @param faults what the file itself has wrong in this row: bytes that are no text, a formula
 *     without its value
 */
public record Row(String sheet, int number, List<Cell> cells, List<CellFinding> faults) {

  public Row {
    cells = List.copyOf(cells);
    faults = List.copyOf(faults);
  }

  /** A row without faults. */
  public Row(String sheet, int number, List<Cell> cells) {
    this(sheet, number, cells, List.of());
  }

  /** The cell in a column, counted from 1; an empty one beyond the last. */
  public Cell cell(int column) {
    return column <= cells.size()
        ? cells.get(column - 1)
        : new Cell(new CellAddress(sheet, number, column), Cell.Kind.EMPTY, "");
  }

  public boolean isEmpty() {
    return cells.stream().allMatch(Cell::isEmpty);
  }
}
