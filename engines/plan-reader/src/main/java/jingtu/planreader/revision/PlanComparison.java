package jingtu.planreader.revision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jingtu.planreader.Head;
import jingtu.planreader.revision.Change.Kind;
import jingtu.planreader.revision.Change.Subject;
import jingtu.planreader.revision.FieldChange.Field;
import jingtu.planreader.revision.Groups.Group;
import jingtu.planreader.revision.Headings.Same;

/**
 * Holds a newer version of a plan against an older one. Looking from the newer to the older one
 * gives the same, mirrored.
 */
public final class PlanComparison {

  /** How alike two goals, obligations or paragraphs must be to be the same. */
  private static final double ALIKE = 0.45;

  private static final int EXCERPT = 16;

  private final PlanText before;
  private final PlanText after;
  private final Outline older;
  private final Outline newer;
  private final List<Group> tasks;
  private final List<Group> others;
  private final Headings headings;

  /** The places in the newer version of what is in both, by those in the older one. */
  private final TreeMap<Integer, Integer> places = new TreeMap<>();

  private final List<Placed> changes = new ArrayList<>();
  private final List<Shifted> numbering = new ArrayList<>();

  private record Shifted(int at, Renumbered numbers) {}

  private record Placed(int at, boolean removed, int before, Change change) {}

  private PlanComparison(PlanText before, PlanText after, Optional<List<TaskPair>> known) {
    this.before = before;
    this.after = after;
    older = Outline.of(before);
    newer = Outline.of(after);
    tasks =
        known
            .map(
                pairs ->
                    Groups.of(
                        pairs.stream().map(pair -> new Pair(pair.before(), pair.after())).toList()))
            .orElseGet(() -> Groups.find(older.tasks(), newer.tasks()));
    others = Groups.of(Matching.of(older.others(), newer.others(), ALIKE));
    List<Same> alike = same(tasks.stream().flatMap(group -> group.pairs().stream()), true);
    alike.addAll(same(others.stream().flatMap(group -> group.pairs().stream()), false));
    List<Same> single =
        same(tasks.stream().filter(Group::isPair).flatMap(group -> group.pairs().stream()), true);
    single.addAll(same(others.stream().flatMap(group -> group.pairs().stream()), false));
    headings = Headings.of(older.root(), newer.root(), alike, single);
  }

  /** What changed from one version to another. */
  public static Comparison of(PlanText before, PlanText after) {
    return new PlanComparison(before, after, Optional.empty()).compare();
  }

  /**
   * What changed where it is known which task became which: those pairs, and no others.
   *
   * @throws IndexOutOfBoundsException for a task that a version does not have
   */
  public static Comparison of(PlanText before, PlanText after, List<TaskPair> known) {
    return new PlanComparison(before, after, Optional.of(known)).compare();
  }

  private List<Same> same(Stream<Pair> pairs, boolean ofTasks) {
    List<Item> olds = ofTasks ? older.tasks() : older.others();
    List<Item> news = ofTasks ? newer.tasks() : newer.others();
    return new ArrayList<>(
        pairs.map(pair -> new Same(olds.get(pair.before()), news.get(pair.after()))).toList());
  }

  private Comparison compare() {
    place();
    compareHeads();
    compareHeadings();
    compareItems(tasks, older.tasks(), newer.tasks());
    compareItems(others, older.others(), newer.others());
    return new Comparison(
        changes.stream()
            .sorted(
                Comparator.comparingInt(Placed::at)
                    .thenComparing(Placed::removed)
                    .thenComparingInt(Placed::before))
            .map(Placed::change)
            .toList(),
        numbering.stream()
            .sorted(Comparator.comparingInt(Shifted::at))
            .map(Shifted::numbers)
            .toList(),
        tasks.stream()
            .flatMap(group -> group.pairs().stream())
            .map(pair -> new TaskPair(pair.before(), pair.after()))
            .sorted(Comparator.comparingInt(TaskPair::after).thenComparingInt(TaskPair::before))
            .toList());
  }

