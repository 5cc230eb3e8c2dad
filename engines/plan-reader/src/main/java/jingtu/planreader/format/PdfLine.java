package jingtu.planreader.format;

import java.util.Comparator;
import java.util.List;

/**
 * One printed line of a page.
 *
 * @param left where its first sign begins, in points from the left edge
 * @param right where its last sign ends
 * @param top how far below the page's top its signs stand (their base line)
 * @param size the width of a full sign, in points
 */
record PdfLine(String text, double left, double right, double top, double size)
    implements PdfPage.Piece {

  /** Blanks wider than this share of a sign are printed as a blank. */
  private static final double BLANK = 0.6;

  /** The line that some signs, given in any order, make up. */
  static PdfLine of(List<Sign> signs) {
    List<Sign> sorted = signs.stream().sorted(Comparator.comparingDouble(Sign::left)).toList();
    double size = sorted.stream().mapToDouble(Sign::size).max().orElse(0);
    StringBuilder text = new StringBuilder();
    double end = sorted.getFirst().left();
    for (Sign sign : sorted) {
      if (sign.left() - end > BLANK * size) {
        text.append(' ');
      }
      text.append(sign.text());
      end = Math.max(end, sign.right());
    }
    Sign first = sorted.getFirst();
    return new PdfLine(text.toString().strip(), first.left(), end, first.base(), size);
  }

  /**
   * One printed sign.
   *
   * @param base its base line, in points below the page's top
   */
  record Sign(String text, double left, double right, double base, double size) {
    double middleX() {
      return (left + right) / 2;
    }

    double middleY() {
      return base - size / 3;
    }
  }
}
