package jingtu.server.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.audit.Audit;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.server.scope.SecretToken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The secret addresses of calendars. Those of a region are kept by its coordinators. */
@Repository
public class CalendarAddresses {

  private final JdbcClient jdbc;
  private final Audit audit;
  private final Identifiers identifiers;
  private final Clock clock;

  CalendarAddresses(JdbcClient jdbc, Audit audit, Identifiers identifiers, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** A new address and its secret, which is told this once. */
  public record Issued(CalendarAddress address, SecretToken token) {}

  /** Makes an address for an organisation, in the account's own region. */
  @Transactional
  public Issued issue(Scope scope, RegionCode region, String organisation) {
    SecretToken token = SecretToken.fresh();
    CalendarAddress address =
        new CalendarAddress(
            identifiers.next(),
            region,
            organisation,
            scope.account(),
            scope.username(),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            Optional.empty());
    jdbc.sql(
            """
            insert into calendar_address
              (id, token_hash, region_code, organisation, created_by, created_by_name, created_at)
            values (:id, :hash, :region, :organisation, :account, :name, :at)
            """)
        .param("id", address.id())
        .param("hash", token.hash())
        .param("region", region.digits())
        .param("organisation", organisation)
        .param("account", address.createdBy())
        .param("name", address.createdByName())
        .param("at", atUtc(address.createdAt()))
        .update();
    audit.record(scope, "calendar.issued", address.id().toString(), told(address));
    return new Issued(address, token);
  }

  /** Those of the account's own region that still answer, by organisation and age. */
  @Transactional(readOnly = true)
  public List<CalendarAddress> list(Scope scope) {
    return jdbc.sql(
            """
            select * from calendar_address
            where region_code = :region and withdrawn_at is null
            order by organisation, created_at
            """)
        .param("region", scope.region().map(RegionCode::digits).orElse(""))
        .query(CalendarAddresses::address)
        .list();
  }

  /** From now on the address answers nobody; false where the account's region has no such one. */
  @Transactional
  public boolean withdraw(Scope scope, UUID id) {
    Optional<CalendarAddress> address =
        list(scope).stream().filter(one -> one.id().equals(id)).findFirst();
    if (address.isEmpty()) {
      return false;
    }
    jdbc.sql("update calendar_address set withdrawn_at = :now where id = :id")
        .param("now", atUtc(clock.instant()))
        .param("id", id)
        .update();
    audit.record(scope, "calendar.withdrawn", id.toString(), told(address.get()));
    return true;
  }

  /** The address with this secret, where there is one that was not withdrawn. */
  @Transactional(readOnly = true)
  public Optional<CalendarAddress> find(SecretToken token) {
    return jdbc.sql(
            """
            select * from calendar_address where token_hash = :hash and withdrawn_at is null
            """)
        .param("hash", token.hash())
        .query(CalendarAddresses::address)
        .optional();
  }

  /** What whoever has the secret may see: what any officer of its region may. */
  static Scope scopeOf(CalendarAddress address) {
    return new Scope(
        address.createdBy(),
        address.createdByName(),
        Role.OFFICER,
        Optional.of(address.region()),
        Optional.empty());
  }

  private static String told(CalendarAddress address) {
    return address.region() + " " + address.organisation();
  }

  private static OffsetDateTime atUtc(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  private static CalendarAddress address(ResultSet row, int number) throws SQLException {
    return new CalendarAddress(
        row.getObject("id", UUID.class),
        new RegionCode(row.getString("region_code")),
        row.getString("organisation"),
        row.getObject("created_by", UUID.class),
        row.getString("created_by_name"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("withdrawn_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }
}
