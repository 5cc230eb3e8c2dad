package jingtu.planreader.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Which of some pairs kept their order, so that the others are those that moved: of all pairs whose
 * order is the same in both versions the weightiest, so that a short thing moves past a long one
 * and not the other way round.
 */
final class Steady {

  private Steady() {}

  /**
   * A pair with its places.
   *
   * @param weight how many characters it has, in both versions together
   * @param words in both versions, to tell equal weights apart alike in both directions
   */
  record Placed(Pair pair, int before, int after, int weight, String words) {

    private long exactWeight() {
      return (((long) weight + 1) << 20) + (words.hashCode() & 0xFFFFF);
    }

    static Placed of(Pair pair, int before, int after, String one, String other) {
      String words = one.compareTo(other) <= 0 ? one + other : other + one;
      return new Placed(pair, before, after, one.length() + other.length(), words);
    }
  }

  /** Those that kept their order. */
  static List<Pair> of(List<Placed> all) {
    List<Placed> byBefore = all.stream().sorted(Comparator.comparingInt(Placed::before)).toList();
    int[] ranks = byBefore.stream().mapToInt(Placed::after).sorted().toArray();
    Chains chains = new Chains(byBefore.size());
    for (int i = 0; i < byBefore.size(); i++) {
      int rank = Arrays.binarySearch(ranks, byBefore.get(i).after());
      chains.add(i, rank, byBefore.get(i).exactWeight());
    }
    return chains.best().stream().map(i -> byBefore.get(i).pair()).toList();
  }

  /** The weightiest rising chain that ends at each rank, found by a tree of prefix maxima. */
  private static final class Chains {
    private final int[] best;
    private final long[] weights;
    private final int[] previous;

    Chains(int size) {
      best = new int[size + 1];
      Arrays.fill(best, -1);
      weights = new long[size];
      previous = new int[size];
    }

    void add(int i, int rank, long weight) {
      previous[i] = bestBelow(rank);
      weights[i] = weight + (previous[i] < 0 ? 0 : weights[previous[i]]);
      for (int node = rank + 1; node < best.length; node += node & -node) {
        if (best[node] < 0 || weights[best[node]] < weights[i]) {
          best[node] = i;
        }
      }
    }

    /** The end of the weightiest chain among ranks below. */
    private int bestBelow(int rank) {
      int found = -1;
      for (int node = rank; node > 0; node -= node & -node) {
        if (best[node] >= 0 && (found < 0 || weights[best[node]] > weights[found])) {
          found = best[node];
        }
      }
      return found;
    }

    List<Integer> best() {
      List<Integer> chain = new ArrayList<>();
      for (int i = bestBelow(best.length - 1); i >= 0; i = previous[i]) {
        chain.add(i);
      }
      return chain;
    }
  }
}
