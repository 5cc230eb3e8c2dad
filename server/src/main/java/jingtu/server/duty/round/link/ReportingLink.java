package jingtu.server.duty.round.link;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.duty.round.RoundId;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;

/**
 * A link by which one organisation reports in one round-up without signing in. Its token is not in
 * it: that is told once, when it is made.
 *
 * @param name of the organisation
 * @param lastDay the last day on which it opens anything
 * @param uses how often it was opened
 * @param lastUsed when it was opened or written by last; absent where it never was
 * @param withdrawn by whom and when it was made worthless; absent while it is not
 * @param handedIn by whom (name and telephone) and when it was handed in; absent before
 */
public record ReportingLink(
    UUID id,
    RoundId round,
    UUID organisation,
    String name,
    LocalDate lastDay,
    String madeBy,
    Instant madeAt,
    int uses,
    Optional<Instant> lastUsed,
    Optional<Step> withdrawn,
    Optional<Step> handedIn) {

  /** Something that was done with it. */
  public record Step(String by, Instant at) {}

  /** Whether it still opens anything. */
  public boolean opens(LocalDate today) {
    return withdrawn.isEmpty() && !today.isAfter(lastDay);
  }

  /**
   * Who asks by it: somebody of its organisation, who coordinates nothing, works in no region, and
   * is signed in nowhere. Whoever uses this asks for its round-up alone.
   */
  Scope scope() {
    return new Scope(id, "link " + id, Role.OFFICER, Optional.empty(), Optional.of(organisation));
  }
}
