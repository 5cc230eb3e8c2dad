package jingtu.server.duty.reminder;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What is to be said to an organisation, or without one to the group of the region.
 *
 * @param asks the round-ups that it asks about, each in its words
 */
record Draft(
    Optional<UUID> organisation,
    String name,
    Set<Reason> reasons,
    String subject,
    String body,
    List<Ask> asks) {

  Draft {
    reasons = Set.copyOf(reasons);
    asks = List.copyOf(asks);
  }

  /** The words in which one round-up is asked about. */
  record Ask(UUID round, String text) {}
}
