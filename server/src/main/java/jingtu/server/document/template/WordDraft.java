package jingtu.server.document.template;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

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
    DraftTable.write(word, draft.columns(), false);
    pages(word.createFooter(HeaderFooterType.DEFAULT).createParagraph());
    FontTable.add(word);
  }

  private void page() {
    CTSectPr section = word.getDocument().getBody().addNewSectPr();
    CTPageSz size = section.addNewPgSz();
    size.setOrient(STPageOrientation.LANDSCAPE);
    size.setW(DraftTable.twips(draft.paper().widthMm()));
    size.setH(DraftTable.twips(draft.paper().heightMm()));
    CTPageMar margins = section.addNewPgMar();
    margins.setLeft(DraftTable.twips(MARGIN_MM));
    margins.setRight(DraftTable.twips(MARGIN_MM));
    margins.setTop(DraftTable.twips(MARGIN_MM));
    margins.setBottom(DraftTable.twips(MARGIN_MM));
    margins.setHeader(DraftTable.twips(10));
    margins.setFooter(DraftTable.twips(10));
  }

  private void line(String words, DraftFont font, int points, ParagraphAlignment alignment) {
    XWPFParagraph paragraph = word.createParagraph();
    paragraph.setAlignment(alignment);
    paragraph.setSpacingAfter(120);
    font.set(paragraph.createRun(), points).setText(words);
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
}
