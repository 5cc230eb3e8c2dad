package jingtu.server.duty.round.countersign;

import jingtu.vocabulary.Message;

/** What became of a wish to ask for countersigning, to withdraw it, or to answer. */
public sealed interface CountersignOutcome {

  /** Was done, or was so already. */
  record Done() implements CountersignOutcome {}

  /** There is no such line or asking, or none that the scope sees. */
  record Unknown() implements CountersignOutcome {}

  /** The scope sees it, and may not do this. */
  record NotYours() implements CountersignOutcome {}

  /** The report was changed since it was seen. */
  record Stale() implements CountersignOutcome {}

  /** It stands where this cannot be done. */
  record OutOfTurn(Message why) implements CountersignOutcome {}

  /** Something is missing, too long or wrong in it. */
  record Faulty(Message why) implements CountersignOutcome {}
}
