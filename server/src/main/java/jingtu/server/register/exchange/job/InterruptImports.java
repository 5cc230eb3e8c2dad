package jingtu.server.register.exchange.job;

import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Says at each start which imports the server's end has interrupted. Nothing of them was stored: a
 * run is one transaction. A second server on the same database interrupts the first one's, too.
 */
@Component
class InterruptImports {

  private final ImportJobs jobs;

  InterruptImports(ImportJobs jobs) {
    this.jobs = jobs;
  }

  @EventListener(ApplicationStartedEvent.class)
  void interrupt() {
    jobs.interrupt();
  }
}