  private void place() {
    places.put(-1, -1);
    headings
        .kept()
        .forEach(
            section -> places.put(section.span().start(), headings.newer(section).span().start()));
    place(tasks, older.tasks(), newer.tasks());
    place(others, older.others(), newer.others());
  }

  private void place(List<Group> groups, List<Item> olds, List<Item> news) {
    for (Group group : groups) {
      for (Pair pair : group.pairs()) {
        places.put(olds.get(pair.before()).span().start(), news.get(pair.after()).span().start());
      }
    }
  }

  private void compareHeads() {
    Head one = before.plan().head();
    Head other = after.plan().head();
    List<FieldChange> fields = Fields.changes(Fields.of(one), Fields.of(other));
    if (!fields.isEmpty()) {
      Change change =
          new Change(
              Kind.CHANGED,
              Subject.HEAD,
              List.of(new Place(-1, titled(one), one.span())),
              List.of(new Place(-1, titled(other), other.span())),
              List.of(),
              fields);
      changes.add(new Placed(-2, false, 0, change));
    }
  }

  private static List<String> titled(Head head) {
    return head.title().isEmpty() ? List.of() : List.of(head.title());
  }

  private void compareHeadings() {
    for (Section section : headings.kept()) {
      compareHeading(section, headings.newer(section));
    }
    for (Section section : headings.removed()) {
      if (!section.isOwn()) {
        changes.add(
            removed(
                section.span().start(),
                new Change(
                    Kind.REMOVED,
                    Subject.HEADING,
                    List.of(where(section)),
                    List.of(),
                    List.of(SentenceDiff.removed(sentence(section))),
                    List.of())));
      }
    }
    for (Section section : headings.added()) {
      if (!section.isOwn()) {
        changes.add(
            new Placed(
                section.span().start(),
                false,
                0,
                new Change(
                    Kind.ADDED,
                    Subject.HEADING,
                    List.of(),
                    List.of(where(section)),
                    List.of(SentenceDiff.added(sentence(section))),
                    List.of())));
      }
    }
  }

  private void compareHeading(Section one, Section other) {
    boolean sameName = one.name().equals(other.name());
    boolean moved = headings.isMoved(one);
    if (sameName && !moved && !Folded.of(one.number()).equals(Folded.of(other.number()))) {
      numbering.add(
          new Shifted(
              other.span().start(),
              new Renumbered(other.parent().orElseThrow().path(), one.printed(), other.printed())));
    }
    boolean own = one.isOwn() && other.isOwn();
    if (!own && (!sameName || moved)) {
      List<SentenceChange> words =
          sameName
              ? List.of()
              : List.of(
                  new SentenceChange(
                      SentenceChange.Kind.CHANGED, WordDiff.of(one.words(), other.words())));
      changes.add(
          new Placed(
              other.span().start(),
              false,
              one.span().start(),
              new Change(
                  moved ? Kind.MOVED : Kind.CHANGED,
                  Subject.HEADING,
                  List.of(where(one)),
                  List.of(where(other)),
                  words,
                  List.of())));
    }
  }

  private static Place where(Section section) {
    return new Place(-1, section.path(), section.span());
  }

  private static Sentence sentence(Section section) {
    return new Sentence(section.printed(), section.number(), section.printed(), section.name());
  }

  private void compareItems(List<Group> groups, List<Item> olds, List<Item> news) {
    Set<Integer> keptBefore = new HashSet<>();
    Set<Integer> keptAfter = new HashSet<>();
    for (Group group : groups) {
      keptBefore.addAll(group.before());
      keptAfter.addAll(group.after());
      compareGroup(
          group.before().stream().map(olds::get).toList(),
          group.after().stream().map(news::get).toList());
    }
    IntStream.range(0, olds.size())
        .filter(i -> !keptBefore.contains(i))
        .mapToObj(olds::get)
        .forEach(item -> changes.add(removed(item.span().start(), removal(item))));
    IntStream.range(0, news.size())
        .filter(i -> !keptAfter.contains(i))
        .mapToObj(news::get)
        .forEach(item -> changes.add(new Placed(item.span().start(), false, 0, addition(item))));
  }

