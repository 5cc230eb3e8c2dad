package jingtu.server.duty.closeout;

import java.time.LocalDate;

/**
 * A part of a list that is wanted by a day.
 *
 * @param day the last on which striking off is in time
 * @param percent of all its items, from 1 to 100
 */
public record Milestone(LocalDate day, int percent) {

  private static final int WHOLE = 100;

  /** How many of so many items that is, rounded up: 60 % of 7 are 5. */
  public int needed(int items) {
    return Math.toIntExact(Math.ceilDiv((long) items * percent, (long) WHOLE));
  }

  @Override
  public String toString() {
    return day + " " + percent + " %";
  }
}
