package jingtu.planreader.tasks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jingtu.planreader.Action;
import jingtu.planreader.Deadline;
import jingtu.planreader.Goal;
import jingtu.planreader.Head;
import jingtu.planreader.Obligation;
import jingtu.planreader.ReadPlan;
import jingtu.planreader.Span;
import jingtu.planreader.Task;
import jingtu.planreader.grammar.Clause;
import jingtu.planreader.grammar.ClauseFinder;
import jingtu.planreader.grammar.ClauseGrammar;
import jingtu.planreader.grammar.Enumerator;
import jingtu.planreader.grammar.OnceStated;
import jingtu.planreader.grammar.OpenText;
import jingtu.planreader.structure.Condensed;
import jingtu.planreader.structure.Grid;
import jingtu.planreader.structure.Outline.Block;
import jingtu.planreader.structure.Paragraph;
import jingtu.planreader.tasks.DutyReader.Duty;

/**
 * Puts one plan together: gathers text until a clause says who is responsible for it, and makes
 * that a task; text that no clause closes holds goals and obligations.
 */
public final class PlanAssembly {

  private final Condensed text;
  private final Head head;
  private final Carried carried = new Carried();
  private final List<Goal> goals = new ArrayList<>();
  private final List<Task> tasks = new ArrayList<>();
  private final List<Obligation> obligations = new ArrayList<>();
  private final Doubts doubts;
  private final DutyReader reader;

  private final List<Stretch> pending = new ArrayList<>();
  private List<String> path = List.of();
  private Optional<Stretch> clauseAhead = Optional.empty();

  /** Begins a plan; {@code year} completes dates that print none. */
  public PlanAssembly(Condensed text, Head head, Optional<Integer> year) {
    this.text = text;
    this.head = head;
    this.doubts = new Doubts(text, head);
    this.reader = new DutyReader(text, year);
  }

  /** From one place of the condensed text up to another. */
  private record Stretch(int from, int to) {}

  private String words(Stretch stretch) {
    return text.text().substring(stretch.from(), stretch.to());
  }

  /** Takes up what the papers before the text say: rules, and what a covering letter asks for. */
  public void readFront(List<Paragraph> front) {
    for (Paragraph paragraph : front) {
      carried.state(OnceStated.in(paragraph.words()));
      if (OpenText.isRequest(paragraph.words())) {
        reader.read(paragraph.from(), paragraph.to(), "").stream()
            .filter(duty -> duty.isDated() && OpenText.isRequest(duty.words()))
            .forEach(duty -> obligations.add(obligation(duty, List.of())));
      }
    }
  }

