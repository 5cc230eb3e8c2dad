package jingtu.server.duty.refill;

/** What a figure counts. */
public enum Counted {
  /** Duties that are asked about in the period. */
  LINES,
  /** Organisations that are asked about any. */
  ORGANISATIONS
}
