package jingtu.server.duty.refill;

/** What a figure counts. */
public enum Counted {
  /** Duties. */
  LINES,
  /** Organisations that owe any. */
  ORGANISATIONS
}
