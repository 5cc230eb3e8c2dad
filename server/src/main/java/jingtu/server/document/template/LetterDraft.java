package jingtu.server.document.template;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc;

/**
 * A {@link TextDraft} as .docx. Between margins of 37, 35, 28 and 26 mm stand 22 lines of 28
 * letters: lines have a fixed height, and letters stand a little closer than their size, so that
 * every office program counts the same.
 */
final class LetterDraft {

  /** In twentieths of a point: the height of the text by its 22 lines. */
  private static final int LINE = 579;

  /** In twentieths of a point: 28 letters of 16 points are that much each wider than the text. */
  private static final int CLOSER = -5;

  private static final int WIDTH_MM = 156;
  private static final int TEXT_POINTS = 16;
  private static final int TITLE_LINE_POINTS = 34;
  private static final int HEAD_POINTS = 10;

  /** In twentieths of a point. */
  private static final int FIGURE_SPACE = 160;

  private static final int PAGE_NUMBER_POINTS = 14;
  private static final String RED = "D02020";
  private static final String PAGE = "\u0000";

  private final TextDraft draft;
  private final XWPFDocument word = new XWPFDocument();

  private LetterDraft(TextDraft draft) {
    this.draft = draft;
  }

  static byte[] of(TextDraft draft) {
    LetterDraft writer = new LetterDraft(draft);
    try (writer.word;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      writer.write();
      writer.word.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a document into memory", e);
    }
  }

  private void write() throws IOException {
    page();
    draft.blocks().forEach(this::write);
    if (!draft.head().isEmpty()) {
      head(HeaderFooterType.DEFAULT);
      head(HeaderFooterType.EVEN);
    }
    word.setEvenAndOddHeadings(true);
    number(HeaderFooterType.DEFAULT, ParagraphAlignment.RIGHT);
    number(HeaderFooterType.EVEN, ParagraphAlignment.LEFT);
    FontTable.add(word);
  }

  private void page() {
    CTSectPr section = word.getDocument().getBody().addNewSectPr();
    CTPageSz size = section.addNewPgSz();
    size.setW(DraftTable.twips(210));
    size.setH(DraftTable.twips(297));
    CTPageMar margins = section.addNewPgMar();
    margins.setTop(DraftTable.twips(37));
    margins.setBottom(DraftTable.twips(35));
    margins.setLeft(DraftTable.twips(28));
    margins.setRight(DraftTable.twips(26));
    margins.setHeader(DraftTable.twips(15));
    margins.setFooter(DraftTable.twips(23));
  }

  private void write(TextDraft.Block block) {
    switch (block) {
      case TextDraft.Block.Line line -> write(line);
      case TextDraft.Block.Gap(int lines) -> {
        for (int i = 0; i < lines; i++) {
          write(new TextDraft.Block.Line("", TextDraft.Face.TEXT, TextDraft.Place.LEFT));
        }
      }
      case TextDraft.Block.Rule(boolean red) -> rule(red);
      case TextDraft.Block.NewPage page ->
          word.createParagraph().createRun().addBreak(BreakType.PAGE);
      case TextDraft.Block.Table table -> DraftTable.write(word, table.columns(), true);
    }
  }

  private void write(TextDraft.Block.Line line) {
    XWPFParagraph paragraph = word.createParagraph();
    place(paragraph, line.place(), line.face().points());
    height(paragraph, line.face());
    boolean sides = line.place() == TextDraft.Place.SIDES;
    String[] parts = sides ? line.words().split("\\|", 2) : new String[] {line.words()};
    run(paragraph, line.face()).setText(parts[0]);
    if (parts.length > 1) {
      run(paragraph, line.face()).addTab();
      run(paragraph, line.face()).setText(parts[1]);
    }
  }

  private static XWPFRun run(XWPFParagraph paragraph, TextDraft.Face face) {
    XWPFRun run = face.font().set(paragraph.createRun(), face.points());
    if (face == TextDraft.Face.OFFICE) {
      run.setColor(RED);
    }
    if (face.points() == TEXT_POINTS) {
      run.getCTR().getRPr().addNewSpacing().setVal(BigInteger.valueOf(CLOSER));
    }
    return run;
  }

