package jingtu.server.plan.decomposition.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jingtu.planreader.Action;
import jingtu.planreader.Span;
import jingtu.planreader.Task;
import jingtu.server.plan.Words;

/** A task's text in as many pieces as it has actions, nothing left out between them. */
final class TaskPieces {

  private static final String CLOSING = "。；;，,、！”）)";

  private TaskPieces() {}

  /**
   * A piece.
   *
   * @param action the action in it; empty for a task without any
   */
  record Piece(String words, Optional<Action> action) {}

  /**
   * The pieces in document order. Words before an action belong to it, words behind the last one to
   * that, so that together they are the words of the task. Where actions stand elsewhere, as in
   * other columns of a table, the task's own words come first and theirs follow.
   */
  static List<Piece> of(Task task, Words words) {
    List<Piece> pieces = new ArrayList<>();
    List<Piece> elsewhere = new ArrayList<>();
    int from = task.span().start();
    for (Action action : task.actions()) {
      if (action.span().start() >= from && task.span().contains(action.span())) {
        int to = end(action, task, words);
        pieces.add(new Piece(words.of(new Span(from, to)).strip(), Optional.of(action)));
        from = to;
      } else {
        elsewhere.add(new Piece(words.of(action.span()).strip(), Optional.of(action)));
      }
    }
    String rest = words.of(new Span(from, task.span().end()));
    if (pieces.isEmpty()) {
      pieces.add(new Piece(rest.strip(), Optional.empty()));
    } else if (!rest.isBlank()) {
      Piece last = pieces.removeLast();
      pieces.add(new Piece(last.words() + rest.stripTrailing(), last.action()));
    }
    pieces.addAll(elsewhere);
    return List.copyOf(pieces);
  }

  /** Behind the marks that close the action's sentence. */
  private static int end(Action action, Task task, Words words) {
    int end = Math.min(action.span().end(), task.span().end());
    while (end < task.span().end() && closes(words.of(new Span(end, end + 1)))) {
      end++;
    }
    return end;
  }

  private static boolean closes(String mark) {
    return CLOSING.contains(mark);
  }
}
