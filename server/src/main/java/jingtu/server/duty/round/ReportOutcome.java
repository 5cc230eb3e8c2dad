package jingtu.server.duty.round;

import jingtu.vocabulary.Message;

/** What became of a wish to report, or to judge a report. */
public sealed interface ReportOutcome {

  /** Was done. */
  record Done(ReportLine line) implements ReportOutcome {}

  /** There is no such line, or none that the scope sees. */
  record Unknown() implements ReportOutcome {}

  /** The scope sees it, and may not do this. */
  record NotYours() implements ReportOutcome {}

  /** Somebody changed it since it was seen; this is what it is now. */
  record Stale(ReportLine now) implements ReportOutcome {}

  /** It stands where this cannot be done: accepted and not opened again, or not reported yet. */
  record OutOfTurn(ReportLine now, Message why) implements ReportOutcome {}

  /** Something is missing or too long in it. */
  record Faulty(Message why) implements ReportOutcome {}
}
