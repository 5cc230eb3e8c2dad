package jingtu.server.register.exchange.job;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** The imports that this server is at work on: how far each is, and whether it is to stop. */
@Component
class RunningImports implements DisposableBean {

  /** Files read at the same time; the others wait, so that memory has a bound. */
  private static final int AT_ONCE = 2;

  private static final Logger LOG = LoggerFactory.getLogger(RunningImports.class);

  private final Map<UUID, Work> running = new ConcurrentHashMap<>();
  private final Semaphore places = new Semaphore(AT_ONCE);

  /** One check or run, told of from the thread that does it and asked from others. */
  static final class Work {
    private final AtomicInteger checked = new AtomicInteger();
    private final AtomicInteger written = new AtomicInteger();
    private volatile double share;
    private volatile boolean cancelled;

    /** Notes which share of the file has been read. */
    void read(double part) {
      share = part;
    }

    void rowChecked() {
      goOn();
      checked.incrementAndGet();
    }

    void rowsWritten(int rows) {
      goOn();
      written.addAndGet(rows);
    }

    /**
     * Goes on, unless somebody stopped the work.
     *
     * @throws Stopped where it is to stop; whatever transaction there is comes to nothing
     */
    void goOn() {
      if (cancelled) {
        throw new Stopped();
      }
    }

    Progress progress() {
      return new Progress(share, checked.get(), written.get());
    }
  }

  /** How far one is: the share of its file that was read, rows checked and rows written. */
  record Progress(double share, int checked, int written) {}

  /** Ends a work that somebody stopped. */
  static final class Stopped extends RuntimeException {
    Stopped() {
      super("stopped", null, false, false);
    }
  }

  /**
   * Begins a work in the background.
   *
   * @param failed what is done where it ends in a defect of the program
   */
  void start(UUID id, Consumer<Work> task, Runnable failed) {
    Work work = new Work();
    running.put(id, work);
    Thread.ofVirtual()
        .name("import-" + id)
        .start(
            () -> {
              places.acquireUninterruptibly();
              try {
                task.accept(work);
              } catch (RuntimeException defect) {
                LOG.error("import {} failed", id, defect);
                failed.run();
              } finally {
                places.release();
                running.remove(id, work);
              }
            });
  }

  /** Does a work in the thread of whoever asks, who waits for it. */
  void now(UUID id, Consumer<Work> task) {
    Work work = new Work();
    running.put(id, work);
    try {
      task.accept(work);
    } finally {
      running.remove(id, work);
    }
  }

  Optional<Progress> progress(UUID id) {
    return Optional.ofNullable(running.get(id)).map(Work::progress);
  }

  /** Asks a work to stop at its next row; false where there is none. */
  boolean cancel(UUID id) {
    Work work = running.get(id);
    if (work != null) {
      work.cancelled = true;
    }
    return work != null;
  }

  /** Stops all; they are found interrupted at the next start, or stopped where there is time. */
  @Override
  public void destroy() {
    running.values().forEach(work -> work.cancelled = true);
  }
}
