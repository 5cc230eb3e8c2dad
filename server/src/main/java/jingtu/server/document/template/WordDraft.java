package jingtu.server.document.template;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import org.apache.poi.wp.usermodel.HeaderFooterType;
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

/** A {@link TableDraft} as .docx. */
final class WordDraft {

  private static final int MARGIN_MM = 18;

  private final TableDraft draft;
  private final XWPFDocument word = new XWPFDocument();

  private WordDraft(TableDraft draft) {
    this.draft = draft;
  }

  static byte[] of(TableDraft draft) {
    WordDraft writer = new WordDraft(draft);
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
    line(draft.mark(), DraftFont.HEADING, 16, ParagraphAlignment.LEFT);
    line(draft.title(), DraftFont.HEADING, 20, ParagraphAlignment.CENTER);
    line(draft.note(), DraftFont.TEXT, 12, ParagraphAlignment.CENTER);
    table();
    pages(word.createFooter(HeaderFooterType.DEFAULT).createParagraph());
    FontTable.add(word);
  }

  private void page() {
    CTSectPr section = word.getDocument().getBody().addNewSectPr();
    CTPageSz size = section.addNewPgSz();
    size.setOrient(STPageOrientation.LANDSCAPE);
    size.setW(twips(draft.paper().widthMm()));
    size.setH(twips(draft.paper().heightMm()));
    CTPageMar margins = section.addNewPgMar();
    margins.setLeft(twips(MARGIN_MM));
    margins.setRight(twips(MARGIN_MM));
    margins.setTop(twips(MARGIN_MM));
    margins.setBottom(twips(MARGIN_MM));
    margins.setHeader(twips(10));
    margins.setFooter(twips(10));
  }

  private void line(String words, DraftFont font, int points, ParagraphAlignment alignment) {
    XWPFParagraph paragraph = word.createParagraph();
    paragraph.setAlignment(alignment);
    paragraph.setSpacingAfter(120);
    font.set(paragraph.createRun(), points).setText(words);
  }

  private void table() {
    XWPFTable table = word.createTable(2, draft.columns().size());
    table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
    table.setCellMargins(28, 57, 28, 57);
    CTTblGrid grid =
        table.getCTTbl().getTblGrid() == null
            ? table.getCTTbl().addNewTblGrid()
            : table.getCTTbl().getTblGrid();
    while (grid.sizeOfGridColArray() > 0) {
      grid.removeGridCol(0);
    }
    int width = 0;
    for (TableDraft.Column column : draft.columns()) {
      grid.addNewGridCol().setW(twips(column.widthMm()));
      width += column.widthMm();
    }
    table.setWidth(twips(width).intValue());
    head(table.getRow(0));
    fields(table.getRow(1));
  }

  private void head(XWPFTableRow row) {
    row.setRepeatHeader(true);
    row.setCantSplitRow(true);
    for (int i = 0; i < draft.columns().size(); i++) {
      cell(row, i, TableDraft.Look.CENTRED, DraftFont.HEADING, draft.columns().get(i).heading());
    }
  }

  private void fields(XWPFTableRow row) {
    row.setCantSplitRow(true);
    for (int i = 0; i < draft.columns().size(); i++) {
      TableDraft.Column column = draft.columns().get(i);
      cell(row, i, column.look(), DraftFont.TEXT, column.text());
    }
  }

  private void cell(XWPFTableRow row, int at, TableDraft.Look look, DraftFont font, String words) {
    XWPFTableCell cell = row.getCell(at);
    cell.setWidth(twips(draft.columns().get(at).widthMm()).toString());
    cell.setVerticalAlignment(
        look == TableDraft.Look.TOP
            ? XWPFTableCell.XWPFVertAlign.TOP
            : XWPFTableCell.XWPFVertAlign.CENTER);
    XWPFParagraph paragraph = cell.getParagraphs().getFirst();
    paragraph.setAlignment(
        look == TableDraft.Look.CENTRED ? ParagraphAlignment.CENTER : ParagraphAlignment.LEFT);
    font.set(paragraph.createRun(), font == DraftFont.HEADING ? 10 : 9).setText(words);
  }

  /** The number of the page and of all pages, which the office program counts. */
  private static void pages(XWPFParagraph paragraph) {
    paragraph.setAlignment(ParagraphAlignment.CENTER);
    String text =
        Messages.say(
            Message.of("template.draft.pages", "\u0000PAGE\u0000", "\u0000NUMPAGES\u0000"),
            Language.ZH);
    String[] parts = text.split("\u0000", -1);
    for (int i = 0; i < parts.length; i++) {
      if (i % 2 == 0) {
        DraftFont.TEXT.set(paragraph.createRun(), 9).setText(parts[i]);
      } else {
        var field = paragraph.getCTP().addNewFldSimple();
        field.setInstr(parts[i]);
        XWPFRun run =
            new XWPFRun(field.addNewR(), (org.apache.poi.xwpf.usermodel.IRunBody) paragraph);
        DraftFont.TEXT.set(run, 9).setText("1");
      }
    }
  }

  private static BigInteger twips(int mm) {
    return BigInteger.valueOf(Math.round(mm * 1440 / 25.4));
  }
}
