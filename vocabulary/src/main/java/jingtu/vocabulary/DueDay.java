package jingtu.vocabulary;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A day on which something is due.
 *
 * @param date the last day on which it is done in time
 * @param nominal the day that the period itself ends on; earlier than {@code date} where that was a
 *     day off
 * @param unknownYears years that this rests on though their working days are not loaded
 */
public record DueDay(LocalDate date, LocalDate nominal, SortedSet<Integer> unknownYears) {

  public DueDay {
    unknownYears = Collections.unmodifiableSortedSet(new TreeSet<>(unknownYears));
  }

  /** A day that does not ask for the calendar. */
  static DueDay of(LocalDate date) {
    return new DueDay(date, date, new TreeSet<>());
  }

  /** Whether the day moved to the end of days off. */
  public boolean moved() {
    return !date.equals(nominal);
  }
}
