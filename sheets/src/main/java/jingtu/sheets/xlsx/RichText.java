package jingtu.sheets.xlsx;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jingtu.sheets.Limits;
import jingtu.sheets.Unreadable;

/** The text of a cell or comment in runs (ECMA-376 part 1, 18.4), without phonetic readings. */
final class RichText {

  /** A character that XML cannot hold, escaped (ECMA-376 part 1, 22.9.2.19). */
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private RichText() {}

  /** Reads to the end of the element that starts here. */
  static String read(XmlPart xml, String element) throws Unreadable {
    StringBuilder words = new StringBuilder();
    boolean inText = false;
    while (xml.next() && !xml.isEnd(element)) {
      if (xml.isText()) {
        append(words, inText ? xml.text() : "");
      } else if (xml.isStart("rPh")) {
        xml.skip();
        inText = false;
      } else {
        inText = xml.isStart("t");
      }
    }
    return unescape(words.toString());
  }

  /** Reads an element that holds text only. */
  static String readPlain(XmlPart xml) throws Unreadable {
    String first = "";
    StringBuilder words = new StringBuilder();
    while (xml.next() && !xml.isEnd()) {
      if (xml.isText() && first.isEmpty()) {
        first = xml.text();
      } else if (xml.isText()) {
        append(words, xml.text());
      } else {
        xml.skip();
      }
    }
    return words.isEmpty() ? first : first + words;
  }

  private static void append(StringBuilder words, String more) throws Unreadable {
    words.append(more);
    if (words.length() > Limits.LONGEST_TEXT) {
      throw Unreadable.because("long-text", Limits.LONGEST_TEXT);
    }
  }

  static String unescape(String text) {
    if (text.indexOf("_x") < 0) {
      return text;
    }
    return ESCAPED
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(found.group(1), 16))));
  }
}
