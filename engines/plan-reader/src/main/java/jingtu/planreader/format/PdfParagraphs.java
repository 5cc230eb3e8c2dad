package jingtu.planreader.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jingtu.planreader.format.Block.Grid;

/**
 * Joins printed lines into paragraphs. A paragraph ends with a line that leaves room for more, and
 * before a line that is indented, opens with an enumerator, is set in another size or stands
 * further below than its lines do.
 */
final class PdfParagraphs {

  /** A line that ends nearer to the margin than this many signs is full. */
  private static final double ROOM_SIGNS = 2.0;

  /** Lines that begin further in than this many signs are indented. */
  private static final double INDENT_SIGNS = 1.0;

  /** Base lines more than this many signs apart are of different paragraphs. */
  private static final double GAP_SIGNS = 2.6;

  private static final Pattern OPENING = Expressions.anyOf("paragraph-openings.txt");
  private static final double OTHER_SIZE = 0.15;

  private final Blocks blocks = new Blocks();
  private final StringBuilder words = new StringBuilder();
  private Optional<PdfLine> last = Optional.empty();
  private Optional<Grid> table = Optional.empty();
  private double left;
  private double right;
  private boolean newPage;

  void startPage(PdfPage page) {
    left = page.left();
    right = page.right();
    newPage = true;
  }

  void add(PdfLine line) throws Unreadable {
    endTable();
    if (last.isPresent() && !goesOn(last.get(), line)) {
      endParagraph();
    }
    if (!words.isEmpty()) {
      int before = words.codePointBefore(words.length());
      words.append(PlainWords.needBlank(before, line.text().codePointAt(0)) ? " " : "");
    }
    words.append(line.text());
    last = Optional.of(line);
    newPage = false;
  }

  void add(Grid grid) throws Unreadable {
    endParagraph();
    if (table.isPresent() && PdfDocument.continues(table.get(), grid)) {
      List<List<Block.GridCell>> rows = new ArrayList<>(table.get().rows());
      rows.addAll(grid.rows());
      table = Optional.of(new Grid(rows, false));
    } else {
      endTable();
      table = Optional.of(grid);
    }
    newPage = false;
  }

  private boolean goesOn(PdfLine above, PdfLine line) {
    boolean full = above.right() > right - ROOM_SIGNS * above.size();
    boolean indented = line.left() > left + INDENT_SIGNS * line.size();
    boolean near = newPage || line.top() - above.top() < GAP_SIGNS * above.size();
    boolean alike = Math.abs(line.size() - above.size()) < OTHER_SIZE * above.size();
    return full && !indented && near && alike && !opens(above, line);
  }

  private static boolean opens(PdfLine above, PdfLine line) {
    int end = above.text().codePointBefore(above.text().length());
    return !Character.isLetterOrDigit(end) && OPENING.matcher(line.text()).lookingAt();
  }

  private void endParagraph() throws Unreadable {
    if (!words.isEmpty()) {
      blocks.paragraph(words.toString());
    }
    words.setLength(0);
    last = Optional.empty();
  }

  private void endTable() throws Unreadable {
    if (table.isPresent()) {
      blocks.add(table.get());
      table = Optional.empty();
    }
  }

  List<Block> finish() throws Unreadable {
    endParagraph();
    endTable();
    return blocks.list();
  }
}
