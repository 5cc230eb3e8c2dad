package jingtu.server.register.exchange.intake;

import static jingtu.server.register.exchange.cell.ExchangeWords.words;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jingtu.server.register.exchange.cell.GuardedText;
import jingtu.server.register.exchange.intake.SourceRow.LeftOut;
import jingtu.sheets.Cell;
import jingtu.sheets.CellAddress;
import jingtu.sheets.CellArea;
import jingtu.sheets.Header;
import jingtu.sheets.HeaderRows;
import jingtu.sheets.HeaderText;
import jingtu.sheets.Row;
import jingtu.sheets.SheetFile;
import jingtu.sheets.csv.CsvFile;
import jingtu.sheets.ledger.ValueText;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;

/** The sheets of an .xlsx, or a .csv. */
final class SheetSource implements Source {

  private static final int SAMPLES = 3;

  /** Cells of a row that say what the head says where the head is repeated. */
  private static final double MOST = 2.0 / 3;

  private static final List<String> HINTS = inEveryLanguage("words.hint");
  private static final List<String> TOTALS = inEveryLanguage("words.total");
  private static final List<String> REMARKS = inEveryLanguage("words.remark");

  private final SheetFile file;

  SheetSource(SheetFile file) {
    this.file = file;
  }

  private static List<String> inEveryLanguage(String key) {
    return Stream.of(Language.values()).flatMap(each -> words(each, key).stream()).toList();
  }

  @Override
  public Kind kind() {
    return file instanceof CsvFile ? Kind.CSV : Kind.WORKBOOK;
  }

  @Override
  public List<String> sheets() {
    return file.sheets().stream().filter(sheet -> !file.isHidden(sheet)).toList();
  }

  @Override
  public Source watchedBy(DoubleConsumer progress) {
    return new SheetSource(file.watchedBy(progress));
  }

  @Override
  public TableHead head(String sheet, Predicate<String> isName, OptionalInt said) {
    List<Row> opening = HeaderRows.opening(file, sheet);
    if (said.isPresent()) {
      return opening.stream()
          .filter(row -> row.number() == said.getAsInt())
          .findFirst()
          .map(row -> head(sheet, row, opening))
          .orElseGet(() -> new TableHead(sheet, 0, 0, List.of()));
    }
    Optional<Header> known =
        HeaderRows.find(opening, file.merged(sheet), isName, SheetSource::isUnit);
    return known
        .map(header -> head(sheet, header, opening))
        .orElseGet(() -> firstRow(sheet, opening));
  }

  private static boolean isUnit(String text) {
    return ValueText.number("1" + text).filter(read -> !read.unit().isEmpty()).isPresent();
  }

  private static TableHead head(String sheet, Header header, List<Row> opening) {
    List<TableHead.Column> columns =
        header.columns().stream()
            .map(
                column ->
                    column(
                        column.number(),
                        column.cells().stream().map(Cell::text).toList(),
                        samples(opening, header.last(), column.number())))
            .toList();
    return new TableHead(sheet, header.first(), header.last(), columns);
  }

  /** Where no name is known, the first row of several texts is taken for the head. */
  private static TableHead firstRow(String sheet, List<Row> opening) {
    Optional<Row> texts =
        opening.stream()
            .filter(row -> row.cells().stream().filter(c -> c.kind() == Cell.Kind.TEXT).count() > 1)
            .findFirst();
    return texts
        .map(row -> head(sheet, row, opening))
        .orElseGet(() -> new TableHead(sheet, 0, 0, List.of()));
  }

  private static TableHead head(String sheet, Row row, List<Row> opening) {
    int number = row.number();
    List<TableHead.Column> columns =
        row.cells().stream()
            .filter(cell -> !cell.isEmpty())
            .map(
                cell ->
                    column(
                        cell.address().column(),
                        List.of(cell.text()),
                        samples(opening, number, cell.address().column())))
            .toList();
    return new TableHead(sheet, number, number, columns);
  }

  private static TableHead.Column column(int number, List<String> over, List<String> samples) {
    List<String> names = new ArrayList<>(List.of(String.join("/", over)));
    over.reversed().stream().filter(text -> !names.contains(text)).forEach(names::add);
    return new TableHead.Column(number, String.join("/", over), names, samples);
  }

  private static List<String> samples(List<Row> opening, int last, int column) {
    return opening.stream()
        .filter(row -> row.number() > last && !isHint(row))
        .map(row -> row.cell(column).text())
        .filter(text -> !text.isEmpty())
        .limit(SAMPLES)
        .toList();
  }

  private static boolean isHint(Row row) {
    return HINTS.contains(row.cell(1).text());
  }

