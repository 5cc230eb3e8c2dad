package jingtu.vocabulary;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How codes are written by people: any width, any case, in groups with blanks between them. */
final class CodeText {

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\u200b\\ufeff]+");

  private CodeText() {}

  /** One width, capitals, blanks kept. */
  static String plain(String written) {
    String stripped = BLANKS.matcher(written).replaceAll(" ").strip();
    return Normalizer.normalize(stripped, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
  }

  /** One width, capitals, no blanks. */
  static String compact(String written) {
    return BLANKS.matcher(plain(written)).replaceAll("");
  }

  static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  static boolean isLetter(char character) {
    return character >= 'A' && character <= 'Z';
  }
}
