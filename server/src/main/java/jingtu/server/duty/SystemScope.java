package jingtu.server.duty;

import java.util.Optional;
import java.util.UUID;
import jingtu.server.audit.Audit;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;

/** Who acts where duties follow what others changed. */
final class SystemScope {

  /** The system: it runs at no account's wish and sees every region. */
  static final Scope SYSTEM =
      new Scope(
          new UUID(0, 0), Audit.SYSTEM, Role.ADMINISTRATOR, Optional.empty(), Optional.empty());

  private SystemScope() {}
}
