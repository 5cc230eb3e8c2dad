package jingtu.server.duty.round;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A month, quarter, half-year or year of the calendar.
 *
 * @param first its first day
 * @param months how many months it has: 1, 3, 6 or 12
 */
public record ReportingPeriod(LocalDate first, int months) {

  public ReportingPeriod {
    if (12 % months != 0
        || first.getDayOfMonth() != 1
        || (first.getMonthValue() - 1) % months != 0) {
      throw new IllegalArgumentException("no period of " + months + " months begins on " + first);
    }
  }

  /** The period of that length in which a day lies. */
  public static ReportingPeriod containing(LocalDate day, int months) {
    int before = (day.getMonthValue() - 1) / months * months;
    return new ReportingPeriod(LocalDate.of(day.getYear(), before + 1, 1), months);
  }

  public LocalDate last() {
    return lastMonth().atEndOfMonth();
  }

  public YearMonth lastMonth() {
    return YearMonth.from(first).plusMonths(months - 1L);
  }

  public ReportingPeriod previous() {
    return new ReportingPeriod(first.minusMonths(months), months);
  }

  /** Which of its year, from 1; always 1 for a year. */
  public int number() {
    return (first.getMonthValue() - 1) / months + 1;
  }
}
