package jingtu.server.backup;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which version the tables of each module have, by the histories of their migrations. */
public final class SchemaVersions {

  private static final String HISTORY = "flyway_schema_history_";

  private SchemaVersions() {}

  /** The table in which a module's migrations are written down. */
  public static String historyOf(String module) {
    return HISTORY + module;
  }

  static boolean isHistory(String table) {
    return table.startsWith(HISTORY);
  }

  /** The latest version of each module's tables, by the module's name. */
  static SortedMap<String, String> in(JdbcTemplate database) {
    SortedMap<String, String> versions = new TreeMap<>();
    for (String history : histories(database)) {
      latest(database, history)
          .ifPresent(version -> versions.put(history.substring(HISTORY.length()), version));
    }
    return versions;
  }

  private static List<String> histories(JdbcTemplate database) {
    return database
        .query(
            "select table_name from information_schema.tables where table_schema = current_schema",
            (row, n) -> row.getString("table_name"))
        .stream()
        .filter(SchemaVersions::isHistory)
        .toList();
  }

  private static Optional<String> latest(JdbcTemplate database, String history) {
    return database
        .query(
            "select \"version\" from \"%s\" where \"success\" order by \"installed_rank\" desc"
                .formatted(history),
            (row, n) -> row.getString("version"))
        .stream()
        .findFirst();
  }
}
