package jingtu.planreader.grammar;

/**
 * Brackets of all widths. A full-width bracket may be closed by an ASCII one: plans mix them.
 *
 * <p>Titles 《》 and quotation marks “” count as brackets where the inside of a bracket is to be
 * passed over.
 */
public final class Brackets {

  private static final String OPENING = "（(【〔[［";
  private static final String CLOSING = "）)】〕]］";
  private static final String OPENING_QUOTES = "《〈“「『";
  private static final String CLOSING_QUOTES = "》〉”」』";

  private Brackets() {}

  public static boolean opens(char c) {
    return OPENING.indexOf(c) >= 0;
  }

  public static boolean closes(char c) {
    return CLOSING.indexOf(c) >= 0;
  }

  static boolean opensAny(char c) {
    return opens(c) || OPENING_QUOTES.indexOf(c) >= 0;
  }

  static boolean closesAny(char c) {
    return closes(c) || CLOSING_QUOTES.indexOf(c) >= 0;
  }

  /** How far the depth of brackets and quotes moves with this character: 1, 0 or -1. */
  public static int step(char c) {
    return opensAny(c) ? 1 : closesAny(c) ? -1 : 0;
  }

  /** Where the bracket opens that {@code text} closes at {@code close}; -1 if nowhere. */
  public static int openingOf(String text, int close) {
    int depth = 0;
    for (int i = close; i >= 0; i--) {
      char c = text.charAt(i);
      if (closes(c)) {
        depth++;
      } else if (opens(c) && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Where the bracket closes that {@code text} opens at {@code open}; -1 if not within {@code
   * limit} characters.
   */
  public static int closingOf(String text, int open, int limit) {
    int depth = 0;
    for (int i = open; i < Math.min(text.length(), open + limit); i++) {
      char c = text.charAt(i);
      if (opens(c)) {
        depth++;
      } else if (closes(c) && --depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
