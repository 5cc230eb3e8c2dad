package jingtu.server.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Accounts over HTTP: the administrator invites, the security officer disables and unlocks. */
@RestController
@RequestMapping("/api/accounts")
class AccountController {

  private final Accounts accounts;
  private final Clock clock;

  AccountController(Accounts accounts, Clock clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  record AccountRequest(
      @NotBlank @Size(max = 32) String username,
      @NotBlank @Size(max = 100) String displayName,
      @NotNull Role role,
      @Nullable UUID organisationId) {
    NewAccount toAccount() {
      return new NewAccount(username, displayName, role, Optional.ofNullable(organisationId));
    }
  }

  record DisabledRequest(@NotNull Boolean disabled) {}

  /** A new link, to be handed to the account's owner; it is told only here. */
  record InvitedView(AccountView account, String invitationLink, Instant expiresAt) {}

  @GetMapping
  @AllowedTo({Role.ADMINISTRATOR, Role.SECURITY_OFFICER})
  List<AccountView> list(Scope scope) {
    Instant now = clock.instant();
    return accounts.list(scope).stream().map(account -> AccountView.of(account, now)).toList();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo(Role.ADMINISTRATOR)
  InvitedView invite(Scope scope, @Valid @RequestBody AccountRequest request) {
    return view(accounts.invite(scope, request.toAccount()));
  }

  @PostMapping("/{id}/invitation")
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo(Role.ADMINISTRATOR)
  InvitedView inviteAgain(Scope scope, @PathVariable UUID id) {
    return view(accounts.inviteAgain(scope, id));
  }

  @PutMapping("/{id}/disabled")
  @AllowedTo(Role.SECURITY_OFFICER)
  AccountView setDisabled(
      Scope scope, @PathVariable UUID id, @Valid @RequestBody DisabledRequest request) {
    return AccountView.of(accounts.setDisabled(scope, id, request.disabled()), clock.instant());
  }

  @DeleteMapping("/{id}/lock")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedTo(Role.SECURITY_OFFICER)
  void unlock(Scope scope, @PathVariable UUID id) {
    accounts.unlock(scope, id);
  }

  private InvitedView view(Accounts.Invited invited) {
    String link =
        ServletUriComponentsBuilder.fromCurrentContextPath()
            .pathSegment("welcome", invited.secret())
            .toUriString();
    return new InvitedView(
        AccountView.of(invited.account(), clock.instant()), link, invited.expiresAt());
  }
}
