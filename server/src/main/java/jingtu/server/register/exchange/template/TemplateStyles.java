package jingtu.server.register.exchange.template;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** How the cells of a template look: on paper first, with one soil-brown accent. */
final class TemplateStyles {

  private static final byte[] PALE = {(byte) 0xF3, (byte) 0xEC, (byte) 0xE3};
  private static final byte[] SAND = {(byte) 0xE6, (byte) 0xD3, (byte) 0xBD};
  private static final byte[] GREY = {(byte) 0x6E, (byte) 0x6E, (byte) 0x6E};
  private static final short TITLE_POINTS = 14;

  private final XSSFWorkbook book;
  final CellStyle title;
  final CellStyle heading;
  final CellStyle requiredHeading;
  final CellStyle notData;
  final CellStyle text;
  final CellStyle number;
  final CellStyle date;
  final CellStyle wrapped;

  TemplateStyles(XSSFWorkbook book) {
    this.book = book;
    this.title = title();
    this.heading = heading(PALE);
    this.requiredHeading = heading(SAND);
    this.notData = notData();
    this.text = format("@");
    this.number = format("General");
    this.date = format("yyyy-mm-dd");
    this.wrapped = wrapped();
  }

  private CellStyle title() {
    XSSFCellStyle style = book.createCellStyle();
    XSSFFont font = book.createFont();
    font.setBold(true);
    font.setFontHeightInPoints(TITLE_POINTS);
    style.setFont(font);
    return style;
  }

  private CellStyle heading(byte[] ground) {
    XSSFCellStyle style = wrapped();
    XSSFFont font = book.createFont();
    font.setBold(true);
    style.setFont(font);
    style.setFillForegroundColor(new XSSFColor(ground));
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    style.setAlignment(HorizontalAlignment.CENTER);
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    return style;
  }

  private CellStyle notData() {
    XSSFCellStyle style = wrapped();
    XSSFFont font = book.createFont();
    font.setItalic(true);
    font.setColor(new XSSFColor(GREY));
    style.setFont(font);
    style.setDataFormat(book.createDataFormat().getFormat("@"));
    return style;
  }

  private CellStyle format(String format) {
    XSSFCellStyle style = book.createCellStyle();
    style.setDataFormat(book.createDataFormat().getFormat(format));
    return style;
  }

  private XSSFCellStyle wrapped() {
    XSSFCellStyle style = book.createCellStyle();
    style.setWrapText(true);
    style.setVerticalAlignment(VerticalAlignment.TOP);
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    return style;
  }
}
