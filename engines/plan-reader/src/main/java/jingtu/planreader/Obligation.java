package jingtu.planreader;

import java.util.List;
import java.util.Optional;

/**
 * A duty in a paragraph that has no responsibility clause.
 *
 * @param path the headings above it as printed, outermost first
 * @param actor who must act, as written; empty where the text names nobody
 */
public record Obligation(
    Span span,
    List<String> path,
    Optional<String> actor,
    List<Deadline> deadlines,
    List<String> events,
    List<Target> targets) {

  public Obligation {
    path = List.copyOf(path);
    deadlines = List.copyOf(deadlines);
    events = List.copyOf(events);
    targets = List.copyOf(targets);
  }
}
