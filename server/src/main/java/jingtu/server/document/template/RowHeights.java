package jingtu.server.document.template;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * Heights of filled rows, so that no text is cut: Excel measures a row by itself only where it has
 * no merged cells. The height that the template gives a row is the least that it gets.
 */
final class RowHeights {

  /** Excel's largest, in points. */
  private static final float HIGHEST = 409;

  private static final double LINE = 1.35;
  private static final double WIDE = 1.0;
  private static final double NARROW = 0.56;
  private static final int PADDING_POINTS = 4;

  private final XSSFSheet sheet;
  private final Map<Integer, Integer> lastColumns;
  private final DataFormatter formatter = new DataFormatter();

  /** The rows are copies of the first, so that what is merged across in it is in all of them. */
  private RowHeights(XSSFSheet sheet, int at) {
    this.sheet = sheet;
    this.lastColumns =
        sheet.getMergedRegions().stream()
            .filter(area -> area.getFirstRow() == at && area.getLastRow() == at)
            .collect(toMap(CellRangeAddress::getFirstColumn, CellRangeAddress::getLastColumn));
  }

  /** Sets the heights of {@code count} rows from {@code at}; {@code merged} lie among them. */
  static void fit(XSSFSheet sheet, int at, int count, List<CellRangeAddress> merged) {
    RowHeights heights = new RowHeights(sheet, at);
    Set<CellAddress> firsts =
        merged.stream()
            .map(area -> new CellAddress(area.getFirstRow(), area.getFirstColumn()))
            .collect(toSet());
    for (int row = at; row < at + count; row++) {
      heights.fit(sheet.getRow(row), firsts);
    }
    merged.forEach(heights::stretch);
  }

  private void fit(Row row, Set<CellAddress> merged) {
    double wanted = row.getHeightInPoints();
    for (Cell cell : row) {
      if (!merged.contains(cell.getAddress()) && !sheet.isColumnHidden(cell.getColumnIndex())) {
        wanted = Math.max(wanted, points(cell));
      }
    }
    row.setHeightInPoints((float) Math.min(HIGHEST, wanted));
  }

  /** Shares what a merged cell needs beyond its rows equally among them. */
  private void stretch(CellRangeAddress area) {
    double has = 0;
    for (int row = area.getFirstRow(); row <= area.getLastRow(); row++) {
      has += sheet.getRow(row).getHeightInPoints();
    }
    Cell cell = sheet.getRow(area.getFirstRow()).getCell(area.getFirstColumn());
    int rows = area.getLastRow() - area.getFirstRow() + 1;
    double more = (points(cell) - has) / rows;
    if (more > 0) {
      for (int row = area.getFirstRow(); row <= area.getLastRow(); row++) {
        Row each = sheet.getRow(row);
        each.setHeightInPoints((float) Math.min(HIGHEST, each.getHeightInPoints() + more));
      }
    }
  }

  private double points(Cell cell) {
    if (cell.getCellType() == CellType.BLANK || cell.getCellType() == CellType.FORMULA) {
      return 0;
    }
    XSSFCellStyle style = (XSSFCellStyle) cell.getCellStyle();
    double size = style.getFont().getFontHeightInPoints();
    double width = width(cell) * 72 / 96.0 - PADDING_POINTS;
    long lines =
        formatter.formatCellValue(cell).lines().mapToLong(line -> lines(line, size, width)).sum();
    return style.getWrapText() ? Math.max(1, lines) * size * LINE + PADDING_POINTS : size * LINE;
  }

  /** The width of a cell, with the columns that it is merged with, in pixels. */
  private float width(Cell cell) {
    float width = 0;
    int last = lastColumns.getOrDefault(cell.getColumnIndex(), cell.getColumnIndex());
    for (int column = cell.getColumnIndex(); column <= last; column++) {
      width += sheet.getColumnWidthInPixels(column);
    }
    return width;
  }

  private static long lines(String line, double size, double width) {
    double length = line.codePoints().mapToDouble(c -> c < 0x2E80 ? NARROW : WIDE).sum() * size;
    return Math.max(1, (long) Math.ceil(length * 1.03 / Math.max(size, width)));
  }
}
