package jingtu.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock that stands until a test turns it on. */
public final class TurnableClock extends Clock {

  private Instant now = Instant.parse("2026-03-02T01:00:00Z");

  public void turn(Duration on) {
    now = now.plus(on);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @TestConfiguration(proxyBeanMethods = false)
  public static class Configuration {
    @Bean
    @Primary
    TurnableClock turnableClock() {
      return new TurnableClock();
    }
  }
}
