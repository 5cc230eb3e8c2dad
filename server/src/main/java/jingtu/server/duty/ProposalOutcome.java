package jingtu.server.duty;

import jingtu.vocabulary.Message;

/** What comes of asking by when a duty is due after an event. */
public sealed interface ProposalOutcome {

  record Proposed(DueProposal proposal) implements ProposalOutcome {}

  /** No such duty, or none that the scope sees. */
  record Unknown() implements ProposalOutcome {}

  /** The duty knows no such event, or the day cannot be. */
  record Faulty(Message why) implements ProposalOutcome {}
}
