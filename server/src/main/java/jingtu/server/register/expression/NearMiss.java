package jingtu.server.register.expression;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The word that somebody probably meant who wrote one that is not known. */
public final class NearMiss {

  private NearMiss() {}

  /**
   * The known word that takes the fewest slips (a letter left out, added, changed, or two swapped)
   * to become the written one: one slip for every three letters, one at least.
   */
  public static Optional<String> of(String written, Collection<String> known) {
    int most = Math.max(1, written.length() / 3);
    return known.stream()
        .filter(word -> !word.equals(written))
        .filter(word -> Math.abs(word.length() - written.length()) <= most)
        .filter(word -> slips(word, written) <= most)
        .min(Comparator.comparingInt(word -> slips(word, written)));
  }

  /** The distance of Damerau and Levenshtein, each stretch edited once at most. */
  private static int slips(String a, String b) {
    int[][] distance = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        distance[i][j] = i == 0 || j == 0 ? i + j : cheapest(a, b, i, j, distance);
      }
    }
    return distance[a.length()][b.length()];
  }

  private static int cheapest(String a, String b, int i, int j, int[][] distance) {
    int changed = distance[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int cheapest = Math.min(changed, 1 + Math.min(distance[i - 1][j], distance[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(cheapest, distance[i - 2][j - 2] + 1) : cheapest;
  }
}
