package jingtu.planreader;

import java.util.List;
import java.util.Optional;

/**
 * One sentence of a task that obliges somebody.
 *
 * @param actor who must act, as written; empty when it is the task's lead
 * @param events what starts or bounds it besides dates, in the words of the text
 */
public record Action(
    Span span,
    Optional<String> actor,
    List<Deadline> deadlines,
    List<String> events,
    List<Target> targets) {

  public Action {
    deadlines = List.copyOf(deadlines);
    events = List.copyOf(events);
    targets = List.copyOf(targets);
  }
}
