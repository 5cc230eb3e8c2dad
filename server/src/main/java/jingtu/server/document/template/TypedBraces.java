package jingtu.server.document.template;

import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.xmlbeans.XmlCursor;

/**
 * Braces that stand in a value, and not in the template: they are no field, so they are hidden
 * behind a character of the private use area until all fields are filled.
 */
final class TypedBraces {

  private static final String BRACES = "{{";
  private static final String HIDDEN = "\uE7B1\uE7B1";

  private TypedBraces() {}

  static String hide(String words) {
    return words.replace(BRACES, HIDDEN);
  }

  static void putBack(XWPFDocument word) {
    if (!word.getDocument().xmlText().contains(HIDDEN)) {
      return;
    }
    try (XmlCursor cursor = word.getDocument().newCursor()) {
      while (cursor.hasNextToken()) {
        if (cursor.isText() && cursor.getChars().contains(HIDDEN)) {
          String words = cursor.getChars().replace(HIDDEN, BRACES);
          cursor.removeChars(cursor.getChars().length());
          cursor.insertChars(words);
        }
        cursor.toNextToken();
      }
    }
  }
}
