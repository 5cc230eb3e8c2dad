package jingtu.server.document.template;

import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.formula.FormulaParseException;
import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaRenderer;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.formula.ptg.AreaPtgBase;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellCopyPolicy;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFEvaluationWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.CTTwoCellAnchor;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDataValidation;

/**
 * A row of a sheet that becomes several: with its styles, height, formulas and merged cells. What
 * stands below moves down, and whatever spoke of the one row speaks of all of them: the ranges of
 * formulas, the print area, choice lists.
 */
final class RepeatedRow {

  private final XSSFSheet sheet;
  private final int at;
  private final int more;

  private RepeatedRow(XSSFSheet sheet, int at, int more) {
    this.sheet = sheet;
    this.at = at;
    this.more = more;
  }

  /** Makes {@code count} rows of the one at {@code at}, which is counted from 0. */
  static void copy(XSSFSheet sheet, int at, int count) {
    if (count > 1) {
      new RepeatedRow(sheet, at, count - 1).copy();
    }
  }

  private void copy() {
    List<CellRangeAddress> across =
        sheet.getMergedRegions().stream()
            .filter(area -> area.getFirstRow() == at && area.getLastRow() == at)
            .toList();
    if (sheet.getLastRowNum() > at) {
      sheet.shiftRows(at + 1, sheet.getLastRowNum(), more, true, false);
    }
    shiftPictures();
    CellCopyPolicy policy = new CellCopyPolicy.Builder().mergedRegions(false).build();
    for (int row = at + 1; row <= at + more; row++) {
      sheet.createRow(row).copyRowFrom(sheet.getRow(at), policy);
      sheet.getRow(row).setZeroHeight(sheet.getRow(at).getZeroHeight());
      for (CellRangeAddress area : across) {
        sheet.addMergedRegionUnsafe(
            new CellRangeAddress(row, row, area.getFirstColumn(), area.getLastColumn()));
      }
    }
    widenFormulas();
    widenNames();
    widenChoices();
  }

  private void shiftPictures() {
    XSSFDrawing drawing = sheet.getDrawingPatriarch();
    if (drawing == null) {
      return;
    }
    for (CTTwoCellAnchor anchor : drawing.getCTDrawing().getTwoCellAnchorList()) {
      if (anchor.getFrom().getRow() > at) {
        anchor.getFrom().setRow(anchor.getFrom().getRow() + more);
        anchor.getTo().setRow(anchor.getTo().getRow() + more);
      }
    }
    drawing.getCTDrawing().getOneCellAnchorList().stream()
        .filter(anchor -> anchor.getFrom().getRow() > at)
        .forEach(anchor -> anchor.getFrom().setRow(anchor.getFrom().getRow() + more));
  }

  /** Formulas of this sheet outside the rows themselves; a range that ends in the row grows. */
  private void widenFormulas() {
    int index = sheet.getWorkbook().getSheetIndex(sheet);
    for (Row row : sheet) {
      if (row.getRowNum() < at || row.getRowNum() > at + more) {
        for (Cell cell : row) {
          if (cell.getCellType() == CellType.FORMULA) {
            replace(cell.getCellFormula(), FormulaType.CELL, index, cell::setCellFormula);
          }
        }
      }
    }
  }

  private void widenNames() {
    int index = sheet.getWorkbook().getSheetIndex(sheet);
    sheet.getWorkbook().getAllNames().stream()
        .filter(name -> name.getSheetIndex() == index)
        .filter(name -> !name.isFunctionName() && name.getRefersToFormula() != null)
        .forEach(
            name ->
                replace(
                    name.getRefersToFormula(),
                    FormulaType.NAMEDRANGE,
                    index,
                    name::setRefersToFormula));
  }

  private void replace(String formula, FormulaType type, int index, Consumer<String> change) {
    XSSFEvaluationWorkbook book = XSSFEvaluationWorkbook.create(sheet.getWorkbook());
    try {
      Ptg[] parts = FormulaParser.parse(formula, book, type, index);
      boolean changed = false;
      for (Ptg part : parts) {
        if (part instanceof AreaPtgBase area && area.getLastRow() == at) {
          area.setLastRow(at + more);
          changed = true;
        }
      }
      if (changed) {
        change.accept(FormulaRenderer.toFormulaString(book, parts));
      }
    } catch (FormulaParseException unknownFunction) {
      // A function that POI does not know stays as it was typed.
    }
  }

  private void widenChoices() {
    if (!sheet.getCTWorksheet().isSetDataValidations()) {
      return;
    }
    for (CTDataValidation choice :
        sheet.getCTWorksheet().getDataValidations().getDataValidationList()) {
      choice.setSqref(
          ((List<?>) choice.getSqref())
              .stream().map(area -> widened(CellRangeAddress.valueOf(area.toString()))).toList());
    }
  }

  private String widened(CellRangeAddress area) {
    if (area.getFirstRow() > at) {
      area.setFirstRow(area.getFirstRow() + more);
    }
    if (area.getLastRow() >= at) {
      area.setLastRow(area.getLastRow() + more);
    }
    return area.formatAsString();
  }
}
