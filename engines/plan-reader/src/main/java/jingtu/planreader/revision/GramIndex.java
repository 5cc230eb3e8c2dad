package jingtu.planreader.revision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds texts that share rare pairs of characters, without holding each against each. What stands
 * in many of them tells nothing and is left out.
 */
final class GramIndex {

  /** A pair of characters tells something where at most so many pairs of texts share it. */
  private static final int TELLING = 64;

  private final Map<Integer, List<Integer>> before = new HashMap<>();
  private final Map<Integer, List<Integer>> after = new HashMap<>();

  void addBefore(int item, Grams grams) {
    add(before, item, grams);
  }

  void addAfter(int item, Grams grams) {
    add(after, item, grams);
  }

  private static void add(Map<Integer, List<Integer>> side, int item, Grams grams) {
    for (int gram : grams.distinct()) {
      side.computeIfAbsent(gram, none -> new ArrayList<>(2)).add(item);
    }
  }

  /** How many telling pairs of characters two texts share, for all that share one. */
  Map<Pair, Integer> shared() {
    Map<Pair, Integer> shared = new HashMap<>();
    before.forEach(
        (gram, items) -> {
          List<Integer> others = after.getOrDefault(gram, List.of());
          if ((long) items.size() * others.size() <= TELLING) {
            for (int item : items) {
              for (int other : others) {
                shared.merge(new Pair(item, other), 1, Integer::sum);
              }
            }
          }
        });
    return shared;
  }
}
