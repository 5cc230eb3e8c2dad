package jingtu.planreader.revision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jingtu.planreader.revision.Steady.Placed;

/**
 * Which heading became which, decided by what stands below them more than by their words; and what
 * moved: to another heading, or in the order below the same one.
 */
final class Headings {

  /** How much must speak for two headings being the same. */
  private static final double ENOUGH = 0.4;

  private final List<Section> before;
  private final List<Section> after;
  private final Map<Section, Section> newer = new HashMap<>();
  private final Set<Section> movedSections = new HashSet<>();
  private final Set<Item> movedItems = new HashSet<>();

  private Headings(Section rootBefore, Section rootAfter) {
    before = rootBefore.below();
    after = rootAfter.below();
    newer.put(rootBefore, rootAfter);
  }

  /** Things of both versions that are the same thing. */
  record Same(Item before, Item after) {}

  /**
   * {@code alike[i]} are things that belong together, of which {@code pairs} lists those that are
   * the same one to one.
   */
  static Headings of(Section before, Section after, List<Same> alike, List<Same> pairs) {
    Headings headings = new Headings(before, after);
    headings.match(headings.votes(alike));
    headings.findMoved(pairs);
    return headings;
  }

  /** All headings of the older version that are found in the newer one. */
  List<Section> kept() {
    return before.stream().filter(newer::containsKey).toList();
  }

  /** The newer one of a kept heading. */
  Section newer(Section kept) {
    return Objects.requireNonNull(newer.get(kept));
  }

  List<Section> removed() {
    return before.stream().filter(section -> !newer.containsKey(section)).toList();
  }

  List<Section> added() {
    Set<Section> known = new HashSet<>(newer.values());
    return after.stream().filter(section -> !known.contains(section)).toList();
  }

  /** Whether a kept heading of the older version moved. */
  boolean isMoved(Section kept) {
    return movedSections.contains(kept);
  }

  /** Whether a thing of the older version moved. */
  boolean isMoved(Item item) {
    return movedItems.contains(item);
  }

  private record Couple(Section before, Section after) {}

  private Map<Couple, Integer> votes(List<Same> alike) {
    Map<Couple, Integer> votes = new HashMap<>();
    for (Same same : alike) {
      Section one = same.before().section();
      Section other = same.after().section();
      while (one.parent().isPresent() && other.parent().isPresent()) {
        votes.merge(new Couple(one, other), 1, Integer::sum);
        one = one.parent().get();
        other = other.parent().get();
      }
    }
    Map<String, List<Section>> places = byPlace(after);
    byPlace(before)
        .forEach(
            (place, olds) -> {
              List<Section> news = places.getOrDefault(place, List.of());
              for (int i = 0; i < Math.min(olds.size(), news.size()); i++) {
                votes.merge(new Couple(olds.get(i), news.get(i)), 0, Integer::sum);
              }
            });
    return votes;
  }

  private static Map<String, List<Section>> byPlace(List<Section> sections) {
    return sections.stream().collect(Collectors.groupingBy(Section::place));
  }

  private record Scored(Couple couple, double score) {}

  private void match(Map<Couple, Integer> votes) {
    Map<Section, Integer> ranks = new HashMap<>();
    before.forEach(section -> ranks.put(section, ranks.size()));
    int olds = ranks.size();
    after.forEach(section -> ranks.put(section, ranks.size() - olds));
    Function<Couple, Integer> rankBefore =
        couple -> Objects.requireNonNull(ranks.get(couple.before()));
    Function<Couple, Integer> rankAfter =
        couple -> Objects.requireNonNull(ranks.get(couple.after()));
    Set<Section> taken = new HashSet<>();
    votes.entrySet().stream()
        .map(entry -> new Scored(entry.getKey(), score(entry.getKey(), entry.getValue())))
        .filter(scored -> scored.score() >= ENOUGH)
        .sorted(
            Comparator.comparingDouble((Scored scored) -> -scored.score())
                .thenComparingInt(
                    scored ->
                        Math.abs(
                            rankBefore.apply(scored.couple()) - rankAfter.apply(scored.couple())))
                .thenComparingInt(
                    scored -> rankBefore.apply(scored.couple()) + rankAfter.apply(scored.couple())))
        .map(Scored::couple)
        .forEach(
            couple -> {
              if (!newer.containsKey(couple.before()) && taken.add(couple.after())) {
                newer.put(couple.before(), couple.after());
              }
            });
  }

