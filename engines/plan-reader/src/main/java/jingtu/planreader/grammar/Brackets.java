package jingtu.planreader.grammar;

import java.util.ArrayDeque;
import java.util.Deque;

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

  /** For every bracket that opens where it closes, or -1; 0 for every other character. */
  static int[] pairs(String text) {
    int[] closing = new int[text.length()];
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (opens(c)) {
        open.push(i);
        closing[i] = -1;
      } else if (closes(c) && !open.isEmpty()) {
        closing[open.pop()] = i;
      }
    }
    return closing;
  }
}
