package jingtu.server.duty.round.countersign;

/** Where the countersigning of one organisation stands. */
public enum SignState {
  /** Is asked and has not answered. */
  WAITING,
  /** Agreed (同意) to what the report says now. */
  AGREED,
  /** Objected (有意见) to what the report says now. */
  OBJECTED,
  /** Answered to what the report said before; is asked anew. */
  VOID,
  /** Is not asked any more: the asking was withdrawn. */
  WITHDRAWN,
  /** Is not asked any more: the report was accepted, or its duty has ended. */
  ENDED;

  /** Whether an answer is waited for. */
  public boolean waits() {
    return this == WAITING || this == VOID;
  }

  /** Whether an answer to what the report says now is there. */
  public boolean isSigned() {
    return this == AGREED || this == OBJECTED;
  }
}
