package jingtu.server.access;

import java.time.Instant;
import java.util.UUID;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import org.jspecify.annotations.Nullable;

/** An account as it stands in a JSON answer. */
record AccountView(
    UUID id,
    String username,
    String displayName,
    Role role,
    @Nullable UUID organisationId,
    @Nullable String regionCode,
    boolean disabled,
    @Nullable Instant lockedUntil) {

  /** The account at a moment, at which its lock may be over. */
  static AccountView of(Account account, Instant now) {
    return new AccountView(
        account.id(),
        account.username(),
        account.displayName(),
        account.role(),
        account.organisation().orElse(null),
        account.region().map(RegionCode::digits).orElse(null),
        account.disabled(),
        account.lockedUntil().filter(now::isBefore).orElse(null));
  }
}
