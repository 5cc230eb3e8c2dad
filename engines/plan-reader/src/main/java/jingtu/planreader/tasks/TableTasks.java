package jingtu.planreader.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jingtu.planreader.grammar.Clause;
import jingtu.planreader.grammar.ClauseGrammar;
import jingtu.planreader.grammar.Enumerator;
import jingtu.planreader.structure.Condensed;
import jingtu.planreader.structure.Grid;
import jingtu.planreader.structure.Grid.Cell;
import jingtu.planreader.tasks.TableLayout.Level;

/** Reads the rows of a task table: which text, under which headings, is whose task. */
final class TableTasks {

  private final Condensed text;
  private final Grid grid;
  private final TableLayout layout;

  /** The cells in force in each column: an empty one may be covered by that above. */
  private final List<Cell> inForce = new ArrayList<>();

  private TableTasks(Condensed text, Grid grid, TableLayout layout) {
    this.text = text;
    this.grid = grid;
    this.layout = layout;
  }

  /**
   * One task of a row.
   *
   * @param body its text
   * @param clause the cells that name its units, joined to one clause
   * @param extras cells with further dates and targets
   * @param work cells that say what each unit does
   */
  record RowTask(List<String> path, Cell body, Clause clause, List<Cell> extras, List<Cell> work) {}

  /** The tasks of a table in order; empty where it is no task table. */
  static List<RowTask> read(Condensed text, Grid grid) {
    List<List<String>> top =
        grid.rows().stream()
            .limit(4)
            .map(row -> row.stream().map(cell -> words(text, cell)).toList())
            .toList();
    return TableLayout.of(top)
        .map(layout -> new TableTasks(text, grid, layout).rows())
        .orElse(List.of());
  }

  private List<RowTask> rows() {
    List<RowTask> tasks = new ArrayList<>();
    for (int row = layout.headerRow() + 1; row < grid.rows().size(); row++) {
      if (!isSection(grid.rows().get(row))) {
        takeUp(grid.rows().get(row));
        for (int level = 0; level < layout.levels().size(); level++) {
          task(row, level).ifPresent(tasks::add);
        }
      }
    }
    return tasks;
  }

  /** A row with words in its first cell only parts the table into sections. */
  private boolean isSection(List<Cell> row) {
    boolean section =
        row.stream()
                .skip(1)
                .allMatch(cell -> cell.isEmpty() || cell.from() == row.getFirst().from())
            && !row.getFirst().isEmpty()
            && Enumerator.at(words(text, row.getFirst())).isPresent();
    if (section) {
      inForce.clear();
    }
    return section;
  }

  private void takeUp(List<Cell> row) {
    boolean first = inForce.isEmpty();
    boolean above = false;
    for (int column = 0; column < row.size(); column++) {
      Cell cell = row.get(column);
      if (first) {
        inForce.add(cell);
      } else if (!cell.isEmpty() || grid.merges() || above) {
        inForce.set(column, cell);
      }
      above |= !first && !cell.isEmpty() && isHeading(column);
    }
  }

  private boolean isHeading(int column) {
    List<Integer> columns = layout.levels().getFirst().text();
    return columns.contains(column) && column != layout.levels().getLast().body();
  }

  private Optional<RowTask> task(int row, int number) {
    Level level = layout.levels().get(number);
    boolean last = number == layout.levels().size() - 1;
    boolean swapped = level.text().isEmpty() && !layout.work().isEmpty();
    if (level.text().isEmpty() && !swapped) {
      return Optional.empty();
    }
    Cell body = grid.rows().get(row).get(swapped ? layout.work().getFirst() : level.body());
    if (body.isEmpty() || !body.begins()) {
      return Optional.empty();
    }
    List<Cell> extras = last ? cells(layout.targets(), layout.times()) : List.of();
    List<Cell> work = last && !swapped ? cells(layout.work(), List.of()) : List.of();
    return Optional.of(new RowTask(path(number), body, clause(level), extras, work));
  }

  private List<Cell> cells(List<Integer> some, List<Integer> others) {
    List<Cell> cells = new ArrayList<>();
    some.forEach(column -> cells.add(inForce.get(column)));
    others.forEach(column -> cells.add(inForce.get(column)));
    cells.removeIf(Cell::isEmpty);
    return cells;
  }

  /** The headings above a level: all text columns of the first but its last. */
  private List<String> path(int number) {
    List<String> path = new ArrayList<>();
    for (int i = 0; i <= number; i++) {
      List<Integer> columns = layout.levels().get(i).text();
      for (int column : columns.subList(0, Math.max(0, columns.size() - 1))) {
        Cell cell = inForce.get(column);
        String heading = text.text().substring(cell.from(), Math.max(cell.from(), cell.firstEnd()));
        if (!heading.isEmpty()) {
          path.add(heading.endsWith("。") ? heading.substring(0, heading.length() - 1) : heading);
        }
      }
    }
    return path;
  }

  private Clause clause(Level level) {
    List<Clause> named = new ArrayList<>();
    for (int column : level.units()) {
      String heading = words(text, grid.rows().get(layout.headerRow()).get(column));
      ClauseGrammar.parseCell(heading, words(text, inForce.get(column))).ifPresent(named::add);
    }
    return Clause.joined(named);
  }

  private static String words(Condensed text, Cell cell) {
    return text.text().substring(cell.from(), Math.max(cell.from(), cell.to()));
  }
}
