package jingtu.server.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What notations mean in a calendar: each line of the list that was agreed on. */
class WhenTests {

  private static final LocalDate FROM = LocalDate.of(2026, 3, 18);
  private static final LocalDate TO = LocalDate.of(2028, 12, 31);

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/plan/occurrences.csv",
      delimiter = '|',
      emptyValue = "",
      nullValues = "-")
  void meansTheseDays(String notation, String days, String assumed) {
    When when = When.of(notation);

    assertThat(told(when)).isEqualTo(days == null ? "" : days);
    assertThat(when instanceof When.Recurring every && every.assumed())
        .isEqualTo("yes".equals(assumed));
  }

  private static String told(When when) {
    return switch (when) {
      case When.Due(LocalDate day) -> day.isAfter(TO) ? "" : day.toString();
      case When.OpenStart(LocalDate from) -> "from " + from;
      case When.Recurring every ->
          every.between(FROM, TO).stream()
              .map(LocalDate::toString)
              .collect(Collectors.joining(" "));
      case When.Often often -> "often";
      case When.Incomplete incomplete -> "incomplete";
      case When.Unknown unknown -> "unknown";
    };
  }
}
