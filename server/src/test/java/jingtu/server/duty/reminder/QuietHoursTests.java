package jingtu.server.duty.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import jingtu.server.scope.OfficeDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When nothing goes out, and for which days a digest speaks. */
class QuietHoursTests {

  private static final QuietHours OFFICE =
      new QuietHours(LocalTime.of(18, 0), LocalTime.of(8, 30), true);

  /** 2026-04-30 is a Thursday, followed by five days off; 05-09 is a Saturday that is worked. */
  @ParameterizedTest(name = "{0} {1} waits until {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          18:00-08:30 | 2026-04-30T08:29 | 2026-04-30T08:30
          18:00-08:30 | 2026-04-30T08:30 | 2026-04-30T08:30
          18:00-08:30 | 2026-04-30T17:59 | 2026-04-30T17:59
          18:00-08:30 | 2026-04-30T18:00 | 2026-05-06T08:30
          18:00-08:30 | 2026-05-03T12:00 | 2026-05-06T08:30
          18:00-08:30 | 2026-05-08T20:00 | 2026-05-09T08:30
          18:00-08:30 | 2026-05-09T10:00 | 2026-05-09T10:00
          12:00-14:00 | 2026-04-30T12:00 | 2026-04-30T14:00
          12:00-14:00 | 2026-05-05T13:00 | 2026-05-06T00:00
          00:00-00:00 | 2026-04-30T23:00 | 2026-04-30T23:00
          00:00-00:00 | 2026-05-01T23:00 | 2026-05-06T00:00
          """)
  void whatComesInQuietHoursWaitsForTheirEnd(String hours, String moment, String end) {
    String[] parts = hours.split("-", 2);
    QuietHours quiet = new QuietHours(LocalTime.parse(parts[0]), LocalTime.parse(parts[1]), true);

    assertThat(quiet.endAfter(at(moment))).isEqualTo(at(end));
    assertThat(quiet.cover(at(moment))).isEqualTo(!moment.equals(end));
  }

  @Test
  void daysOffAreOpenWhereThatIsSaid() {
    QuietHours everyDay = new QuietHours(LocalTime.of(18, 0), LocalTime.of(8, 30), false);

    assertThat(everyDay.endAfter(at("2026-05-01T07:00"))).isEqualTo(at("2026-05-01T08:30"));
    assertThat(everyDay.cover(at("2026-05-02T09:00"))).isFalse();
  }

  @Test
  void aDigestSpeaksForTheDaysOffThatFollow() {
    Window window = window("2026-04-30", "2026-04-29");

    assertThat(window.announces(LocalDate.of(2026, 5, 6), List.of(3))).isTrue();
    assertThat(window.announces(LocalDate.of(2026, 5, 9), List.of(3))).isFalse();
    assertThat(window.announces(LocalDate.of(2026, 4, 30), List.of(0))).isTrue();
  }

  @Test
  void aDayOnWhichTheProgramDidNotRunIsMadeUpFor() {
    Window window = window("2026-04-23", "2026-04-20");

    assertThat(window.announces(LocalDate.of(2026, 4, 28), List.of(7)))
        .as("4月21日, when it should have been said")
        .isTrue();
    assertThat(window.announces(LocalDate.of(2026, 4, 22), List.of(1)))
        .as("its day has passed")
        .isFalse();
    assertThat(window.asksFor(LocalDate.of(2026, 4, 20), 7, 30)).isTrue();
    assertThat(window.asksFor(LocalDate.of(2026, 4, 19), 7, 30))
        .as("said on 4月20日 already")
        .isFalse();
  }

  @Test
  void whatIsOverdueIsAskedForAWhile() {
    LocalDate due = LocalDate.of(2026, 6, 1);

    assertThat(
            due.datesUntil(due.plusDays(60))
                .filter(
                    day -> window(day.toString(), day.minusDays(1).toString()).asksFor(due, 7, 30)))
        .containsExactly(
            LocalDate.of(2026, 6, 2),
            LocalDate.of(2026, 6, 9),
            LocalDate.of(2026, 6, 16),
            LocalDate.of(2026, 6, 23),
            LocalDate.of(2026, 6, 30));
  }

  private static Window window(String today, String last) {
    return Window.of(LocalDate.parse(today), Optional.of(LocalDate.parse(last)), OFFICE);
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(OfficeDay.ZONE).toInstant();
  }
}
