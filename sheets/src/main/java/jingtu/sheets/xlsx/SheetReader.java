package jingtu.sheets.xlsx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import jingtu.sheets.Blanks;
import jingtu.sheets.Cell;
import jingtu.sheets.CellAddress;
import jingtu.sheets.CellFinding;
import jingtu.sheets.Limits;
import jingtu.sheets.Row;
import jingtu.sheets.Unreadable;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one sheet (ECMA-376 part 1, 18.3.1.73 and 18.3.1.4). A formula counts as the
 * value that was stored with it.
 */
final class SheetReader {

  private final String sheet;
  private final SharedTexts shared;
  private final NumberFormats formats;
  private final boolean from1904;

  private int row;
  private int column;
  private final List<@Nullable Cell> cells = new ArrayList<>();
  private final List<CellFinding> faults = new ArrayList<>();
  private boolean tooWide;

  SheetReader(String sheet, SharedTexts shared, NumberFormats formats, boolean from1904) {
    this.sheet = sheet;
    this.shared = shared;
    this.formats = formats;
    this.from1904 = from1904;
  }

  /** Gives rows that hold anything to {@code goOn} until it answers false. */
  void read(XmlPart xml, Predicate<Row> goOn) throws Unreadable {
    while (xml.next()) {
      if (xml.isStart("row")) {
        beginRow(xml.number("r", row + 1));
      } else if (xml.isStart("c")) {
        readCell(xml);
      } else if (xml.isEnd("row") && !endRow(goOn)) {
        return;
      } else if (xml.isEnd("sheetData")) {
        return;
      }
    }
  }

  private void beginRow(int number) throws Unreadable {
    if (number < 1 || number > Limits.ROWS) {
      throw Unreadable.because("many-rows", Limits.ROWS);
    }
    row = number;
    column = 0;
    cells.clear();
    faults.clear();
    tooWide = false;
  }

  private boolean endRow(Predicate<Row> goOn) {
    if (cells.isEmpty() && faults.isEmpty()) {
      return true;
    }
    List<Cell> filled = new ArrayList<>(cells.size());
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      filled.add(
          cell != null ? cell : new Cell(new CellAddress(sheet, row, i + 1), Cell.Kind.EMPTY, ""));
    }
    return goOn.test(new Row(sheet, row, filled, faults));
  }

  private void readCell(XmlPart xml) throws Unreadable {
    column = CellReference.column(xml.attribute("r", "")).orElse(column + 1);
    String type = xml.attribute("t", "n");
    int style = xml.number("s", 0);
    boolean formula = false;
    @Nullable String value = null;
    while (xml.next() && !xml.isEnd("c")) {
      if (xml.isStart("v")) {
        value = RichText.readPlain(xml);
      } else if (xml.isStart("is")) {
        value = RichText.read(xml, "is");
      } else if (xml.isStart()) {
        formula |= xml.isStart("f");
        xml.skip();
      }
    }
    if (column > Limits.COLUMNS) {
      refuseColumn(value);
      return;
    }
    CellAddress at = new CellAddress(sheet, Math.max(1, row), column);
    boolean stored = value != null && (!value.isEmpty() || type.equals("str"));
    if (value == null || !stored) {
      if (formula) {
        faults.add(Unreadable.inCell(at, "formula-without-value"));
      }
      return;
    }
    put(understand(at, type, style, value));
  }

  private void refuseColumn(@Nullable String value) {
    if (value != null && !value.isBlank() && !tooWide) {
      tooWide = true;
      CellAddress last = new CellAddress(sheet, Math.max(1, row), Limits.COLUMNS);
      faults.add(Unreadable.inCell(last, "wide-row", Limits.COLUMNS));
    }
  }

  private void put(Cell cell) {
    if (cell.isEmpty()) {
      return;
    }
    while (cells.size() < cell.address().column()) {
      cells.add(null);
    }
    cells.set(cell.address().column() - 1, cell);
  }

  /** ECMA-376 part 1, 18.18.11 lists the types. */
  private Cell understand(CellAddress at, String type, int style, String value) {
    return switch (type) {
      case "s" -> text(at, sharedText(at, value));
      case "inlineStr" -> text(at, value);
      case "str" -> text(at, RichText.unescape(value));
      case "b" -> new Cell(at, Cell.Kind.FLAG, value.strip().equals("1") ? "TRUE" : "FALSE");
      case "e" -> new Cell(at, Cell.Kind.ERROR, value.strip());
      case "d" -> new Cell(at, Cell.Kind.DATE, value.strip(), formats.of(style).code());
      case String number -> number(at, formats.of(style), value.strip());
    };
  }

  private static Cell text(CellAddress at, String text) {
    String words = Blanks.strip(text);
    return new Cell(at, words.isEmpty() ? Cell.Kind.EMPTY : Cell.Kind.TEXT, words);
  }

  private String sharedText(CellAddress at, String value) {
    try {
      int number = Integer.parseInt(value.strip());
      if (shared.has(number)) {
        return shared.get(number);
      }
    } catch (NumberFormatException damaged) {
      // Told below.
    }
    faults.add(Unreadable.inCell(at, "missing-text", value));
    return "";
  }

  private Cell number(CellAddress at, NumberFormat format, String value) {
    Optional<String> decimal = StoredNumber.shortest(value);
    if (decimal.isEmpty()) {
      faults.add(Unreadable.inCell(at, "broken-number", value));
      return text(at, value);
    }
    Optional<String> date =
        format.date() ? StoredNumber.date(Double.parseDouble(value), from1904) : Optional.empty();
    Cell.Kind kind = date.isPresent() ? Cell.Kind.DATE : Cell.Kind.NUMBER;
    return new Cell(at, kind, date.orElse(decimal.get()), format.code());
  }
}
