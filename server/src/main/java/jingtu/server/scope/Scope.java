package jingtu.server.scope;

import java.util.Optional;
import java.util.UUID;

/**
 * Who asks, and for which part of the country and of the office. It is the first parameter of every
 * store method that a request can reach.
 *
 * @param account the id of the account
 * @param username the account's name as the audit writes it
 * @param region the region of the account's organisation; absent for those who run the system and
 *     belong to no organisation
 */
public record Scope(
    UUID account,
    String username,
    Role role,
    Optional<RegionCode> region,
    Optional<UUID> organisation) {

  /** Whether the account has this role. */
  public boolean is(Role asked) {
    return role == asked;
  }

  /** Whether it belongs to no region and runs the system, so that regions do not bound it. */
  public boolean seesAllRegions() {
    return region.isEmpty() && role.runsTheSystem();
  }
}
