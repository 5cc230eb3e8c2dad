package jingtu.planreader.format;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
   * @param fromAbove those that begin above and reach into this row
   */
  public record Row(Span span, List<Cell> cells, List<Cell> fromAbove) {

    public Row {
      cells = List.copyOf(cells);
      fromAbove = List.copyOf(fromAbove);
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

    boolean covers(int other) {
      return column <= other && other < column + columnSpan;
    }
  }

  /** The cell that covers a place, wherever it begins; empty where the row is shorter. */
  public Optional<Cell> at(int row, int column) {
    Row at = rows.get(row);
    return Stream.concat(at.cells().stream(), at.fromAbove().stream())
        .filter(cell -> cell.covers(column))
        .findFirst();
  }
}
