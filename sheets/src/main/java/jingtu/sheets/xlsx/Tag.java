package jingtu.sheets.xlsx;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Start tags and texts as they are written in XML. */
final class Tag {

  private Tag() {}

  private static Pattern attribute(String name) {
    return Pattern.compile("\\s" + name + "\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
  }

  /** The tag at the beginning of a text with an attribute set. */
  static String with(String text, String name, Object value) {
    String without = without(text, name);
    int end = without.indexOf('>');
    int at = without.charAt(end - 1) == '/' ? end - 1 : end;
    return without.substring(0, at)
        + " "
        + name
        + "=\""
        + escape(String.valueOf(value))
        + "\""
        + without.substring(at);
  }

  /** The tag at the beginning of a text without an attribute. */
  static String without(String text, String name) {
    int end = text.indexOf('>');
    return attribute(name).matcher(text.substring(0, end)).replaceAll("") + text.substring(end);
  }

  /** An attribute of the tag at the beginning of a text; empty where there is none. */
  static String value(String text, String name) {
    Matcher found = attribute(name).matcher(text.substring(0, text.indexOf('>')));
    if (!found.find()) {
      return "";
    }
    return found.group(1) != null ? found.group(1) : found.group(2);
  }

  static boolean isEmpty(String tag) {
    return tag.endsWith("/>");
  }

  /** An empty element's tag as the start tag of one that holds something. */
  static String opened(String tag) {
    return isEmpty(tag) ? tag.substring(0, tag.length() - 2) + ">" : tag;
  }

  /** Text for content and attributes; what XML cannot hold becomes a blank. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            character -> {
              switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\n', '\t' -> escaped.append((char) character);
                default -> escaped.appendCodePoint(isXml(character) ? character : ' ');
              }
            });
    return escaped.toString();
  }

  /** XML 1.0, production 2. */
  private static boolean isXml(int character) {
    return character >= ' '
        && character != 0xFFFE
        && character != 0xFFFF
        && !(character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE);
  }
}
