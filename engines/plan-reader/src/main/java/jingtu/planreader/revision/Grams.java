package jingtu.planreader.revision;

import java.util.Arrays;

/**
 * The pairs of neighbouring characters of a text, sorted, repeats kept: what makes two texts alike.
 */
final class Grams {

  /** Shorter texts are in many others by chance. */
  private static final int ENOUGH = 12;

  private final int[] sorted;

  private Grams(int[] sorted) {
    this.sorted = sorted;
  }

  static Grams of(String text) {
    int[] grams = new int[Math.max(text.length() == 1 ? 1 : 0, text.length() - 1)];
    for (int i = 0; i < grams.length; i++) {
      char next = i + 1 < text.length() ? text.charAt(i + 1) : 0;
      grams[i] = text.charAt(i) << 16 | next;
    }
    Arrays.sort(grams);
    return new Grams(grams);
  }

  int size() {
    return sorted.length;
  }

  /** Each of them once. */
  int[] distinct() {
    return Arrays.stream(sorted).distinct().toArray();
  }

  /** How many both have. */
  int shared(Grams other) {
    int shared = 0;
    int i = 0;
    int j = 0;
    while (i < sorted.length && j < other.sorted.length) {
      int order = Integer.compare(sorted[i], other.sorted[j]);
      shared += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return shared;
  }

  /** From 0 for nothing in common to 1 for the same; the same in both directions. */
  double likeness(Grams other) {
    int both = size() + other.size();
    return both == 0 ? 1 : 2.0 * shared(other) / both;
  }

  /** Likeness, or somewhat less than the share of the shorter one that the longer one holds. */
  double kinship(Grams other) {
    int shorter = Math.min(size(), other.size());
    double held = shorter < ENOUGH ? 0 : 0.7 * shared(other) / shorter;
    return Math.max(likeness(other), held);
  }
}