  /** Reads the text of the plan or of one of its annexes. */
  public void read(List<Block> blocks) {
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (block.paragraph().table().isPresent()) {
        readTable(block.paragraph().table().get(), block.path());
      } else if (block.isLabelled()) {
        i = readClauseLines(blocks, i);
      } else {
        readBlock(block);
      }
    }
    flush();
  }

  private void readTable(Grid table, List<String> above) {
    flush();
    path = above;
    List<Goal> wanted = TargetTable.read(text, table, above);
    goals.addAll(wanted);
    if (!wanted.isEmpty()) {
      return;
    }
    for (TableTasks.RowTask row : TableTasks.read(text, table)) {
      List<String> rowPath = new ArrayList<>(above);
      rowPath.addAll(row.path());
      Carried.Responsibility who = carried.apply(row.clause());
      String topic = rowPath.isEmpty() ? "" : rowPath.getLast();
      int number = Enumerator.at(words(row.body())).map(Enumerator::length).orElse(0);
      int from = row.body().from() + number;
      List<Duty> duties = new ArrayList<>(reader.read(from, row.body().to(), topic));
      row.work().forEach(cell -> duties.addAll(reader.read(cell.from(), cell.to(), topic)));
      List<Duty> extras = new ArrayList<>();
      row.extras().forEach(cell -> extras.addAll(reader.read(cell.from(), cell.to(), topic)));
      addTask(new Stretch(from, row.body().to()), Optional.empty(), rowPath, who, duties, extras);
    }
  }

  private String words(Grid.Cell cell) {
    return text.text().substring(cell.from(), cell.to());
  }

  /** Whether anything was found that obliges or aims at something. */
  public boolean holdsSomething() {
    return !(tasks.isEmpty() && goals.isEmpty() && obligations.isEmpty());
  }

  /** The plan as read so far, with the span that it covers. */
  public ReadPlan plan(Span span) {
    doubts.checkTargets(goals, tasks);
    return new ReadPlan(head, span, goals, tasks, obligations, doubts.all());
  }

  /** Lines such as 牵头单位：… that follow one another make one clause. Returns the last one's place. */
  private int readClauseLines(List<Block> blocks, int first) {
    int last = first;
    while (last + 1 < blocks.size() && blocks.get(last + 1).isLabelled()) {
      last++;
    }
    Stretch clause =
        new Stretch(blocks.get(first).paragraph().from(), blocks.get(last).paragraph().to());
    if (pending.isEmpty()) {
      clauseAhead = Optional.of(clause);
    } else {
      close(clause);
    }
    return last;
  }

  private void close(Stretch clause) {
    ClauseGrammar.parse(text.text().substring(clause.from(), clause.to()))
        .ifPresentOrElse(
            read -> makeTask(clause, clause.from(), read),
            () -> doubts.notUnderstood(text.span(clause.from(), clause.to()), path));
    pending.clear();
  }

  private void readBlock(Block block) {
    if (block.isHeading() || !block.path().equals(path)) {
      flush();
    }
    path = block.path();
    carried.state(OnceStated.in(block.paragraph().words().substring(0, block.headingEnd())));
    int offset = block.paragraph().from();
    int from = block.bodyStart();
    if (pending.isEmpty() && !block.isHeading()) {
      from = afterNumber(block);
    }
    for (ClauseFinder.Found found : block.clauses()) {
      if (found.from() > from) {
        pending.add(new Stretch(offset + from, offset + found.from()));
      }
      Stretch clause = new Stretch(offset + found.from(), offset + found.to());
      if (!found.balanced()) {
        doubts.unbalanced(text.span(clause.from(), clause.to()), path);
      }
      if (pending.isEmpty()) {
        carried.state(found.clause().rules());
        doubts.clauseWithoutText(text.span(clause.from(), clause.to()), path);
      } else {
        makeTask(clause, offset + found.inside(), found.clause());
      }
      from = found.to();
    }
    if (from < block.paragraph().words().length()) {
      pending.add(new Stretch(offset + from, block.paragraph().to()));
    }
  }

  /** A single numbered paragraph that is no heading gives its words, not its number. */
  private static int afterNumber(Block block) {
    boolean closes = !block.clauses().isEmpty() && block.clauses().getFirst().from() > 0;
    return closes ? Enumerator.at(block.paragraph().words()).map(Enumerator::length).orElse(0) : 0;
  }

  private void flush() {
    clauseAhead.filter(ahead -> !pending.isEmpty()).ifPresent(this::close);
    clauseAhead.ifPresent(
        ahead -> {
          if (pending.isEmpty() && tasks.isEmpty()) {
            doubts.clauseWithoutText(text.span(ahead.from(), ahead.to()), path);
          }
        });
    clauseAhead = Optional.empty();
    for (Stretch stretch : pending) {
      readOpenText(stretch);
    }
    pending.clear();
  }

  private void makeTask(Stretch clause, int inside, Clause read) {
    pending.forEach(stretch -> carried.state(OnceStated.in(words(stretch))));
    Carried.Responsibility who = carried.apply(read);
    Span clauseSpan = text.span(clause.from(), clause.to());
    List<Duty> duties = new ArrayList<>();
    String topic = path.isEmpty() ? "" : path.getLast();
    for (Stretch stretch : pending) {
      String words = words(stretch);
      int label = OpenText.labelEnd(words);
      duties.addAll(
          reader.read(
              stretch.from() + label, stretch.to(), label > 0 ? words.substring(0, label) : topic));
    }
    List<Duty> limits =
        read.timeLimit()
            .map(limit -> reader.read(inside + limit.from(), inside + limit.to(), topic))
            .orElse(List.of());
    Stretch body = new Stretch(pending.getFirst().from(), pending.getLast().to());
    addTask(body, Optional.of(clauseSpan), path, who, duties, limits);
    doubts.unclear(clauseSpan, path, read.unclear());
    pending.clear();
  }

  /** Adds a task; {@code extras} hold dates and targets that stand beside its text. */
  private void addTask(
      Stretch body,
      Optional<Span> clause,
      List<String> where,
      Carried.Responsibility who,
      List<Duty> duties,
      List<Duty> extras) {
    tasks.add(
        new Task(
            text.span(body.from(), body.to()),
            clause,
            where,
            who.lead(),
            who.responsible(),
            who.participants(),
            who.implementers(),
            who.source(),
            who.open(),
            deadlines(duties, extras),
            Stream.concat(duties.stream(), extras.stream())
                .flatMap(duty -> duty.targets().stream())
                .toList(),
            duties.stream().map(PlanAssembly::action).toList()));
    doubts.check(duties, where);
    doubts.check(extras, where);
  }

  private static List<Deadline> deadlines(List<Duty> duties, List<Duty> limits) {
    Map<String, Deadline> distinct = new LinkedHashMap<>();
    Stream.concat(duties.stream(), limits.stream())
        .flatMap(duty -> duty.deadlines().stream())
        .forEach(deadline -> distinct.putIfAbsent(deadline.notation(), deadline));
    return List.copyOf(distinct.values());
  }

  private static Action action(Duty duty) {
    return new Action(
        duty.span(), duty.actor(), duty.allDeadlines(), duty.events(), duty.targets());
  }

  /** Text that no clause closes: goals under a heading that says so, obligations elsewhere. */
  private void readOpenText(Stretch stretch) {
    String words = words(stretch);
    carried.state(OnceStated.in(words));
    List<Duty> duties =
        reader.read(stretch.from(), stretch.to(), path.isEmpty() ? "" : path.getLast());
    for (Duty duty : duties) {
      switch (kindOf(duty)) {
        case GOAL ->
            goals.add(
                new Goal(duty.span(), path, scope(duty), duty.allDeadlines(), duty.targets()));
        case OBLIGATION -> obligations.add(obligation(duty, path));
        case NEITHER -> {}
      }
    }
    doubts.check(duties.stream().filter(d -> kindOf(d) != OpenText.Kind.NEITHER).toList(), path);
    doubts.lostClause(words, text.span(stretch.from(), stretch.to()), path);
  }

  private static Obligation obligation(Duty duty, List<String> where) {
    return new Obligation(
        duty.span(), where, duty.actor(), duty.allDeadlines(), duty.events(), duty.targets());
  }

  /** The area that a goal names, else the group that is to reach it. */
  private static Optional<String> scope(Duty duty) {
    return duty.targets().stream()
        .flatMap(target -> target.scope().stream())
        .findFirst()
        .or(() -> OpenText.areaIn(duty.words()))
        .or(duty::actor);
  }

  private OpenText.Kind kindOf(Duty duty) {
    boolean bound = !duty.events().isEmpty() || duty.actor().isPresent();
    return OpenText.kindOf(path, duty.words(), duty.isDated(), bound, !duty.targets().isEmpty());
  }
}
