package jingtu.planreader.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jingtu.planreader.grammar.Column;

/**
 * How a task table is laid out. Columns of text followed by columns of units make a level; a table
 * may have several, from the item to its parts, each with units of its own. Text after the last
 * units says what each unit does.
 *
 * @param levels from the left
 * @param work the columns of text after the last level
 * @param targets columns that name targets
 * @param times columns that name dates
 */
record TableLayout(
    int headerRow,
    List<Level> levels,
    List<Integer> work,
    List<Integer> targets,
    List<Integer> times) {

  private static final int LAST_HEADER_ROW = 3;

  TableLayout {
    levels = List.copyOf(levels);
    work = List.copyOf(work);
    targets = List.copyOf(targets);
    times = List.copyOf(times);
  }

  /**
   * Text and those who answer for it.
   *
   * @param text its columns of text; the last holds the task, those before it headings
   * @param units its columns of units
   */
  record Level(List<Integer> text, List<Integer> units) {

    Level {
      text = List.copyOf(text);
      units = List.copyOf(units);
    }

    int body() {
      return text.getLast();
    }
  }

  /** Finds the row of headings among the first rows; empty where no column names units. */
  static Optional<TableLayout> of(List<List<String>> firstRows) {
    for (int row = 0; row < Math.min(firstRows.size(), LAST_HEADER_ROW); row++) {
      List<Column> columns = firstRows.get(row).stream().map(Column::of).toList();
      boolean names = columns.contains(Column.UNITS) && columns.contains(Column.TEXT);
      boolean brief = firstRows.get(row).stream().allMatch(words -> words.length() <= 20);
      if (names && brief) {
        return Optional.of(layout(row, firstRows.get(row), columns));
      }
    }
    return Optional.empty();
  }

  private static TableLayout layout(int row, List<String> headings, List<Column> columns) {
    List<Level> levels = new ArrayList<>();
    List<Integer> text = new ArrayList<>();
    List<Integer> units = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i) == Column.TEXT && !headings.get(i).isEmpty()) {
        if (!units.isEmpty() && !text.isEmpty()) {
          levels.add(new Level(text, units));
          text.clear();
          units.clear();
        }
        text.add(i);
      } else if (columns.get(i) == Column.UNITS) {
        units.add(i);
      }
    }
    List<Integer> work = new ArrayList<>();
    if (!units.isEmpty()) {
      levels.add(new Level(text, units));
    } else {
      work.addAll(text);
    }
    return new TableLayout(
        row, levels, work, where(columns, Column.TARGET), where(columns, Column.TIME));
  }

  private static List<Integer> where(List<Column> columns, Column wanted) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i) == wanted) {
        places.add(i);
      }
    }
    return places;
  }
}
