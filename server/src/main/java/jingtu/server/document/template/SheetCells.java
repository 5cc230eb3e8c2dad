package jingtu.server.document.template;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFPicture;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Puts values into the cells of one workbook. */
final class SheetCells {

  private static final int LONGEST_TEXT = 32_767;
  private static final double POINTS_PER_MM = 72 / 25.4;

  /** What makes a formula of a text when a cell is typed anew or the sheet is saved as .csv. */
  private static final String FORMULA_STARTS = "=+-@\t\r\n";

  private final XSSFWorkbook book;
  private final Map<Short, CellStyle> quoted = new HashMap<>();

  SheetCells(XSSFWorkbook book) {
    this.book = book;
  }

  void put(Cell cell, TemplateValue value) {
    switch (value) {
      case TemplateValue.Figure(var figure) -> cell.setCellValue(figure.doubleValue());
      case TemplateValue.Text(String words) -> text(cell, PlainText.of(words));
      case TemplateValue.Picture picture -> picture(cell, picture);
    }
  }

  /** Never a formula; what looks like one is marked as text, so that it stays one. */
  private void text(Cell cell, String words) {
    String fitting = words.length() > LONGEST_TEXT ? words.substring(0, LONGEST_TEXT) : words;
    cell.setCellValue(fitting);
    if (!fitting.isEmpty() && FORMULA_STARTS.indexOf(fitting.charAt(0)) >= 0) {
      cell.setCellStyle(quoted.computeIfAbsent(cell.getCellStyle().getIndex(), this::quoted));
    }
  }

  private CellStyle quoted(short index) {
    CellStyle style = book.createCellStyle();
    style.cloneStyleFrom(book.getCellStyleAt(index));
    style.setQuotePrefixed(true);
    return style;
  }

  private void picture(Cell cell, TemplateValue.Picture picture) {
    cell.setBlank();
    int index = book.addPicture(picture.content(), XSSFWorkbook.PICTURE_TYPE_PNG);
    XSSFClientAnchor anchor = new XSSFClientAnchor();
    anchor.setCol1(cell.getColumnIndex());
    anchor.setRow1(cell.getRowIndex());
    anchor.setAnchorType(ClientAnchor.AnchorType.MOVE_DONT_RESIZE);
    XSSFSheet sheet = (XSSFSheet) cell.getSheet();
    XSSFPicture placed = sheet.createDrawingPatriarch().createPicture(anchor, index);
    double scale =
        picture.widthMm()
            * POINTS_PER_MM
            * Units.EMU_PER_POINT
            / (placed.getImageDimension().width * (double) Units.EMU_PER_PIXEL);
    placed.resize(scale);
  }
}
