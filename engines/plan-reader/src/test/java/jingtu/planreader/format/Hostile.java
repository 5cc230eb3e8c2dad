package jingtu.planreader.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import jingtu.planreader.PlanReader;
import jingtu.planreader.ReadOutcome;
import jingtu.planreader.Refused;
import jingtu.vocabulary.Language;

/**
 * Reads files that were made to do harm. What each costs is some ten seconds of computing; a
 * machine that others share may need three times that, and harm would need far more.
 */
final class Hostile {

  private static final Duration MOST = Duration.ofSeconds(30);

  /** Other work on the machine may take most of the clock's time. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private Hostile() {}

  static ReadOutcome read(byte[] content) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    AtomicReference<Duration> used = new AtomicReference<>(Duration.ZERO);
    ReadOutcome outcome =
        assertTimeoutPreemptively(
            PATIENCE,
            () -> {
              ReadOutcome read = PlanReader.read("方案.docx", content);
              used.set(Duration.ofNanos(threads.getCurrentThreadCpuTime()));
              return read;
            });
    assertThat(used.get()).isLessThan(MOST);
    return outcome;
  }

  /** What a person is told about a file that is refused. */
  static String refusal(byte[] content) {
    ReadOutcome outcome = read(content);
    assertThat(outcome).isInstanceOf(Refused.class);
    Refused refused = (Refused) outcome;
    assertThat(refused.finding().say(Language.EN)).isNotEmpty();
    return refused.finding().say(Language.ZH);
  }
}
