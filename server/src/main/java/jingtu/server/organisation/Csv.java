package jingtu.server.organisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of comma-separated text by the names in its first line. A value holds no comma, quote or
 * line break: the lists read with it need none.
 */
final class Csv {

  private Csv() {}

  /**
   * One line after the first.
   *
   * @param line counts from 1, as an editor does
   */
  record Row(int line, Map<String, String> values) {
    String get(String column) {
      return values.getOrDefault(column, "");
    }
  }

  static List<Row> rows(String text) {
    List<String> lines = text.replace("\uFEFF", "").lines().toList();
    if (lines.isEmpty()) {
      return List.of();
    }
    List<String> columns = cells(lines.getFirst());
    List<Row> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        rows.add(row(i + 1, columns, cells(lines.get(i))));
      }
    }
    return rows;
  }

  private static Row row(int line, List<String> columns, List<String> cells) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
      values.put(columns.get(i), cells.get(i));
    }
    return new Row(line, values);
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
  }
}
