package jingtu.planreader.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jingtu.planreader.Deadline;
import jingtu.planreader.Goal;
import jingtu.planreader.Target;
import jingtu.planreader.grammar.TargetColumns;
import jingtu.planreader.grammar.TargetColumns.Value;
import jingtu.planreader.grammar.TargetGrammar;
import jingtu.planreader.grammar.TargetPhrase;
import jingtu.planreader.structure.Condensed;
import jingtu.planreader.structure.Grid;
import jingtu.planreader.structure.Grid.Cell;

/** Reads a table of targets, in which a row is an indicator and a column a year: its goals. */
final class TargetTable {

  private static final int LAST_HEADER_ROW = 3;

  private final Condensed text;
  private final Grid grid;
  private final int headerRow;
  private final TargetColumns columns;

  private TargetTable(Condensed text, Grid grid, int headerRow, TargetColumns columns) {
    this.text = text;
    this.grid = grid;
    this.headerRow = headerRow;
    this.columns = columns;
  }

  /** The goals of a table in order; empty where it is no table of targets. */
  static List<Goal> read(Condensed text, Grid grid, List<String> path) {
    for (int row = 0; row < Math.min(grid.rows().size(), LAST_HEADER_ROW); row++) {
      List<String> headings = grid.rows().get(row).stream().map(it -> words(text, it)).toList();
      Optional<TargetColumns> columns = TargetColumns.of(headings);
      if (columns.isPresent()) {
        return new TargetTable(text, grid, row, columns.get()).goals(path);
      }
    }
    return List.of();
  }

  private List<Goal> goals(List<String> path) {
    List<Goal> goals = new ArrayList<>();
    for (List<Cell> row : grid.rows().subList(headerRow + 1, grid.rows().size())) {
      List<Target> targets = targets(row);
      if (!targets.isEmpty()) {
        List<Deadline> deadlines =
            targets.stream().flatMap(target -> target.by().stream()).distinct().toList();
        int from = row.stream().mapToInt(Cell::from).min().orElseThrow();
        int to = row.stream().mapToInt(Cell::to).max().orElseThrow();
        goals.add(new Goal(text.span(from, to), path, Optional.empty(), deadlines, targets));
      }
    }
    return goals;
  }

  private List<Target> targets(List<Cell> row) {
    String indicator = words(text, row.get(columns.indicator()));
    String unit = columns.unit().map(column -> words(text, row.get(column))).orElse("");
    List<Target> targets = new ArrayList<>();
    for (Value value : columns.values()) {
      Cell cell = row.get(value.column());
      String sentence = TargetColumns.sentence(indicator, words(text, cell), unit);
      TargetGrammar.read(sentence).stream()
          .map(phrase -> target(phrase, cell, value))
          .forEach(targets::add);
    }
    return targets;
  }

  private Target target(TargetPhrase phrase, Cell cell, Value value) {
    Cell heading = grid.rows().get(headerRow).get(value.column());
    return new Target(
        text.span(cell.from(), cell.to()),
        phrase.indicator(),
        phrase.comparator(),
        phrase.value(),
        phrase.unit(),
        value
            .year()
            .map(year -> year + "-12-31")
            .map(day -> new Deadline(day, text.span(heading.from(), heading.to()), false)),
        phrase.baseline(),
        phrase.reference(),
        phrase.scope(),
        phrase.implied(),
        phrase.aspirational());
  }

  private static String words(Condensed text, Cell cell) {
    return text.text().substring(cell.from(), Math.max(cell.from(), cell.to()));
  }
}
