package jingtu.server.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidityTests {

  @ParameterizedTest(name = "{0}/{1} on {2} is {3}")
  @CsvSource({
    "2026-01-01,2026-12-31,2025-12-31,NOT_YET",
    "2026-01-01,2026-12-31,2026-01-01,IN_FORCE",
    "2026-01-01,2026-12-31,2026-12-31,IN_FORCE",
    "2026-01-01,2026-12-31,2027-01-01,OVER",
    "2026-01-01,,2099-01-01,IN_FORCE",
    ",2026-12-31,2000-01-01,IN_FORCE",
    ",2026-12-31,2027-01-01,OVER",
    ",,2026-01-01,UNSTATED",
  })
  void bothDaysBelongToIt(LocalDate from, LocalDate to, LocalDate day, Validity.Standing standing) {
    assertThat(new Validity(Optional.ofNullable(from), Optional.ofNullable(to)).on(day))
        .isEqualTo(standing);
  }

  @Test
  void doesNotEndBeforeItBegins() {
    LocalDate day = LocalDate.of(2026, 1, 1);

    assertThatThrownBy(() -> new Validity(Optional.of(day), Optional.of(day.minusDays(1))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
