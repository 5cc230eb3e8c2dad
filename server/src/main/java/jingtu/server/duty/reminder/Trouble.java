package jingtu.server.duty.reminder;

import java.util.Locale;
import jingtu.vocabulary.Message;

/** Why a message has not simply been sent. */
public enum Trouble {
  NONE,
  /** The other side said no. */
  REFUSED,
  /** No connection came about. */
  NOT_REACHED,
  /** The settings lack what it takes, or name an address that is not allowed. */
  NOT_CONFIGURED,
  /** It went out, and no answer came. */
  NO_ANSWER,
  /** The program was stopped while it went out. */
  STOPPED,
  /** What it asks for came in meanwhile. */
  REPORTED,
  /** It speaks of a day that has passed. */
  STALE,
  /** Reminders were switched off. */
  SWITCHED_OFF,
  /** Somebody took it back. */
  WITHDRAWN,
  /** Somebody said that it arrived. */
  ARRIVED;

  /** In words; {@code said} is what the other side answered, or who decided. */
  public Message inWords(String said) {
    return Message.of(
        "reminder.trouble." + name().toLowerCase(Locale.ROOT).replace('_', '-'), said);
  }
}
