package jingtu.server.duty.round.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import jingtu.server.duty.round.DutyState;
import jingtu.server.duty.round.Progress;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes an organisation's sheet as .xlsx: a title with period and day, a line for each duty with
 * what was said last, and empty cells for what is asked. Texts are never formulas.
 */
final class WriteSheet {

  private static final List<RoundColumn> COLUMNS = List.of(RoundColumn.values());
  private static final int TITLE = 0;
  private static final int TERMS = 1;
  private static final int HEADINGS = 2;
  private static final int FIRST = 3;

  /** Where CJK characters begin; those before are narrow. */
  private static final int FIRST_WIDE = 0x2E80;

  private static final int FEWEST_LINES = 3;
  private static final int MOST_LINES = 26;

  /** In points. */
  private static final double LINE_HEIGHT = 15;

  private final RoundSheet sheet;
  private final Language language;

  private WriteSheet(RoundSheet sheet, Language language) {
    this.sheet = sheet;
    this.language = language;
  }

  static byte[] of(RoundSheet sheet, Language language) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "Jingtu", "1.0")) {
      Worksheet page = book.newWorksheet(say("round.sheet", language));
      new WriteSheet(sheet, language).write(page);
      page.finish();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a sheet", e);
    }
    return out.toByteArray();
  }

  private void write(Worksheet page) {
    int last = COLUMNS.size() - 1;
    for (RoundColumn column : COLUMNS) {
      page.width(place(column), column.width());
      page.inlineString(HEADINGS, place(column), column.heading(language));
    }
    page.hideColumn(place(RoundColumn.STAMP));
    page.inlineString(
        TITLE,
        1,
        say("round.sheet-title", sheet.name(), PeriodNames.of(sheet.round().period(), language)));
    page.range(TITLE, 1, TITLE, last).merge();
    page.style(TITLE, 1).bold().fontSize(16).horizontalAlignment("center").set();
    page.inlineString(
        TERMS,
        1,
        say("round.sheet-terms", sheet.round().due(), String.join(say("round.and"), states())));
    page.range(TERMS, 1, TERMS, last).merge();
    page.style(TERMS, 1).wrapText(true).verticalAlignment("center").set();
    page.rowHeight(TERMS, 32);
    page.range(HEADINGS, 1, HEADINGS, last)
        .style()
        .bold()
        .fillColor("EFE7DD")
        .horizontalAlignment("center")
        .verticalAlignment("center")
        .wrapText(true)
        .borderStyle(BorderStyle.THIN)
        .set();
    for (int i = 0; i < sheet.rows().size(); i++) {
      write(page, FIRST + i, i + 1, sheet.rows().get(i));
    }
    int end = FIRST + sheet.rows().size() - 1;
    page.range(FIRST, place(RoundColumn.STATE), end, place(RoundColumn.STATE))
        .validateWithListByFormula("\"" + String.join(",", states()) + "\"");
    page.freezePane(place(RoundColumn.SENTENCE) + 1, FIRST);
    page.paperSize(PaperSize.A4_PAPER);
    page.pageOrientation("landscape");
    page.fitToWidth((short) 1);
    page.fitToHeight((short) 0);
    page.repeatRows(HEADINGS);
  }

  /**
   * Programs measure the height of wrapped rows by themselves only where a person last changed
   * them; a Chinese character is as wide as two others.
   */
  private static double height(List<String> texts, List<RoundColumn> columns) {
    int lines = FEWEST_LINES;
    for (int i = 0; i < texts.size(); i++) {
      int width = texts.get(i).codePoints().map(character -> character < FIRST_WIDE ? 1 : 2).sum();
      lines = Math.max(lines, Math.ceilDiv(width, columns.get(i).width() - 1));
    }
    return Math.min(lines, MOST_LINES) * LINE_HEIGHT;
  }

  private void write(Worksheet page, int row, int number, RoundSheet.Row line) {
    String before = line.before().map(Progress::progress).orElse("");
    page.rowHeight(
        row,
        height(
            List.of(line.duty().heading(), line.duty().asked(), before),
            List.of(RoundColumn.HEADING, RoundColumn.SENTENCE, RoundColumn.BEFORE)));
    page.inlineString(row, place(RoundColumn.STAMP), RowStamp.of(line.line()).text());
    page.value(row, place(RoundColumn.NUMBER), number);
    page.inlineString(row, place(RoundColumn.HEADING), line.duty().heading());
    page.inlineString(row, place(RoundColumn.SENTENCE), line.duty().asked());
    page.inlineString(row, place(RoundColumn.DUE), line.due().map(Object::toString).orElse(""));
    page.inlineString(row, place(RoundColumn.BEFORE), before);
    line.line()
        .said()
        .ifPresent(
            said -> {
              page.inlineString(
                  row, place(RoundColumn.STATE), StateNames.of(said.state(), language));
              for (RoundColumn column : RoundColumn.asked()) {
                if (column != RoundColumn.STATE) {
                  page.inlineString(row, place(column), column.text(said));
                }
              }
            });
    page.range(row, 1, row, COLUMNS.size() - 1)
        .style()
        .format("@")
        .wrapText(true)
        .verticalAlignment("top")
        .borderStyle(BorderStyle.THIN)
        .set();
  }

  /** The place of a column from 0, as the library counts. */
  private static int place(RoundColumn column) {
    return COLUMNS.indexOf(column);
  }

  private List<String> states() {
    return Arrays.stream(DutyState.values()).map(state -> StateNames.of(state, language)).toList();
  }

  private String say(String key, Object... arguments) {
    return Messages.say(Message.of(key, arguments), language);
  }

  private static String say(String key, Language language) {
    return Messages.say(Message.of(key), language);
  }
}
