package jingtu.server.plan;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** How many SQL statements a piece of work sends, as Spring's log of them tells. */
final class Statements {

  private Statements() {}

  static int countOf(Runnable work) {
    Logger log = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
    Level before = log.getLevel();
    ListAppender<ILoggingEvent> heard = new ListAppender<>();
    heard.start();
    log.addAppender(heard);
    log.setAdditive(false);
    log.setLevel(Level.DEBUG);
    try {
      work.run();
    } finally {
      log.setLevel(before);
      log.setAdditive(true);
      log.detachAppender(heard);
    }
    return (int)
        heard.list.stream()
            .filter(event -> event.getMessage().startsWith("Executing prepared SQL statement"))
            .count();
  }
}
