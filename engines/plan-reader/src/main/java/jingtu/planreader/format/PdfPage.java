package jingtu.planreader.format;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jingtu.planreader.format.Block.Grid;
import jingtu.planreader.format.PdfLine.Sign;
import jingtu.planreader.format.PdfRules.Rule;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * One page of a .pdf from top to bottom.
 *
 * @param left where most of its text begins, in points from the left edge
 * @param right where it ends
 * @param struckOut the words that a rule runs through, which stand in none of the pieces
 */
record PdfPage(
    List<Piece> pieces, double left, double right, int characters, List<String> struckOut) {

  public PdfPage {
    pieces = List.copyOf(pieces);
    struckOut = List.copyOf(struckOut);
  }

  /** A line or a table. */
  sealed interface Piece permits PdfLine, TablePiece {
    double top();
  }

  /** A table where it stands on the page. */
  record TablePiece(Grid grid, double top) implements Piece {}

  static PdfPage read(PDDocument document, int index, PdfEffort effort)
      throws IOException, Unreadable {
    PDPage page = document.getPage(index);
    PdfFile.measure(page);
    Signs signs = new Signs(effort);
    signs.setStartPage(index + 1);
    signs.setEndPage(index + 1);
    signs.writeText(document, Writer.nullWriter());
    List<Rule> rules = page.getRotation() == 0 ? PdfRules.of(page, effort) : List.of();
    List<String> struckOut = PdfStrikes.takeOut(signs.lines, rules);
    List<Piece> pieces = new ArrayList<>();
    for (PdfTable table : PdfTable.find(rules)) {
      effort.layOut(table.places());
      pieces.add(new TablePiece(table.fill(signs.lines), table.top()));
    }
    for (List<Sign> line : signs.lines) {
      if (line.stream().anyMatch(sign -> !sign.text().isBlank())) {
        pieces.add(PdfLine.of(line));
      }
    }
    pieces.sort(Comparator.comparingDouble(Piece::top));
    return of(pieces, signs.count, struckOut);
  }

  private static PdfPage of(List<Piece> pieces, int characters, List<String> struckOut) {
    double left = Double.MAX_VALUE;
    double right = 0;
    for (Piece piece : pieces) {
      if (piece instanceof PdfLine line) {
        left = Math.min(left, line.left());
        right = Math.max(right, line.right());
      }
    }
    return new PdfPage(pieces, left, right, characters, struckOut);
  }

  PdfPage with(List<Piece> others) {
    return of(others, characters, struckOut);
  }

  /** Collects the signs of a page, line by line. */
  private static final class Signs extends PDFTextStripper {
    private final List<List<Sign>> lines = new ArrayList<>();
    private List<Sign> line = new ArrayList<>();
    private final PdfEffort effort;
    private int count;
    private int shown;

    Signs(PdfEffort effort) {
      this.effort = effort;
      setSortByPosition(true);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
      effort.operate();
      super.processOperator(operator, operands);
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement)
        throws IOException {
      effort.print(++shown);
      super.showGlyph(matrix, font, code, displacement);
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
      for (TextPosition at : positions) {
        double left = at.getXDirAdj();
        double size = Math.max(at.getFontSizeInPt(), at.getHeightDir());
        line.add(
            new Sign(at.getUnicode(), left, left + at.getWidthDirAdj(), at.getYDirAdj(), size));
        count++;
      }
    }

    @Override
    protected void writeLineSeparator() {
      if (!line.isEmpty()) {
        lines.add(line);
        line = new ArrayList<>();
      }
    }

    @Override
    protected void endPage(PDPage page) {
      writeLineSeparator();
    }
  }
}
