package jingtu.server.duty.round;

/** Where the report on one duty stands. */
public enum LineStatus {
  /** Nothing was said yet. */
  OPEN,
  /** Was said and is not looked at yet. */
  REPORTED,
  /** Was given back (退回) and waits to be said anew. */
  RETURNED,
  /** Was accepted; changes only after it was opened again. */
  ACCEPTED
}
