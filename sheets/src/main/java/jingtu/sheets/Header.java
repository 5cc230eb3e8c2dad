package jingtu.sheets;

import java.util.List;
import java.util.Optional;

/**
 * The rows that say what stands in a table's columns.
 *
 * @param first number of the first of these rows
 * @param last number of the last; what follows are the table's own rows
 * @param columns those over which anything is written, from left to right
 */
public record Header(int first, int last, List<Column> columns) {

  public Header {
    columns = List.copyOf(columns);
  }

  /**
   * What stands over one column.
   *
   * @param number from 1
   * @param cells from top to bottom, empty ones left out and at least one; a heading that spans
   *     several columns stands over each of them, with the address of its own cell
   */
  public record Column(int number, List<Cell> cells) {

    public Column {
      cells = List.copyOf(cells);
      if (cells.isEmpty()) {
        throw new IllegalArgumentException("nothing stands over column " + number);
      }
    }

    /** Where a finding about the column is marked: its lowest cell. */
    public CellAddress at() {
      return cells.getLast().address();
    }
  }

  /** The column of that number, if anything is written over it. */
  public Optional<Column> findColumn(int number) {
    return columns.stream().filter(column -> column.number() == number).findFirst();
  }
}
