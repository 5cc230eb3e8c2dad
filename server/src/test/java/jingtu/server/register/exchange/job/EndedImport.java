package jingtu.server.register.exchange.job;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import jingtu.server.scope.Scope;

/** An import that works no longer. */
public final class EndedImport {

  private static final Duration LOOKS = Duration.ofMillis(5);
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private EndedImport() {}

  /** Waits until what an import is at has come to an end, whichever. */
  public static ImportJob of(Imports imports, Scope scope, UUID id) {
    return await()
        .pollDelay(Duration.ZERO)
        .pollInterval(LOOKS)
        .atMost(LONGEST)
        .until(() -> imports.get(scope, id), job -> !job.step().isWorking());
  }
}
