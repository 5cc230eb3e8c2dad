package jingtu.server.access;

import java.time.Instant;
import jingtu.server.edge.Problem;
import org.springframework.http.HttpStatus;

/** What is answered to whoever may not sign in now. */
final class Refusals {

  private Refusals() {}

  static Problem refused() {
    return Problem.of(HttpStatus.UNAUTHORIZED, "access.sign-in-refused");
  }

  static Problem locked(Instant until) {
    return Problem.of(HttpStatus.LOCKED, "access.account-locked").with("lockedUntil", until);
  }

  static Problem mustWait() {
    return Problem.of(HttpStatus.TOO_MANY_REQUESTS, "access.too-many-attempts");
  }
}
