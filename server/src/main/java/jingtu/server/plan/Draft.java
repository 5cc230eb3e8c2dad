package jingtu.server.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jingtu.server.scope.RegionCode;

/**
 * A file that was handed in and waits to be adopted or discarded, which nothing but a person does.
 *
 * @param region whose plans they would be
 * @param fileName as the sender's machine called it
 * @param revises the plan of which it is a newer version
 * @param titles of the plans in it, as the register would have them
 * @param importedBy who handed it in, by the name of the account
 */
public record Draft(
    DraftId id,
    RegionCode region,
    String fileName,
    Optional<PlanId> revises,
    List<String> titles,
    Instant importedAt,
    String importedBy) {

  public Draft {
    titles = List.copyOf(titles);
  }

  /** What the audit tells of it. */
  String tell() {
    return region + " " + fileName + ": " + String.join("; ", titles);
  }
}
