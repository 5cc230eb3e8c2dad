package jingtu.server.access;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import jingtu.server.audit.Audit;
import jingtu.server.edge.AddressThrottle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares passwords, and slows down whoever guesses. What it answers for a name without an account
 * is what it answers for one with, and takes as long.
 */
@Component
class SignIn {

  private static final int LOCKS = 64;

  private final AccountRows rows;
  private final Passwords passwords;
  private final SignInFailures failures;
  private final AddressThrottle throttle;
  private final Audit audit;
  private final Clock clock;
  private final TransactionTemplate transaction;

  /** One attempt at a time for a name, so that many at once do not outrun the count. */
  private final ReentrantLock[] locks = new ReentrantLock[LOCKS];

  SignIn(
      AccountRows rows,
      Passwords passwords,
      SignInFailures failures,
      Audit audit,
      Clock clock,
      TransactionTemplate transaction) {
    this.rows = rows;
    this.passwords = passwords;
    this.failures = failures;
    this.throttle = new AddressThrottle(clock);
    this.audit = audit;
    this.clock = clock;
    this.transaction = transaction;
    Arrays.setAll(locks, i -> new ReentrantLock());
  }

  /** How an attempt ended. */
  sealed interface Outcome {
    record SignedIn(AccountRows.Row row) implements Outcome {}

    record Refused() implements Outcome {}

    record Locked(Instant until) implements Outcome {}

    /** Too many refusals at this address. */
    record MustWait() implements Outcome {}
  }

  Outcome signIn(String username, String password, String address) {
    String name = username.strip().toLowerCase(Locale.ROOT);
    if (throttle.mustWait(address)) {
      return new Outcome.MustWait();
    }
    Outcome outcome = oneAtATime(name, () -> attempt(name, password, "session.opened"));
    if (!(outcome instanceof Outcome.SignedIn)) {
      throttle.count(address);
    }
    return outcome;
  }

  /** Whether the account's owner knows its password; wrong answers count as at sign-in. */
  Outcome confirm(UUID account, String password) {
    String name = rows.find(account).map(row -> row.account().username()).orElse("");
    return oneAtATime(name, () -> attempt(name, password, "password.confirmed"));
  }

  private Outcome oneAtATime(String name, Supplier<Outcome> attempt) {
    ReentrantLock lock = locks[Math.floorMod(name.hashCode(), LOCKS)];
    lock.lock();
    try {
      return attempt.get();
    } finally {
      lock.unlock();
    }
  }

  private Outcome attempt(String name, String password, String action) {
    if (!Account.isUsername(name)) {
      passwords.matches(password, "");
      return new Outcome.Refused();
    }
    Optional<Instant> locked = failures.lockedUntil(name, clock.instant());
    if (locked.isPresent()) {
      return new Outcome.Locked(locked.get());
    }
    Optional<AccountRows.Row> row = rows.find(name).filter(found -> !found.account().disabled());
    boolean right = passwords.matches(password, row.map(AccountRows.Row::password).orElse(""));
    return row.filter(found -> right)
        .map(found -> let(found, action))
        .orElseGet(() -> refuse(name));
  }

  private Outcome let(AccountRows.Row row, String action) {
    String name = row.account().username();
    transaction.executeWithoutResult(
        t -> {
          failures.forget(name);
          audit.record(row.account().scope(), action, name, "");
        });
    return new Outcome.SignedIn(row);
  }

  private Outcome refuse(String name) {
    Optional<Instant> locked =
        Optional.ofNullable(
            transaction.execute(
                t -> {
                  Optional<Instant> until = failures.count(name, clock.instant());
                  String action = until.isPresent() ? "account.locked" : "session.refused";
                  audit.record(name, action, name, "");
                  return until.orElse(null);
                }));
    return locked.<Outcome>map(Outcome.Locked::new).orElseGet(Outcome.Refused::new);
  }
}
