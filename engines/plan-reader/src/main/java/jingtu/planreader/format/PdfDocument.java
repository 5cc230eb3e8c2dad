package jingtu.planreader.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jingtu.planreader.format.Block.Grid;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Reads a .pdf that has text. Printed lines are joined into paragraphs again, page numbers and
 * running headers are left out, and tables are found by their ruled lines.
 */
final class PdfDocument {

  private PdfDocument() {}

  static DocumentText read(byte[] content) throws Unreadable {
    try (PDDocument document = Loader.loadPDF(content)) {
      if (document.getNumberOfPages() > Limits.PAGES) {
        throw Unreadable.because("too-many-pages", Limits.PAGES);
      }
      List<PdfPage> pages = new ArrayList<>();
      int characters = 0;
      for (int i = 0; i < document.getNumberOfPages(); i++) {
        PdfPage page = PdfPage.read(document, i);
        characters += page.characters();
        if (characters > Limits.TEXT_CHARACTERS) {
          throw Unreadable.because("too-much-text", Limits.TEXT_CHARACTERS);
        }
        pages.add(page);
      }
      return Draft.of(join(PageMarks.leaveOut(pages)), List.of());
    } catch (InvalidPasswordException e) {
      throw Unreadable.because("encrypted");
    } catch (IOException | RuntimeException e) {
      // PDFBox trusts the structure that it finds in a file and fails in many ways where it is
      // wrong.
      throw Unreadable.because("damaged", ".pdf", e.getClass().getSimpleName());
    }
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
