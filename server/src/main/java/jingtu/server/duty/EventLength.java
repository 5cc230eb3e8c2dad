package jingtu.server.duty;

import java.time.Period;
import jingtu.vocabulary.Due;

/**
 * The time that an event leaves, such as six months after it or 15 working days before it.
 *
 * @param count at least 1
 * @param before whether it ends with the event instead of beginning with it
 */
public record EventLength(int count, Unit unit, boolean before) {

  public EventLength {
    if (count < 1) {
      throw new IllegalArgumentException("no length: " + count);
    }
  }

  /** What is counted. */
  public enum Unit {
    DAY,
    WEEK,
    MONTH,
    YEAR,
    WORKING_DAY
  }

  /** The same as a deadline of the vocabulary. */
  Due due() {
    int signed = before ? -count : count;
    return switch (unit) {
      case DAY -> new Due.FromEvent(Period.ofDays(signed));
      case WEEK -> new Due.FromEvent(Period.ofWeeks(signed));
      case MONTH -> new Due.FromEvent(Period.ofMonths(signed));
      case YEAR -> new Due.FromEvent(Period.ofYears(signed));
      case WORKING_DAY -> new Due.WorkingDaysFromEvent(signed);
    };
  }
}
