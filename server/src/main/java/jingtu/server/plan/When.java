package jingtu.server.plan;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the notation of a deadline means, see {@link jingtu.planreader.Deadline}. */
public sealed interface When {

  /** A day of a year of four digits. */
  Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /** Due on that day. A span of days is due on its last. */
  record Due(LocalDate day) implements When {}

  /** Begins on that day and goes on. */
  record OpenStart(LocalDate from) implements When {}

  /**
   * Due again and again, at the end of each period.
   *
   * @param months the length of the period
   * @param day the day of the year that is printed; only where the period is a year
   */
  record Recurring(int months, Optional<MonthDay> day) implements When {

    private static final MonthDay END_OF_FEBRUARY = MonthDay.of(2, 28);

    /** The longest period that any plan could mean: a century. */
    private static final int LONGEST_MONTHS = 1200;

    /** The parts of {@code R/P1Y;--01-31}. */
    private static final Pattern NOTATION =
        Pattern.compile("R\\d{0,4}/(P\\w{1,20})(?:;--([\\dX]{2}-[\\dX]{2}))?");

    private static When read(String notation) {
      Matcher parts = NOTATION.matcher(notation);
      if (!parts.matches()) {
        return new Unknown();
      }
      long months = Period.parse(parts.group(1)).toTotalMonths();
      Optional<String> day = Optional.ofNullable(parts.group(2));
      if (months > LONGEST_MONTHS) {
        return new Unknown();
      }
      boolean incomplete =
          day.filter(words -> words.indexOf('X') >= 0)
              .filter(words -> UnknownDigits.isOne("XXXX-" + words))
              .isPresent();
      return incomplete ? new Incomplete() : on(months, day);
    }

    private static When on(long months, Optional<String> day) {
      Optional<MonthDay> printed = day.map(words -> MonthDay.parse("--" + words));
      return months == 0
          ? new Often()
          : new Recurring((int) months, printed.filter(known -> months == 12));
    }

    /** Whether no day is printed, so that the end of the period is taken. */
    public boolean assumed() {
      return day.isEmpty();
    }

    /**
     * The days on which it is due from the one day to the other, both included. A period longer
     * than a year is counted from the plan's own date, which {@code from} is.
     */
    public List<LocalDate> between(LocalDate from, LocalDate to) {
      List<LocalDate> days = new ArrayList<>();
      for (LocalDate due = first(from); !due.isAfter(to); due = after(due)) {
        if (!due.isBefore(from)) {
          days.add(due);
        }
      }
      return days;
    }

    private LocalDate first(LocalDate from) {
      if (day.isPresent()) {
        return inYear(from.getYear());
      }
      return months > 12
          ? LocalDate.of(from.getYear() + months / 12, 12, 31)
          : YearMonth.of(from.getYear(), 1).plusMonths(months - 1L).atEndOfMonth();
    }

    private LocalDate after(LocalDate due) {
      return day.isPresent()
          ? inYear(due.getYear() + 1)
          : YearMonth.from(due).plusMonths(months).atEndOfMonth();
    }

    /** The end of February is its last day also in a leap year. */
    private LocalDate inYear(int year) {
      MonthDay printed = day.orElseThrow();
      return printed.equals(END_OF_FEBRUARY)
          ? YearMonth.of(year, 2).atEndOfMonth()
          : printed.atYear(year);
    }
  }

  /** Comes round more often than every month: told in words, not day by day. */
  record Often() implements When {}

  /** Its year, month or day, or a part of these, is not known: masked, falsified or left out. */
  record Incomplete() implements When {}

  /** A notation that is not understood. */
  record Unknown() implements When {}

  /** Reads a notation; what is not understood is {@link Unknown}. */
  static When of(String notation) {
    try {
      return notation.startsWith("R") ? Recurring.read(notation) : dated(notation);
    } catch (DateTimeException | ArithmeticException notOne) {
      return new Unknown();
    }
  }

  private static When dated(String notation) {
    int slash = notation.indexOf('/');
    String first = notation.substring(0, Math.max(0, slash));
    String last = notation.substring(slash + 1);
    boolean open = last.equals("..");
    String decisive = open ? first : last;
    if (slash >= 0 && !open && !isDay(first)) {
      return new Unknown();
    }
    if (UnknownDigits.isOne(decisive)) {
      return new Incomplete();
    }
    LocalDate day = day(decisive);
    return open ? new OpenStart(day) : new Due(day);
  }

  private static boolean isDay(String text) {
    return text.equals("..") || UnknownDigits.isOne(text) || DAY.matcher(text).matches();
  }

  private static LocalDate day(String text) {
    if (!DAY.matcher(text).matches()) {
      throw new DateTimeException("no day: " + text);
    }
    return LocalDate.parse(text);
  }
}
