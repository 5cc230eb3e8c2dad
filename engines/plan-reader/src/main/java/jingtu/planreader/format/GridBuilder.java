package jingtu.planreader.format;

import java.util.ArrayList;
import java.util.List;
import jingtu.planreader.format.Block.Grid;
import jingtu.planreader.format.Block.GridCell;

/** Lays cells into a grid, left to right and top to bottom, around those that reach down. */
final class GridBuilder {

  private final List<List<Laid>> rows = new ArrayList<>();
  private final Laid[] lowest = new Laid[Limits.TABLE_COLUMNS];
  private int cells;
  private int next;

  /** A cell whose height may still grow. */
  private static final class Laid {
    final List<String> paragraphs;
    final int row;
    final int column;
    final int columnSpan;
    int rowSpan;

    Laid(List<String> paragraphs, int row, int column, int rowSpan, int columnSpan) {
      this.paragraphs = paragraphs;
      this.row = row;
      this.column = column;
      this.rowSpan = rowSpan;
      this.columnSpan = columnSpan;
    }

    boolean reaches(int other) {
      return other - row < rowSpan;
    }
  }

  void startRow() {
    rows.add(new ArrayList<>());
    next = 0;
  }

  /** Takes the row back that was just started: its deletion was accepted. */
  void dropRow() {
    rows.removeLast();
  }

  /** Leaves some columns of the row out; goes back where it is below 0. */
  void skip(int columns) {
    next = Math.clamp((long) next + columns, 0, Limits.TABLE_COLUMNS);
  }

  /** The next cell of the row, in the first column that no cell above covers. */
  void cell(List<String> paragraphs, int rowSpan, int columnSpan) throws Unreadable {
    int row = rows.size() - 1;
    while (next < lowest.length && lowest[next] != null && lowest[next].reaches(row)) {
      next++;
    }
    place(paragraphs, rowSpan, columnSpan);
  }

  /** The next cell of the row, at its very place: the format itself fills covered places. */
  void place(List<String> paragraphs, int rowSpan, int columnSpan) throws Unreadable {
    if (next >= lowest.length) {
      return;
    }
    if (++cells > Limits.TABLE_CELLS) {
      throw Unreadable.because("too-many-cells", Limits.TABLE_CELLS);
    }
    int width = Math.clamp(columnSpan, 1, lowest.length - next);
    Laid laid = new Laid(paragraphs, rows.size() - 1, next, Math.max(1, rowSpan), width);
    rows.getLast().add(laid);
    for (int i = 0; i < width; i++) {
      lowest[next + i] = laid;
    }
    next += width;
  }

  /** A place in which the cell above continues. */
  void continueAbove(int columnSpan) throws Unreadable {
    Laid above = next < lowest.length ? lowest[next] : null;
    int row = rows.size() - 1;
    if (above == null || row == 0 || !above.reaches(row - 1) || above.column != next) {
      place(List.of(), 1, columnSpan);
      return;
    }
    above.rowSpan = row - above.row + 1;
    next += above.columnSpan;
  }

  /** The grid, with no cell reaching below the last row. */
  Grid build(boolean boilerplate) {
    List<List<GridCell>> built = new ArrayList<>();
    for (List<Laid> row : rows) {
      built.add(
          row.stream()
              .map(
                  it ->
                      new GridCell(
                          it.paragraphs,
                          it.column,
                          Math.min(it.rowSpan, rows.size() - it.row),
                          it.columnSpan))
              .toList());
    }
    return new Grid(built, boilerplate);
  }
}
