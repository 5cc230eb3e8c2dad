package jingtu.sheets.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import jingtu.sheets.CellFinding;
import jingtu.sheets.Row;
import jingtu.sheets.SheetFile;
import jingtu.sheets.ledger.LedgerBook.LeftOutSheet;
import jingtu.vocabulary.Finding;

/**
 * Reads the ledgers of a file. The whole file is held in memory: a ledger is what a person fills
 * in, thousands of rows and not millions.
 */
public final class Ledgers {

  private static final int EXAMPLES = 3;

  private Ledgers() {}

  /** The ledgers of a file, those of several sheets with the same header as one. */
  public static LedgerBook read(SheetFile file) {
    List<LeftOutSheet> leftOut = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    Map<List<?>, List<LedgerSheet>> byShape = new LinkedHashMap<>();
    for (String sheet : file.sheets()) {
      if (file.isHidden(sheet)) {
        leftOut.add(new LeftOutSheet(sheet, LeftOutSheet.Reason.HIDDEN));
        continue;
      }
      List<Row> rows = new ArrayList<>();
      file.rows(sheet, rows::add).ifPresent(findings::add);
      Optional<LedgerSheet> ledger = LedgerSheet.read(sheet, rows, file.merged(sheet));
      if (ledger.isPresent()) {
        List<?> shape = List.of(ledger.get().head().headings(), ledger.get().numberedBy());
        byShape.computeIfAbsent(shape, same -> new ArrayList<>()).add(ledger.get());
      } else {
        boolean empty = rows.stream().allMatch(Row::isEmpty);
        leftOut.add(
            new LeftOutSheet(
                sheet, empty ? LeftOutSheet.Reason.EMPTY : LeftOutSheet.Reason.NO_TABLE));
      }
    }
    return new LedgerBook(
        byShape.values().stream().map(Ledgers::together).toList(), leftOut, findings);
  }

  private static LedgerReading together(List<LedgerSheet> sheets) {
    List<String> names = sheets.stream().map(LedgerSheet::sheet).toList();
    LedgerSheet first = sheets.getFirst();
    List<LedgerRow> rows = sheets.stream().flatMap(it -> it.rows().stream()).toList();
    List<ProposedColumn> columns = columns(first, rows);
    List<CellFinding> doubts =
        Stream.concat(
                columns.stream().flatMap(column -> column.doubts().stream()),
                sheets.stream().flatMap(it -> it.doubts().stream()))
            .sorted(inTheOrderOf(names))
            .toList();
    return new LedgerReading(
        names,
        sheets.stream().flatMap(it -> it.titles().stream()).toList(),
        sheets.stream().flatMap(it -> it.notes().stream()).toList(),
        sheets.stream().flatMap(it -> it.head().cells().stream()).toList(),
        first.numberedBy(),
        columns,
        points(columns),
        rows,
        sheets.stream().flatMap(it -> it.leftOut().stream()).toList(),
        doubts);
  }

  private static Comparator<CellFinding> inTheOrderOf(List<String> sheets) {
    return Comparator.comparingInt((CellFinding it) -> sheets.indexOf(it.at().sheet()))
        .thenComparingInt(it -> it.at().row())
        .thenComparingInt(it -> it.at().column());
  }

  /** The columns over which anything stands, and those that hold anything without it. */
  private static List<ProposedColumn> columns(LedgerSheet sheet, List<LedgerRow> rows) {
    Map<Integer, List<LedgerCell>> written = new TreeMap<>();
    for (LedgerRow row : rows) {
      for (LedgerCell cell : row.cells()) {
        written.computeIfAbsent(cell.column(), column -> new ArrayList<>()).add(cell);
      }
    }
    Map<Integer, Heading> headings = new TreeMap<>();
    sheet.head().headings().forEach(it -> headings.put(it.column(), it));
    sheet.numberedBy().ifPresent(headings::remove);
    headings.values().removeIf(it -> goesOn(it, headings) && !written.containsKey(it.column()));
    written.keySet().forEach(column -> headings.computeIfAbsent(column, Heading::without));
    return headings.values().stream()
        .map(
            heading ->
                column(
                    heading,
                    written.getOrDefault(heading.column(), List.of()),
                    rows.size(),
                    sheet.head().headings().stream()
                        .noneMatch(it -> it.column() == heading.column())))
        .toList();
  }

  /** Whether a heading is that of the column to its left, merged over both. */
  private static boolean goesOn(Heading heading, Map<Integer, Heading> headings) {
    Heading left = headings.get(heading.column() - 1);
    return left != null
        && left.name().equals(heading.name())
        && left.group().equals(heading.group());
  }

  private static ProposedColumn column(
      Heading heading, List<LedgerCell> written, int rows, boolean nameless) {
    ShapeFinder.Found found = ShapeFinder.find(heading, written);
    List<CellFinding> doubts = new ArrayList<>(found.doubts());
    if (nameless) {
      doubts.add(Doubts.at(written.getFirst().from(), "no-heading", heading.name()));
    }
    LinkedHashSet<String> distinct = new LinkedHashSet<>();
    found.values().forEach(value -> distinct.add(value.written()));
    return new ProposedColumn(
        heading.column(),
        heading.group(),
        heading.name(),
        found.shape(),
        rows,
        found.values().size(),
        distinct.size(),
        distinct.stream().limit(EXAMPLES).toList(),
        doubts);
  }

  /** Each longitude with the nearest latitude, and columns that tell both. */
  private static List<PointColumns> points(List<ProposedColumn> columns) {
    List<PointColumns> points = new ArrayList<>();
    for (ProposedColumn column : columns) {
      switch (column.shape()) {
        case ShapeOfColumn.Longitude longitude ->
            columns.stream()
                .filter(it -> it.shape() instanceof ShapeOfColumn.Latitude)
                .min(Comparator.comparingInt(it -> Math.abs(it.number() - column.number())))
                .ifPresent(it -> points.add(new PointColumns(column.number(), it.number())));
        case ShapeOfColumn.Coordinates both ->
            points.add(new PointColumns(column.number(), column.number()));
        case ShapeOfColumn other -> {}
      }
    }
    return points;
  }
}
