package jingtu.server.register.exchange.job;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.UUID;
import jingtu.server.register.RegisterId;
import jingtu.server.scope.Scope;
import jingtu.sheets.HeaderText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What an office last took the columns of its files for, by register and heading. */
@Repository
class ColumnMemory {

  private static final int LONGEST = 200;

  private final JdbcClient jdbc;

  ColumnMemory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private static String office(Scope scope) {
    return scope.organisation().map(UUID::toString).orElse("");
  }

  /** A heading in the form in which it is remembered. */
  static String heading(String written) {
    String comparable = HeaderText.comparable(written);
    return comparable.substring(0, Math.min(LONGEST, comparable.length()));
  }

  /** What was chosen, by heading: a column's id, or an empty text. */
  @Transactional(readOnly = true)
  Map<String, String> list(Scope scope, RegisterId register) {
    return jdbc
        .sql(
            """
            select heading, column_id from register_column_choice
            where office = :office and register = :register
            """)
        .param("office", office(scope))
        .param("register", register.value())
        .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
        .list()
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Remembers what was chosen for a heading. */
  @Transactional
  void keep(Scope scope, RegisterId register, String heading, String column) {
    jdbc.sql(
            """
            merge into register_column_choice as known
            using (values (cast(:office as varchar(36)), cast(:register as varchar(40)),
                           cast(:heading as varchar(200)), cast(:column as varchar(60))))
              as n (office, register, heading, column_id)
            on known.office = n.office and known.register = n.register
              and known.heading = n.heading
            when matched then update set column_id = n.column_id
            when not matched then insert (office, register, heading, column_id)
              values (n.office, n.register, n.heading, n.column_id)
            """)
        .param("office", office(scope))
        .param("register", register.value())
        .param("heading", heading)
        .param("column", column)
        .update();
  }
}
