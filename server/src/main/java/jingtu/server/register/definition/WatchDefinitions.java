package jingtu.server.register.definition;

import jakarta.annotation.PreDestroy;
import java.io.UncheckedIOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import jingtu.server.register.table.TypedTables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Brings registers up at the start, before anything that stands on them, and looks every two
 * seconds whether a file in the data folder, or another server on the same database, has something
 * new.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class WatchDefinitions implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(WatchDefinitions.class);
  private static final long SECONDS = 2;

  private final DefinitionFolder folder;
  private final Definitions definitions;
  private final TypedTables tables;
  private final ScheduledExecutorService clockwork =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofVirtual().name("register definitions").factory());

  WatchDefinitions(DefinitionFolder folder, Definitions definitions, TypedTables tables) {
    this.folder = folder;
    this.definitions = definitions;
    this.tables = tables;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    definitions.all().forEach(this::align);
    folder.takeShipped();
    look();
    ScheduledFuture<?> _ =
        clockwork.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  /** A register whose table cannot be brought in line does not keep the others from working. */
  private void align(Definition definition) {
    try {
      tables.align(definition);
    } catch (RuntimeException e) {
      LOG.error("could not bring the table of {} in line", definition.id(), e);
    }
  }

  /** Whatever keeps one look from its end, the next one comes: nothing else would ever call it. */
  private void look() {
    try {
      folder.look();
    } catch (DataAccessException | TransactionException | UncheckedIOException e) {
      LOG.warn("could not look for new definitions: {}", e.toString());
    } catch (RuntimeException e) {
      LOG.error("could not look for new definitions", e);
    }
  }

  /** Without an interrupt, which would close the file of the embedded database under its feet. */
  @PreDestroy
  void stop() {
    clockwork.close();
  }
}
