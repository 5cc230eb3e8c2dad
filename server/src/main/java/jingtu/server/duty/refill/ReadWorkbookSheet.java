package jingtu.server.duty.refill;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import jingtu.server.duty.refill.FormCell.Content;
import jingtu.server.duty.refill.FormCell.Format;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFDataValidation;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

/** Reads what one sheet of a workbook shows. */
final class ReadWorkbookSheet {

  /** A line of text is so many times as high as its letters. */
  private static final double LINE = 1.3;

  private static final int WIDTH_UNITS = 256;

  private final XSSFSheet sheet;
  private final Summed summed;
  private final DataFormatter formatter = new DataFormatter(Locale.ROOT);
  private final Map<Long, CellRangeAddress> merged = new HashMap<>();
  private final Set<Long> covered = new HashSet<>();
  private final List<XSSFDataValidation> validations;

  ReadWorkbookSheet(XSSFSheet sheet, Summed summed) {
    this.sheet = sheet;
    this.summed = summed;
    this.validations = sheet.getDataValidations();
    for (CellRangeAddress range : sheet.getMergedRegions()) {
      merged.put(key(range.getFirstRow(), range.getFirstColumn()), range);
      cover(range);
    }
  }

  /** As far as the sheet is shown: a single area may span millions of cells. */
  private void cover(CellRangeAddress range) {
    int lastRow = Math.min(range.getLastRow(), FormFile.MOST_ROWS);
    int lastColumn = Math.min(range.getLastColumn(), FormFile.MOST_COLUMNS);
    for (int row = range.getFirstRow(); row <= lastRow; row++) {
      for (int column = range.getFirstColumn(); column <= lastColumn; column++) {
        covered.add(key(row, column));
      }
    }
  }

  FormSheet read() {
    int rows = 0;
    int columns = 0;
    for (int row = 0; row <= sheet.getLastRowNum(); row++) {
      int used = used(row);
      rows = used > 0 ? row + 1 : rows;
      columns = Math.max(columns, used);
    }
    for (CellRangeAddress range : sheet.getMergedRegions()) {
      rows = Math.max(rows, range.getLastRow() + 1);
      columns = Math.max(columns, range.getLastColumn() + 1);
    }
    int seenRows = Math.min(rows, FormFile.MOST_ROWS);
    int seenColumns = Math.min(columns, FormFile.MOST_COLUMNS);
    List<FormCell> cells = new ArrayList<>();
    for (int row = 0; row < seenRows; row++) {
      for (int column = 0; column < seenColumns; column++) {
        if (merged.containsKey(key(row, column)) || !covered.contains(key(row, column))) {
          cells.add(cell(row, column));
        }
      }
    }
    List<Integer> widths = IntStream.range(0, seenColumns).map(this::width).boxed().toList();
    return new FormSheet(
        sheet.getSheetName(), seenRows, widths, cells, seenRows < rows || seenColumns < columns);
  }

  /** How many columns of a row hold something or have a border. */
  private int used(int row) {
    XSSFRow cells = sheet.getRow(row);
    int used = 0;
    if (cells != null) {
      for (var each : cells) {
        XSSFCell cell = (XSSFCell) each;
        if (cell.getCellType() != CellType.BLANK || hasBorder(cell.getCellStyle())) {
          used = cell.getColumnIndex() + 1;
        }
      }
    }
    return used;
  }

  private static boolean hasBorder(XSSFCellStyle style) {
    return style.getBorderBottom() != BorderStyle.NONE || style.getBorderTop() != BorderStyle.NONE;
  }

  private FormCell cell(int row, int column) {
    XSSFRow cells = sheet.getRow(row);
    XSSFCell cell = cells == null ? null : cells.getCell(column);
    CellRangeAddress range =
        merged.getOrDefault(key(row, column), new CellRangeAddress(row, row, column, column));
    int width =
        IntStream.rangeClosed(range.getFirstColumn(), range.getLastColumn()).map(this::width).sum();
    return new FormCell(
        new Place(sheet.getSheetName(), row, column),
        range.getLastRow() - range.getFirstRow() + 1,
        range.getLastColumn() - range.getFirstColumn() + 1,
        text(cell),
        content(cell),
        format(cell),
        room(cell, range, width),
        width,
        choices(row, column),
        summed.holds(sheet.getSheetName(), row, column));
  }

  private String text(@Nullable XSSFCell cell) {
    if (cell == null) {
      return "";
    }
    return cell.getCellType() == CellType.FORMULA
        ? "=" + cell.getCellFormula()
        : formatter.formatCellValue(cell);
  }

  private static Content content(@Nullable XSSFCell cell) {
    if (cell == null) {
      return Content.EMPTY;
    }
    // A table of what-if values has a formula too, which POI takes for a number.
    if (cell.getCTCell().isSetF()) {
      return Content.FORMULA;
    }
    return switch (cell.getCellType()) {
      case FORMULA -> Content.FORMULA;
      case NUMERIC -> Content.NUMBER;
      case STRING -> cell.getStringCellValue().isBlank() ? Content.EMPTY : Content.TEXT;
      case BOOLEAN, ERROR -> Content.TEXT;
      case BLANK, _NONE -> Content.EMPTY;
    };
  }

  private static Format format(@Nullable XSSFCell cell) {
    if (cell == null) {
      return Format.GENERAL;
    }
    String format = cell.getCellStyle().getDataFormatString();
    if (format == null || format.isBlank() || format.equalsIgnoreCase("General")) {
      return Format.GENERAL;
    }
    if (format.equals("@")) {
      return Format.TEXT;
    }
    if (DateUtil.isADateFormat(cell.getCellStyle().getDataFormat(), format)) {
      return Format.DAY;
    }
    return format.contains("%") ? Format.PERCENT : Format.NUMBER;
  }

  private int width(int column) {
    return sheet.isColumnHidden(column) ? 0 : sheet.getColumnWidth(column) / WIDTH_UNITS;
  }

  private int room(@Nullable XSSFCell cell, CellRangeAddress range, int width) {
    if (cell == null || !cell.getCellStyle().getWrapText()) {
      return width;
    }
    XSSFRow first = sheet.getRow(range.getFirstRow());
    boolean grows =
        range.getFirstRow() == range.getLastRow() && !first.getCTRow().getCustomHeight();
    if (grows) {
      return 0;
    }
    double points =
        IntStream.rangeClosed(range.getFirstRow(), range.getLastRow())
            .mapToDouble(
                row ->
                    sheet.getRow(row) == null
                        ? sheet.getDefaultRowHeightInPoints()
                        : sheet.getRow(row).getHeightInPoints())
            .sum();
    int letters = cell.getCellStyle().getFont().getFontHeightInPoints();
    return width * Math.max(1, (int) (points / (letters * LINE)));
  }

  private List<String> choices(int row, int column) {
    return validations.stream()
        .filter(
            rule ->
                rule.getValidationConstraint().getValidationType()
                    == DataValidationConstraint.ValidationType.LIST)
        .filter(
            rule ->
                Arrays.stream(rule.getRegions().getCellRangeAddresses())
                    .anyMatch(range -> range.isInRange(row, column)))
        .findFirst()
        .map(rule -> rule.getValidationConstraint().getExplicitListValues())
        .map(values -> Arrays.stream(values).map(String::strip).toList())
        .orElse(List.of());
  }

  private static long key(int row, int column) {
    return ((long) row << 16) | column;
  }
}
