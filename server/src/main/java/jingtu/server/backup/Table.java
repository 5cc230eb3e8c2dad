package jingtu.server.backup;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One table as the database describes it.
 *
 * @param columns in the order of their definition
 * @param key the names of the primary key's columns; rows are read in its order, so that the same
 *     content gives the same bytes
 * @param upward the reference of rows to others of the same table, such as a region's to the one
 *     above it
 */
record Table(String name, List<Column> columns, List<String> key, Optional<Upward> upward) {

  /** A column and how its values travel. */
  record Column(String name, ColumnKind kind) {}

  /** The column that names another row of the table, and the column by which it is named. */
  record Upward(String from, String to) {}

  Table {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
  }

  /** The same table with these of its columns, in this order. */
  Table inOrder(List<String> names) {
    Map<String, Column> byName = columns.stream().collect(Collectors.toMap(Column::name, it -> it));
    List<Column> ordered =
        names.stream()
            .map(
                column ->
                    Optional.ofNullable(byName.get(column))
                        .orElseThrow(() -> new UnknownColumn(name, column)))
            .toList();
    return new Table(name, ordered, key, upward);
  }

  List<String> columnNames() {
    return columns.stream().map(Column::name).toList();
  }

  String select() {
    String asked =
        columns.stream()
            .map(column -> column.kind().asked(quoted(column.name())))
            .collect(Collectors.joining(", "));
    return "select %s from %s order by %s".formatted(asked, quoted(name), quoted(key));
  }

  String insert() {
    String blanks =
        columns.stream().map(column -> column.kind().blank()).collect(Collectors.joining(", "));
    return "insert into %s (%s) values (%s)".formatted(quoted(name), quoted(columnNames()), blanks);
  }

  /** Sets the blanks of {@link #insert}. */
  void bind(PreparedStatement insert, @Nullable Object[] row) throws SQLException {
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).kind().bind(insert, i + 1, row[i]);
    }
  }

  String delete() {
    return "delete from " + quoted(name);
  }

  String count() {
    return "select count(*) from " + quoted(name);
  }

  private static String quoted(List<String> names) {
    return names.stream().map(Table::quoted).collect(Collectors.joining(", "));
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A column that an archive has and the table has not, though both are of one version. */
  static final class UnknownColumn extends RuntimeException {
    UnknownColumn(String table, String column) {
      super("table " + table + " has no column " + column);
    }
  }
}
