package jingtu.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Closes the embedded database with {@code SHUTDOWN COMPACT} when the server stops in order, which
 * gives back the space of removed rows. PostgreSQL looks after itself.
 */
@Component
class CompactOnStop implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(CompactOnStop.class);

  private final DataSource dataSource;

  CompactOnStop(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public void destroy() {
    try (Connection connection = dataSource.getConnection()) {
      if (connection.getMetaData().getURL().startsWith("jdbc:h2:file:")) {
        try (Statement statement = connection.createStatement()) {
          statement.execute("shutdown compact");
        }
      }
    } catch (SQLException e) {
      LOG.warn("the database was not compacted; nothing is lost", e);
    }
  }
}
