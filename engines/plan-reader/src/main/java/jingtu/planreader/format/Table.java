package jingtu.planreader.format;

import java.util.List;
import java.util.Optional;
import jingtu.planreader.Span;

/**
 * A table of a document. Its rows and columns count from 0.
 *
 * @param span from the first row to the last, without the last line feed
 * @param columns how many columns the widest row has
 * @param rows from the top
 */
public record Table(Span span, int columns, List<Row> rows) {

  public Table {
    rows = List.copyOf(rows);
  }

  /**
   * A line of a table.
   *
   * @param cells those that begin in this row, from the left; a cell merged with the one above it
   *     begins there
   */
  public record Row(Span span, List<Cell> cells) {

    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A cell at the place where it begins.
   *
   * @param span its words, without the tabs around them
   * @param paragraphs its paragraphs; in the text a space stands between two of them
   * @param column the first column that it covers
   * @param rowSpan how many rows it covers, at least 1
   * @param columnSpan how many columns it covers, at least 1
   */
  public record Cell(Span span, List<Span> paragraphs, int column, int rowSpan, int columnSpan) {

    public Cell {
      paragraphs = List.copyOf(paragraphs);
    }

    boolean covers(int rowsBelow, int other) {
      return rowsBelow < rowSpan && column <= other && other < column + columnSpan;
    }
  }

  /** The cell that covers a place, wherever it begins; empty where the row is shorter. */
  public Optional<Cell> at(int row, int column) {
    for (int above = row; above >= 0; above--) {
      int rowsBelow = row - above;
      for (Cell cell : rows.get(above).cells()) {
        if (cell.covers(rowsBelow, column)) {
          return Optional.of(cell);
        }
      }
    }
    return Optional.empty();
  }
}
