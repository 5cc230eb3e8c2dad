package jingtu.server.duty.web;

import static java.util.stream.Collectors.joining;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import org.apache.poi.ss.SpreadsheetVersion;
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
 * Duties as a workbook of one sheet, printed on A4. Every cell is a text; one that a spreadsheet
 * could take for a formula is marked as text besides, so that it stays one when the sheet is saved
 * as .csv and opened again.
 */
final class DutyWorkbook {

  private static final int CHARACTER = 256;
  private static final List<Integer> WIDTHS = List.of(24, 24, 6, 50, 22, 10, 8, 18, 18, 14, 24, 6);
  private static final int LONGEST = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private final Language language;

  DutyWorkbook(Language language) {
    this.language = language;
  }

  /** What the list is called. */
  String name() {
    return say("duty.sheet.name");
  }

  byte[] of(List<ListedDutyView> duties) {
    try (XSSFWorkbook book = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      XSSFSheet sheet = book.createSheet(name());
      Styles styles = Styles.of(book);
      List<String> headings = List.of(say("duty.sheet.columns").split("\\|"));
      fill(sheet.createRow(0), headings, styles.heading(), styles.heading());
      for (ListedDutyView duty : duties) {
        Row row = sheet.createRow(sheet.getLastRowNum() + 1);
        fill(row, texts(duty), styles.text(), styles.quoted());
      }
      layOut(sheet, headings.size());
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the list of duties", e);
    }
  }

  private List<String> texts(ListedDutyView duty) {
    return List.of(
        Optional.ofNullable(duty.planTitle()).orElse(""),
        duty.heading(),
        switch (duty.place()) {
          case TASK -> Integer.toString(duty.number());
          case OBLIGATION, DOCUMENT, DEADLINE -> "";
        },
        asked(duty),
        duty.organisationName(),
        Optional.ofNullable(duty.regionName()).orElse(""),
        say("duty.sheet.role." + duty.role()),
        duty.printedName(),
        duty.times().stream()
            .map(ListedDutyView.DutyTimeView::words)
            .distinct()
            .collect(joining("\n")),
        duty.due().stream().map(this::day).collect(joining("\n")),
        duty.standard(),
        say(duty.reports() ? "duty.sheet.reports" : "duty.sheet.reports-not"));
  }

  /** What was handed down stands above the sentence that it is a part of. */
  private static String asked(ListedDutyView duty) {
    return Optional.ofNullable(duty.handed())
        .map(ListedDutyView.HandedDownView::content)
        .filter(content -> !content.isEmpty())
        .map(content -> content + "\n" + duty.sentence())
        .orElse(duty.sentence());
  }

  private String day(ListedDutyView.DueDayView due) {
    return due.assumed() ? say("duty.sheet.assumed", due.day().toString()) : due.day().toString();
  }

  private static void fill(Row row, List<String> texts, CellStyle plain, CellStyle quoted) {
    for (String text : texts) {
      Cell cell = row.createCell(Math.max(0, row.getLastCellNum()));
      boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
      cell.setCellStyle(formula ? quoted : plain);
      cell.setCellValue(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    }
  }

  private static void layOut(XSSFSheet sheet, int columns) {
    for (int i = 0; i < columns; i++) {
      sheet.setColumnWidth(i, WIDTHS.get(i) * CHARACTER);
    }
    sheet.createFreezePane(0, 1);
    sheet.setRepeatingRows(new CellRangeAddress(0, 0, 0, columns - 1));
    sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
    sheet.getPrintSetup().setLandscape(true);
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setFitHeight((short) 0);
  }

  private String say(String key, Object... arguments) {
    return Messages.say(Message.of(key, arguments), language);
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
      return style;
    }
  }
}
