package jingtu.vocabulary;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When something is due, as a definition writes it:
 *
 * <pre>
 * 2026-12-31           on that day
 * R/2026-03-31/P1Y     on that day and every year after it; P3M, P1M, P7D and so on likewise
 * R/P1Y                every year after the event, the first time a year after it
 * --01-31  R/--01-31   every year by 31 January
 * yearly half-yearly quarterly monthly    by the last day of each year, half-year, quarter, month
 * P6M  P1Y6M  P30D     within that period after the event; with - before it, that long before it
 * P10WD  -P15WD        within ten working days after, fifteen working days before the event
 * </pre>
 *
 * <p>Periods are reckoned as the Civil Code does: the day of the event is not counted (article
 * 201); a period of months or years ends on the corresponding day, or on the month's last where it
 * has none, so that six months after 31 August end on 28 or 29 February (article 202); where a
 * period after an event ends on a day off, it ends on the first day worked after it (article 203).
 * Days that are written, and what recurs, stay where they are.
 */
public sealed interface Due {

  /** On one day. */
  record On(LocalDate date) implements Due {}

  /** On a day and again after each period, each reckoned from the first. */
  record Every(LocalDate first, Period period) implements Due {
    public Every {
      mustGoOn(period);
    }
  }

  /** After each period from the event on. */
  record EveryAfterEvent(Period period) implements Due {
    public EveryAfterEvent {
      mustGoOn(period);
    }
  }

  /** Every year by one day of it. */
  record EveryYear(MonthDay by) implements Due {}

  /** By the last day of each part of the calendar year. */
  record EndOfEach(Part part) implements Due {}

  /** A period after the event, or before it where the period is negative. */
  record FromEvent(Period period) implements Due {
    public FromEvent {
      if (period.isZero()) {
        throw new IllegalArgumentException("a period of nothing");
      }
    }
  }

  /** So many working days after the event, or before it where the count is negative. */
  record WorkingDaysFromEvent(int count) implements Due {
    public WorkingDaysFromEvent {
      if (count == 0) {
        throw new IllegalArgumentException("no working day");
      }
    }
  }

  /** A part of the calendar year. */
  enum Part {
    YEAR("yearly", 12),
    HALF_YEAR("half-yearly", 6),
    QUARTER("quarterly", 3),
    MONTH("monthly", 1);

    private final String word;
    private final int months;

    Part(String word, int months) {
      this.word = word;
      this.months = months;
    }

    /** The word of the notation. */
    String word() {
      return word;
    }

    private LocalDate endOn(LocalDate day) {
      int last = (day.getMonthValue() + months - 1) / months * months;
      return YearMonth.of(day.getYear(), last).atEndOfMonth();
    }
  }

  private static void mustGoOn(Period period) {
    if (period.isNegative() || period.isZero()) {
      throw new IllegalArgumentException("recurs after nothing: " + period);
    }
  }

  /** Reads the notation above, letters in either case and in either width. */
  static Parsed<Due> parse(String written) {
    return DueNotation.parse(written);
  }

  /** Whether it has no day before an event has happened, or is planned. */
  default boolean needsEvent() {
    return switch (this) {
      case EveryAfterEvent due -> true;
      case FromEvent due -> true;
      case WorkingDaysFromEvent due -> true;
      case On due -> false;
      case Every due -> false;
      case EveryYear due -> false;
      case EndOfEach due -> false;
    };
  }

  /** Whether it is due again and again. */
  default boolean recurs() {
    return switch (this) {
      case EveryAfterEvent due -> true;
      case Every due -> true;
      case EveryYear due -> true;
      case EndOfEach due -> true;
      case On due -> false;
      case FromEvent due -> false;
      case WorkingDaysFromEvent due -> false;
    };
  }

  /**
   * The first day due on or after {@code from}.
   *
   * @param event the day of the event; empty where it has not happened
   * @return empty where there is no such day, or where the event is needed and has not happened
   */
  default Optional<DueDay> next(LocalDate from, Optional<LocalDate> event, WorkingDays calendar) {
    return days(from, event, calendar).findFirst();
  }

  /** All days due from {@code from} to {@code to}, both included, in order. */
  default List<DueDay> between(
      LocalDate from, LocalDate to, Optional<LocalDate> event, WorkingDays calendar) {
    return days(from, event, calendar).takeWhile(day -> !day.date().isAfter(to)).toList();
  }

  private Stream<DueDay> days(LocalDate from, Optional<LocalDate> event, WorkingDays calendar) {
    return switch (this) {
      case On(LocalDate date) -> once(DueDay.of(date), from);
      case Every(LocalDate first, Period period) -> recurring(first, period, 0, from);
      case EveryAfterEvent(Period period) ->
          event.stream().flatMap(day -> recurring(day, period, 1, from));
      case EveryYear(MonthDay by) -> yearly(by, from);
      case EndOfEach(Part part) ->
          Stream.iterate(part.endOn(from), end -> part.endOn(end.plusDays(1))).map(DueDay::of);
      case FromEvent(Period period) ->
          event.stream().flatMap(day -> once(after(day, period, calendar), from));
      case WorkingDaysFromEvent(int count) ->
          event.stream().flatMap(day -> once(worked(day, count, calendar), from));
    };
  }

  private static Stream<DueDay> once(DueDay day, LocalDate from) {
    return day.date().isBefore(from) ? Stream.empty() : Stream.of(day);
  }

  /** The days {@code anchor + n × period} for n from {@code least} on, from a day on. */
  private static Stream<DueDay> recurring(
      LocalDate anchor, Period period, int least, LocalDate from) {
    long longest = period.getYears() * 366L + period.getMonths() * 31L + period.getDays();
    int skipped = (int) Math.max(least, ChronoUnit.DAYS.between(anchor, from) / longest);
    return Stream.iterate(skipped, n -> n + 1)
        .map(n -> anchor.plus(period.multipliedBy(n)))
        .dropWhile(day -> day.isBefore(from))
        .map(DueDay::of);
  }

  private static Stream<DueDay> yearly(MonthDay by, LocalDate from) {
    return Stream.iterate(from.getYear(), year -> year + 1)
        .map(by::atYear)
        .dropWhile(day -> day.isBefore(from))
        .map(DueDay::of);
  }

  private static DueDay after(LocalDate event, Period period, WorkingDays calendar) {
    LocalDate last = event.plus(period);
    if (last.isBefore(event)) {
      return DueDay.of(last);
    }
    WorkingDays.Reckoned worked = calendar.onOrAfter(last);
    return new DueDay(worked.date(), last, worked.unknownYears());
  }

  private static DueDay worked(LocalDate event, int count, WorkingDays calendar) {
    WorkingDays.Reckoned reckoned = calendar.plus(event, count);
    return new DueDay(reckoned.date(), reckoned.date(), reckoned.unknownYears());
  }
}
