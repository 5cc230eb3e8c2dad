package jingtu.server.access;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.scope.Role;

/**
 * An account that is to be added. Coordinators and officers belong to an organisation with a
 * region; those who run the system may belong to none.
 */
public record NewAccount(
    String username, String displayName, Role role, Optional<UUID> organisation) {

  public NewAccount {
    username = username.strip().toLowerCase(Locale.ROOT);
    displayName = displayName.strip();
  }
}
