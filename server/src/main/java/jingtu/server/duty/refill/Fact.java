package jingtu.server.duty.refill;

/** What does not depend on reports. */
public enum Fact {
  REGION,
  /** The name of the period. */
  PERIOD,
  YEAR,
  /** Which month, quarter or half-year of its year. */
  NUMBER_IN_YEAR,
  LAST_DAY,
  /** The day on which the form is filled. */
  FILLED_ON,
  PLAN_TITLE
}
