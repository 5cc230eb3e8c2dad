package jingtu.server.plan.correction;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What was corrected in a plan.
 *
 * @param changes the latest first
 * @param nextUndo the change that was last made or redone and holds
 * @param nextRedo the one that was last undone, as long as nothing new was made since
 */
public record History(List<Change> changes, Optional<UUID> nextUndo, Optional<UUID> nextRedo) {

  public History {
    changes = List.copyOf(changes);
  }
}
