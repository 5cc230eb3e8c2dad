package jingtu.planreader.revision;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The sentences of one thing in both versions.
 *
 * @param changes in the order of the newer version; what was removed stands where it was
 * @param renumbered sentences of which only the number changed
 */
record SentenceDiff(List<SentenceChange> changes, List<Pair> renumbered) {

  /** How alike two sentences must be to be one that changed. */
  private static final double ALIKE = 0.42;

  private record Placed(int at, boolean removed, SentenceChange change) {}

  static SentenceDiff of(List<Sentence> before, List<Sentence> after) {
    List<Pair> pairs = Matching.of(before, after, ALIKE);
    Set<Pair> steady = steady(before, after, pairs);
    List<Placed> changes = new ArrayList<>();
    List<Pair> renumbered = new ArrayList<>();
    for (Pair pair : pairs) {
      Sentence one = before.get(pair.before());
      Sentence other = after.get(pair.after());
      if (!one.key().equals(other.key())) {
        changes.add(
            new Placed(
                pair.after(),
                false,
                new SentenceChange(
                    SentenceChange.Kind.CHANGED, WordDiff.of(one.words(), other.words()))));
      } else if (!steady.contains(pair)) {
        changes.add(
            new Placed(
                pair.after(),
                false,
                new SentenceChange(
                    SentenceChange.Kind.MOVED,
                    List.of(new Stretch(true, one.words(), other.words())))));
      } else if (!Folded.of(one.number()).equals(Folded.of(other.number()))) {
        renumbered.add(pair);
      }
    }
    addUnpaired(changes, before, after, pairs);
    return new SentenceDiff(
        changes.stream()
            .sorted(Comparator.comparingInt(Placed::at).thenComparing(Placed::removed))
            .map(Placed::change)
            .toList(),
        renumbered);
  }

  static SentenceChange added(Sentence sentence) {
    return new SentenceChange(
        SentenceChange.Kind.ADDED, List.of(new Stretch(false, "", sentence.words())));
  }

  static SentenceChange removed(Sentence sentence) {
    return new SentenceChange(
        SentenceChange.Kind.REMOVED, List.of(new Stretch(false, sentence.words(), "")));
  }

  private static Set<Pair> steady(List<Sentence> before, List<Sentence> after, List<Pair> pairs) {
    return new HashSet<>(
        Steady.of(
            pairs.stream()
                .map(
                    pair ->
                        Steady.Placed.of(
                            pair,
                            pair.before(),
                            pair.after(),
                            before.get(pair.before()).key(),
                            after.get(pair.after()).key()))
                .toList()));
  }

  private static void addUnpaired(
      List<Placed> changes, List<Sentence> before, List<Sentence> after, List<Pair> pairs) {
    Set<Integer> paired = pairs.stream().map(Pair::after).collect(toSet());
    for (int i = 0; i < after.size(); i++) {
      if (!paired.contains(i)) {
        changes.add(new Placed(i, false, added(after.get(i))));
      }
    }
    Map<Integer, Integer> partners = pairs.stream().collect(toMap(Pair::before, Pair::after));
    int at = -1;
    for (int i = 0; i < before.size(); i++) {
      Integer partner = partners.get(i);
      if (partner == null) {
        changes.add(new Placed(at, true, removed(before.get(i))));
      } else {
        at = partner;
      }
    }
  }
}
