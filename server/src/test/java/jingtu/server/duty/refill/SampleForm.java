package jingtu.server.duty.refill;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/**
 * An invented form from above: a head of two merged rows, totals that are reckoned, a share, a
 * sentence and another sheet that follow from them, a drop-down list, a list with few rows, and a
 * hidden sheet.
 */
public final class SampleForm {

  static final String PROGRESS = "进展表";
  static final String LIST = "清单";

  private final XSSFWorkbook book = new XSSFWorkbook();
  private final CellStyle text = style("General");
  private final CellStyle number = style("#,##0");
  private final CellStyle share = style("0.0%");
  private final CellStyle day = style("yyyy-mm-dd");
  private final CellStyle head = style("General");

  private SampleForm() {
    head.setFillForegroundColor(IndexedColors.LEMON_CHIFFON.getIndex());
    head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    head.setAlignment(HorizontalAlignment.CENTER);
    head.setVerticalAlignment(VerticalAlignment.CENTER);
    var bold = book.createFont();
    bold.setBold(true);
    head.setFont(bold);
  }

  /** The form as it first came. */
  public static byte[] workbook() {
    return new SampleForm().write(0, "任务数");
  }

  /** A later edition: a row more above the head, and one head with another name. */
  static byte[] laterWorkbook() {
    return new SampleForm().write(1, "事项总数（件）");
  }

  private byte[] write(int shift, String firstHead) {
    progress(shift, firstHead);
    summary(shift);
    list();
    XSSFSheet hidden = book.createSheet("参数");
    hidden.createRow(0).createCell(0).setCellValue("勿改");
    book.setSheetHidden(book.getSheetIndex(hidden), true);
    book.setPrintArea(0, 0, 6, 0, 8 + shift);
    // The values that formulas had when the form was sent: of no use any more.
    book.getCreationHelper().createFormulaEvaluator().evaluateAll();
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void progress(int shift, String firstHead) {
    XSSFSheet sheet = book.createSheet(PROGRESS);
    put(sheet, 0, 0, "土壤污染防治工作进展情况表", head);
    sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 6));
    put(sheet, 1, 0, "填报地区", text);
    put(sheet, 1, 1, "", text);
    put(sheet, 1, 2, "报告期", text);
    put(sheet, 1, 3, "", text);
    put(sheet, 1, 5, "填报日期：", text);
    put(sheet, 1, 6, "", day);
    int top = 2 + shift;
    String[] heads = {"单位", "报送情况", "", "", "", "报送率", "工作状态"};
    String[] below = {"", firstHead, "按时", "迟报", "未报", "", ""};
    for (int column = 0; column < heads.length; column++) {
      put(sheet, top, column, heads[column], head);
      put(sheet, top + 1, column, below[column], head);
    }
    sheet.addMergedRegion(new CellRangeAddress(top, top, 1, 4));
    for (int column : new int[] {0, 5, 6}) {
      sheet.addMergedRegion(new CellRangeAddress(top, top + 1, column, column));
    }
    String[] names = {"禾汀县财政局", "禾汀县农业农村局", "县生态环境分局"};
    int first = top + 2;
    for (int i = 0; i < names.length; i++) {
      put(sheet, first + i, 0, names[i], text);
      for (int column = 1; column <= 4; column++) {
        put(sheet, first + i, column, "", number);
      }
      put(sheet, first + i, 5, "", share);
      put(sheet, first + i, 6, "", text);
    }
    int total = first + names.length;
    put(sheet, total, 0, "合　计", head);
    for (int column = 1; column <= 4; column++) {
      String letter = String.valueOf((char) ('A' + column));
      formula(
          sheet, total, column, "SUM(" + letter + (first + 1) + ":" + letter + total + ")", number);
    }
    int line = total + 1;
    formula(sheet, total, 5, "IF(B%1$d=0,0,(C%1$d+D%1$d)/B%1$d)".formatted(line), share);
    put(sheet, total, 6, "", text);
    formula(
        sheet, line, 0, "\"共\"&B%1$d&\"项，\"&IF(E%1$d>0,\"有未报\",\"全部报送\")".formatted(line), text);
    sheet.addMergedRegion(new CellRangeAddress(line, line, 0, 6));
    var helper = sheet.getDataValidationHelper();
    sheet.addValidationData(
        helper.createValidation(
            helper.createExplicitListConstraint(new String[] {"推进中", "已完成", "未启动"}),
            new CellRangeAddressList(first, total - 1, 6, 6)));
    sheet.setColumnWidth(0, 22 * 256);
    sheet.setColumnWidth(5, 12 * 256);
    sheet.createFreezePane(1, first);
  }

  private void summary(int shift) {
    XSSFSheet sheet = book.createSheet("汇总");
    put(sheet, 0, 0, "全县任务", text);
    formula(sheet, 0, 1, "进展表!B" + (8 + shift), number);
    put(sheet, 1, 0, "全县报送率", text);
    formula(sheet, 1, 1, "ROUND(进展表!F" + (8 + shift) + ",3)", share);
  }

  private void list() {
    XSSFSheet sheet = book.createSheet(LIST);
    String[] heads = {"序号", "责任单位", "工作内容", "工作进展"};
    for (int column = 0; column < heads.length; column++) {
      put(sheet, 0, column, heads[column], head);
      for (int row = 1; row <= 4; row++) {
        put(sheet, row, column, "", column == 0 ? number : text);
      }
    }
    put(sheet, 5, 0, "合计", head);
    formula(sheet, 5, 3, "COUNTA(B2:B5)", number);
  }

  private static void put(XSSFSheet sheet, int row, int column, String words, CellStyle style) {
    var cells = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    var cell = cells.createCell(column);
    cell.setCellStyle(style);
    if (!words.isEmpty()) {
      cell.setCellValue(words);
    }
  }

  private static void formula(XSSFSheet sheet, int row, int column, String how, CellStyle style) {
    put(sheet, row, column, "", style);
    sheet.getRow(row).getCell(column).setCellFormula(how);
  }

  private CellStyle style(String format) {
    CellStyle style = book.createCellStyle();
    style.setDataFormat(book.createDataFormat().getFormat(format));
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    return style;
  }

  /** A document with a table: a title over three columns, a name beside two rows, a red cell. */
  static byte[] document() {
    try (XWPFDocument document = new XWPFDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      document.createParagraph().createRun().setText("附件2");
      XWPFTable table = document.createTable(4, 3);
      table.getCTTbl().addNewTblGrid();
      for (int i = 0; i < 3; i++) {
        table.getCTTbl().getTblGrid().addNewGridCol().setW(2800);
      }
      XWPFTableCell title = table.getRow(0).getCell(0);
      title.setText("重点工作进展");
      title.getCTTc().addNewTcPr().addNewGridSpan().setVal(java.math.BigInteger.valueOf(3));
      table.getRow(0).removeCell(2);
      table.getRow(0).removeCell(1);
      String[] heads = {"单位", "任务数", "工作进展"};
      for (int i = 0; i < heads.length; i++) {
        table.getRow(1).getCell(i).setText(heads[i]);
      }
      table.getRow(2).getCell(0).setText("禾汀县财政局");
      table.getRow(2).getCell(0).getCTTc().addNewTcPr().addNewVMerge().setVal(STMerge.RESTART);
      table.getRow(3).getCell(0).getCTTc().addNewTcPr().addNewVMerge().setVal(STMerge.CONTINUE);
      var run = table.getRow(2).getCell(2).getParagraphs().getFirst().createRun();
      run.setColor("C00000");
      run.setBold(true);
      run.setText("（示例）");
      document.createParagraph().createRun().setText("注：按月填报。");
      document.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
