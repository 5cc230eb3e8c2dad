package jingtu.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Brings the tables of each module up to date: scripts of its own in {@code
 * db/migration/common/<module>} and {@code db/migration/<h2|postgresql>/<module>}, which share one
 * sequence of versions, and a history table of its own. No script of one module touches another's
 * tables, so the order of modules does not matter.
 */
@Component
class MigratePerModule implements FlywayMigrationStrategy {

  private static final String COMMON = "db/migration/common/";

  @Override
  public void migrate(Flyway flyway) {
    Configuration base = flyway.getConfiguration();
    String vendor = vendorOf(base.getDataSource());
    for (String module : modules()) {
      Flyway.configure(base.getClassLoader())
          .configuration(base)
          .locations(
              "classpath:" + COMMON + module, "classpath:db/migration/" + vendor + "/" + module)
          .failOnMissingLocations(false)
          .table("flyway_schema_history_" + module)
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .load()
          .migrate();
    }
  }

  /** The modules that have scripts, found by the scripts themselves. */
  private static SortedSet<String> modules() {
    SortedSet<String> modules = new TreeSet<>();
    try {
      for (Resource script :
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:" + COMMON + "*/V*.sql")) {
        String[] path = script.getURL().getPath().split("/", -1);
        modules.add(path[path.length - 2]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the migrations", e);
    }
    return modules;
  }

  private static String vendorOf(DataSource dataSource) {
    try {
      String product =
          JdbcUtils.extractDatabaseMetaData(
              dataSource, database -> database.getDatabaseProductName());
      return "H2".equals(product) ? "h2" : "postgresql";
    } catch (MetaDataAccessException e) {
      throw new IllegalStateException("cannot ask the database what it is", e);
    }
  }
}
