package jingtu.server.register.definition;

import java.util.List;
import java.util.Optional;

/**
 * The states of a record and the steps between them.
 *
 * @param states the first is where a new record stands; a register without a life cycle has one
 *     state
 */
public record Lifecycle(List<State> states, List<Transition> transitions) {

  public Lifecycle {
    states = List.copyOf(states);
    transitions = List.copyOf(transitions);
    if (states.isEmpty()) {
      throw new IllegalArgumentException("a life cycle has a first state");
    }
  }

  /**
   * Where a record stands.
   *
   * @param label in Chinese
   * @param end whether nothing is expected of a record in it
   */
  public record State(String id, String label, boolean end) {}

  /**
   * A step that somebody takes with a record.
   *
   * @param from the states it starts from
   * @param by the functions that take it, each mapped to organisations by region; empty where
   *     whoever may edit the record takes it
   * @param fields what must be filled in before, by field id
   * @param evidence the kinds of file that must be handed in with it, as Chinese words
   * @param test CEL that must hold, with the words for when it does not
   * @param reason whether a reason must be given
   */
  public record Transition(
      String id,
      String label,
      List<String> from,
      String to,
      List<String> by,
      List<String> fields,
      List<String> evidence,
      Optional<Guard> test,
      boolean reason) {

    public Transition {
      from = List.copyOf(from);
      by = List.copyOf(by);
      fields = List.copyOf(fields);
      evidence = List.copyOf(evidence);
    }
  }

  /** CEL and what to say where it does not hold. */
  public record Guard(String test, String message) {}

  /** Where a new record stands. */
  public State first() {
    return states.getFirst();
  }

  /** The state of that id. */
  public Optional<State> findState(String id) {
    return states.stream().filter(state -> state.id().equals(id)).findFirst();
  }
}
