package jingtu.server.duty.reminder;

/** How an attempt to hand over a message ended. */
sealed interface Delivery {

  /** The other side took it. */
  record Taken() implements Delivery {}

  /**
   * It is certain that it did not arrive.
   *
   * @param passing whether it may go better in a while
   */
  record NotTaken(Trouble why, String said, boolean passing) implements Delivery {}

  /** It may have arrived or not. */
  record Unknown(String said) implements Delivery {}
}
