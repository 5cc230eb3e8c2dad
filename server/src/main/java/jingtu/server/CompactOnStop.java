package jingtu.server;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Closes the embedded database with {@code SHUTDOWN COMPACT} when the server stops in order, which
 * gives back the space of removed rows. PostgreSQL looks after itself. The connection is one of its
 * own: the pool would complain that the database closed one of its connections.
 */
@Component
class CompactOnStop implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(CompactOnStop.class);

  private final HikariDataSource pool;

  CompactOnStop(HikariDataSource pool) {
    this.pool = pool;
  }

  @Override
  public void destroy() {
    if (!pool.getJdbcUrl().startsWith("jdbc:h2:file:")) {
      return;
    }
    try (Connection connection =
            DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
        Statement statement = connection.createStatement()) {
      statement.execute("shutdown compact");
    } catch (SQLException e) {
      LOG.warn("the database was not compacted; nothing is lost", e);
    }
  }
}
