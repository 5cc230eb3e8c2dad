package jingtu.planreader.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jingtu.planreader.format.Block.Grid;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Reads a .pdf that has text. Printed lines are joined into paragraphs again, page numbers and
 * running headers are left out, and tables are found by their ruled lines.
 */
final class PdfDocument {

  private PdfDocument() {}

  static DocumentText read(byte[] content) throws Unreadable {
    PdfEffort effort = new PdfEffort();
    try (PDDocument document = PdfFile.open(content, effort)) {
      return read(document, effort);
    } catch (InvalidPasswordException e) {
      throw Unreadable.because("encrypted");
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // PDFBox trusts the structure that it finds in a file and fails in many ways where it is
      // wrong; it follows references into each other by calling itself.
      throw effort
          .refusal()
          .orElseGet(() -> Unreadable.because("damaged", ".pdf", e.getClass().getSimpleName()));
    }
  }

  private static DocumentText read(PDDocument document, PdfEffort effort)
      throws IOException, Unreadable {
    if (document.getNumberOfPages() > Limits.PAGES) {
      throw Unreadable.because("too-many-pages", Limits.PAGES);
    }
    List<PdfPage> pages = new ArrayList<>();
    StruckOut struckOut = new StruckOut();
    int characters = 0;
    for (int i = 0; i < document.getNumberOfPages(); i++) {
      PdfPage page = PdfPage.read(document, i, effort);
      characters += page.characters();
      if (characters > Limits.TEXT_CHARACTERS) {
        throw Unreadable.because("too-much-text", Limits.TEXT_CHARACTERS);
      }
      page.struckOut().forEach(struckOut::add);
      pages.add(page);
    }
    if (effort.refusal().isPresent()) {
      throw effort.refusal().get();
    }
    return Draft.of(join(PageMarks.leaveOut(pages)), struckOut.findings());
  }

  /** Paragraphs go on over the foot of a page, and so do tables with as many columns. */
  private static List<Block> join(List<PdfPage> pages) throws Unreadable {
    PdfParagraphs paragraphs = new PdfParagraphs();
    for (PdfPage page : pages) {
      paragraphs.startPage(page);
      for (PdfPage.Piece piece : page.pieces()) {
        switch (piece) {
          case PdfLine line -> paragraphs.add(line);
          case PdfPage.TablePiece table -> paragraphs.add(table.grid());
        }
      }
    }
    return paragraphs.finish();
  }

  /** Whether two tables are one that a page's foot cut in two. */
  static boolean continues(Grid above, Grid below) {
    return above.columns() == below.columns();
  }
}
