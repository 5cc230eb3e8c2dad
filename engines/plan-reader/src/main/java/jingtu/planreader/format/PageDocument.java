package jingtu.planreader.format;

import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Reads a web page. All that it shows becomes text; what is printed around the document, such as
 * menus and the imprint, is marked as boilerplate.
 */
final class PageDocument {

  private static final int OPENING_CHARACTERS = 4_000;
  private static final String NOT_SHOWN =
      "script,style,noscript,template,select,button,input,textarea,svg,iframe,[hidden],"
          + "[style~=(?i)display\\s*:\\s*none]";

  private static final String STRUCK_OUT = "del,s,strike,[style~=(?i)line-through]";

  private PageDocument() {}

  /** Whether a text is a web page: it opens with mark-up that only pages have. */
  static boolean isPage(String text) {
    String opening =
        text.substring(0, Math.min(text.length(), OPENING_CHARACTERS))
            .strip()
            .toLowerCase(Locale.ROOT);
    return opening.startsWith("<")
        && (opening.contains("<html")
            || opening.contains("<body")
            || opening.contains("<div")
            || opening.contains("<p>")
            || opening.contains("<p "));
  }

  static DocumentText read(String text) throws Unreadable {
    Document page = Jsoup.parse(text);
    page.select(NOT_SHOWN).remove();
    StruckOut struckOut = new StruckOut();
    page.select(STRUCK_OUT).forEach(element -> struckOut.add(element.text()));
    page.select(STRUCK_OUT).remove();
    PageBlocks blocks = new PageBlocks(PageProse.in(page.body()), PageLists.of(page.body()));
    return Draft.of(blocks.read(page.body()), struckOut.findings());
  }
}
