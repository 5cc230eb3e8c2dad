package jingtu.server.duty.round;

/** How a report came in. */
public enum Channel {
  /** Its organisation wrote it into the form. */
  FORM,
  /** A table that came back. */
  SHEET,
  /** Told by telephone or in a chat, and written down by whoever keeps the round-up (代录). */
  ON_BEHALF,
  /** Its organisation wrote it into the form behind a one-time link, without signing in. */
  LINK
}
