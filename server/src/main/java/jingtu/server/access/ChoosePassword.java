package jingtu.server.access;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import jingtu.server.audit.Audit;
import jingtu.server.edge.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sets a password, by a one-time link or in place of the one before; other sessions end. */
@Component
class ChoosePassword {

  private final AccountRows rows;
  private final Invitations invitations;
  private final Passwords passwords;
  private final SignIn signIn;
  private final SignInFailures failures;
  private final Audit audit;
  private final Clock clock;
  private final TransactionTemplate transaction;

  ChoosePassword(
      AccountRows rows,
      Invitations invitations,
      Passwords passwords,
      SignIn signIn,
      SignInFailures failures,
      Audit audit,
      Clock clock,
      TransactionTemplate transaction) {
    this.rows = rows;
    this.invitations = invitations;
    this.passwords = passwords;
    this.signIn = signIn;
    this.failures = failures;
    this.audit = audit;
    this.clock = clock;
    this.transaction = transaction;
  }

  /** Whom a link invites, and until when it can be used. */
  record Invitee(Account account, Instant expiresAt) {}

  /**
   * Whom a link invites.
   *
   * @throws Problem 404 where there is no such link, 410 where it is used or too old
   */
  Invitee invitee(String secret) {
    Invitations.Invitation invitation =
        invitations
            .find(secret)
            .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "access.unknown-invitation"));
    Account account = row(invitation.account()).account();
    boolean over = !invitation.expiresAt().isAfter(clock.instant());
    if (invitation.used() || over || account.disabled()) {
      throw Problem.of(HttpStatus.GONE, "access.invitation-over");
    }
    return new Invitee(account, invitation.expiresAt());
  }

  /** Uses a link up and returns the account as it now is. */
  AccountRows.Row byLink(String secret, String password) {
    Account account = invitee(secret).account();
    String encoded = encodeStrong(password, account);
    transaction.executeWithoutResult(
        t -> {
          if (!invitations.use(secret)) {
            throw Problem.of(HttpStatus.GONE, "access.invitation-over");
          }
          rows.setPassword(account.id(), encoded);
          failures.forget(account.username());
          audit.record(account.scope(), "password.chosen", account.username(), "");
        });
    return row(account.id());
  }

  /** Replaces a password that its owner knows and returns the account as it now is. */
  AccountRows.Row instead(UUID id, String current, String replacement) {
    Account account = confirmed(id, current);
    String encoded = encodeStrong(replacement, account);
    transaction.executeWithoutResult(
        t -> {
          rows.setPassword(id, encoded);
          audit.record(account.scope(), "password.replaced", account.username(), "");
        });
    return row(id);
  }

  private Account confirmed(UUID id, String current) {
    return switch (signIn.confirm(id, current)) {
      case SignIn.Outcome.SignedIn(var row) -> row.account();
      case SignIn.Outcome.Locked(var until) -> throw Refusals.locked(until);
      case SignIn.Outcome.MustWait waiting -> throw Refusals.mustWait();
      case SignIn.Outcome.Refused refused ->
          throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "access.wrong-password");
    };
  }

  private String encodeStrong(String password, Account account) {
    if (!passwords.isStrong(password, account.username())) {
      throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "access.weak-password");
    }
    return passwords.encode(password);
  }

  private AccountRows.Row row(UUID id) {
    return rows.find(id)
        .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "access.unknown-account"));
  }
}
