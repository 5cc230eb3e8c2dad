package jingtu.server.plan.resolution;

import java.util.List;
import java.util.Optional;
import jingtu.server.organisation.NameAnswer;
import jingtu.server.organisation.Organisation;

/**
 * A name of a plan with whom it means.
 *
 * @param proposed what the directory says, whatever was decided
 * @param decision what a coordinator said, where it holds
 * @param version of the last decision, taken back or not; 0 where there never was one
 * @param decided the organisation that was decided on, where the directory still has it
 */
public record ResolvedName(
    PrintedName printed,
    NameAnswer proposed,
    Optional<Decision> decision,
    int version,
    Optional<Organisation> decided) {

  /** How a name stands. */
  public enum State {
    /** A coordinator named the organisation. */
    DECIDED,
    /** A coordinator said that it means nobody of the directory. */
    NOBODY,
    /** Taken automatically. */
    CERTAIN,
    /** To be decided. */
    CANDIDATES,
    GROUP,
    /** Nobody is known. */
    NONE
  }

  public State state() {
    if (decision.isPresent()) {
      return decided.isPresent() ? State.DECIDED : State.NOBODY;
    }
    return switch (proposed) {
      case NameAnswer.Certain certain -> State.CERTAIN;
      case NameAnswer.Candidates candidates -> State.CANDIDATES;
      case NameAnswer.Group group -> State.GROUP;
      case NameAnswer.None none -> State.NONE;
    };
  }

  /** The one organisation that it means. */
  public Optional<Organisation> organisation() {
    return decision.isEmpty() && proposed instanceof NameAnswer.Certain certain
        ? Optional.of(certain.organisation())
        : decided;
  }

  /** Everybody whom it means for certain: one, or the members of a group that names them all. */
  public List<Organisation> everybody() {
    if (decision.isEmpty() && proposed instanceof NameAnswer.Group group && group.everyOne()) {
      return group.members();
    }
    return organisation().stream().toList();
  }
}
