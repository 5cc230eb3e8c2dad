package jingtu.server.register.lifecycle;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day that it is in the offices, all of which keep the time of Shanghai. */
final class OfficeDay {

  static final String ZONE = "Asia/Shanghai";

  private OfficeDay() {}

  static LocalDate of(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneId.of(ZONE));
  }

  static LocalDate today(Clock clock) {
    return of(clock.instant());
  }
}
