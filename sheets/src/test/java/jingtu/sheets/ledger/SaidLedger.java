package jingtu.sheets.ledger;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jingtu.sheets.Cell;
import jingtu.sheets.CellAddress;
import jingtu.sheets.SheetFile;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Messages;

/** Readings in lines that a test compares. */
final class SaidLedger {

  private SaidLedger() {}

  static LedgerBook read(Path file) {
    return switch (SheetFile.open(file)) {
      case SheetFile.Opened(SheetFile opened) -> Ledgers.read(opened);
      case SheetFile.Refused(Finding finding) -> throw new AssertionError("refused: " + finding);
    };
  }

  static List<String> lines(LedgerBook book) {
    List<String> lines = new ArrayList<>();
    book.ledgers().forEach(ledger -> say(ledger, lines));
    book.leftOut()
        .forEach(
            it -> {
              lines.add("left out sheet " + it.sheet() + " " + it.reason());
              Messages.say(it.why(), Language.ZH);
            });
    book.findings().forEach(it -> lines.add("finding " + it.problem().key()));
    return lines;
  }

  private static void say(LedgerReading ledger, List<String> lines) {
    lines.add("ledger of " + String.join(", ", ledger.sheets()));
    ledger.titles().forEach(it -> lines.add("title " + it.address() + " " + it.text()));
    ledger.notes().forEach(it -> lines.add("note " + it.address() + " " + it.text()));
    ledger
        .numberedBy()
        .ifPresent(column -> lines.add("numbered by " + CellAddress.letters(column)));
    ledger.columns().forEach(it -> lines.add(say(it)));
    ledger.points().forEach(it -> lines.add(say(it)));
    ledger.rows().forEach(it -> lines.add(say(it, ledger.columns())));
    for (LeftOut row : ledger.leftOut()) {
      String cells = row.cells().stream().map(Cell::text).collect(Collectors.joining(" | "));
      lines.add("left out " + row.sheet() + "!" + row.row() + " " + row.reason() + " " + cells);
      Messages.say(row.why(), Language.EN);
    }
    ledger
        .doubts()
        .forEach(
            it -> {
              lines.add("doubt " + it.at() + " " + it.problem().key());
              it.finding().say(Language.ZH);
              it.finding().say(Language.EN);
            });
  }

  static String say(ProposedColumn column) {
    return "column %s %s%s: %s filled %d/%d distinct %d"
        .formatted(
            CellAddress.letters(column.number()),
            column.group().isEmpty() ? "" : column.group() + "/",
            column.name(),
            say(column.shape()),
            column.filled(),
            column.rows(),
            column.distinct());
  }

  static String say(ShapeOfColumn shape) {
    return switch (shape) {
      case ShapeOfColumn.Words(int longest) -> "Words[" + longest + "]";
      case ShapeOfColumn.LongWords(int longest) -> "LongWords[" + longest + "]";
      case ShapeOfColumn.Figure(int decimals, var min, var max) ->
          "Figure[" + decimals + " decimals" + range(min, max) + "]";
      case ShapeOfColumn.Quantity(String unit, int decimals, var min, var max) ->
          "Quantity[" + unit + ", " + decimals + " decimals" + range(min, max) + "]";
      case ShapeOfColumn.Choice(List<String> values) -> "Choice[" + String.join("; ", values) + "]";
      case ShapeOfColumn other -> other.getClass().getSimpleName();
    };
  }

  private static String range(Optional<BigDecimal> min, Optional<BigDecimal> max) {
    return min.isEmpty()
        ? ""
        : ", " + min.get().toPlainString() + ".." + max.orElseThrow().toPlainString();
  }

  private static String say(PointColumns point) {
    String longitude = CellAddress.letters(point.longitude());
    return point.longitude() == point.latitude()
        ? "points " + longitude
        : "points " + longitude + " " + CellAddress.letters(point.latitude());
  }

  private static String say(LedgerRow row, List<ProposedColumn> columns) {
    String cells =
        columns.stream()
            .map(column -> row.find(column.number()).map(it -> say(it, row)).orElse(""))
            .collect(Collectors.joining(" | "));
    return "row %s!%d %s: %s"
        .formatted(row.sheet(), row.number(), row.sequence().map(Cell::text).orElse(""), cells)
        .stripTrailing();
  }

  private static String say(LedgerCell cell, LedgerRow row) {
    return cell.from().row() == row.number()
        ? cell.written()
        : "↓"
            + CellAddress.letters(cell.from().column())
            + cell.from().row()
            + " "
            + cell.written();
  }
}
