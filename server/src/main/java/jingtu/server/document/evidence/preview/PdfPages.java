package jingtu.server.document.evidence.preview;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** The pages of a PDF. */
final class PdfPages {

  private PdfPages() {}

  static Look look(byte[] content) {
    try (PDDocument document = Loader.loadPDF(content)) {
      int pages = document.getNumberOfPages();
      return pages > 0 ? new Look.Pages(pages) : new Look.Damaged();
    } catch (InvalidPasswordException locked) {
      return new Look.Locked();
    } catch (IOException damaged) {
      return new Look.Damaged();
    }
  }

  /** The page, as large as a preview may be whatever paper it says it is. */
  static Preview draw(byte[] content, int page) throws IOException {
    try (PDDocument document = Loader.loadPDF(content)) {
      PDRectangle paper = document.getPage(page - 1).getCropBox();
      float longer = Math.max(1, Math.max(paper.getWidth(), paper.getHeight()));
      PDFRenderer renderer = new PDFRenderer(document);
      renderer.setSubsamplingAllowed(true);
      BufferedImage drawn =
          renderer.renderImage(page - 1, PictureSize.LONGEST / longer, ImageType.RGB);
      return PictureSize.png(drawn);
    }
  }
}
