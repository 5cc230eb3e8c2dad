package jingtu.planreader.format;

/** Counts words of a script without spaces: every sign that is not white space counts. */
final class PlainWords {

  private static final int IDEOGRAPHIC_COMMA = 0x3001;
  private static final int IDEOGRAPHIC_FULL_STOP = 0x3002;
  private static final int FULLWIDTH_COMMA = 0xFF0C;
  private static final int FULLWIDTH_SEMICOLON = 0xFF1B;

  private PlainWords() {}

  static int count(String words) {
    return (int) words.codePoints().filter(it -> !isBlank(it)).count();
  }

  static boolean isBlank(int codePoint) {
    return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
  }

  static boolean isSentencePunctuation(int codePoint) {
    return codePoint == IDEOGRAPHIC_COMMA
        || codePoint == IDEOGRAPHIC_FULL_STOP
        || codePoint == FULLWIDTH_COMMA
        || codePoint == FULLWIDTH_SEMICOLON;
  }

  /** Whether a blank belongs between two signs when a broken line is joined again. */
  static boolean needBlank(int before, int after) {
    return isLatin(before) && isLatin(after);
  }

  private static boolean isLatin(int codePoint) {
    return codePoint < 0x250 && Character.isLetterOrDigit(codePoint);
  }
}
