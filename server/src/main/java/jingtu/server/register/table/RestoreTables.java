package jingtu.server.register.table;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import javax.sql.DataSource;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.Field;
import org.jooq.SQLDialect;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Makes typed tables from what is known of their fields, retired ones included, without any
 * definition: one that this program no longer understands has lost nothing either.
 */
public final class RestoreTables {

  private RestoreTables() {}

  /**
   * Makes the tables that are not there.
   *
   * @param fields rows of {@code register_field}, each by the names of its columns
   * @param order the columns of a table as they stood; a column that is not among them comes last
   */
  public static void make(
      DataSource database, List<Map<String, Object>> fields, Function<String, List<String>> order) {
    boolean postgres = TypedTables.dialectOf(database) == SQLDialect.POSTGRES;
    JdbcTemplate jdbc = new JdbcTemplate(database);
    fields.stream()
        .collect(groupingBy(row -> text(row, "register"), TreeMap::new, toList()))
        .forEach(
            (register, own) -> {
              String table = new RegisterId(register).table();
              jdbc.execute(TableAlignment.create(table, postgres));
              inOrder(columns(own, postgres), order.apply(table))
                  .forEach(
                      (column, kind) ->
                          jdbc.execute(
                              "alter table \"%s\" add column if not exists \"%s\" %s"
                                  .formatted(table, column, kind)));
            });
  }

  /** What each column is, by its name. */
  private static Map<String, String> columns(List<Map<String, Object>> fields, boolean postgres) {
    Map<String, String> columns = new TreeMap<>();
    for (Map<String, Object> row : fields) {
      String field = text(row, "field");
      if (field.equals(TableAlignment.GEOMETRY)) {
        columns.put("geom", TableAlignment.GEOMETRY_KIND);
      } else if (Field.isId(field)) {
        FieldColumns.known(field, text(row, "type"))
            .forEach(column -> columns.put(column.name(), column.kind().sql(postgres)));
      } else {
        throw new IllegalArgumentException("not the id of a field: " + field);
      }
    }
    return columns;
  }

  private static Map<String, String> inOrder(Map<String, String> columns, List<String> order) {
    Map<String, String> ordered = new LinkedHashMap<>();
    order.forEach(
        column -> {
          String kind = columns.get(column);
          if (kind != null) {
            ordered.put(column, kind);
          }
        });
    columns.forEach(ordered::putIfAbsent);
    return ordered;
  }

  private static String text(Map<String, Object> row, String column) {
    return String.valueOf(row.get(column));
  }
}
