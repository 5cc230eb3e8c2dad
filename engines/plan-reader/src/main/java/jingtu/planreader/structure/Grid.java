package jingtu.planreader.structure;

import java.util.List;
import java.util.Optional;

/**
 * A table in the condensed text.
 *
 * @param rows from the top, each with as many cells as the table has columns
 * @param merges whether the cells tell which of them are merged; where they do not, an empty cell
 *     may be one that the cell above covers
 */
public record Grid(int from, int to, List<List<Cell>> rows, boolean merges) {

  public Grid {
    rows = rows.stream().map(List::copyOf).toList();
  }

  /**
   * The words of a cell.
   *
   * @param firstEnd where its first paragraph ends
   * @param begins whether the cell begins in this row; a merged cell stands in every row that it
   *     covers
   */
  public record Cell(int from, int to, int firstEnd, boolean begins) {

    public boolean isEmpty() {
      return from >= to;
    }
  }

  public int columns() {
    return rows.isEmpty() ? 0 : rows.getFirst().size();
  }

  public Optional<Cell> at(int row, int column) {
    boolean inside = row < rows.size() && column < rows.get(row).size();
    return inside ? Optional.of(rows.get(row).get(column)) : Optional.empty();
  }
}
