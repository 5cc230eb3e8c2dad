package jingtu.server.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import jingtu.server.audit.Audit;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out, and choosing a password. */
@RestController
class SessionController {

  private final SignIn signIn;
  private final ChoosePassword choosePassword;
  private final Sessions sessions;
  private final AccountRows rows;
  private final Audit audit;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final boolean demo;
  private final String version;

  SessionController(
      SignIn signIn,
      ChoosePassword choosePassword,
      Sessions sessions,
      AccountRows rows,
      Audit audit,
      TransactionTemplate transaction,
      Clock clock,
      @Value("${jingtu.demo}") boolean demo,
      @Value("${jingtu.version}") String version) {
    this.signIn = signIn;
    this.choosePassword = choosePassword;
    this.sessions = sessions;
    this.rows = rows;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
    this.demo = demo;
    this.version = version;
  }

  record SessionView(@Nullable AccountView account, boolean demo, String version) {}

  record SignInRequest(
      @NotNull @Size(max = 100) String username, @NotNull @Size(max = 200) String password) {
    @Override
    public String toString() {
      return "sign-in of " + username;
    }
  }

  record InvitationView(String displayName, String username, Role role, Instant expiresAt) {}

  record PasswordRequest(@NotNull @Size(max = 200) String password) {
    @Override
    public String toString() {
      return "a password";
    }
  }

  record PasswordChange(
      @NotNull @Size(max = 200) String current, @NotNull @Size(max = 200) String replacement) {
    @Override
    public String toString() {
      return "a change of password";
    }
  }

  @GetMapping("/api/session")
  @AllowedTo.Anybody
  SessionView session() {
    return new SessionView(
        SignedIn.scope()
            .flatMap(scope -> rows.find(scope.account()))
            .map(row -> AccountView.of(row.account(), clock.instant()))
            .orElse(null),
        demo,
        version);
  }

  @PostMapping("/api/session")
  @AllowedTo.Anybody
  SessionView signIn(
      @Valid @RequestBody SignInRequest wanted,
      HttpServletRequest request,
      HttpServletResponse response) {
    return switch (signIn.signIn(wanted.username(), wanted.password(), request.getRemoteAddr())) {
      case SignIn.Outcome.SignedIn(var row) -> open(row, request, response);
      case SignIn.Outcome.Refused refused -> throw Refusals.refused();
      case SignIn.Outcome.Locked(var until) -> throw Refusals.locked(until);
      case SignIn.Outcome.MustWait waiting -> throw Refusals.mustWait();
    };
  }

  @DeleteMapping("/api/session")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedTo.Everyone
  void signOut(Scope scope, HttpServletRequest request, HttpServletResponse response) {
    sessions.close(request, response);
    transaction.executeWithoutResult(
        t -> audit.record(scope, "session.closed", scope.username(), ""));
  }

  @GetMapping("/api/invitations/{token}")
  @AllowedTo.Anybody
  InvitationView invitation(@PathVariable String token) {
    ChoosePassword.Invitee invitee = choosePassword.invitee(token);
    Account account = invitee.account();
    return new InvitationView(
        account.displayName(), account.username(), account.role(), invitee.expiresAt());
  }

  @PostMapping("/api/invitations/{token}")
  @AllowedTo.Anybody
  SessionView accept(
      @PathVariable String token,
      @Valid @RequestBody PasswordRequest chosen,
      HttpServletRequest request,
      HttpServletResponse response) {
    return open(choosePassword.byLink(token, chosen.password()), request, response);
  }

  @PutMapping("/api/account/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedTo.Everyone
  void replacePassword(
      Scope scope,
      @Valid @RequestBody PasswordChange change,
      HttpServletRequest request,
      HttpServletResponse response) {
    open(
        choosePassword.instead(scope.account(), change.current(), change.replacement()),
        request,
        response);
  }

  private SessionView open(
      AccountRows.Row row, HttpServletRequest request, HttpServletResponse response) {
    sessions.open(row, request, response);
    return new SessionView(AccountView.of(row.account(), clock.instant()), demo, version);
  }
}
