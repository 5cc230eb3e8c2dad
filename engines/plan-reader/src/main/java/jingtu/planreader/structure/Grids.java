package jingtu.planreader.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jingtu.planreader.Span;
import jingtu.planreader.format.Table;
import jingtu.planreader.structure.Condensed.Line;
import jingtu.planreader.structure.Grid.Cell;

/**
 * The tables of a document: those that its format tells, and those of a plain text, where a row is
 * a line with tabs or each cell a line that a tab opens.
 */
public final class Grids {

  private static final int FEWEST_CELLS = 6;
  private static final int FEWEST_ROWS = 2;
  private static final int MOST_COLUMNS = 40;

  private final List<Line> lines;
  private final List<Grid> found = new ArrayList<>();

  private Grids(Condensed text) {
    this.lines = text.lines();
  }

  /** The tables that the format tells; where it tells none, those that tabs show. */
  public static List<Grid> of(Condensed text, List<Table> tables) {
    if (!tables.isEmpty()) {
      return tables.stream()
          .map(table -> grid(text, table))
          .filter(grid -> !grid.rows().isEmpty())
          .toList();
    }
    return new Grids(text).find();
  }

  private static Grid grid(Condensed text, Table table) {
    List<List<Cell>> rows = new ArrayList<>();
    int columns = Math.min(table.columns(), MOST_COLUMNS);
    for (int row = 0; row < table.rows().size(); row++) {
      List<Cell> cells = new ArrayList<>();
      for (int column = 0; column < columns; column++) {
        Optional<Table.Cell> cell = table.at(row, column);
        boolean begins = cell.isPresent() && table.rows().get(row).cells().contains(cell.get());
        int end = text.position(table.span().end());
        cells.add(cell.map(c -> cell(text, c, begins)).orElse(new Cell(end, end, end, false)));
      }
      rows.add(cells);
    }
    return new Grid(
        text.position(table.span().start()), text.position(table.span().end()), rows, true);
  }

  private static Cell cell(Condensed text, Table.Cell cell, boolean begins) {
    Span first = cell.paragraphs().isEmpty() ? cell.span() : cell.paragraphs().getFirst();
    return new Cell(
        text.position(cell.span().start()),
        text.position(cell.span().end()),
        text.position(first.end()),
        begins);
  }

  private List<Grid> find() {
    int i = 0;
    while (i < lines.size()) {
      int end = lines.get(i).cell() ? endOfCells(i) : lines.get(i).isRow() ? endOfRows(i) : i;
      if (end > i) {
        i = end;
      } else {
        i++;
      }
    }
    return found;
  }

  private int endOfRows(int first) {
    int end = first;
    while (end < lines.size()
        && (lines.get(end).isRow() || (end > first && lines.get(end).cell()))) {
      end++;
    }
    if (end - first < FEWEST_ROWS) {
      return end;
    }
    List<List<Cell>> rows = new ArrayList<>();
    int columns = Math.min(MOST_COLUMNS, lines.get(first).tabs().size() + 1);
    for (Line line : lines.subList(first, end)) {
      rows.add(row(line, columns));
    }
    found.add(new Grid(lines.get(first).from(), lines.get(end - 1).to(), rows, false));
    return end;
  }

  private static List<Cell> row(Line line, int columns) {
    List<Cell> cells = new ArrayList<>();
    int from = line.from();
    for (int column = 0; column < columns; column++) {
      boolean last = column >= line.tabs().size();
      int to = last ? line.to() : line.tabs().get(column);
      cells.add(new Cell(from, to, to, true));
      from = to;
    }
    return cells;
  }

  /** Every line that a tab opens is a cell, lines without one belong to the cell before them. */
  private int endOfCells(int first) {
    List<Cell> cells = new ArrayList<>();
    int columns = 0;
    int end = first;
    while (end < lines.size()) {
      Line line = lines.get(end);
      boolean startsRow = line.cell() && end > first && line.afterBlank();
      columns = columns == 0 && startsRow ? cells.size() : columns;
      if (line.cell()) {
        cells.add(new Cell(line.from(), line.to(), line.to(), true));
      } else if (line.isRow() || (line.afterBlank() && !cellFollows(end))) {
        break;
      } else {
        Cell last = cells.removeLast();
        cells.add(new Cell(last.from(), line.to(), last.firstEnd(), true));
      }
      end++;
    }
    if (cells.size() < FEWEST_CELLS || columns < 2 || columns > MOST_COLUMNS) {
      return end;
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i + columns <= cells.size(); i += columns) {
      rows.add(cells.subList(i, i + columns));
    }
    found.add(new Grid(lines.get(first).from(), lines.get(end - 1).to(), rows, false));
    return end;
  }

  private boolean cellFollows(int at) {
    for (int i = at; i < Math.min(lines.size(), at + 8); i++) {
      if (lines.get(i).cell()) {
        return true;
      }
    }
    return false;
  }
}
