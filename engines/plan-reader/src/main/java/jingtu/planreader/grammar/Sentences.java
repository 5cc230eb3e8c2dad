package jingtu.planreader.grammar;

import java.util.ArrayList;
import java.util.List;

/** Parts running text at its punctuation, brackets and quotes left whole. */
public final class Sentences {

  /** A bracket that nothing closes within this distance is taken for a misprint. */
  private static final int LONGEST_BRACKET = 400;

  /**
   * What goes on longer than this without a mark is parted anyway, so that reading stays linear.
   */
  private static final int LONGEST = 1_500;

  private Sentences() {}

  /** Sentences, each with its full stop, as pairs of where it begins and ends. */
  public static List<int[]> sentences(String text) {
    return parts(text, "。！!？?", true);
  }

  /** Parts between full stops and semicolons, each with its mark. */
  public static List<int[]> clauses(String text) {
    return parts(text, "。！!？?；;", true);
  }

  /** Parts between commas, semicolons and full stops, without their marks. */
  static List<int[]> commaParts(String text) {
    return parts(text, "，,。！!？?；;", false);
  }

  private static List<int[]> parts(String text, String marks, boolean withMark) {
    List<int[]> parts = new ArrayList<>();
    int start = 0;
    int depth = 0;
    int opened = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int step = Brackets.step(c);
      opened = step > 0 && depth == 0 ? i : opened;
      depth = Math.max(0, depth + step);
      boolean inside = depth > 0 && i - opened < LONGEST_BRACKET;
      boolean decimal = c == ',' && between(text, i);
      boolean endless =
          (i - start >= LONGEST && "，,；;、".indexOf(c) >= 0) || i - start >= 2 * LONGEST;
      if (endless || (!inside && !decimal && marks.indexOf(c) >= 0)) {
        int end = withMark || endless ? i + 1 : i;
        if (end > start) {
          parts.add(new int[] {start, end});
        }
        start = i + 1;
        depth = 0;
      }
    }
    if (start < text.length()) {
      parts.add(new int[] {start, text.length()});
    }
    return parts;
  }

  /** A comma between digits groups them. */
  private static boolean between(String text, int i) {
    return i > 0
        && i + 3 < text.length()
        && Character.isDigit(text.charAt(i - 1))
        && Character.isDigit(text.charAt(i + 1))
        && Character.isDigit(text.charAt(i + 2))
        && Character.isDigit(text.charAt(i + 3));
  }
}
