package jingtu.planreader.format;

import java.util.List;
import jingtu.planreader.format.Block.Paragraph;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Turns the elements of a page into paragraphs and tables, in the order in which they stand. */
final class PageBlocks {

  /** A cell with more paragraphs than this frames a part of the page; it is no cell of a table. */
  private static final int MOST_PARAGRAPHS = 40;

  private final PageProse prose;
  private final PageLists lists;
  private final StringBuilder line = new StringBuilder();
  private String label = "";
  private boolean inDocument;
  private boolean inMenu;
  private int depth;

  PageBlocks(PageProse prose, PageLists lists) {
    this.prose = prose;
    this.lists = lists;
  }

  List<Block> read(Element body) throws Unreadable {
    Blocks blocks = new Blocks();
    readInto(blocks, body);
    endLine(blocks);
    return blocks.list();
  }

  private void readInto(Blocks blocks, Element element) throws Unreadable {
    if (++depth > Limits.PAGE_DEPTH) {
      throw Unreadable.because("too-deep", Limits.PAGE_DEPTH);
    }
    boolean wasInDocument = inDocument;
    boolean wasInMenu = inMenu;
    inDocument |= element.equals(prose.document());
    boolean block = isBlock(element);
    if (block) {
      endLine(blocks);
      inMenu |= prose.isMenu(element);
    }
    readChildren(blocks, element);
    if (block) {
      endLine(blocks);
    }
    inDocument = wasInDocument;
    inMenu = wasInMenu;
    depth--;
  }

  private void readChildren(Blocks blocks, Element element) throws Unreadable {
    if (element.nameIs("table")) {
      readTable(blocks, element);
    } else if (element.nameIs("br")) {
      endLine(blocks);
    } else {
      lists.label(element).ifPresent(number -> label = number);
      for (Node child : element.childNodes()) {
        if (child instanceof Element inner) {
          readInto(blocks, inner);
        } else if (child instanceof TextNode text) {
          readText(blocks, text);
        }
      }
    }
  }

  private void readText(Blocks blocks, TextNode text) throws Unreadable {
    boolean kept = text.parent() != null && text.parent().closest("pre") != null;
    if (!kept) {
      line.append(text.getWholeText());
      return;
    }
    String[] lines = text.getWholeText().split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        endLine(blocks);
      }
      line.append(lines[i]);
    }
  }

  private static boolean isBlock(Element element) {
    return element.isBlock() || element.nameIs("td") || element.nameIs("th");
  }

  private boolean isBoilerplate() {
    return !inDocument || inMenu;
  }

  /** White space of mark-up is one blank; between Han, where a source line was broken, none. */
  private void endLine(Blocks blocks) throws Unreadable {
    String words = collapse(line);
    line.setLength(0);
    if (!words.isEmpty()) {
      blocks.add(new Paragraph(label + words, isBoilerplate()));
      label = "";
    }
  }

  private static String collapse(CharSequence raw) {
    StringBuilder words = new StringBuilder();
    boolean blank = false;
    boolean broken = false;
    for (int i = 0; i < raw.length(); i++) {
      char sign = raw.charAt(i);
      if (sign == ' ' || sign == '\t' || sign == '\n' || sign == '\r' || sign == '\f') {
        blank = true;
        broken |= sign == '\n';
        continue;
      }
      if (blank && !words.isEmpty()) {
        boolean joins = broken && !PlainWords.needBlank(words.charAt(words.length() - 1), sign);
        words.append(joins ? "" : " ");
      }
      blank = false;
      broken = false;
      words.append(sign);
    }
    return words.toString();
  }

  private void readTable(Blocks blocks, Element table) throws Unreadable {
    if (framesThePage(table)) {
      for (Node child : table.childNodes()) {
        if (child instanceof Element inner) {
          readInto(blocks, inner);
        }
      }
      return;
    }
    GridBuilder grid = new GridBuilder();
    for (Element row : table.select("tr")) {
      if (table.equals(row.closest("table"))) {
        readRow(grid, row);
      }
    }
    blocks.add(grid.build(isBoilerplate()));
  }

  /** Tables that only arrange a page hold the document, other tables, or whole chapters. */
  private boolean framesThePage(Element table) {
    boolean holdsDocument =
        !prose.document().equals(table) && table.equals(prose.document().closest("table"));
    return holdsDocument
        || table.select("table").size() > 1
        || table.select("td").stream().anyMatch(it -> it.select("p").size() > MOST_PARAGRAPHS);
  }

  private void readRow(GridBuilder grid, Element row) throws Unreadable {
    grid.startRow();
    for (Element cell : row.children()) {
      if (cell.nameIs("td") || cell.nameIs("th")) {
        Blocks inside = new Blocks();
        readInto(inside, cell);
        int rows = PageLists.attribute(cell, "rowspan").orElse(1);
        grid.cell(
            inside.asCell(),
            rows == 0 ? Integer.MAX_VALUE : rows,
            PageLists.attribute(cell, "colspan").orElse(1));
      }
    }
  }
}
