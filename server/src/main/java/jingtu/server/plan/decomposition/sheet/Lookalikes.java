package jingtu.server.plan.decomposition.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jingtu.server.plan.decomposition.ItemRole;
import jingtu.server.plan.decomposition.WorkItem;
import jingtu.server.plan.decomposition.WorkItemColumn;

/**
 * Which item a line without a known code may mean: one of the same organisation whose printed words
 * are alike. Each line and each item is used once, the most alike first.
 */
final class Lookalikes {

  /** From this on two texts are taken to be versions of one; unrelated sentences stay below 0.3. */
  private static final double LEAST = 0.6;

  private static final double SAME_ROLE = 0.02;
  private static final double WORK = 0.05;
  private static final int SHORTEST_NAME = 3;

  private Lookalikes() {}

  /** A line and the item that it may mean; {@code likeness} is from 0 to 1. */
  record Pair(TableLine line, WorkItem item, double likeness) {}

  /** What is compared of a line or an item. */
  private record Words(String organisation, Likeness sentence, Likeness task, Likeness work) {

    static Words of(TableLine line) {
      return of(
          line.text(WorkItemColumn.ORGANISATION),
          line.text(WorkItemColumn.SENTENCE),
          line.text(WorkItemColumn.TASK),
          line.text(WorkItemColumn.WORK));
    }

    static Words of(WorkItem item) {
      return of(item.organisation(), item.sentence(), item.task(), item.work());
    }

    private static Words of(String organisation, String sentence, String task, String work) {
      return new Words(
          CellText.comparable(organisation),
          Likeness.of(sentence),
          Likeness.of(task),
          Likeness.of(work));
    }

    boolean concernsTheSame(Words other) {
      String shorter =
          organisation.length() < other.organisation.length() ? organisation : other.organisation;
      String longer = shorter.equals(organisation) ? other.organisation : organisation;
      return shorter.equals(longer)
          || (shorter.length() >= SHORTEST_NAME && longer.endsWith(shorter));
    }

    /** The sentence tells most, the task where one of both has no sentence, the work at last. */
    double likeness(Words other) {
      if (!sentence.isEmpty() && !other.sentence.isEmpty()) {
        return sentence.to(other.sentence);
      }
      if (!task.isEmpty() && !other.task.isEmpty()) {
        return task.to(other.task);
      }
      return Math.max(
          work.to(other.work), Math.max(sentence.to(other.task), task.to(other.sentence)));
    }
  }

  static List<Pair> find(List<TableLine> lines, List<WorkItem> items) {
    Map<WorkItem, Words> words = new HashMap<>();
    items.forEach(item -> words.put(item, Words.of(item)));
    List<Pair> candidates = new ArrayList<>();
    for (TableLine line : lines) {
      Words said = Words.of(line);
      for (WorkItem item : items) {
        Words known = words.getOrDefault(item, said);
        double likeness = said.concernsTheSame(known) ? said.likeness(known) : 0;
        if (likeness >= LEAST) {
          candidates.add(
              new Pair(line, item, likeness + nearness(line, item, said.work.to(known.work))));
        }
      }
    }
    candidates.sort(Comparator.comparingDouble(Pair::likeness).reversed());
    Set<Object> used = new HashSet<>();
    List<Pair> pairs = new ArrayList<>();
    for (Pair pair : candidates) {
      if (!used.contains(pair.line().id()) && !used.contains(pair.item().id())) {
        used.add(pair.line().id());
        used.add(pair.item().id());
        pairs.add(new Pair(pair.line(), pair.item(), Math.min(1, pair.likeness())));
      }
    }
    pairs.sort(Comparator.comparing(pair -> pair.line().id()));
    return pairs;
  }

  /** Decides between items whose printed words are equally alike. */
  private static double nearness(TableLine line, WorkItem item, double work) {
    boolean sameRole =
        ItemRole.of(line.text(WorkItemColumn.ROLE)).filter(item.role()::equals).isPresent();
    return (sameRole ? SAME_ROLE : 0) + WORK * work;
  }
}
