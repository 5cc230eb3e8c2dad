package jingtu.server.plan.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Which day it is for those who carry the plans out. */
@Component
public class OfficeDay {

  private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

  private final Clock clock;

  OfficeDay(Clock clock) {
    this.clock = clock;
  }

  public LocalDate get() {
    return LocalDate.ofInstant(clock.instant(), OFFICE);
  }
}
