package jingtu.server.duty.refill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Writes values into cells of a workbook, in the parts of the file themselves: what is not written
 * keeps every byte. Formulas get the value that they come to now, or none, and are reckoned anew
 * when the file is opened.
 */
final class WriteWorkbook {

  private static final String BOOK = "xl/workbook.xml";

  /** What may stand in the part of the workbook before how it is reckoned, in this order. */
  private static final List<String> BEFORE_RECKONING =
      List.of(
          "fileVersion",
          "fileSharing",
          "workbookPr",
          "workbookProtection",
          "bookViews",
          "sheets",
          "functionGroups",
          "externalReferences",
          "definedNames");

  private final byte[] content;
  private final OfficeParts parts;
  private final Map<String, SheetXml> sheets = new HashMap<>();

  WriteWorkbook(byte[] content) {
    this.content = content;
    this.parts = new OfficeParts(content);
  }

  byte[] with(Map<Place, CellValue> values) {
    FormGrid grid = new WorkbookForm(content).grid();
    try (XSSFWorkbook book = WorkbookForm.open(content)) {
      values.forEach(
          (place, value) -> {
            FormCell.Format format =
                grid.find(place).map(FormCell::format).orElse(FormCell.Format.GENERAL);
            String part = part(book.getSheet(place.sheet()));
            sheet(part).put(place.row(), place.column(), value, format, book.isDate1904());
            parts.changed(part);
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    reckonWhenOpened();
    reckonNow();
    return parts.bytes();
  }

  private SheetXml sheet(String part) {
    return sheets.computeIfAbsent(part, name -> new SheetXml(parts.tree(name)));
  }

  private static String part(XSSFSheet sheet) {
    return sheet.getPackagePart().getPartName().getName().substring(1);
  }

  private void reckonWhenOpened() {
    Document tree = parts.tree(BOOK);
    Element root = tree.getDocumentElement();
    Element reckoning = Elements.first(root, "calcPr").orElseGet(() -> makeReckoning(tree, root));
    reckoning.setAttribute("fullCalcOnLoad", "1");
    parts.changed(BOOK);
  }

  private static Element makeReckoning(Document tree, Element root) {
    String prefix = root.getPrefix() == null ? "" : root.getPrefix() + ":";
    Element made = tree.createElementNS(root.getNamespaceURI(), prefix + "calcPr");
    Node after = null;
    for (Element child : Elements.of(root)) {
      after = BEFORE_RECKONING.contains(child.getLocalName()) ? child.getNextSibling() : after;
    }
    root.insertBefore(made, after);
    return made;
  }

  private void reckonNow() {
    try (XSSFWorkbook book = WorkbookForm.open(parts.bytes())) {
      FormulaEvaluator evaluator = book.getCreationHelper().createFormulaEvaluator();
      for (int i = 0; i < book.getNumberOfSheets(); i++) {
        XSSFSheet sheet = book.getSheetAt(i);
        for (Row row : sheet) {
          for (Cell cell : row) {
            // What another file says is not at hand; the value that came from there is kept.
            if (cell.getCellType() == CellType.FORMULA && !cell.getCellFormula().contains("[")) {
              reckon(part(sheet), cell, evaluator);
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void reckon(String part, Cell cell, FormulaEvaluator evaluator) {
    Kept now = evaluate(cell, evaluator);
    int row = cell.getRowIndex();
    int column = cell.getColumnIndex();
    if (!sheet(part).keeps(row, column, now.type(), now.value())) {
      sheet(part).cache(row, column, now.type(), now.value());
      parts.changed(part);
    }
  }

  /** A value as the file keeps it; of no type where it is not known. */
  private record Kept(String type, String value) {}

  private static Kept evaluate(Cell cell, FormulaEvaluator evaluator) {
    try {
      var now = evaluator.evaluate(cell);
      return switch (now.getCellType()) {
        case NUMERIC ->
            new Kept(
                "n", BigDecimal.valueOf(now.getNumberValue()).stripTrailingZeros().toPlainString());
        case STRING -> new Kept("str", Elements.writable(now.getStringValue()));
        case BOOLEAN -> new Kept("b", now.getBooleanValue() ? "1" : "0");
        case ERROR -> new Kept("e", FormulaError.forInt(now.getErrorValue()).getString());
        case BLANK, FORMULA, _NONE -> new Kept("", "");
      };
    } catch (RuntimeException unknown) {
      // The library throws many kinds for what it cannot reckon; whoever opens the file can.
      return new Kept("", "");
    }
  }
}
