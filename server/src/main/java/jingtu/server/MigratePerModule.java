package jingtu.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import javax.sql.DataSource;
import jingtu.server.backup.RestoreBackup;
import jingtu.server.backup.SchemaVersions;
import jingtu.server.register.RegisterTables;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
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
class MigratePerModule implements FlywayMigrationStrategy, RestoreBackup.Migrations {

  private static final String COMMON = "db/migration/common/";

  /** A version may be one of the other database alone. */
  private static final String OR_THE_ONE_BEFORE = "?";

  @Override
  public void migrate(Flyway flyway) {
    Configuration base = flyway.getConfiguration();
    modules().forEach(module -> of(module, base).load().migrate());
  }

  @Override
  public void all(DataSource database) {
    migrate(Flyway.configure().dataSource(database).load());
  }

  @Override
  public void upTo(DataSource database, Map<String, String> versions) {
    Configuration base = Flyway.configure().dataSource(database);
    versions.forEach(
        (module, version) -> of(module, base).target(version + OR_THE_ONE_BEFORE).load().migrate());
  }

  @Override
  public void atRunTime(
      DataSource database,
      Function<String, List<Map<String, Object>>> rows,
      Function<String, List<String>> columns) {
    RegisterTables.make(database, rows.apply(RegisterTables.KNOWN_BY), columns);
  }

  @Override
  public SortedMap<String, String> latest(DataSource database) {
    Configuration base = Flyway.configure().dataSource(database);
    SortedMap<String, String> latest = new TreeMap<>();
    for (String module : modules()) {
      MigrationInfo[] scripts = of(module, base).load().info().all();
      latest.put(module, scripts[scripts.length - 1].getVersion().getVersion());
    }
    return latest;
  }

  private static FluentConfiguration of(String module, Configuration base) {
    String vendor = vendorOf(base.getDataSource());
    return Flyway.configure(base.getClassLoader())
        .configuration(base)
        .locations(
            "classpath:" + COMMON + module, "classpath:db/migration/" + vendor + "/" + module)
        .failOnMissingLocations(false)
        .table(SchemaVersions.historyOf(module))
        .baselineOnMigrate(true)
        .baselineVersion("0");
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
