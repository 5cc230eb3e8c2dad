package jingtu.server.access;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Wrong passwords by the name that was tried: five in a row lock the name for fifteen minutes, and
 * a day without one forgets them.
 */
@Repository
class SignInFailures {

  static final int ALLOWED = 5;
  static final Duration LOCK = Duration.ofMinutes(15);
  private static final Duration FORGOTTEN = Duration.ofDays(1);

  private final JdbcClient jdbc;

  SignInFailures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Until when the name is locked, where it is. */
  Optional<Instant> lockedUntil(String username, Instant now) {
    return jdbc.sql(
            """
            select locked_until from sign_in_failure
            where username = :username and locked_until > :now
            """)
        .param("username", username)
        .param("now", utc(now))
        .query((row, n) -> row.getObject("locked_until", OffsetDateTime.class).toInstant())
        .optional();
  }

  /** Counts a wrong password; returns until when the name is locked, where this was the last. */
  Optional<Instant> count(String username, Instant now) {
    jdbc.sql("delete from sign_in_failure where last_at < :old or locked_until <= :now")
        .param("old", utc(now.minus(FORGOTTEN)))
        .param("now", utc(now))
        .update();
    jdbc.sql(
            """
            merge into sign_in_failure as f
            using (values (cast(:username as varchar(32)), cast(:now as timestamp(6) with time zone)))
              as n (username, at)
            on f.username = n.username
            when matched then update set failures = f.failures + 1, last_at = n.at
            when not matched then insert (username, failures, last_at) values (n.username, 1, n.at)
            """)
        .param("username", username)
        .param("now", utc(now))
        .update();
    int locked =
        jdbc.sql(
                """
                update sign_in_failure set locked_until = :until
                where username = :username and failures >= :allowed
                """)
            .param("until", utc(now.plus(LOCK)))
            .param("username", username)
            .param("allowed", ALLOWED)
            .update();
    return locked == 1 ? lockedUntil(username, now) : Optional.empty();
  }

  /** Forgets the wrong passwords and lifts the lock; true where there were any. */
  boolean forget(String username) {
    return jdbc.sql("delete from sign_in_failure where username = :username")
            .param("username", username)
            .update()
        > 0;
  }

  private static OffsetDateTime utc(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
