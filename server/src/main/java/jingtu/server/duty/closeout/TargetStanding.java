package jingtu.server.duty.closeout;

/**
 * Where a list stands against one of its milestones.
 *
 * @param needed how many items have to be struck off
 * @param lacking how many of them are not yet
 * @param daysLeft until its day; 0 on the day itself, below 0 after it
 */
public record TargetStanding(
    Milestone milestone, State state, int needed, int lacking, int daysLeft) {

  /** What can be said of a milestone. */
  public enum State {
    /** The list has no items, so that there is nothing to reach. */
    EMPTY,
    /** 已达到: in time. */
    REACHED,
    /** 进行中: its day is still to come, or is today. */
    RUNNING,
    /** 逾期达到: after its day. */
    CAUGHT_UP,
    /** 未达到: its day has passed. */
    MISSED
  }
}
