package jingtu.planreader.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Finds things of one version again in another: first those that say the same, then those that are
 * most alike. Both directions find the same pairs, because likeness is the same in both and ties go
 * to those nearest each other.
 */
final class Matching {

  /** Candidates of one place are all tried where they are so few, or else neighbours only. */
  private static final int FEW = 400;

  private static final int NEIGHBOURHOOD = 2;

  private final List<? extends Matchable> before;
  private final List<? extends Matchable> after;
  private final double enough;
  private final BitSet takenBefore = new BitSet();
  private final BitSet takenAfter = new BitSet();
  private final List<Pair> pairs = new ArrayList<>();

  private Matching(
      List<? extends Matchable> before, List<? extends Matchable> after, double enough) {
    this.before = before;
    this.after = after;
    this.enough = enough;
  }

  /** Each thing is in one pair at most; {@code enough} is how alike two must be. */
  static List<Pair> of(
      List<? extends Matchable> before, List<? extends Matchable> after, double enough) {
    Matching matching = new Matching(before, after, enough);
    matching.pairSame(one -> one.place() + "\n" + one.name() + "\n" + one.text());
    matching.pairSame(one -> one.name() + "\n" + one.text());
    matching.pairSame(Matchable::text);
    matching.pairAlike();
    return matching.pairs;
  }

  /** Of things with the same words the first goes with the first, the second with the second. */
  private void pairSame(Function<Matchable, String> words) {
    Map<String, List<Integer>> olds = left(before, takenBefore, words);
    Map<String, List<Integer>> news = left(after, takenAfter, words);
    olds.forEach(
        (key, indices) -> {
          List<Integer> others = news.getOrDefault(key, List.of());
          for (int i = 0; i < Math.min(indices.size(), others.size()); i++) {
            take(new Pair(indices.get(i), others.get(i)));
          }
        });
  }

  private static Map<String, List<Integer>> left(
      List<? extends Matchable> all, BitSet taken, Function<Matchable, String> words) {
    Map<String, List<Integer>> left = new HashMap<>();
    for (int i = taken.nextClearBit(0); i < all.size(); i = taken.nextClearBit(i + 1)) {
      left.computeIfAbsent(words.apply(all.get(i)), none -> new ArrayList<>(1)).add(i);
    }
    return left;
  }

  private void take(Pair pair) {
    takenBefore.set(pair.before());
    takenAfter.set(pair.after());
    pairs.add(pair);
  }

  private record Scored(Pair pair, double score) {}

  private void pairAlike() {
    Map<Integer, Grams> olds = grams(before, takenBefore);
    Map<Integer, Grams> news = grams(after, takenAfter);
    candidates(olds, news).stream()
        .map(pair -> new Scored(pair, score(pair, olds, news)))
        .filter(scored -> scored.score() >= enough)
        .sorted(
            Comparator.comparingDouble((Scored scored) -> -scored.score())
                .thenComparingLong(scored -> distance(scored.pair()))
                .thenComparingInt(scored -> scored.pair().before() + scored.pair().after()))
        .forEach(
            scored -> {
              Pair pair = scored.pair();
              if (!takenBefore.get(pair.before()) && !takenAfter.get(pair.after())) {
                take(pair);
              }
            });
  }

  private static Map<Integer, Grams> grams(List<? extends Matchable> all, BitSet taken) {
    Map<Integer, Grams> grams = new HashMap<>();
    IntStream.range(0, all.size())
        .filter(i -> !taken.get(i))
        .forEach(i -> grams.put(i, Grams.of(all.get(i).text())));
    return grams;
  }

  private Set<Pair> candidates(Map<Integer, Grams> olds, Map<Integer, Grams> news) {
    GramIndex index = new GramIndex();
    olds.forEach(index::addBefore);
    news.forEach(index::addAfter);
    Set<Pair> candidates = new HashSet<>(index.shared().keySet());
    addPlaces(candidates, one -> one.place() + "\n" + one.name());
    addPlaces(candidates, Matchable::place);
    return candidates;
  }

  /** What is left of one place, each with each, or with those about as far on. */
  private void addPlaces(Set<Pair> candidates, Function<Matchable, String> place) {
    Map<String, List<Integer>> news = left(after, takenAfter, place);
    left(before, takenBefore, place)
        .forEach(
            (key, olds) -> {
              List<Integer> others = news.getOrDefault(key, List.of());
              boolean few = (long) olds.size() * others.size() <= FEW;
              for (int i = 0; i < olds.size(); i++) {
                int from = few ? 0 : Math.max(0, i - NEIGHBOURHOOD);
                int to = few ? others.size() : Math.min(others.size(), i + NEIGHBOURHOOD + 1);
                for (int j = from; j < to; j++) {
                  candidates.add(new Pair(olds.get(i), others.get(j)));
                }
              }
            });
  }

  private double score(Pair pair, Map<Integer, Grams> olds, Map<Integer, Grams> news) {
    Matchable one = before.get(pair.before());
    Matchable other = after.get(pair.after());
    double text =
        Objects.requireNonNull(olds.get(pair.before()))
            .kinship(Objects.requireNonNull(news.get(pair.after())));
    double place = one.place().equals(other.place()) ? 1 : 0;
    if (one.name().isEmpty() && other.name().isEmpty()) {
      return one.place().isEmpty() && other.place().isEmpty() ? text : 0.9 * text + 0.1 * place;
    }
    double name = Grams.of(one.name()).likeness(Grams.of(other.name()));
    return 0.6 * text + 0.28 * name + 0.12 * place;
  }

  /** How far apart two stand, as a share of the lengths, written without fractions. */
  private long distance(Pair pair) {
    return Math.abs((long) pair.before() * after.size() - (long) pair.after() * before.size());
  }
}
