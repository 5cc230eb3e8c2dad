package jingtu.planreader.revision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import jingtu.planreader.CodePoints;
import jingtu.planreader.Goal;
import jingtu.planreader.Obligation;
import jingtu.planreader.Passage;
import jingtu.planreader.ReadPlan;
import jingtu.planreader.Span;
import jingtu.planreader.Task;
import jingtu.planreader.revision.Change.Subject;

/**
 * A version laid out for comparison: its headings, and below them every word of it as a goal, a
 * task, an obligation or other text, so that no change can hide.
 */
final class Outline {

  private final ReadPlan plan;
  private final CodePoints words;
  private final List<Passage> passages;
  private final FrontWords front;
  private final Section root = Section.root();
  private final List<Item> tasks = new ArrayList<>();
  private final List<Item> others = new ArrayList<>();

  /** What goals, tasks and obligations take of the text, by where each stretch begins. */
  private final NavigableMap<Integer, Span> taken = new TreeMap<>();

  /** The headings above whatever begins behind each of them. */
  private final NavigableMap<Integer, List<Section>> chains = new TreeMap<>();

  /** Cells beside a task in its row, by the task. */
  private final Map<Integer, List<Sentence>> cells = new HashMap<>();

  private Outline(PlanText version) {
    plan = version.plan();
    words = CodePoints.of(version.text());
    passages =
        version.passages().stream()
            .filter(passage -> passage.kind() != Passage.Kind.BOILERPLATE)
            .filter(passage -> plan.span().contains(passage.span()))
            .toList();
    front = new FrontWords(plan.head());
  }

  static Outline of(PlanText version) {
    Outline outline = new Outline(version);
    outline.take();
    outline.addHeadings();
    outline.addRest();
    outline.addTasks();
    outline.addGoals();
    outline.addObligations();
    outline.others.sort(Comparator.comparingInt(item -> item.span().start()));
    outline.tasks.forEach(item -> item.section().add(item));
    outline.others.forEach(item -> item.section().add(item));
    return outline;
  }

  Section root() {
    return root;
  }

  /** The tasks, in their order. */
  List<Item> tasks() {
    return tasks;
  }

  /** Goals, obligations and other text, in their order. */
  List<Item> others() {
    return others;
  }

  private void take() {
    for (Task task : plan.tasks()) {
      take(task.span());
      task.clause().ifPresent(this::take);
    }
    plan.goals().forEach(goal -> take(goal.span()));
    plan.obligations().forEach(obligation -> take(obligation.span()));
  }

  private void take(Span span) {
    taken.merge(span.start(), span, (one, other) -> one.end() >= other.end() ? one : other);
  }

  /** Headings, but for those inside a task: these are its text. */
  private void addHeadings() {
    chains.put(-1, List.of());
    List<Section> chain = new ArrayList<>();
    for (Passage passage : passages) {
      boolean heading =
          passage.kind() == Passage.Kind.HEADING
              && free(passage.span()).equals(List.of(passage.span()));
      if (heading) {
        int depth = Math.min(passage.path().size(), chain.size());
        chain.subList(depth, chain.size()).clear();
        Section above = chain.isEmpty() ? root : chain.getLast();
        chain.add(above.add(passage.span(), words.words(passage.span())));
        chains.put(passage.span().start(), List.copyOf(chain));
      }
    }
  }

  /** The heading right above a thing; a row of a table may have one that no heading passage is. */
  private Section section(Span span, List<String> path) {
    List<Section> chain = chains.floorEntry(span.start()).getValue();
    int fitting = 0;
    while (fitting < Math.min(chain.size(), path.size())
        && chain.get(fitting).says(path.get(fitting))) {
      fitting++;
    }
    Section section = fitting == 0 ? root : chain.get(fitting - 1);
    for (String heading : path.subList(fitting, path.size())) {
      Section above = section;
      section = above.findLast(heading).orElseGet(() -> above.add(span, heading));
    }
    return section;
  }

