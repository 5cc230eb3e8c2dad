package jingtu.server.duty.round.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import jingtu.server.duty.round.DutyState;
import jingtu.server.duty.round.Progress;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/**
 * Writes an organisation's sheet as .docx: the columns of the .xlsx in one table, on A4 across. The
 * stamp of a row stands behind its number as hidden text, which office programs keep and do not
 * print.
 */
final class WriteWordSheet {

  private static final List<RoundColumn> COLUMNS =
      Arrays.stream(RoundColumn.values()).filter(column -> column != RoundColumn.STAMP).toList();

  /** In twentieths of a point: A4 across between margins of 12 mm. */
  private static final int WIDTH = 15_477;

  private static final int PAGE_WIDTH = 16_838;
  private static final int PAGE_HEIGHT = 11_906;
  private static final int MARGIN = 680;
  private static final int TITLE_POINTS = 16;
  private static final int TERMS_POINTS = 10;
  private static final int CELL_POINTS = 9;

  private final RoundSheet sheet;
  private final Language language;
  private final XWPFDocument word = new XWPFDocument();

  private WriteWordSheet(RoundSheet sheet, Language language) {
    this.sheet = sheet;
    this.language = language;
  }

  static byte[] of(RoundSheet sheet, Language language) {
    WriteWordSheet writer = new WriteWordSheet(sheet, language);
    try (writer.word;
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      writer.write();
      writer.word.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a sheet", e);
    }
  }

  private void write() {
    page();
    XWPFParagraph title = word.createParagraph();
    title.setAlignment(ParagraphAlignment.CENTER);
    XWPFRun name = run(title, TITLE_POINTS, "template.draft.font.heading");
    name.setText(
        say("round.sheet-title", sheet.name(), PeriodNames.of(sheet.round().period(), language)));
    String states =
        Arrays.stream(DutyState.values())
            .map(state -> StateNames.of(state, language))
            .collect(Collectors.joining(say("round.and")));
    run(word.createParagraph(), TERMS_POINTS, "template.draft.font.text")
        .setText(say("round.sheet-terms", sheet.round().due(), states));
    XWPFTable table = word.createTable(1 + sheet.rows().size(), COLUMNS.size());
    layOut(table);
    head(table.getRow(0));
    for (int i = 0; i < sheet.rows().size(); i++) {
      write(table.getRow(i + 1), i + 1, sheet.rows().get(i));
    }
  }

  private void page() {
    CTSectPr section = word.getDocument().getBody().addNewSectPr();
    CTPageSz size = section.addNewPgSz();
    size.setOrient(STPageOrientation.LANDSCAPE);
    size.setW(BigInteger.valueOf(PAGE_WIDTH));
    size.setH(BigInteger.valueOf(PAGE_HEIGHT));
    CTPageMar margins = section.addNewPgMar();
    BigInteger margin = BigInteger.valueOf(MARGIN);
    margins.setTop(margin);
    margins.setBottom(margin);
    margins.setLeft(margin);
    margins.setRight(margin);
  }

  private static void layOut(XWPFTable table) {
    table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
    table.setCellMargins(28, 57, 28, 57);
    table.setWidth(WIDTH);
    CTTblGrid grid =
        table.getCTTbl().getTblGrid() == null
            ? table.getCTTbl().addNewTblGrid()
            : table.getCTTbl().getTblGrid();
    while (grid.sizeOfGridColArray() > 0) {
      grid.removeGridCol(0);
    }
    COLUMNS.forEach(column -> grid.addNewGridCol().setW(BigInteger.valueOf(width(column))));
    table
        .getRows()
        .forEach(
            row -> {
              row.setCantSplitRow(true);
              for (int i = 0; i < COLUMNS.size(); i++) {
                row.getCell(i).setWidth(Integer.toString(width(COLUMNS.get(i))));
              }
            });
  }

  private static int width(RoundColumn column) {
    return WIDTH * column.width() / COLUMNS.stream().mapToInt(RoundColumn::width).sum();
  }

  private void head(XWPFTableRow row) {
    row.setRepeatHeader(true);
    for (int i = 0; i < COLUMNS.size(); i++) {
      XWPFParagraph paragraph = row.getCell(i).getParagraphs().getFirst();
      paragraph.setAlignment(ParagraphAlignment.CENTER);
      run(paragraph, CELL_POINTS, "template.draft.font.heading")
          .setText(COLUMNS.get(i).heading(language));
      row.getCell(i).setColor("EFE7DD");
    }
  }

  private void write(XWPFTableRow row, int number, RoundSheet.Row line) {
    for (int i = 0; i < COLUMNS.size(); i++) {
      put(row.getCell(i), text(COLUMNS.get(i), number, line));
    }
    XWPFRun stamp =
        run(
            row.getCell(COLUMNS.indexOf(RoundColumn.NUMBER)).getParagraphs().getFirst(),
            CELL_POINTS,
            "template.draft.font.text");
    stamp.setVanish(true);
    stamp.setText(" " + RowStamp.of(line.line()).text());
  }

  private String text(RoundColumn column, int number, RoundSheet.Row line) {
    return switch (column) {
      case STAMP -> "";
      case NUMBER -> Integer.toString(number);
      case HEADING -> line.duty().heading();
      case SENTENCE -> line.duty().asked();
      case DUE -> line.due().map(LocalDate::toString).orElse("");
      case BEFORE -> line.before().map(Progress::progress).orElse("");
      case STATE ->
          line.line().said().map(said -> StateNames.of(said.state(), language)).orElse("");
      case PROGRESS, COMPLETION, PROBLEMS, NEXT_STEPS, REASON, PROOF ->
          line.line().said().map(column::text).orElse("");
    };
  }

  /** Each line of a text is a paragraph, as it is when somebody types it. */
  private void put(XWPFTableCell cell, String text) {
    List<String> lines = text.lines().toList();
    for (int i = 0; i < Math.max(1, lines.size()); i++) {
      XWPFParagraph paragraph = i == 0 ? cell.getParagraphs().getFirst() : cell.addParagraph();
      run(paragraph, CELL_POINTS, "template.draft.font.text")
          .setText(lines.isEmpty() ? "" : lines.get(i));
    }
  }

  /** A run in one of the fonts of official documents, which have Chinese names. */
  private static XWPFRun run(XWPFParagraph paragraph, int points, String font) {
    XWPFRun run = paragraph.createRun();
    run.setFontSize(points);
    run.setFontFamily(
        Messages.say(new Message(font, List.of()), Language.ZH), XWPFRun.FontCharRange.eastAsia);
    return run;
  }

  private String say(String key, Object... arguments) {
    return Messages.say(Message.of(key, arguments), language);
  }
}
