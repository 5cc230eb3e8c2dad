package jingtu.server.access;

import java.util.Optional;
import jingtu.server.scope.Scope;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who asks in the request at hand. */
final class SignedIn {

  private SignedIn() {}

  /** The scope of the account that is signed in; absent where nobody is. */
  static Optional<Scope> scope() {
    return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
        .map(Authentication::getPrincipal)
        .filter(Scope.class::isInstance)
        .map(Scope.class::cast);
  }
}
