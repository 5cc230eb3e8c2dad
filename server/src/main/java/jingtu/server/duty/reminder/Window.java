package jingtu.server.duty.reminder;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The days for which the digest of a day speaks. What comes before a day off is said on the last
 * day that is open, what comes after it on the first; a day on which the program did not run is
 * made up for by the next.
 *
 * @param after days from the one after it on have not been spoken for, of what has passed
 * @param from days from it on have not been spoken for, of what is to come
 * @param until days before it are spoken for today, of what is to come
 */
record Window(LocalDate after, LocalDate from, LocalDate today, LocalDate until) {

  /**
   * That of a day.
   *
   * @param last the day of the digest before
   */
  static Window of(LocalDate today, Optional<LocalDate> last, QuietHours quiet) {
    return new Window(
        last.orElseGet(() -> quiet.previous(today)),
        last.map(quiet::next).filter(day -> day.isBefore(today)).orElse(today),
        today,
        quiet.next(today));
  }

  /** Whether something due on a day is to be announced, so many days before. */
  boolean announces(LocalDate due, List<Integer> daysBefore) {
    return !due.isBefore(today)
        && daysBefore.stream()
            .map(due::minusDays)
            .anyMatch(mark -> !mark.isBefore(from) && mark.isBefore(until));
  }

  /**
   * Whether something that was due is to be asked for: on the day after, and again and again for a
   * while.
   */
  boolean asksFor(LocalDate due, int every, int forDays) {
    LocalDate last = due.plusDays(forDays);
    for (LocalDate mark = due.plusDays(1); !mark.isAfter(last); mark = mark.plusDays(every)) {
      if (has(mark)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a day that has passed is spoken for today. */
  boolean has(LocalDate day) {
    return day.isAfter(after) && !day.isAfter(today);
  }

  /** Days from today to a day; less than nothing where it has passed. */
  int daysTo(LocalDate day) {
    return (int) ChronoUnit.DAYS.between(today, day);
  }
}
