package jingtu.server.duty.closeout;

import java.util.List;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;

/** What became of a wish to do something with an item. */
public sealed interface ItemOutcome {

  /** Was done. */
  record Done(CloseOutItem item) implements ItemOutcome {}

  /** There is no such item, or none that the scope sees. */
  record Unknown() implements ItemOutcome {}

  /** The scope sees it, and may not do this. */
  record NotYours() implements ItemOutcome {}

  /** Somebody changed it since it was seen; this is what it is now, and what was done. */
  record Stale(CloseOutItem now, List<CloseOutChange> since) implements ItemOutcome {}

  /** It stands where this cannot be done. */
  record OutOfTurn(CloseOutItem now, Message why) implements ItemOutcome {}

  /** Something is missing in what was said, or wrong. */
  record Faulty(List<Finding> findings) implements ItemOutcome {}
}
