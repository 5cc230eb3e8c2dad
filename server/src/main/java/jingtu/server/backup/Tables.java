package jingtu.server.backup;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables of a database's current schema, found by asking the database. */
final class Tables {

  /** PostGIS keeps its coordinate systems there; it comes with the extension, not with a backup. */
  private static final Set<String> NOT_OURS = Set.of("spatial_ref_sys");

  private Tables() {}

  /** A foreign key, or one column of it. */
  private record Reference(String table, String to, String fromColumn, String toColumn) {}

  /**
   * All tables that hold what people entered, each after those that it refers to.
   *
   * @throws CircularReferences where two tables refer to each other
   */
  static List<Table> in(JdbcTemplate database) {
    return Objects.requireNonNull(database.execute((Connection connection) -> in(connection)));
  }

  /** The names of all tables that hold what people entered, in the order of the alphabet. */
  static Set<String> names(JdbcTemplate database) {
    return Objects.requireNonNull(database.execute((Connection connection) -> names(connection)));
  }

  private static List<Table> in(Connection connection) throws SQLException {
    Set<String> names = names(connection);
    Map<String, List<Table.Column>> columns = columns(connection, names);
    Map<String, Table> tables = new TreeMap<>();
    List<Reference> references = new ArrayList<>();
    for (String name : names) {
      List<Reference> own = references(connection, name);
      references.addAll(own);
      tables.put(
          name,
          new Table(
              name, columns.getOrDefault(name, List.of()), key(connection, name), upward(own)));
    }
    return inOrder(tables, references);
  }

  private static Set<String> names(Connection connection) throws SQLException {
    Set<String> names = new TreeSet<>();
    DatabaseMetaData data = connection.getMetaData();
    String[] tables = {"TABLE", "BASE TABLE"};
    try (ResultSet row = data.getTables(null, connection.getSchema(), "%", tables)) {
      while (row.next()) {
        names.add(row.getString("TABLE_NAME"));
      }
    }
    names.removeAll(NOT_OURS);
    names.removeIf(SchemaVersions::isHistory);
    return names;
  }

  private static Map<String, List<Table.Column>> columns(Connection connection, Set<String> names)
      throws SQLException {
    Map<String, List<Table.Column>> columns = new LinkedHashMap<>();
    DatabaseMetaData data = connection.getMetaData();
    try (ResultSet row = data.getColumns(null, connection.getSchema(), "%", "%")) {
      while (row.next()) {
        String table = row.getString("TABLE_NAME");
        if (names.contains(table)) {
          ColumnKind kind = ColumnKind.of(row.getString("TYPE_NAME"));
          columns
              .computeIfAbsent(table, first -> new ArrayList<>())
              .add(new Table.Column(row.getString("COLUMN_NAME"), kind));
        }
      }
    }
    return columns;
  }

  private static List<String> key(Connection connection, String table) throws SQLException {
    Map<Short, String> key = new TreeMap<>();
    DatabaseMetaData data = connection.getMetaData();
    try (ResultSet row = data.getPrimaryKeys(null, connection.getSchema(), table)) {
      while (row.next()) {
        key.put(row.getShort("KEY_SEQ"), row.getString("COLUMN_NAME"));
      }
    }
    return List.copyOf(key.values());
  }

  private static List<Reference> references(Connection connection, String table)
      throws SQLException {
    List<Reference> references = new ArrayList<>();
    DatabaseMetaData data = connection.getMetaData();
    try (ResultSet row = data.getImportedKeys(null, connection.getSchema(), table)) {
      while (row.next()) {
        references.add(
            new Reference(
                table,
                row.getString("PKTABLE_NAME"),
                row.getString("FKCOLUMN_NAME"),
                row.getString("PKCOLUMN_NAME")));
      }
    }
    return references;
  }

  private static Optional<Table.Upward> upward(List<Reference> references) {
    return references.stream()
        .filter(reference -> reference.to().equals(reference.table()))
        .map(reference -> new Table.Upward(reference.fromColumn(), reference.toColumn()))
        .findFirst();
  }

  private static List<Table> inOrder(Map<String, Table> tables, List<Reference> references) {
    Map<String, Set<String>> before =
        references.stream()
            .filter(reference -> !reference.to().equals(reference.table()))
            .collect(
                Collectors.groupingBy(
                    Reference::table, Collectors.mapping(Reference::to, Collectors.toSet())));
    Map<String, Table> ordered = new LinkedHashMap<>();
    while (ordered.size() < tables.size()) {
      List<String> next =
          tables.keySet().stream()
              .filter(name -> !ordered.containsKey(name))
              .filter(name -> ordered.keySet().containsAll(before.getOrDefault(name, Set.of())))
              .toList();
      if (next.isEmpty()) {
        throw new CircularReferences(tables.keySet(), ordered.keySet());
      }
      next.forEach(name -> ordered.put(name, tables.get(name)));
    }
    return List.copyOf(ordered.values());
  }

  /** Tables that cannot be filled one after the other. */
  static final class CircularReferences extends RuntimeException {
    CircularReferences(Set<String> all, Set<String> ordered) {
      super(
          "these tables refer to each other in a circle: "
              + all.stream().filter(name -> !ordered.contains(name)).toList());
    }
  }
}
