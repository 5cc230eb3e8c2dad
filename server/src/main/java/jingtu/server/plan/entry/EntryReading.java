package jingtu.server.plan.entry;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jingtu.planreader.Deadline;
import jingtu.planreader.Goal;
import jingtu.planreader.Obligation;
import jingtu.planreader.Span;
import jingtu.planreader.Target;
import jingtu.planreader.Task;

/**
 * All that is understood of one goal, task or obligation. What a kind does not have is empty: only
 * a task has a clause, parties and actions, only a goal a scope, only an obligation an actor and
 * events of its own.
 *
 * @param span the body, as {@link Task#span()}
 */
public record EntryReading(
    Span span,
    Optional<Span> clause,
    List<String> path,
    List<String> lead,
    List<String> responsible,
    List<String> participants,
    List<String> implementers,
    Optional<Task.ImplementersSource> implementersSource,
    boolean open,
    Optional<String> scope,
    Optional<String> actor,
    List<String> events,
    List<Deadline> deadlines,
    List<Target> targets,
    List<NamedAction> actions) {

  public EntryReading {
    path = List.copyOf(path);
    lead = List.copyOf(lead);
    responsible = List.copyOf(responsible);
    participants = List.copyOf(participants);
    implementers = List.copyOf(implementers);
    events = List.copyOf(events);
    deadlines = List.copyOf(deadlines);
    targets = List.copyOf(targets);
    actions = List.copyOf(actions);
  }

  /** A goal as it was read. */
  public static EntryReading of(Goal goal) {
    return new EntryReading(
        goal.span(),
        Optional.empty(),
        goal.path(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        false,
        goal.scope(),
        Optional.empty(),
        List.of(),
        goal.deadlines(),
        goal.targets(),
        List.of());
  }

  /** A task as it was read; {@code ids[i]} names its i-th action. */
  public static EntryReading of(Task task, List<UUID> ids) {
    return new EntryReading(
        task.span(),
        task.clause(),
        task.path(),
        task.lead(),
        task.responsible(),
        task.participants(),
        task.implementers(),
        task.implementersSource(),
        task.open(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        task.deadlines(),
        task.targets(),
        IntStream.range(0, task.actions().size())
            .mapToObj(i -> new NamedAction(ids.get(i), task.actions().get(i)))
            .toList());
  }

  /** An obligation as it was read. */
  public static EntryReading of(Obligation obligation) {
    return new EntryReading(
        obligation.span(),
        Optional.empty(),
        obligation.path(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        false,
        Optional.empty(),
        obligation.actor(),
        obligation.events(),
        obligation.deadlines(),
        obligation.targets(),
        List.of());
  }

  /** Who answers for it in this way. */
  public List<String> parties(PartyRole role) {
    return switch (role) {
      case LEAD -> lead;
      case RESPONSIBLE -> responsible;
      case PARTICIPANT -> participants;
      case IMPLEMENTER -> implementers;
    };
  }

  /** The names of its actions, in their order. */
  public List<UUID> actionIds() {
    return actions.stream().map(NamedAction::id).toList();
  }

  /** Its own targets and then those of its actions. */
  public Stream<Target> allTargets() {
    return Stream.concat(
        targets.stream(), actions.stream().flatMap(named -> named.action().targets().stream()));
  }
}