  private void compareGroup(List<Item> olds, List<Item> news) {
    boolean pair = olds.size() == 1 && news.size() == 1;
    SentenceDiff sentences = SentenceDiff.of(sentences(olds), sentences(news));
    List<SentenceChange> words =
        new ArrayList<>(
            sentences.changes().stream()
                .filter(change -> pair || change.kind() != SentenceChange.Kind.MOVED)
                .toList());
    List<FieldChange> fields =
        new ArrayList<>(Fields.changes(Fields.union(olds), Fields.union(news)));
    boolean moved = false;
    if (pair) {
      Same same = new Same(olds.getFirst(), news.getFirst());
      moved = headings.isMoved(same.before());
      compareOwnHeading(same, fields);
      compareClause(same, fields, words);
      mentionNumbers(olds, news, sentences.renumbered());
    }
    if (!pair || moved || !words.isEmpty() || !fields.isEmpty()) {
      Change change =
          new Change(
              kind(olds.size(), news.size(), moved),
              subject(olds.getFirst(), news.getFirst()),
              olds.stream().map(Item::where).toList(),
              news.stream().map(Item::where).toList(),
              words,
              fields);
      changes.add(
          new Placed(
              news.getFirst().span().start(), false, olds.getFirst().span().start(), change));
    }
  }

  private static List<Sentence> sentences(List<Item> items) {
    return items.stream().flatMap(item -> item.sentences().stream()).toList();
  }

  private static Kind kind(int olds, int news, boolean moved) {
    if (olds > 1) {
      return news > 1 ? Kind.REGROUPED : Kind.MERGED;
    }
    if (news > 1) {
      return Kind.SPLIT;
    }
    return moved ? Kind.MOVED : Kind.CHANGED;
  }

  /** What was a goal and is other text counts as a goal, whichever way it went. */
  private static Subject subject(Item one, Item other) {
    return one.subject().compareTo(other.subject()) <= 0 ? one.subject() : other.subject();
  }

  private void compareOwnHeading(Same same, List<FieldChange> fields) {
    Section one = same.before().section();
    Section other = same.after().section();
    if (headings.areOwn(same) && !one.name().equals(other.name())) {
      fields.addFirst(
          new FieldChange(Field.HEADING, List.of(one.printed()), List.of(other.printed())));
    }
  }

  /** A clause that names the same people in other words. */
  private static void compareClause(
      Same same, List<FieldChange> fields, List<SentenceChange> words) {
    String one = same.before().clause();
    String other = same.after().clause();
    if (!Folded.of(one).equals(Folded.of(other)) && !Fields.tellParties(fields)) {
      words.add(new SentenceChange(SentenceChange.Kind.CHANGED, WordDiff.of(one, other)));
    }
  }

  private void mentionNumbers(List<Item> olds, List<Item> news, List<Pair> renumbered) {
    List<Sentence> one = sentences(olds);
    List<Sentence> other = sentences(news);
    for (Pair pair : renumbered) {
      numbering.add(
          new Shifted(
              news.getFirst().span().start(),
              new Renumbered(
                  news.getFirst().section().path(),
                  excerpt(one.get(pair.before()).printed()),
                  excerpt(other.get(pair.after()).printed()))));
    }
  }

  private static String excerpt(String printed) {
    return printed.codePointCount(0, printed.length()) <= EXCERPT
        ? printed
        : printed.substring(0, printed.offsetByCodePoints(0, EXCERPT)) + "…";
  }

  private Change removal(Item item) {
    return new Change(
        Kind.REMOVED,
        item.subject(),
        List.of(item.where()),
        List.of(),
        item.sentences().stream().map(SentenceDiff::removed).toList(),
        Fields.changes(item.fields(), Map.of()));
  }

  private Change addition(Item item) {
    return new Change(
        Kind.ADDED,
        item.subject(),
        List.of(),
        List.of(item.where()),
        item.sentences().stream().map(SentenceDiff::added).toList(),
        Fields.changes(Map.of(), item.fields()));
  }

  /** What is gone stands behind what stood before it. */
  private Placed removed(int start, Change change) {
    return new Placed(places.lowerEntry(start).getValue(), true, start, change);
  }
}
