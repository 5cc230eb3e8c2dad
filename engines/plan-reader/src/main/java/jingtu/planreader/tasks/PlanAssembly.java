package jingtu.planreader.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jingtu.planreader.Doubt;
import jingtu.planreader.Goal;
import jingtu.planreader.Head;
import jingtu.planreader.Obligation;
import jingtu.planreader.ReadPlan;
import jingtu.planreader.Span;
import jingtu.planreader.Task;
import jingtu.planreader.grammar.Clause;
import jingtu.planreader.grammar.ClauseFinder;
import jingtu.planreader.grammar.ClauseGrammar;
import jingtu.planreader.structure.Condensed;
import jingtu.planreader.structure.Outline.Block;

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
  private final List<Doubt> findings = new ArrayList<>();

  private final List<Stretch> pending = new ArrayList<>();
  private List<String> path = List.of();
  private Optional<Stretch> clauseAhead = Optional.empty();

  public PlanAssembly(Condensed text, Head head) {
    this.text = text;
    this.head = head;
  }

  /** From one place of the condensed text up to another. */
  private record Stretch(int from, int to) {}

  /** Reads the text of the plan or of one of its annexes. */
  public void read(List<Block> blocks) {
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (block.isClause() && ClauseGrammar.startsWithLabel(block.paragraph().words(), 0)) {
        i = readClauseLines(blocks, i);
      } else {
        readBlock(block);
      }
    }
    flush();
  }

  /** The plan as read so far, with the span that it covers. */
  public ReadPlan plan(Span span) {
    return new ReadPlan(head, span, goals, tasks, obligations, findings);
  }

  /** Lines such as 牵头单位：… that follow one another make one clause. Returns the last one's place. */
  private int readClauseLines(List<Block> blocks, int first) {
    int last = first;
    while (last + 1 < blocks.size()
        && blocks.get(last + 1).isClause()
        && ClauseGrammar.startsWithLabel(blocks.get(last + 1).paragraph().words(), 0)) {
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
        .ifPresent(read -> makeTask(clause, read));
    pending.clear();
  }

  private void readBlock(Block block) {
    if (block.isHeading() || !block.path().equals(path)) {
      flush();
    }
    path = block.path();
    int offset = block.paragraph().from();
    int from = block.bodyStart();
    for (ClauseFinder.Found found : block.clauses()) {
      if (found.from() > from) {
        pending.add(new Stretch(offset + from, offset + found.from()));
      }
      Stretch clause = new Stretch(offset + found.from(), offset + found.to());
      if (pending.isEmpty()) {
        carried.state(found.clause().rules());
      } else {
        makeTask(clause, found.clause());
      }
      from = found.to();
    }
    if (from < block.paragraph().words().length()) {
      pending.add(new Stretch(offset + from, block.paragraph().to()));
    }
  }

  private void flush() {
    clauseAhead.filter(ahead -> !pending.isEmpty()).ifPresent(this::close);
    clauseAhead = Optional.empty();
    pending.clear();
  }

  private void makeTask(Stretch clause, Clause read) {
    Carried.Responsibility who = carried.apply(read);
    Span body = text.span(pending.getFirst().from(), pending.getLast().to());
    tasks.add(
        new Task(
            body,
            Optional.of(text.span(clause.from(), clause.to())),
            path,
            who.lead(),
            who.responsible(),
            who.participants(),
            who.implementers(),
            who.source(),
            who.open(),
            List.of(),
            List.of(),
            List.of()));
    pending.clear();
  }
}
