package jingtu.server.document.template;

import java.util.ArrayList;
import java.util.List;

/** Equal neighbours in the merged columns of a table. */
final class Neighbours {

  private Neighbours() {}

  /** A stretch of at least two rows, {@code first} and {@code last} among them, that are one. */
  record Run(int column, int first, int last) {}

  /**
   * The stretches to be merged: {@code rows[i][j]} is what stands in the j-th merged column. A
   * stretch of a column ends where one of a column left of it ends, and empty cells stay as they
   * are.
   */
  static List<Run> of(List<List<String>> rows) {
    List<Run> runs = new ArrayList<>();
    int columns = rows.isEmpty() ? 0 : rows.getFirst().size();
    for (int column = 0; column < columns; column++) {
      int first = 0;
      for (int row = 1; row <= rows.size(); row++) {
        if (row == rows.size() || !isSame(rows.get(row - 1), rows.get(row), column)) {
          if (row - first > 1 && !rows.get(first).get(column).isEmpty()) {
            runs.add(new Run(column, first, row - 1));
          }
          first = row;
        }
      }
    }
    return runs;
  }

  private static boolean isSame(List<String> above, List<String> below, int column) {
    return above.subList(0, column + 1).equals(below.subList(0, column + 1));
  }
}
