package jingtu.planreader.revision;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Which tasks became which, several to one and one to several included: a task without a partner
 * whose words mostly stood in one task of the other version, in a part that this one's partner did
 * not take, is a part of it.
 */
final class Groups {

  /** How alike two tasks must be to be the same. */
  private static final double ALIKE = 0.5;

  /** How alike two sentences must be for one to come from the other. */
  private static final double SENTENCE = 0.75;

  /** Which share of a part must come from the whole. */
  private static final double HELD = 0.6;

  private Groups() {}

  /**
   * Tasks of both versions that belong together, by their indices; each is in one group at most.
   */
  record Group(List<Integer> before, List<Integer> after, List<Pair> pairs) {

    Group {
      before = List.copyOf(before);
      after = List.copyOf(after);
      pairs = List.copyOf(pairs);
    }

    boolean isPair() {
      return before.size() == 1 && after.size() == 1;
    }
  }

  static List<Group> find(List<Item> before, List<Item> after) {
    List<Pair> pairs = Matching.of(before, after, ALIKE);
    List<Pair> all = new ArrayList<>(pairs);
    all.addAll(parts(before, after, pairs));
    parts(after, before, pairs.stream().map(Groups::mirrored).toList()).stream()
        .map(Groups::mirrored)
        .filter(pair -> !all.contains(pair))
        .forEach(all::add);
    return of(all);
  }

  /** Whatever hangs together by some pairs. */
  static List<Group> of(List<Pair> pairs) {
    Map<Integer, Integer> groupBefore = new HashMap<>();
    Map<Integer, Integer> groupAfter = new HashMap<>();
    Map<Integer, List<Pair>> groups = new TreeMap<>();
    for (Pair pair : pairs) {
      Set<Integer> joined = new TreeSet<>();
      Optional.ofNullable(groupBefore.get(pair.before())).ifPresent(joined::add);
      Optional.ofNullable(groupAfter.get(pair.after())).ifPresent(joined::add);
      int group = joined.isEmpty() ? groups.size() : joined.iterator().next();
      List<Pair> together = new ArrayList<>(List.of(pair));
      joined.forEach(old -> together.addAll(groups.getOrDefault(old, List.of())));
      joined.forEach(old -> groups.put(old, List.of()));
      groups.put(group, together);
      for (Pair each : together) {
        groupBefore.put(each.before(), group);
        groupAfter.put(each.after(), group);
      }
    }
    return groups.values().stream()
        .filter(together -> !together.isEmpty())
        .map(
            together ->
                new Group(
                    together.stream().map(Pair::before).distinct().sorted().toList(),
                    together.stream().map(Pair::after).distinct().sorted().toList(),
                    together))
        .toList();
  }

  /** Pairs of a whole before and a part of it after. */
  private static List<Pair> parts(List<Item> before, List<Item> after, List<Pair> pairs) {
    Map<Integer, Integer> partners = pairs.stream().collect(toMap(Pair::before, Pair::after));
    Set<Integer> paired = pairs.stream().map(Pair::after).collect(toSet());
    List<Integer> lonely =
        IntStream.range(0, after.size()).filter(i -> !paired.contains(i)).boxed().toList();
    if (lonely.isEmpty()) {
      return List.of();
    }
    Map<Integer, List<Integer>> wholes = wholes(before, after, lonely);
    List<Pair> parts = new ArrayList<>();
    for (int part : lonely) {
      wholes.getOrDefault(part, List.of()).stream()
          .map(
              whole ->
                  new Share(
                      whole,
                      share(
                          after.get(part),
                          before.get(whole),
                          Optional.ofNullable(partners.get(whole)).map(after::get))))
          .filter(share -> share.held() >= HELD)
          .max(
              Comparator.comparingDouble(Share::held)
                  .thenComparingInt(share -> -Math.abs(share.whole() - part))
                  .thenComparingInt(share -> -share.whole()))
          .ifPresent(share -> parts.add(new Pair(share.whole(), part)));
    }
    return parts;
  }

  private record Share(int whole, double held) {}

  /** The tasks that share rare words with each of those without a partner. */
  private static Map<Integer, List<Integer>> wholes(
      List<Item> before, List<Item> after, List<Integer> lonely) {
    GramIndex index = new GramIndex();
    IntStream.range(0, before.size())
        .forEach(i -> index.addBefore(i, Grams.of(before.get(i).text())));
    lonely.forEach(i -> index.addAfter(i, Grams.of(after.get(i).text())));
    return index.shared().keySet().stream()
        .collect(groupingBy(Pair::after, mapping(Pair::before, toList())));
  }

  /**
   * Which share of a part's words stand in sentences that were in the whole, and are not in the
   * whole's partner.
   */
  private static double share(Item part, Item whole, Optional<Item> partner) {
    List<Grams> wholes = grams(whole);
    List<Grams> partners = partner.map(Groups::grams).orElse(List.of());
    int held = 0;
    int all = 0;
    for (Grams sentence : grams(part)) {
      double here = likest(sentence, wholes);
      all += sentence.size();
      held += here >= SENTENCE && here > likest(sentence, partners) ? sentence.size() : 0;
    }
    return all == 0 ? 0 : (double) held / all;
  }

  private static List<Grams> grams(Item item) {
    return item.sentences().stream().map(sentence -> Grams.of(sentence.key())).toList();
  }

  private static double likest(Grams sentence, List<Grams> others) {
    return others.stream().mapToDouble(sentence::likeness).max().orElse(0);
  }

  private static Pair mirrored(Pair pair) {
    return new Pair(/* before= */ pair.after(), /* after= */ pair.before());
  }
}
