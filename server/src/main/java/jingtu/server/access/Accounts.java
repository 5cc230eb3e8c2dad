package jingtu.server.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.audit.Audit;
import jingtu.server.edge.Problem;
import jingtu.server.organisation.Organisation;
import jingtu.server.organisation.Organisations;
import jingtu.server.organisation.Regions;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The accounts, and what the administrator and the security officer do with them. One whose region
 * is not the asker's own or below it is not found.
 */
@Component
public class Accounts {

  private final AccountRows rows;
  private final Invitations invitations;
  private final SignInFailures failures;
  private final Organisations organisations;
  private final Regions regions;
  private final Identifiers identifiers;
  private final Audit audit;

  Accounts(
      AccountRows rows,
      Invitations invitations,
      SignInFailures failures,
      Organisations organisations,
      Regions regions,
      Identifiers identifiers,
      Audit audit) {
    this.rows = rows;
    this.invitations = invitations;
    this.failures = failures;
    this.organisations = organisations;
    this.regions = regions;
    this.identifiers = identifiers;
    this.audit = audit;
  }

  /** An account and the secret of the link with which its owner chooses a password. */
  public record Invited(Account account, String secret, Instant expiresAt) {}

  /** The accounts of the asker's region and below, by username. */
  @Transactional(readOnly = true)
  public List<Account> list(Scope scope) {
    return rows.all().stream()
        .map(AccountRows.Row::account)
        .filter(account -> reaches(scope, account))
        .toList();
  }

  /**
   * Adds an account and invites its owner.
   *
   * @throws Problem where the name is taken or no name, or the organisation does not fit the role
   */
  @Transactional
  public Invited invite(Scope scope, NewAccount wanted) {
    if (!Account.isUsername(wanted.username())) {
      throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "access.bad-username", wanted.username());
    }
    if (rows.find(wanted.username()).isPresent()) {
      throw Problem.of(HttpStatus.CONFLICT, "access.username-taken", wanted.username());
    }
    Optional<Organisation> organisation =
        wanted.organisation().map(id -> mustGovern(scope, organisations.find(scope, id)));
    Account account = add(wanted, organisation);
    Invitations.Token token = invitations.issue(account.id());
    audit.record(scope, "account.invited", account.username(), account.id() + " " + account.role());
    return new Invited(account, token.secret(), token.expiresAt());
  }

  /** Invites the owner of an account anew; earlier links are worth nothing any more. */
  @Transactional
  public Invited inviteAgain(Scope scope, UUID id) {
    Account account = get(scope, id);
    Invitations.Token token = invitations.issue(id);
    audit.record(scope, "account.invited-again", account.username(), id.toString());
    return new Invited(account, token.secret(), token.expiresAt());
  }

  /** Disables or enables an account other than one's own; its sessions are over. */
  @Transactional
  public Account setDisabled(Scope scope, UUID id, boolean disabled) {
    Account account = get(scope, id);
    if (scope.account().equals(id)) {
      throw Problem.of(HttpStatus.CONFLICT, "access.own-account");
    }
    if (account.disabled() != disabled) {
      rows.setDisabled(id, disabled);
      String action = disabled ? "account.disabled" : "account.enabled";
      audit.record(scope, action, account.username(), id.toString());
    }
    return get(scope, id);
  }

  /** Lifts the lock that wrong passwords brought about. */
  @Transactional
  public void unlock(Scope scope, UUID id) {
    Account account = get(scope, id);
    if (failures.forget(account.username())) {
      audit.record(scope, "account.unlocked", account.username(), id.toString());
    }
  }

  /** Adds an account at a start, not for a request: no one invites, and it has no password yet. */
  @Transactional
  Account addAtStart(NewAccount wanted, Optional<Organisation> organisation) {
    Account account = add(wanted, organisation);
    audit.record(
        Audit.SYSTEM, "account.added", account.username(), account.id() + " " + account.role());
    return account;
  }

  private Account add(NewAccount wanted, Optional<Organisation> organisation) {
    boolean placed = organisation.flatMap(Organisation::region).isPresent();
    if (!placed && !wanted.role().runsTheSystem()) {
      throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "access.organisation-needed");
    }
    Account account =
        new Account(
            identifiers.next(),
            wanted.username(),
            wanted.displayName(),
            wanted.role(),
            organisation.map(Organisation::id),
            organisation.flatMap(Organisation::region),
            false,
            Optional.empty());
    rows.insert(account);
    return account;
  }

  private Organisation mustGovern(Scope scope, Optional<Organisation> found) {
    return found
        .filter(o -> o.region().map(code -> regions.governs(scope, code)).orElse(true))
        .orElseThrow(
            () -> Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "access.unknown-organisation"));
  }

  private Account get(Scope scope, UUID id) {
    return rows.find(id)
        .map(AccountRows.Row::account)
        .filter(account -> reaches(scope, account))
        .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "access.unknown-account"));
  }

  /** Whether the asker administers the account's region; an account without one is the system's. */
  private boolean reaches(Scope scope, Account account) {
    return scope.seesAllRegions()
        || account.region().filter(code -> regions.governs(scope, code)).isPresent();
  }

  /** Whether somebody can sign in as administrator, or could before being disabled. */
  @Transactional(readOnly = true)
  boolean hasAdministratorWithPassword() {
    return rows.all().stream()
        .anyMatch(row -> row.account().role() == Role.ADMINISTRATOR && !row.password().isEmpty());
  }
}
