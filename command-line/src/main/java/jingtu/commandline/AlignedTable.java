package jingtu.commandline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Rows in columns that line up on a terminal, where a Chinese character is two places wide. The
 * first row holds the heads.
 */
record AlignedTable(List<List<String>> rows) {

  private static final Pattern WIDE =
      Pattern.compile("[\\p{IsHan}\\u3000-\\u303f\\uff00-\\uff60\\u2103]");

  private static final String BETWEEN = "  ";

  AlignedTable {
    rows = List.copyOf(rows);
  }

  /** The lines; nothing stands behind the last cell of a row. */
  List<String> lines() {
    List<Integer> widths = widths();
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private List<Integer> widths() {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    List<Integer> widths = new ArrayList<>(Collections.nCopies(columns, 0));
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths.set(i, Math.max(widths.get(i), width(row.get(i))));
      }
    }
    return widths;
  }

  private static String line(List<String> row, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      line.append(row.get(i)).append(" ".repeat(widths.get(i) - width(row.get(i)))).append(BETWEEN);
    }
    return line.toString().stripTrailing();
  }

  /** How many places a text takes. */
  private static int width(String text) {
    return text.codePointCount(0, text.length()) + (int) WIDE.matcher(text).results().count();
  }
}
