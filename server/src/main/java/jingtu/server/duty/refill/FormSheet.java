package jingtu.server.duty.refill;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A sheet of a workbook, or a table of a document.
 *
 * @param widths of its columns, in narrow characters
 * @param cells row by row, from left to right; merged ones once
 * @param cut whether it has more rows or columns than are looked at
 */
public record FormSheet(
    String name, int rows, List<Integer> widths, List<FormCell> cells, boolean cut) {

  public FormSheet {
    widths = List.copyOf(widths);
    cells = List.copyOf(cells);
  }

  /** The cell that begins there. */
  Optional<FormCell> find(int row, int column) {
    return cells.stream()
        .filter(cell -> cell.place().row() == row && cell.place().column() == column)
        .findFirst();
  }

  /** The cells that lie in a row, from left to right, also those that begin above it. */
  List<FormCell> inRow(int row) {
    return cells.stream()
        .filter(cell -> cell.covers(row, cell.place().column()))
        .sorted(Comparator.comparingInt(cell -> cell.place().column()))
        .toList();
  }

  /** The words to the left of a cell, the nearest first. */
  List<String> leftOf(Place place) {
    return inRow(place.row()).reversed().stream()
        .filter(cell -> cell.place().column() < place.column() && cell.isLabel())
        .map(FormCell::text)
        .toList();
  }

  /** The words above a cell, the nearest first. */
  List<String> above(Place place) {
    return cells.reversed().stream()
        .filter(cell -> cell.place().row() + cell.rowSpan() <= place.row())
        .filter(cell -> cell.covers(cell.place().row(), place.column()))
        .filter(FormCell::isLabel)
        .map(FormCell::text)
        .toList();
  }
}