  private static void place(XWPFParagraph paragraph, TextDraft.Place place, int points) {
    switch (place) {
      case CENTRED -> paragraph.setAlignment(ParagraphAlignment.CENTER);
      case LEFT -> paragraph.setAlignment(ParagraphAlignment.LEFT);
      case INDENTED -> {
        paragraph.setAlignment(ParagraphAlignment.BOTH);
        paragraph.setIndentationFirstLine(2 * points * 20);
      }
      case SIGNED -> {
        paragraph.setAlignment(ParagraphAlignment.RIGHT);
        paragraph.setIndentationRight(4 * points * 20);
      }
      case SIDES -> {
        var tab = paragraph.getCTP().addNewPPr().addNewTabs().addNewTab();
        tab.setVal(STTabJc.RIGHT);
        tab.setPos(DraftTable.twips(WIDTH_MM));
      }
    }
  }

  private static void height(XWPFParagraph paragraph, TextDraft.Face face) {
    switch (face) {
      case OFFICE -> paragraph.setSpacingBetween(1.1, LineSpacingRule.AUTO);
      case TITLE -> paragraph.setSpacingBetween(TITLE_LINE_POINTS, LineSpacingRule.EXACT);
      case HEADING, SUBHEADING, TEXT ->
          paragraph.setSpacingBetween(LINE / 20.0, LineSpacingRule.EXACT);
      case NOTE -> paragraph.setSpacingBetween(1.2, LineSpacingRule.AUTO);
      case IMPRINT -> {
        paragraph.setSpacingBetween(1.2, LineSpacingRule.AUTO);
        paragraph.setKeepNext(true);
      }
      case FIGURE -> {
        paragraph.setSpacingBefore(FIGURE_SPACE);
        paragraph.setSpacingAfter(FIGURE_SPACE);
      }
    }
  }

  private void rule(boolean red) {
    XWPFParagraph paragraph = word.createParagraph();
    paragraph.setSpacingBetween(red ? 8 : 4, LineSpacingRule.EXACT);
    paragraph.setKeepNext(true);
    CTBorder line = paragraph.getCTP().getPPr().addNewPBdr().addNewBottom();
    line.setVal(STBorder.SINGLE);
    line.setSz(BigInteger.valueOf(red ? 16 : 6));
    line.setSpace(BigInteger.ZERO);
    line.setColor(red ? RED : "000000");
  }

  private void head(HeaderFooterType pages) {
    XWPFParagraph paragraph = word.createHeader(pages).createParagraph();
    paragraph.setAlignment(ParagraphAlignment.RIGHT);
    DraftFont.TEXT.set(paragraph.createRun(), HEAD_POINTS).setText(draft.head());
  }

  /** At the outer edge, one letter in; the office program counts. */
  private void number(HeaderFooterType pages, ParagraphAlignment edge) {
    XWPFParagraph paragraph = word.createFooter(pages).createParagraph();
    paragraph.setAlignment(edge);
    if (edge == ParagraphAlignment.RIGHT) {
      paragraph.setIndentationRight(PAGE_NUMBER_POINTS * 20);
    } else {
      paragraph.setIndentationLeft(PAGE_NUMBER_POINTS * 20);
    }
    String[] around =
        Messages.say(Message.of("template.draft.page-number", PAGE), Language.ZH).split(PAGE, -1);
    DraftFont.TEXT.set(paragraph.createRun(), PAGE_NUMBER_POINTS).setText(around[0]);
    var field = paragraph.getCTP().addNewFldSimple();
    field.setInstr("PAGE");
    XWPFRun number =
        new XWPFRun(field.addNewR(), (org.apache.poi.xwpf.usermodel.IRunBody) paragraph);
    DraftFont.TEXT.set(number, PAGE_NUMBER_POINTS).setText("1");
    DraftFont.TEXT.set(paragraph.createRun(), PAGE_NUMBER_POINTS).setText(around[1]);
  }
}
