package jingtu.server.duty.closeout.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jingtu.server.duty.closeout.CloseOutField;
import jingtu.server.duty.closeout.CloseOutItem;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Items as a workbook, printed on A4, and the empty table that is filled in and brought back. Every
 * cell is a text; one that a spreadsheet could take for a formula is marked as text besides, so
 * that it stays one when the sheet is saved as .csv and opened again.
 */
public final class ItemWorkbook {

  private static final int CHARACTER = 256;
  private static final Map<CloseOutField, Integer> WIDTHS =
      Map.of(
          CloseOutField.NUMBER, 8,
          CloseOutField.TASK, 44,
          CloseOutField.PLACE, 18,
          CloseOutField.ORGANISATION, 22,
          CloseOutField.PERSON, 10,
          CloseOutField.TELEPHONE, 15,
          CloseOutField.DUE, 12,
          CloseOutField.MEASURES, 30);
  private static final List<Integer> STANDING_WIDTHS = List.of(10, 12, 30, 20);
  private static final int LONGEST = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
  private static final String FORMULA_STARTS = "=+-@\t\r";
  private static final int USUAL_WIDTH = 16;
  private static final int EMPTY_ROWS = 30;

  private final Language language;

  public ItemWorkbook(Language language) {
    this.language = language;
  }

  /** What the empty table is called, as a file. */
  public String templateName() {
    return say("sheet.template") + ".xlsx";
  }

  /** The columns without items, and what is to be written in each. */
  public byte[] template() {
    return write(
        (book, styles) -> {
          XSSFSheet sheet = book.createSheet(say("sheet.name"));
          List<String> headings =
              Arrays.stream(CloseOutField.values()).map(field -> field.heading(language)).toList();
          fill(sheet.createRow(0), headings, styles.heading(), styles.heading());
          List<String> blanks = headings.stream().map(heading -> "").toList();
          for (int i = 1; i <= EMPTY_ROWS; i++) {
            fill(sheet.createRow(i), blanks, styles.text(), styles.quoted());
          }
          layOut(sheet, fieldWidths());
          XSSFSheet help = book.createSheet(say("sheet.help-name"));
          for (CloseOutField field : CloseOutField.values()) {
            fill(
                help.createRow(help.getPhysicalNumberOfRows()),
                List.of(field.heading(language), say("sheet.help." + field.key())),
                styles.text(),
                styles.quoted());
          }
          layOut(help, List.of(16, 70));
        });
  }

  /**
   * The items with where they stand.
   *
   * @param names of their organisations
   */
  public byte[] of(List<CloseOutItem> items, Map<UUID, String> names, LocalDate today) {
    return write(
        (book, styles) -> {
          XSSFSheet sheet = book.createSheet(say("sheet.name"));
          List<String> headings = new ArrayList<>();
          Arrays.stream(CloseOutField.values())
              .forEach(field -> headings.add(field.heading(language)));
          headings.addAll(List.of(say("sheet.standing").split("\\|")));
          fill(sheet.createRow(0), headings, styles.heading(), styles.heading());
          for (CloseOutItem item : items) {
            Row row = sheet.createRow(sheet.getLastRowNum() + 1);
            fill(row, texts(item, names, today), styles.text(), styles.quoted());
          }
          List<Integer> widths = new ArrayList<>(fieldWidths());
          widths.addAll(STANDING_WIDTHS);
          layOut(sheet, widths);
        });
  }

  private List<String> texts(CloseOutItem item, Map<UUID, String> names, LocalDate today) {
    Map<CloseOutField, String> said = item.entry().texts();
    List<String> texts = new ArrayList<>();
    for (CloseOutField field : CloseOutField.values()) {
      texts.add(
          field == CloseOutField.ORGANISATION
              ? names.getOrDefault(item.organisation(), "")
              : said.getOrDefault(field, ""));
    }
    texts.add(say("state." + item.state()) + (item.isOverdue(today) ? say("sheet.overdue") : ""));
    texts.add(item.struckOffOn().map(LocalDate::toString).orElse(""));
    texts.add(item.said().words());
    texts.add(item.backReason());
    return texts;
  }

  private interface Filling {
    void into(XSSFWorkbook book, Styles styles);
  }

  private static byte[] write(Filling filling) {
    try (XSSFWorkbook book = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      filling.into(book, Styles.of(book));
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write items", e);
    }
  }

  private static List<Integer> fieldWidths() {
    return Arrays.stream(CloseOutField.values())
        .map(field -> WIDTHS.getOrDefault(field, USUAL_WIDTH))
        .toList();
  }

  private static void fill(Row row, List<String> texts, CellStyle plain, CellStyle quoted) {
    for (String text : texts) {
      Cell cell = row.createCell(Math.max(0, row.getLastCellNum()));
      boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
      cell.setCellStyle(formula ? quoted : plain);
      cell.setCellValue(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    }
  }

  private static void layOut(XSSFSheet sheet, List<Integer> widths) {
    for (int i = 0; i < widths.size(); i++) {
      sheet.setColumnWidth(i, widths.get(i) * CHARACTER);
    }
    sheet.createFreezePane(0, 1);
    sheet.setRepeatingRows(new CellRangeAddress(0, 0, 0, widths.size() - 1));
    sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
    sheet.getPrintSetup().setLandscape(true);
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setFitHeight((short) 0);
  }

  private String say(String key) {
    return Messages.say(new Message("closeout." + key, List.of()), language);
  }

  private record Styles(CellStyle text, CellStyle quoted, CellStyle heading) {
    static Styles of(XSSFWorkbook book) {
      CellStyle quoted = text(book);
      quoted.setQuotePrefixed(true);
      CellStyle heading = text(book);
      Font bold = book.createFont();
      bold.setBold(true);
      heading.setFont(bold);
      return new Styles(text(book), quoted, heading);
    }

    private static CellStyle text(XSSFWorkbook book) {
      CellStyle style = book.createCellStyle();
      style.setDataFormat(book.createDataFormat().getFormat("@"));
      style.setWrapText(true);
      style.setVerticalAlignment(VerticalAlignment.TOP);
      style.setBorderBottom(BorderStyle.THIN);
      style.setBorderTop(BorderStyle.THIN);
      style.setBorderLeft(BorderStyle.THIN);
      style.setBorderRight(BorderStyle.THIN);
      return style;
    }
  }
}
