package jingtu.server.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jingtu.vocabulary.Message;

/** Who answers on a day for what an organisation was once named for. */
public sealed interface Answering {

  /** The takeovers that lead there, the earliest first; none where the named one still answers. */
  List<Step> steps();

  /** One organisation. */
  record By(Organisation organisation, List<Step> steps) implements Answering {
    public By {
      steps = List.copyOf(steps);
    }
  }

  /** It came apart, and the text does not say which part it belongs to. */
  record Undecided(
      Organisation last, LocalDate on, List<NameAnswer.Candidate> candidates, List<Step> steps)
      implements Answering {
    public Undecided {
      candidates = List.copyOf(candidates);
      steps = List.copyOf(steps);
    }
  }

  /** It has ended, and the directory knows nobody who took over. */
  record Nobody(Organisation last, LocalDate endedOn, List<Step> steps) implements Answering {
    public Nobody {
      steps = List.copyOf(steps);
    }
  }

  /**
   * That an organisation took over on a day.
   *
   * @param chosen whether a person said so; otherwise the directory and the text did
   */
  record Step(UUID from, Organisation to, LocalDate on, Message reason, boolean chosen) {}
}
