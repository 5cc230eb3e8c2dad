package jingtu.server.duty.refill;

/** What is told of one duty in a period. */
public enum LineField {
  /** Its number in the column, from 1; only where a column has a row for each. */
  NUMBER,
  ORGANISATION,
  HEADING,
  SENTENCE,
  DUE,
  STATE,
  PROGRESS,
  COMPLETION,
  PROBLEMS,
  NEXT_STEPS,
  REASON,
  PROOF;

  /** Whether it comes from a report, not from the plan. */
  boolean isReported() {
    return compareTo(STATE) >= 0;
  }
}
