package jingtu.server.plan;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How a goal, a task or an obligation stands beside what is understood of it.
 *
 * @param id names it, whatever is corrected in it
 * @param version 0 as it was read; another one after each correction, and never one that it had
 *     before
 * @param corrected by whom it was last corrected; empty where it is as it was read
 * @param actionIds {@code actionIds[i]} names the i-th action of a task
 */
public record EntryState(UUID id, int version, Optional<Stamp> corrected, List<UUID> actionIds) {

  public EntryState {
    actionIds = List.copyOf(actionIds);
  }
}
