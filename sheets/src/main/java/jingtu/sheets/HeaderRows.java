package jingtu.sheets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Finds the header of a table among its first rows: below titles and notes, one to three rows high,
 * with units beneath the names or headings that span several columns above them.
 */
public final class HeaderRows {

  /** Rows among which a header is looked for. */
  public static final int OPENING = 30;

  private static final int MOST_ROWS = 3;

  /** Share of a row's cells that must be names or units where the row continues a header. */
  private static final double CONTINUES = 2.0 / 3;

  private static final Pattern NUMBER =
      Pattern.compile("[<\uFF1C\u2264]?\\s*[-+]?\\d+(\\.\\d+)?L?");

  private final TreeMap<Integer, Row> rows = new TreeMap<>();
  private final List<CellArea> merged;
  private final Predicate<String> isName;
  private final Predicate<String> isUnit;

  private HeaderRows(
      List<Row> opening,
      List<CellArea> merged,
      Predicate<String> isName,
      Predicate<String> isUnit) {
    opening.forEach(row -> rows.put(row.number(), row));
    this.merged = merged;
    this.isName = isName;
    this.isUnit = isUnit;
  }

  /** The first rows of a sheet that hold anything, at most {@link #OPENING}. */
  public static List<Row> opening(SheetFile file, String sheet) {
    List<Row> opening = new ArrayList<>();
    // What breaks the reading off is told by whoever reads the rows.
    file.rowsWhile(sheet, row -> opening.add(row) && opening.size() < OPENING);
    return opening;
  }

  /**
   * The header around the row that holds most names, the earlier of equals; empty where no row
   * holds any.
   *
   * @param opening the sheet's first rows
   * @param merged the sheet's merged areas, none for a .csv
   * @param isName whether a text is a known name of a column, units in brackets or not
   * @param isUnit whether a text is a unit or stands where a unit would
   */
  public static Optional<Header> find(
      List<Row> opening,
      List<CellArea> merged,
      Predicate<String> isName,
      Predicate<String> isUnit) {
    return new HeaderRows(opening, merged, isName, isUnit).find();
  }

  /** The header whose rows are known already. */
  public static Header between(
      int first, int last, List<Row> rows, List<CellArea> merged, Predicate<String> isUnit) {
    return new Header(
        first, last, new HeaderRows(rows, merged, name -> true, isUnit).columns(first, last));
  }

  private Optional<Header> find() {
    int best = 0;
    long bestScore = 0;
    for (Row row : rows.values()) {
      long score = names(row);
      if (score > bestScore) {
        best = row.number();
        bestScore = score;
      }
    }
    return bestScore == 0 ? Optional.empty() : Optional.of(around(best));
  }

  private long names(Row row) {
    return row.cells().stream().filter(cell -> !cell.isEmpty() && isName.test(cell.text())).count();
  }

  private Header around(int best) {
    int last = best;
    while (last - best + 1 < MOST_ROWS && continuesBelow(last + 1)) {
      last++;
    }
    int first = best;
    while (last - first + 1 < MOST_ROWS && beginsAbove(first - 1, best)) {
      first--;
    }
    return new Header(first, last, columns(first, last));
  }

  /** Names beneath a spanning heading, or units: hardly anything else, and no number. */
  private boolean continuesBelow(int number) {
    Row row = rows.get(number);
    if (row == null) {
      return false;
    }
    List<Cell> filled = row.cells().stream().filter(cell -> !cell.isEmpty()).toList();
    boolean aNumber = filled.stream().anyMatch(HeaderRows::isNumber);
    long known =
        filled.stream()
            .filter(cell -> isName.test(cell.text()) || isUnit.test(cell.text()))
            .count();
    return !filled.isEmpty() && !aNumber && known >= CONTINUES * filled.size();
  }

  private static boolean isNumber(Cell cell) {
    return switch (cell.kind()) {
      case NUMBER, DATE, FLAG -> true;
      case TEXT -> NUMBER.matcher(cell.text()).matches();
      case EMPTY, ERROR -> false;
    };
  }

  /**
   * A row above belongs to the header where it names a column that the row of names leaves open, or
   * where a heading in it spans some of the named columns, but not all as a title does.
   */
  private boolean beginsAbove(int number, int names) {
    Row row = rows.get(number);
    Row below = rows.get(names);
    if (row == null || below == null) {
      return false;
    }
    boolean namesAnOpenColumn =
        row.cells().stream()
            .anyMatch(
                cell ->
                    !cell.isEmpty()
                        && isName.test(cell.text())
                        && below.cell(cell.address().column()).isEmpty());
    return namesAnOpenColumn || merged.stream().anyMatch(area -> spansSome(area, number, below));
  }

  private static boolean spansSome(CellArea area, int number, Row names) {
    List<Integer> named =
        names.cells().stream()
            .filter(cell -> !cell.isEmpty())
            .map(cell -> cell.address().column())
            .toList();
    long spanned =
        named.stream().filter(column -> column >= area.left() && column <= area.right()).count();
    boolean several = area.top() <= number && area.bottom() == number && area.right() > area.left();
    return several && spanned > 0 && spanned < named.size();
  }

  private List<Header.Column> columns(int first, int last) {
    int width =
        rows.subMap(first, true, last, true).values().stream()
            .mapToInt(row -> row.cells().size())
            .max()
            .orElse(0);
    int spread =
        merged.stream()
            .mapToInt(area -> area.bottom() >= first && area.top() <= last ? area.right() : 0)
            .max()
            .orElse(0);
    List<Header.Column> columns = new ArrayList<>();
    for (int column = 1; column <= Math.max(width, Math.min(spread, Limits.COLUMNS)); column++) {
      List<Cell> over = new ArrayList<>();
      for (int number = first; number <= last; number++) {
        standing(number, column, last).filter(cell -> !over.contains(cell)).ifPresent(over::add);
      }
      if (!over.isEmpty()) {
        columns.add(new Header.Column(column, over));
      }
    }
    return columns;
  }

  /** The cell that is shown at a place: its own, or that of the area or heading that covers it. */
  private Optional<Cell> standing(int number, int column, int last) {
    Cell own = cell(number, column);
    if (!own.isEmpty()) {
      return Optional.of(own);
    }
    Optional<Cell> covering =
        merged.stream()
            .filter(area -> area.contains(number, column))
            .map(area -> cell(area.top(), area.left()))
            .filter(cell -> !cell.isEmpty())
            .findFirst();
    return covering.isEmpty() && merged.isEmpty() ? heading(number, column, last) : covering;
  }

  /** Where a file knows no merged areas, a heading spans what is named below it to its right. */
  private Optional<Cell> heading(int number, int column, int last) {
    boolean namedBelow = number < last && !cell(number + 1, column).isEmpty();
    if (!namedBelow || isUnit.test(cell(number + 1, column).text())) {
      return Optional.empty();
    }
    for (int left = column - 1; left > 0; left--) {
      Cell heading = cell(number, left);
      if (!heading.isEmpty()) {
        return cell(number + 1, left).isEmpty() ? Optional.empty() : Optional.of(heading);
      }
    }
    return Optional.empty();
  }

  private Cell cell(int number, int column) {
    return rows.getOrDefault(number, new Row("", number, List.of())).cell(column);
  }
}
