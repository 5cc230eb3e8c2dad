package jingtu.server.duty.round;

/** How far a duty has come, in the words of whoever owes it. */
public enum DutyState {
  /** 未启动. */
  NOT_STARTED,
  /** 推进中. */
  GOING_ON,
  /** 常态化推进: goes on without an end. */
  STEADY,
  /** 已完成: is asked about no more, unless it comes round again. */
  DONE,
  /** 滞后, for a reason. */
  BEHIND,
  /** 不涉及, for a reason: is asked about no more. */
  NOT_CONCERNED;

  /** Whether a duty's day in a period of which this is said is waited for no more. */
  public boolean settles() {
    return this == DONE || this == STEADY || this == NOT_CONCERNED;
  }

  /** Whether the state needs a reason. */
  public boolean needsReason() {
    return this == BEHIND || this == NOT_CONCERNED;
  }
}
