package jingtu.planreader.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What is printed on every page around the text: page numbers, running headers and footers. */
final class PageMarks {

  private static final Pattern MARK = Expressions.anyOf("page-marks.txt");

  /** A line that stands at the same edge of this many pages, and of most, runs along. */
  private static final int FEWEST_PAGES = 3;

  private PageMarks() {}

  /** The pages without their marks. */
  static List<PdfPage> leaveOut(List<PdfPage> pages) {
    Map<String, Integer> edges = new HashMap<>();
    for (PdfPage page : pages) {
      for (String edge : edgesOf(page)) {
        edges.merge(edge, 1, Integer::sum);
      }
    }
    int often = Math.max(FEWEST_PAGES, pages.size() / 2 + 1);
    return pages.stream().map(page -> leaveOut(page, edges, often)).toList();
  }

  private static List<String> edgesOf(PdfPage page) {
    List<PdfPage.Piece> pieces = page.pieces();
    List<String> edges = new ArrayList<>();
    if (!pieces.isEmpty() && pieces.getFirst() instanceof PdfLine line) {
      edges.add("first " + line.text());
    }
    if (!pieces.isEmpty() && pieces.getLast() instanceof PdfLine line) {
      edges.add("last " + line.text());
    }
    return edges;
  }

  private static PdfPage leaveOut(PdfPage page, Map<String, Integer> edges, int often) {
    List<PdfPage.Piece> pieces = new ArrayList<>(page.pieces());
    if (!pieces.isEmpty() && isMark(pieces.getLast(), "last ", edges, often)) {
      pieces.removeLast();
    }
    if (!pieces.isEmpty() && isMark(pieces.getFirst(), "first ", edges, often)) {
      pieces.removeFirst();
    }
    return page.with(pieces);
  }

  private static boolean isMark(
      PdfPage.Piece piece, String edge, Map<String, Integer> edges, int often) {
    return piece instanceof PdfLine line
        && (MARK.matcher(line.text().replaceAll("\\s", "")).matches()
            || edges.getOrDefault(edge + line.text(), 0) >= often);
  }
}
