package jingtu.planreader;

import java.util.List;
import java.util.Optional;

/**
 * What one responsibility clause covers.
 *
 * @param span the body: after its heading, before its clause
 * @param clause where the clause stands; absent in a task table, where columns take its place
 * @param path the headings above it as printed, outermost first
 * @param lead 牵头, as written, in order; the first-named reports by default
 * @param responsible 责任 / 按职责分工负责
 * @param participants 参与 / 配合
 * @param implementers 落实
 * @param implementersSource whether this task's clause names the implementers or a rule stated
 *     earlier; empty when there are none
 * @param open whether the clause says 等: it does not name everybody
 * @param deadlines of the whole task, in order of first appearance, without repeats; see {@link
 *     Deadline}
 */
public record Task(
    Span span,
    Optional<Span> clause,
    List<String> path,
    List<String> lead,
    List<String> responsible,
    List<String> participants,
    List<String> implementers,
    Optional<ImplementersSource> implementersSource,
    boolean open,
    List<Deadline> deadlines,
    List<Target> targets,
    List<Action> actions) {

  public Task {
    path = List.copyOf(path);
    lead = List.copyOf(lead);
    responsible = List.copyOf(responsible);
    participants = List.copyOf(participants);
    implementers = List.copyOf(implementers);
    deadlines = List.copyOf(deadlines);
    targets = List.copyOf(targets);
    actions = List.copyOf(actions);
  }

  /** The deadlines that none of its actions bears. */
  public List<Deadline> deadlinesOfNoAction() {
    List<String> borne =
        actions.stream()
            .flatMap(action -> action.deadlines().stream())
            .map(Deadline::notation)
            .toList();
    return deadlines.stream().filter(deadline -> !borne.contains(deadline.notation())).toList();
  }

  public enum ImplementersSource {
    EXPLICIT,
    DEFAULT
  }
}
