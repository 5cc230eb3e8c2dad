package jingtu.server.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.scope.SecretToken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one-time links with which people choose their password. */
@Repository
class Invitations {

  /** How long a link can be used. */
  static final Duration VALID = Duration.ofDays(7);

  private final JdbcClient jdbc;
  private final Clock clock;

  Invitations(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A link's secret, which is told once and not stored. */
  record Token(String secret, Instant expiresAt) {}

  /** What is stored of a link. */
  record Invitation(UUID account, Instant expiresAt, boolean used) {}

  /** A new token for the account; those it had before are worth nothing any more. */
  Token issue(UUID account) {
    SecretToken token = SecretToken.fresh();
    Instant expiresAt = clock.instant().plus(VALID).truncatedTo(ChronoUnit.MICROS);
    jdbc.sql("delete from invitation where account_id = :account")
        .param("account", account)
        .update();
    jdbc.sql(
            """
            insert into invitation (token_hash, account_id, expires_at, used)
            values (:hash, :account, :expiresAt, false)
            """)
        .param("hash", token.hash())
        .param("account", account)
        .param("expiresAt", OffsetDateTime.ofInstant(expiresAt, ZoneOffset.UTC))
        .update();
    return new Token(token.secret(), expiresAt);
  }

  Optional<Invitation> find(String secret) {
    return jdbc.sql("select account_id, expires_at, used from invitation where token_hash = :hash")
        .param("hash", new SecretToken(secret).hash())
        .query(
            (row, n) ->
                new Invitation(
                    row.getObject("account_id", UUID.class),
                    row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                    row.getBoolean("used")))
        .optional();
  }

  /** Uses the token up; false where somebody was faster. */
  boolean use(String secret) {
    return jdbc.sql("update invitation set used = true where token_hash = :hash and used = false")
            .param("hash", new SecretToken(secret).hash())
            .update()
        == 1;
  }
}
