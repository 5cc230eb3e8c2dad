package jingtu.server.duty.closeout;

import java.time.Instant;
import java.util.Optional;
import jingtu.server.duty.DutyId;
import jingtu.server.scope.RegionCode;

/**
 * A list of what is to be struck off.
 *
 * @param region whose office keeps it
 * @param duty the sentence of a plan that asks for it, as a duty; absent where none does
 * @param version grows with each change of what is said here; 1 when it was made
 */
public record CloseOutList(
    CloseOutListId id,
    RegionCode region,
    String name,
    Optional<DutyId> duty,
    Targets targets,
    int version,
    String changedBy,
    Instant changedAt) {

  /** The most characters of a name. */
  public static final int LONGEST_NAME = 200;

  /** The most items. */
  public static final int MOST_ITEMS = 5_000;
}
