package jingtu.server.organisation;

import java.util.List;
import jingtu.vocabulary.Message;

/**
 * Whom a name in a plan means, as far as the directory knows. Only {@link Certain} is ever taken
 * without asking.
 */
public sealed interface NameAnswer {

  /** One organisation, by its name, an alias, or a rule that leaves no other. */
  record Certain(Organisation organisation, Message reason) implements NameAnswer {}

  /** Organisations that may be meant, the likeliest first; never empty. */
  record Candidates(List<Candidate> candidates) implements NameAnswer {
    public Candidates {
      candidates = List.copyOf(candidates);
      if (candidates.isEmpty()) {
        throw new IllegalArgumentException("no candidates is None");
      }
    }
  }

  /**
   * Words that mean many.
   *
   * @param everyOne whether all of that kind are meant; otherwise a condition narrows them
   * @param open whether the words say that they do not name everybody (等)
   * @param members whom the directory knows for certain to be among them
   * @param unresolved what else is listed, as printed, and not certain
   */
  record Group(
      NameGroup kind,
      boolean everyOne,
      boolean open,
      List<Organisation> members,
      List<String> unresolved,
      Message reason)
      implements NameAnswer {
    public Group {
      members = List.copyOf(members);
      unresolved = List.copyOf(unresolved);
    }
  }

  /** Nobody in the directory. */
  record None(Message reason) implements NameAnswer {}

  /** One that may be meant, and why. */
  record Candidate(Organisation organisation, Message reason) {}
}