  @Override
  public Optional<Finding> rows(TableHead head, Predicate<SourceRow> goOn) {
    List<CellArea> merged = file.merged(head.sheet());
    List<CellArea> across = merged.stream().filter(area -> area.right() > area.left()).toList();
    Spread spread = new Spread(merged, head.last());
    boolean guarded = kind() == Kind.CSV;
    return file.rowsWhile(
        head.sheet(),
        row -> {
          if (row.number() <= head.last()) {
            return true;
          }
          Row whole = spread.over(guarded ? unguarded(row) : row);
          return goOn.test(
              new SourceRow(whole, new SourceRow.Shape.None(), leftOut(row, head, across)));
        });
  }

  private static Row unguarded(Row row) {
    List<Cell> cells =
        row.cells().stream()
            .map(cell -> new Cell(cell.address(), cell.kind(), GuardedText.unguard(cell.text())))
            .toList();
    return new Row(row.sheet(), row.number(), cells, row.faults());
  }

  private static Optional<LeftOut> leftOut(Row row, TableHead head, List<CellArea> merged) {
    if (isHint(row)) {
      return Optional.of(LeftOut.HINT);
    }
    List<Cell> filled = row.cells().stream().filter(cell -> !cell.isEmpty()).toList();
    if (filled.isEmpty()) {
      return Optional.empty();
    }
    if (repeats(filled, head)) {
      return Optional.of(LeftOut.REPEATED_HEAD);
    }
    boolean total =
        filled.stream().limit(2).anyMatch(cell -> TOTALS.contains(bare(cell)))
            && filled.stream().allMatch(cell -> TOTALS.contains(bare(cell)) || isFigure(cell));
    if (total) {
      return Optional.of(LeftOut.TOTAL);
    }
    return filled.stream().allMatch(cell -> isRemark(cell.text()))
            || (filled.size() <= 2 && isRemark(filled.getFirst().text()))
            || (filled.size() == 1 && isSpread(filled.getFirst(), head, merged))
        ? Optional.of(LeftOut.REMARK)
        : Optional.empty();
  }

  /** Whether a cell is merged over most of the table, as headings between its rows are. */
  private static boolean isSpread(Cell cell, TableHead head, List<CellArea> merged) {
    return merged.stream()
        .filter(area -> area.contains(cell.address().row(), cell.address().column()))
        .anyMatch(area -> area.right() - area.left() + 1 > head.columns().size() / 2);
  }

  private static boolean isFigure(Cell cell) {
    return cell.kind() == Cell.Kind.NUMBER || ValueText.number(cell.text()).isPresent();
  }

  /** A word for remarks alone, or with what it opens behind a colon. */
  private static boolean isRemark(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return REMARKS.stream()
        .filter(plain::startsWith)
        .anyMatch(word -> plain.length() == word.length() || plain.charAt(word.length()) == ':');
  }

  private static String bare(Cell cell) {
    return HeaderText.comparable(cell.text());
  }

  private static boolean repeats(List<Cell> filled, TableHead head) {
    Map<Integer, List<String>> all =
        head.columns().stream()
            .collect(
                Collectors.toMap(
                    TableHead.Column::number,
                    c -> c.names().stream().map(HeaderText::comparable).toList()));
    long same =
        filled.stream()
            .filter(
                cell -> all.getOrDefault(cell.address().column(), List.of()).contains(bare(cell)))
            .count();
    return filled.size() > 1 && same >= MOST * filled.size();
  }

  /** What stands in the first cell of a merged area, for all the rows that it covers. */
  private static final class Spread {

    private final List<CellArea> areas;
    private final Map<CellArea, Cell> values = new HashMap<>();

    Spread(List<CellArea> merged, int last) {
      this.areas =
          merged.stream()
              .filter(area -> area.bottom() > area.top() && area.left() == area.right())
              .filter(area -> area.top() > last)
              .toList();
    }

    Row over(Row row) {
      List<CellArea> covering =
          areas.stream()
              .filter(area -> area.top() <= row.number() && row.number() <= area.bottom())
              .toList();
      if (covering.isEmpty()) {
        return row;
      }
      List<Cell> cells = new ArrayList<>(row.cells());
      for (CellArea area : covering) {
        int column = area.left();
        while (cells.size() < column) {
          cells.add(row.cell(cells.size() + 1));
        }
        if (row.number() == area.top()) {
          values.put(area, row.cell(column));
        } else {
          cells.set(column - 1, copy(area, row));
        }
      }
      return new Row(row.sheet(), row.number(), cells, row.faults());
    }

    private Cell copy(CellArea area, Row row) {
      CellAddress at = new CellAddress(row.sheet(), row.number(), area.left());
      Cell value = values.get(area);
      return value == null
          ? row.cell(area.left())
          : new Cell(at, value.kind(), value.text(), value.format());
    }
  }
}
