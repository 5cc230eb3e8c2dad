package jingtu.server.duty.reminder;

/** What became of a message. */
public enum ReminderStatus {
  WAITING,
  /** On its way at this moment. */
  SENDING,
  SENT,
  /** It is certain that it did not arrive. */
  FAILED,
  /** 未确认: it may have arrived. Only a person says what is to be done. */
  UNCONFIRMED,
  CANCELLED
}
