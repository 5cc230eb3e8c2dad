package jingtu.server.duty.refill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.formula.FormulaParseException;
import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.formula.ptg.AbstractFunctionPtg;
import org.apache.poi.ss.formula.ptg.AddPtg;
import org.apache.poi.ss.formula.ptg.Area3DPxg;
import org.apache.poi.ss.formula.ptg.AreaPtgBase;
import org.apache.poi.ss.formula.ptg.AttrPtg;
import org.apache.poi.ss.formula.ptg.DividePtg;
import org.apache.poi.ss.formula.ptg.MultiplyPtg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.ptg.Ref3DPxg;
import org.apache.poi.ss.formula.ptg.RefPtgBase;
import org.apache.poi.ss.formula.ptg.SubtractPtg;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFEvaluationWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The cells that formulas of a workbook add, average or multiply: they want numbers. */
final class Summed {

  private static final Set<String> FUNCTIONS =
      Set.of("SUM", "AVERAGE", "MAX", "MIN", "PRODUCT", "ROUND");

  private final Map<String, List<CellRangeAddress>> ranges = new HashMap<>();

  private Summed() {}

  static Summed in(XSSFWorkbook book) {
    Summed summed = new Summed();
    XSSFEvaluationWorkbook names = XSSFEvaluationWorkbook.create(book);
    for (Sheet sheet : book) {
      for (Row row : sheet) {
        for (Cell cell : row) {
          if (cell.getCellType() == CellType.FORMULA) {
            summed.look(cell, names, book.getSheetIndex(sheet));
          }
        }
      }
    }
    return summed;
  }

  boolean holds(String sheet, int row, int column) {
    return ranges.getOrDefault(sheet, List.of()).stream()
        .anyMatch(range -> range.isInRange(row, column));
  }

  private void look(Cell cell, XSSFEvaluationWorkbook names, int sheet) {
    Ptg[] parts;
    try {
      parts =
          FormulaParser.parse(
              cell.getCellFormula(), names, FormulaType.CELL, sheet, cell.getRowIndex());
    } catch (FormulaParseException newerThanTheLibrary) {
      return;
    }
    boolean reckons = false;
    List<Ptg> refs = new ArrayList<>();
    for (Ptg part : parts) {
      reckons |=
          part instanceof AddPtg
              || part instanceof SubtractPtg
              || part instanceof MultiplyPtg
              || part instanceof DividePtg
              || (part instanceof AbstractFunctionPtg function
                  && FUNCTIONS.contains(function.getName()))
              || (part instanceof AttrPtg attribute && attribute.isSum());
      refs.add(part);
    }
    if (reckons) {
      refs.forEach(ref -> note(ref, cell.getSheet().getSheetName()));
    }
  }

  private void note(Ptg ref, String own) {
    if (ref instanceof AreaPtgBase area) {
      String sheet = area instanceof Area3DPxg other ? other.getSheetName() : own;
      add(
          sheet,
          new CellRangeAddress(
              area.getFirstRow(), area.getLastRow(), area.getFirstColumn(), area.getLastColumn()));
    } else if (ref instanceof RefPtgBase one) {
      String sheet = one instanceof Ref3DPxg other ? other.getSheetName() : own;
      add(
          sheet,
          new CellRangeAddress(one.getRow(), one.getRow(), one.getColumn(), one.getColumn()));
    }
  }

  private void add(String sheet, CellRangeAddress range) {
    ranges.computeIfAbsent(sheet, name -> new ArrayList<>()).add(range);
  }
}
