package jingtu.server.document.template;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A {@link TableDraft} as .xlsx. */
final class SheetDraft {

  private static final int HEAD_ROW = 3;
  private static final double MM_PER_CHARACTER = 1.95;

  private final TableDraft draft;
  private final XSSFWorkbook book = new XSSFWorkbook();

  private SheetDraft(TableDraft draft) {
    this.draft = draft;
  }

  static byte[] of(TableDraft draft) {
    SheetDraft writer = new SheetDraft(draft);
    try (writer.book;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      writer.write();
      writer.book.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a workbook into memory", e);
    }
  }

  private void write() {
    XSSFSheet sheet = book.createSheet(draft.name());
    line(sheet, 0, draft.mark(), style(DraftFont.HEADING, 14, HorizontalAlignment.LEFT), 24);
    line(sheet, 1, draft.title(), style(DraftFont.HEADING, 18, HorizontalAlignment.CENTER), 36);
    line(sheet, 2, draft.note(), style(DraftFont.TEXT, 11, HorizontalAlignment.CENTER), 18);
    List<TableDraft.Column> columns = draft.columns();
    CellStyle head = framed(style(DraftFont.HEADING, 10, HorizontalAlignment.CENTER));
    CellStyle centred = framed(style(DraftFont.TEXT, 10, HorizontalAlignment.CENTER));
    CellStyle left = framed(style(DraftFont.TEXT, 10, HorizontalAlignment.LEFT));
    CellStyle top = framed(style(DraftFont.TEXT, 10, HorizontalAlignment.LEFT));
    top.setVerticalAlignment(VerticalAlignment.TOP);
    Row heads = sheet.createRow(HEAD_ROW);
    Row fields = sheet.createRow(HEAD_ROW + 1);
    heads.setHeightInPoints(24);
    for (int i = 0; i < columns.size(); i++) {
      sheet.setColumnWidth(i, (int) (columns.get(i).widthMm() / MM_PER_CHARACTER * 256));
      sheet.setColumnHidden(i, columns.get(i).look() == TableDraft.Look.HIDDEN);
      put(heads, i, columns.get(i).heading(), head);
      put(
          fields,
          i,
          columns.get(i).text(),
          switch (columns.get(i).look()) {
            case CENTRED -> centred;
            case LEFT, HIDDEN -> left;
            case TOP -> top;
          });
    }
    print(sheet);
  }

  private void line(XSSFSheet sheet, int at, String words, CellStyle style, int points) {
    Row row = sheet.createRow(at);
    row.setHeightInPoints(points);
    IntStream.range(0, draft.columns().size()).forEach(column -> put(row, column, "", style));
    put(row, 0, words, style);
    sheet.addMergedRegion(new CellRangeAddress(at, at, 0, draft.columns().size() - 1));
  }

  private static void put(Row row, int column, String words, CellStyle style) {
    row.createCell(column).setCellValue(words);
    row.getCell(column).setCellStyle(style);
  }

  private CellStyle style(DraftFont font, int points, HorizontalAlignment alignment) {
    XSSFFont letters = book.createFont();
    letters.setFontName(font.family());
    letters.setFontHeightInPoints((short) points);
    CellStyle style = book.createCellStyle();
    style.setFont(letters);
    style.setAlignment(alignment);
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    style.setWrapText(true);
    style.setDataFormat(book.createDataFormat().getFormat("@"));
    return style;
  }

  private static CellStyle framed(CellStyle style) {
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    return style;
  }

  private void print(XSSFSheet sheet) {
    PrintSetup setup = sheet.getPrintSetup();
    setup.setLandscape(true);
    setup.setPaperSize(
        switch (draft.paper()) {
          case A4 -> PrintSetup.A4_PAPERSIZE;
          case A3 -> PrintSetup.A3_PAPERSIZE;
        });
    sheet.setFitToPage(true);
    setup.setFitWidth((short) 1);
    setup.setFitHeight((short) 0);
    sheet.setHorizontallyCenter(true);
    sheet.setRepeatingRows(new CellRangeAddress(HEAD_ROW, HEAD_ROW, -1, -1));
    sheet.createFreezePane(0, HEAD_ROW + 1);
    sheet
        .getFooter()
        .setCenter(Messages.say(Message.of("template.draft.pages", "&P", "&N"), Language.ZH));
  }
}
