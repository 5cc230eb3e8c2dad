package jingtu.server.scope;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes the ids of what is stored: UUIDs of version 7 (RFC 9562), which sort by their time. */
@Component
public class Identifiers {

  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private final SecureRandom random = new SecureRandom();
  private final Clock clock;

  public Identifiers(Clock clock) {
    this.clock = clock;
  }

  /** An id that no other call returns: 48 bits of milliseconds, then 74 random bits. */
  public UUID next() {
    long high = (clock.millis() << 16) | VERSION_7 | random.nextInt(0x1000);
    long low = VARIANT | (random.nextLong() >>> 2);
    return new UUID(high, low);
  }
}
