package jingtu.server.edge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Refusals by network address, in memory: an address with thirty of them within fifteen minutes has
 * to wait, whatever it tried. A whole office may share an address, so it is more than one person
 * needs. Each door that is guessed at has its own.
 */
public final class AddressThrottle {

  public static final int ALLOWED = 30;
  public static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int ADDRESSES = 10_000;

  private final Clock clock;

  /** The address longest unheard of comes first, and goes first. */
  private final Map<String, Deque<Instant>> refusals = new LinkedHashMap<>(16, 0.75f, true);

  public AddressThrottle(Clock clock) {
    this.clock = clock;
  }

  /** Whether the address has been refused too often of late. */
  public synchronized boolean mustWait(String address) {
    Deque<Instant> recent = refusals.get(address);
    if (recent == null) {
      return false;
    }
    Instant old = clock.instant().minus(WINDOW);
    while (!recent.isEmpty() && recent.peekFirst().isBefore(old)) {
      recent.removeFirst();
    }
    return recent.size() >= ALLOWED;
  }

  /** Counts a refusal. */
  public synchronized void count(String address) {
    refusals.computeIfAbsent(address, a -> new ArrayDeque<>()).addLast(clock.instant());
    if (refusals.size() > ADDRESSES) {
      refusals.remove(refusals.keySet().iterator().next());
    }
  }
}
