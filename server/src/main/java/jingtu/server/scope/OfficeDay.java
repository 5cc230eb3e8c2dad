package jingtu.server.scope;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day that it is in the offices, all of which keep the time of Shanghai. */
public final class OfficeDay {

  /** The name of their zone, where an annotation asks for one. */
  public static final String ZONE_NAME = "Asia/Shanghai";

  public static final ZoneId ZONE = ZoneId.of(ZONE_NAME);

  private OfficeDay() {}

  /** The day in which a moment lies. */
  public static LocalDate of(Instant moment) {
    return LocalDate.ofInstant(moment, ZONE);
  }

  /** The day that it is now. */
  public static LocalDate today(Clock clock) {
    return of(clock.instant());
  }
}
