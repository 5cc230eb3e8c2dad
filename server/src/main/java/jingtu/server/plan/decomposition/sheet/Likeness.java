package jingtu.server.plan.decomposition.sheet;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * How alike two texts are: twice the pairs of neighbouring letters that they share, by the pairs
 * that they have (Dice 1945), from 0 to 1. Blanks, punctuation and the width of signs do not count.
 */
final class Likeness {

  private final int[] pairs;

  private Likeness(int[] pairs) {
    this.pairs = pairs;
  }

  /** A text prepared for comparing it often; comparing costs the texts' lengths. */
  static Likeness of(String text) {
    int[] letters =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .codePoints()
            .filter(Character::isLetterOrDigit)
            .toArray();
    int[] pairs = new int[Math.max(0, letters.length - 1)];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = letters[i] * 31 + letters[i + 1] * 0x9E3779B1;
    }
    Arrays.sort(pairs);
    return new Likeness(pairs);
  }

  /** Whether the text is too short to be compared. */
  boolean isEmpty() {
    return pairs.length == 0;
  }

  double to(Likeness other) {
    if (isEmpty() || other.isEmpty()) {
      return 0;
    }
    int shared = 0;
    int mine = 0;
    int theirs = 0;
    while (mine < pairs.length && theirs < other.pairs.length) {
      int order = Integer.compare(pairs[mine], other.pairs[theirs]);
      if (order == 0) {
        shared++;
      }
      mine += order <= 0 ? 1 : 0;
      theirs += order >= 0 ? 1 : 0;
    }
    return 2.0 * shared / (pairs.length + other.pairs.length);
  }
}
