package jingtu.planreader.output;

import java.util.List;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A sheet with a heading row that stays in view and rows of wrapped text. Every cell holds text;
 * what a spreadsheet could take for a formula is marked as text, so that it stays text when the
 * cell is edited or the sheet is saved as CSV and opened again.
 */
final class TableSheet {

  private static final int LONGEST = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
  private static final int WIDTH_UNITS = 256;
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private final XSSFSheet sheet;
  private final Styles styles;
  private final int columns;
  private int next;

  /** A column with its width in signs of the normal font. */
  record Column(String heading, int width) {}

  /** The looks of a workbook's cells. */
  static final class Styles {
    private final CellStyle heading;
    private final CellStyle title;
    private final CellStyle words;
    private final CellStyle quoted;

    Styles(XSSFWorkbook book) {
      Font bold = book.createFont();
      bold.setBold(true);
      this.words = framed(book);
      this.quoted = framed(book);
      quoted.setQuotePrefixed(true);
      this.title = framed(book);
      title.setFont(bold);
      this.heading = framed(book);
      heading.setFont(bold);
      heading.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
      heading.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    private static CellStyle framed(XSSFWorkbook book) {
      CellStyle style = book.createCellStyle();
      style.setWrapText(true);
      style.setVerticalAlignment(VerticalAlignment.TOP);
      style.setBorderTop(BorderStyle.THIN);
      style.setBorderBottom(BorderStyle.THIN);
      style.setBorderLeft(BorderStyle.THIN);
      style.setBorderRight(BorderStyle.THIN);
      return style;
    }
  }

  TableSheet(XSSFSheet sheet, Styles styles, List<Column> columns) {
    this.sheet = sheet;
    this.styles = styles;
    this.columns = columns.size();
    Row row = sheet.createRow(next++);
    for (int i = 0; i < columns.size(); i++) {
      set(row.createCell(i), columns.get(i).heading(), styles.heading);
      sheet.setColumnWidth(i, columns.get(i).width() * WIDTH_UNITS);
    }
    sheet.createFreezePane(0, 1);
    sheet.setRepeatingRows(new CellRangeAddress(0, 0, 0, columns.size() - 1));
    sheet.getPrintSetup().setLandscape(true);
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setFitHeight((short) 0);
  }

  /** A line over the whole width. */
  void title(String words) {
    Row row = sheet.createRow(next++);
    for (int i = 0; i < columns; i++) {
      set(row.createCell(i), i == 0 ? words : "", styles.title);
    }
    sheet.addMergedRegion(new CellRangeAddress(next - 1, next - 1, 0, columns - 1));
  }

  void row(String... cells) {
    Row row = sheet.createRow(next++);
    for (int i = 0; i < cells.length; i++) {
      set(row.createCell(i), cells[i], styles.words);
    }
  }

  private void set(Cell cell, String words, CellStyle style) {
    boolean formula = !words.isEmpty() && FORMULA_STARTS.indexOf(words.charAt(0)) >= 0;
    cell.setCellValue(words.length() > LONGEST ? words.substring(0, LONGEST) : words);
    cell.setCellStyle(formula ? styles.quoted : style);
  }
}
