package jingtu.server.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of accounts. */
@Repository
class AccountRows {

  private static final String SELECT =
      """
      select a.id, a.username, a.display_name, a.role, a.organisation_id, a.region_code, a.disabled,
             a.password, a.epoch, f.locked_until
      from account a left join sign_in_failure f on f.username = a.username
      """;

  private final JdbcClient jdbc;

  AccountRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An account with what only this module knows of it.
   *
   * @param password as the encoder wrote it; empty before one was chosen
   * @param epoch the sessions opened at another epoch are over
   */
  record Row(Account account, String password, int epoch) {}

  Optional<Row> find(UUID id) {
    return jdbc.sql(SELECT + " where a.id = :id")
        .param("id", id)
        .query(AccountRows::row)
        .optional();
  }

  Optional<Row> find(String username) {
    return jdbc.sql(SELECT + " where a.username = :username")
        .param("username", username)
        .query(AccountRows::row)
        .optional();
  }

  List<Row> all() {
    return jdbc.sql(SELECT + " order by a.username").query(AccountRows::row).list();
  }

  void insert(Account account) {
    jdbc.sql(
            """
            insert into account
              (id, username, display_name, role, organisation_id, region_code, password, disabled, epoch)
            values (:id, :username, :displayName, :role, :organisation, :region, '', false, 0)
            """)
        .param("id", account.id())
        .param("username", account.username())
        .param("displayName", account.displayName())
        .param("role", account.role().name())
        .param("organisation", account.organisation().orElse(null))
        .param("region", account.region().map(RegionCode::digits).orElse(""))
        .update();
  }

  /** Sets the encoded password and ends the account's sessions. */
  void setPassword(UUID id, String encoded) {
    jdbc.sql("update account set password = :password, epoch = epoch + 1 where id = :id")
        .param("password", encoded)
        .param("id", id)
        .update();
  }

  /** Disables or enables, and ends the account's sessions. */
  void setDisabled(UUID id, boolean disabled) {
    jdbc.sql("update account set disabled = :disabled, epoch = epoch + 1 where id = :id")
        .param("disabled", disabled)
        .param("id", id)
        .update();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    Account account =
        new Account(
            row.getObject("id", UUID.class),
            row.getString("username"),
            row.getString("display_name"),
            Role.valueOf(row.getString("role")),
            Optional.ofNullable(row.getObject("organisation_id", UUID.class)),
            Optional.of(row.getString("region_code"))
                .filter(code -> !code.isEmpty())
                .map(RegionCode::new),
            row.getBoolean("disabled"),
            lockedUntil(row));
    return new Row(account, row.getString("password"), row.getInt("epoch"));
  }

  private static Optional<Instant> lockedUntil(ResultSet row) throws SQLException {
    return Optional.ofNullable(row.getObject("locked_until", OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
