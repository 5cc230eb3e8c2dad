package jingtu.server.duty.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import jingtu.server.duty.round.RoundCalendar.Days;
import jingtu.server.duty.round.RoundCalendar.Told;
import jingtu.server.duty.round.sheet.PeriodNames;
import jingtu.vocabulary.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Periods of the calendar, their names, and the days on which their round-ups open and are due. */
class ReportingPeriodTests {

  @ParameterizedTest
  @CsvSource({
    "2026-02-28, 1, 2026-02-01, 2026-02-28, 2026-01-01, 2026年2月",
    "2026-08-15, 3, 2026-07-01, 2026-09-30, 2026-04-01, 2026年第3季度",
    "2026-06-30, 6, 2026-01-01, 2026-06-30, 2025-07-01, 2026年上半年",
    "2026-07-01, 6, 2026-07-01, 2026-12-31, 2026-01-01, 2026年下半年",
    "2024-02-29, 12, 2024-01-01, 2024-12-31, 2023-01-01, 2024年度",
  })
  void aDayLiesInItsPeriod(
      LocalDate day, int months, LocalDate first, LocalDate last, LocalDate before, String name) {
    ReportingPeriod period = ReportingPeriod.containing(day, months);

    assertThat(period.first()).isEqualTo(first);
    assertThat(period.last()).isEqualTo(last);
    assertThat(period.previous().first()).isEqualTo(before);
    assertThat(PeriodNames.of(period, Language.ZH)).isEqualTo(name);
  }

  @Test
  void noPeriodBeginsElsewhere() {
    assertThatThrownBy(() -> new ReportingPeriod(LocalDate.of(2026, 2, 1), 3))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ReportingPeriod(LocalDate.of(2026, 1, 1), 5))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The 5th of October 2026 is a holiday up to the 7th (国办发明电〔2025〕7号). */
  @Test
  void aDayOffMovesTheDayOnWhichItIsDue() {
    Days days = Days.usual(1, 25, 5);
    ReportingPeriod september = ReportingPeriod.containing(LocalDate.of(2026, 9, 1), 1);

    assertThat(days.opening(september)).isEqualTo(LocalDate.of(2026, 9, 25));
    assertThat(days.due(september)).isEqualTo(LocalDate.of(2026, 10, 8));
  }

  /** As plans print it: 每年12月20日前; 6月25日、12月25日前; 每年1月底前. */
  @ParameterizedTest
  @CsvSource({
    "12, 2026-12-01, -1, 25, 0, 20, 2026-11-25, 2026-12-21",
    "6, 2026-06-01, 0, 10, 0, 25, 2026-06-10, 2026-06-25",
    "12, 2025-12-01, 1, 4, 1, 31, 2026-01-04, 2026-02-02",
    "1, 2027-02-01, 0, 31, 1, 31, 2027-02-28, 2027-03-31",
  })
  void daysAreToldFromTheEndOfThePeriod(
      int months,
      LocalDate in,
      int opensAfter,
      int opens,
      int dueAfter,
      int due,
      LocalDate opening,
      LocalDate end) {
    Days days = new Days(months, new Told(opensAfter, opens), new Told(dueAfter, due));
    ReportingPeriod period = ReportingPeriod.containing(in, months);

    assertThat(days.opening(period)).isEqualTo(opening);
    assertThat(days.due(period)).isEqualTo(end);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 0, 1, 5",
    "1, 0, 25, 1, 32",
    "5, 0, 25, 1, 5",
    "1, 0, 25, 1, -1",
    "1, -1, 25, 1, 5",
    "3, -2, 25, 1, 5",
    "3, 0, 25, 2, 5",
    "3, 0, 25, -1, 5",
    "3, 0, 25, 0, 24",
    "3, 2, 25, 1, 5",
  })
  void impossibleDaysAreRefused(int months, int opensAfter, int opens, int dueAfter, int due) {
    assertThatThrownBy(() -> new Days(months, new Told(opensAfter, opens), new Told(dueAfter, due)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
