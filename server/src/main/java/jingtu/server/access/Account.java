package jingtu.server.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;

/**
 * Somebody who signs in.
 *
 * @param username in lower case, unique
 * @param region that of the organisation
 * @param disabled whether it may not sign in; the account stays, since the audit names it
 * @param lockedUntil until when sign-in is refused after wrong passwords
 */
public record Account(
    UUID id,
    String username,
    String displayName,
    Role role,
    Optional<UUID> organisation,
    Optional<RegionCode> region,
    boolean disabled,
    Optional<Instant> lockedUntil) {

  private static final Pattern USERNAME = Pattern.compile("[\\p{Ll}\\p{Lo}\\p{Nd}._-]{2,32}");

  /** Whether a text, in lower case, can be a username. */
  static boolean isUsername(String text) {
    return USERNAME.matcher(text).matches();
  }

  /** What this account may ask for. */
  public Scope scope() {
    return new Scope(id, username, role, region, organisation);
  }
}
