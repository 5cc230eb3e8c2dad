package jingtu.server.duty.reminder;

/** Why somebody is reminded. */
public enum Reason {
  /** Something in a round-up is not reported, whose day is near. */
  NOT_REPORTED,
  /** The day of a duty itself is near. */
  DUE,
  /** The day of a round-up or of a duty has passed. */
  OVERDUE,
  /** A report was given back, and waits to be said anew. */
  RETURNED,
  /** Somebody asked for it to be sent. */
  ASKED,
  /** Somebody tried whether anything arrives. */
  TEST;

  /** Whether the program writes it by itself, in the digest of a day. */
  public boolean isAutomatic() {
    return switch (this) {
      case NOT_REPORTED, DUE, OVERDUE, RETURNED -> true;
      case ASKED, TEST -> false;
    };
  }
}
