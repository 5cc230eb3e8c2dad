package jingtu.sheets.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import jingtu.sheets.Cell;
import jingtu.sheets.CellArea;
import jingtu.sheets.Header;
import jingtu.sheets.HeaderRows;
import jingtu.sheets.Row;

/**
 * The header of a ledger whose columns nobody knows yet: the first row near the top that holds
 * short, different words over most of the columns, and the rows beneath that go on with it.
 *
 * @param headings one for each column over which anything stands
 * @param cells all cells of the header
 */
record TableHead(int first, int last, List<Heading> headings, List<Cell> cells) {

  /** Names, names beneath groups, units, and numbers of columns. */
  private static final int MOST_ROWS = 5;

  /** Share of a row's cells that must be names, and of names that must differ. */
  private static final double MOSTLY = 0.75;

  /** Share of the widest row's columns over which a header stands. */
  private static final double WIDE = 0.6;

  private static final int LONGEST_NAME = 40;
  private static final int LEAST_COLUMN_NUMBERS = 4;
  private static final String FULL_STOP = "\u3002";

  TableHead {
    headings = List.copyOf(headings);
    cells = List.copyOf(cells);
  }

  /** The header of a sheet; empty where no row can be one. */
  static Optional<TableHead> find(List<Row> rows, List<CellArea> merged) {
    return new Finder(rows, merged).find();
  }

  private static final class Finder {
    private final NavigableMap<Integer, Row> rows = new TreeMap<>();
    private final List<CellArea> merged;
    private final Areas areas;

    Finder(List<Row> all, List<CellArea> merged) {
      List<Row> opening =
          all.stream().filter(row -> !row.isEmpty()).limit(HeaderRows.OPENING).toList();
      opening.forEach(row -> rows.put(row.number(), row));
      int end = opening.isEmpty() ? 0 : opening.getLast().number();
      this.merged = merged.stream().filter(area -> area.top() <= end).toList();
      this.areas = new Areas(this.merged);
    }

    Optional<TableHead> find() {
      long widest = rows.values().stream().mapToLong(this::covered).max().orElse(0);
      return rows.values().stream()
          .filter(row -> holdsNames(row) && covered(row) >= WIDE * widest)
          .findFirst()
          .map(row -> from(row.number()));
    }

    /** How many columns a row has anything in, counting those over which its cells are merged. */
    private long covered(Row row) {
      long columns = 0;
      for (Cell cell : filled(row)) {
        columns += areas.width(cell);
      }
      return columns;
    }

    private static List<Cell> filled(Row row) {
      return row.cells().stream().filter(cell -> !cell.isEmpty()).toList();
    }

    private static boolean holdsNames(Row row) {
      List<Cell> filled = filled(row);
      List<String> names =
          filled.stream().filter(Finder::isName).map(cell -> Word.key(cell.text())).toList();
      boolean notes = filled.stream().anyMatch(cell -> Texts.isLabelled(cell.text()));
      return filled.size() >= 2
          && !notes
          && names.size() >= MOSTLY * filled.size()
          && Set.copyOf(names).size() >= MOSTLY * names.size();
    }

    private static boolean isName(Cell cell) {
      String text = cell.text();
      return cell.kind() == Cell.Kind.TEXT
          && text.codePointCount(0, text.length()) <= LONGEST_NAME
          && !text.contains(FULL_STOP)
          && !ValueText.isBlank(text)
          && ValueText.number(text).isEmpty()
          && !(ValueText.day(text).orElse(null) instanceof WrittenDay.On);
    }

    private TableHead from(int first) {
      int last = first;
      Set<Integer> beneath = new HashSet<>();
      while (last - first + 1 < MOST_ROWS) {
        int next = last + 1;
        if (areUnits(next) || areColumnNumbers(next)) {
          beneath.add(next);
        } else if (!beneath.isEmpty() || !goesOn(first, next)) {
          break;
        }
        last = next;
      }
      Header header =
          HeaderRows.between(
              first,
              last,
              List.copyOf(rows.values()),
              merged,
              text -> Heading.unit(text).isPresent());
      List<Heading> headings = header.columns().stream().map(it -> heading(it, beneath)).toList();
      List<Cell> cells = new ArrayList<>();
      rows.subMap(first, true, last, true).values().forEach(row -> cells.addAll(filled(row)));
      return new TableHead(first, last, headings, cells);
    }

    private static Heading heading(Header.Column column, Set<Integer> beneath) {
      return Heading.of(
          column,
          column.cells().stream().filter(it -> !beneath.contains(it.address().row())).toList(),
          column.cells().stream().filter(it -> beneath.contains(it.address().row())).toList());
    }

    private boolean areUnits(int number) {
      Row row = rows.get(number);
      if (row == null) {
        return false;
      }
      List<Cell> filled = filled(row);
      boolean only =
          filled.stream()
              .allMatch(
                  cell -> Heading.unit(cell.text()).isPresent() || ValueText.isBlank(cell.text()));
      return only && filled.stream().anyMatch(cell -> Heading.unit(cell.text()).isPresent());
    }

    /** A row that numbers the columns: {@code 甲 乙 1 2 3}, with a number in every column. */
    private boolean areColumnNumbers(int number) {
      Row row = rows.get(number);
      if (row == null) {
        return false;
      }
      int expected = 1;
      for (Cell cell : filled(row)) {
        boolean letter = expected == 1 && Word.COLUMN_NUMBER.is(cell.text());
        if (!letter && !Word.key(cell.text()).equals(String.valueOf(expected++))) {
          return false;
        }
      }
      return expected > LEAST_COLUMN_NUMBERS;
    }

    /** Whether a cell of the header reaches down into the row, or the row fills up what it left. */
    private boolean goesOn(int first, int number) {
      boolean reachedInto =
          areas.reachingInto(number).stream().anyMatch(area -> area.top() >= first);
      Row row = rows.get(number);
      if (row == null) {
        return reachedInto;
      }
      List<Cell> filled = filled(row);
      boolean names = filled.stream().allMatch(Finder::isName);
      return reachedInto
          || (names && filled.stream().allMatch(cell -> standsUnderGroup(cell, row)));
    }

    /** Whether the cell above is empty, or a heading that spans more than this column. */
    private boolean standsUnderGroup(Cell cell, Row row) {
      Row above = rows.get(cell.address().row() - 1);
      if (above == null) {
        return false;
      }
      int column = cell.address().column();
      Cell over = above.cell(column);
      boolean spansUnmerged =
          areas.areNone() && above.cell(column + 1).isEmpty() && !row.cell(column + 1).isEmpty();
      return over.isEmpty() || areas.width(over) > 1 || spansUnmerged;
    }
  }
}