  private static double score(Couple couple, int votes) {
    int sizes = couple.before().size() + couple.after().size();
    double below = sizes == 0 ? 0 : 2.0 * votes / sizes;
    double name = Grams.of(couple.before().name()).likeness(Grams.of(couple.after().name()));
    return below + 0.5 * name;
  }

  private void findMoved(List<Same> pairs) {
    for (Section section : kept()) {
      Section parent = section.parent().orElseThrow();
      if (!Objects.equals(newer.get(parent), newer(section).parent().orElseThrow())) {
        movedSections.add(section);
      }
    }
    pairs.stream().filter(this::isElsewhere).map(Same::before).forEach(movedItems::add);
    findReordered(pairs);
    pairs.stream()
        .filter(same -> areOwn(same) && movedSections.contains(same.before().section()))
        .map(Same::before)
        .forEach(movedItems::add);
  }

  /** Whether both have a heading of their own and these are the same. */
  boolean areOwn(Same same) {
    Section one = same.before().section();
    Section other = same.after().section();
    return one.isOwn() && other.isOwn() && Objects.equals(newer.get(one), other);
  }

  private boolean isElsewhere(Same same) {
    Section one = same.before().section();
    Section other = same.after().section();
    return !Objects.equals(newer.get(one), other)
        && !Objects.equals(newer.get(above(one)), other)
        && !Objects.equals(newer.get(one), above(other))
        && !Objects.equals(newer.get(above(one)), above(other));
  }

  /** The heading above one that belongs to a single thing. */
  private static Section above(Section section) {
    return section.isOwn() ? section.parent().orElseThrow() : section;
  }

  private void findReordered(List<Same> pairs) {
    Map<Couple, List<Placed>> siblings = new HashMap<>();
    List<Section> sections = kept();
    for (int i = 0; i < sections.size(); i++) {
      Section section = sections.get(i);
      if (section.parent().isPresent() && !movedSections.contains(section)) {
        Section other = newer(section);
        Placed placed =
            new Placed(
                new Pair(i, -1),
                section.span().start(),
                other.span().start(),
                section.weight() + other.weight(),
                ordered(section.name(), other.name()));
        siblings
            .computeIfAbsent(
                new Couple(section.parent().get(), other.parent().orElseThrow()),
                none -> new ArrayList<>())
            .add(placed);
      }
    }
    for (int i = 0; i < pairs.size(); i++) {
      Same same = pairs.get(i);
      Section section = same.before().section();
      Section other = same.after().section();
      if (Objects.equals(newer.get(section), other) && !areOwn(same)) {
        Placed placed =
            Placed.of(
                new Pair(-1, i),
                same.before().span().start(),
                same.after().span().start(),
                same.before().text(),
                same.after().text());
        siblings.computeIfAbsent(new Couple(section, other), none -> new ArrayList<>()).add(placed);
      }
    }
    for (List<Placed> together : siblings.values()) {
      Set<Pair> steady = new HashSet<>(Steady.of(together));
      for (Placed placed : together) {
        Pair pair = placed.pair();
        if (!steady.contains(pair)) {
          if (pair.after() < 0) {
            movedSections.add(sections.get(pair.before()));
          } else {
            movedItems.add(pairs.get(pair.after()).before());
          }
        }
      }
    }
  }

  private static String ordered(String one, String other) {
    return one.compareTo(other) <= 0 ? one + other : other + one;
  }
}
