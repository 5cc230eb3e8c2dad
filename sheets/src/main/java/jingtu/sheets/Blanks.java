package jingtu.sheets;

/** White space of all scripts: also the full-width blank, the unbreakable and the invisible one. */
public final class Blanks {

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final char ZERO_WIDTH = '\u200B';

  private Blanks() {}

  /** The text without white space around it. */
  public static String strip(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  public static boolean isBlank(char character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || character == BYTE_ORDER_MARK
        || character == ZERO_WIDTH;
  }
}