  /** The parts of a span that nothing takes. */
  private List<Span> free(Span span) {
    List<Span> free = new ArrayList<>();
    int at = span.start();
    Map.Entry<Integer, Span> before = taken.lowerEntry(at);
    if (before != null) {
      at = Math.max(at, Math.min(span.end(), before.getValue().end()));
    }
    for (Span other : taken.subMap(span.start(), true, span.end(), false).values()) {
      if (other.start() > at) {
        free.add(new Span(at, other.start()));
      }
      at = Math.max(at, Math.min(span.end(), other.end()));
    }
    if (at < span.end()) {
      free.add(new Span(at, span.end()));
    }
    return free;
  }

  private void addRest() {
    NavigableMap<Integer, Integer> taskStarts = new TreeMap<>();
    for (int i = 0; i < plan.tasks().size(); i++) {
      taskStarts.put(plan.tasks().get(i).span().start(), i);
    }
    for (Passage passage : passages) {
      boolean heading =
          chains.containsKey(passage.span().start()) && passage.kind() == Passage.Kind.HEADING;
      if (!heading && passage.kind() != Passage.Kind.TITLE) {
        addRest(passage, taskStarts);
      }
    }
  }

  private void addRest(Passage passage, NavigableMap<Integer, Integer> taskStarts) {
    boolean row = passage.kind() == Passage.Kind.TABLE_ROW;
    List<Sentence> rest =
        free(passage.span()).stream()
            .map(words::words)
            .flatMap(text -> (row ? Sentence.listOfCells(text) : Sentence.listOf(text)).stream())
            .flatMap(sentence -> front.without(sentence).stream())
            .toList();
    Optional<Integer> task =
        Optional.ofNullable(taskStarts.ceilingEntry(passage.span().start()))
            .filter(next -> row && next.getKey() < passage.span().end())
            .map(Map.Entry::getValue);
    if (task.isPresent()) {
      cells.put(task.get(), rest);
    } else if (!rest.isEmpty()) {
      others.add(
          Item.of(
              Subject.TEXT,
              -1,
              section(passage.span(), passage.path()),
              passage.span(),
              rest,
              "",
              Map.of()));
    }
  }

  private void addTasks() {
    for (int i = 0; i < plan.tasks().size(); i++) {
      Task task = plan.tasks().get(i);
      List<Sentence> sentences = new ArrayList<>(sentences(task.span()));
      sentences.addAll(RowCells.of(task, cells.getOrDefault(i, List.of())));
      tasks.add(
          Item.of(
              Subject.TASK,
              i,
              section(task.span(), task.path()),
              task.span(),
              sentences,
              task.clause().map(clause -> Folded.onOneLine(words.words(clause))).orElse(""),
              Fields.of(task)));
    }
  }

  private void addGoals() {
    for (int i = 0; i < plan.goals().size(); i++) {
      Goal goal = plan.goals().get(i);
      others.add(
          Item.of(
              Subject.GOAL,
              i,
              section(goal.span(), goal.path()),
              goal.span(),
              Sentence.listOf(words.words(goal.span())),
              "",
              Fields.of(goal)));
    }
  }

  private void addObligations() {
    for (int i = 0; i < plan.obligations().size(); i++) {
      Obligation obligation = plan.obligations().get(i);
      others.add(
          Item.of(
              Subject.OBLIGATION,
              i,
              section(obligation.span(), obligation.path()),
              obligation.span(),
              Sentence.listOf(words.words(obligation.span())),
              "",
              Fields.of(obligation)));
    }
  }

  /** The sentences of a span; none runs from one paragraph into the next. */
  private List<Sentence> sentences(Span span) {
    List<Sentence> sentences = new ArrayList<>();
    for (Passage passage : passages) {
      int start = Math.max(span.start(), passage.span().start());
      int end = Math.min(span.end(), passage.span().end());
      if (start < end) {
        sentences.addAll(Sentence.listOf(words.words(new Span(start, end))));
      }
    }
    return sentences;
  }
}
