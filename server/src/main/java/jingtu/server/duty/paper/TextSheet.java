package jingtu.server.duty.paper;

import java.util.List;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * A sheet whose cells are texts under headings, and numbers where they are nothing else. A text
 * that a spreadsheet could take for a formula is marked as text besides, so that it stays one when
 * the sheet is saved as .csv and opened again.
 */
final class TextSheet {

  private static final int CHARACTER = 256;
  private static final int NARROW = 12;
  private static final int WIDE = 36;
  private static final int LONG_HEADING = 4;
  private static final int LONGEST = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
  private static final String FORMULA_STARTS = "=+-@\t\r\n";

  private final Sheet sheet;
  private final Styles styles;

  TextSheet(Sheet sheet, Styles styles, List<String> headings) {
    this.sheet = sheet;
    this.styles = styles;
    Row row = sheet.createRow(0);
    for (int i = 0; i < headings.size(); i++) {
      Cell cell = row.createCell(i);
      cell.setCellStyle(styles.heading());
      cell.setCellValue(headings.get(i));
      sheet.setColumnWidth(
          i, (headings.get(i).length() >= LONG_HEADING ? WIDE / 2 : NARROW) * CHARACTER);
    }
    sheet.createFreezePane(0, 1);
    sheet.setAutoFilter(new CellRangeAddress(0, 0, 0, headings.size() - 1));
    sheet.setRepeatingRows(new CellRangeAddress(0, 0, 0, headings.size() - 1));
    sheet.getPrintSetup().setPaperSize(PrintSetup.A3_PAPERSIZE);
    sheet.getPrintSetup().setLandscape(true);
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setFitHeight((short) 0);
  }

  void add(List<String> texts) {
    Row row = sheet.createRow(sheet.getLastRowNum() + 1);
    for (String text : texts) {
      Cell cell = row.createCell(Math.max(0, row.getLastCellNum()));
      if (text.matches("0|[1-9]\\d{0,8}")) {
        cell.setCellStyle(styles.number());
        cell.setCellValue(Integer.parseInt(text));
      } else {
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        cell.setCellStyle(formula ? styles.quoted() : styles.text());
        cell.setCellValue(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
      }
    }
  }

  record Styles(CellStyle text, CellStyle quoted, CellStyle number, CellStyle heading) {

    static Styles of(Workbook book) {
      CellStyle quoted = text(book);
      quoted.setQuotePrefixed(true);
      CellStyle number = book.createCellStyle();
      number.setVerticalAlignment(VerticalAlignment.TOP);
      CellStyle heading = text(book);
      Font bold = book.createFont();
      bold.setBold(true);
      heading.setFont(bold);
      return new Styles(text(book), quoted, number, heading);
    }

    private static CellStyle text(Workbook book) {
      CellStyle style = book.createCellStyle();
      style.setDataFormat(book.createDataFormat().getFormat("@"));
      style.setWrapText(true);
      style.setVerticalAlignment(VerticalAlignment.TOP);
      return style;
    }
  }
}
