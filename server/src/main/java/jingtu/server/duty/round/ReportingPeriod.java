package jingtu.server.duty.round;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;

/**
 * A month, quarter, half-year or year of the calendar.
 *
 * <p>The order of periods says whose word on a duty is the last. The one that ends last has it; of
 * those that end together, as the last month of a year, its last quarter and the year itself, the
 * longest: it is due last and looks back on the others. That holds whichever was written down
 * first, so that correcting or accepting the month does not overrule the year. Where nothing was
 * said in the longest, or it was given back, the next shorter one is heard. States, what sheets
 * carry forward, papers and superiors' forms all go by this order.
 *
 * @param first its first day
 * @param months how many months it has: 1, 3, 6 or 12
 */
public record ReportingPeriod(LocalDate first, int months) implements Comparable<ReportingPeriod> {

  /** The same order in SQL, of rows of {@code round_up}. */
  public static final String ORDER = "round_up.last_day, round_up.months";

  private static final Comparator<ReportingPeriod> BY_END =
      Comparator.comparing(ReportingPeriod::last).thenComparingInt(ReportingPeriod::months);

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

  @Override
  public int compareTo(ReportingPeriod other) {
    return BY_END.compare(this, other);
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
