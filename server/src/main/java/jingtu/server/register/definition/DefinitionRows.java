package jingtu.server.register.definition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import jingtu.server.register.RegisterId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The stored versions of definitions. No scope: a definition is read by everybody who is signed in,
 * and who may apply one is decided by {@link DefineRegister}.
 */
@Repository
class DefinitionRows {

  private static final String COLUMNS =
      "register, version, content, origin, file_name, applied_by_name, applied_at";

  private final JdbcClient jdbc;

  DefinitionRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The highest version of each register. */
  List<StoredDefinition> current() {
    return jdbc.sql(
            """
            select %s from register_definition d
            where version = (select max(version) from register_definition m
                             where m.register = d.register)
            order by register
            """
                .formatted(COLUMNS))
        .query((row, n) -> stored(row))
        .list();
  }

  /** How many versions there are of all registers together; grows whenever one is applied. */
  int count() {
    return jdbc.sql("select count(*) from register_definition").query(Integer.class).single();
  }

  Optional<StoredDefinition> find(RegisterId register, int version) {
    return jdbc.sql(
            "select %s from register_definition where register = :register and version = :version"
                .formatted(COLUMNS))
        .param("register", register.value())
        .param("version", version)
        .query((row, n) -> stored(row))
        .optional();
  }

  /** All versions of a register, the first first. */
  List<StoredDefinition> versions(RegisterId register) {
    return jdbc.sql(
            "select %s from register_definition where register = :register order by version"
                .formatted(COLUMNS))
        .param("register", register.value())
        .query((row, n) -> stored(row))
        .list();
  }

  void add(StoredDefinition stored) {
    jdbc.sql(
            """
            insert into register_definition
              (register, version, content, origin, file_name, applied_by_name, applied_at)
            values (:register, :version, :content, :origin, :file, :by, :at)
            """)
        .param("register", stored.register().value())
        .param("version", stored.version())
        .param("content", stored.text())
        .param("origin", stored.origin().name())
        .param("file", stored.fileName())
        .param("by", stored.appliedBy())
        .param("at", OffsetDateTime.ofInstant(stored.appliedAt(), ZoneOffset.UTC))
        .update();
  }

  private static StoredDefinition stored(ResultSet row) throws SQLException {
    return new StoredDefinition(
        new RegisterId(row.getString("register")),
        row.getInt("version"),
        row.getString("content"),
        Origin.valueOf(row.getString("origin")),
        row.getString("file_name"),
        row.getString("applied_by_name"),
        row.getObject("applied_at", OffsetDateTime.class).toInstant());
  }
}
