package jingtu.server.duty.refill;

import java.util.List;
import jingtu.vocabulary.Finding;

/** What became of a wish to keep or change a form. */
public sealed interface FormOutcome {

  /** Was done. */
  record Done(SuperiorForm form) implements FormOutcome {}

  /** Was done with another edition, to which the mapping was carried over. */
  record Renewed(SuperiorForm form, CarriedOver carried) implements FormOutcome {}

  /** There is no such form, or none that the scope sees. */
  record Unknown() implements FormOutcome {}

  /** Somebody changed it since it was seen. */
  record Stale(SuperiorForm now) implements FormOutcome {}

  /** Something in it cannot be taken. */
  record Faulty(List<Finding> findings) implements FormOutcome {}
}
