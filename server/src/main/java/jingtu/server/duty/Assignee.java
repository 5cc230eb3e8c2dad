package jingtu.server.duty;

import java.util.Optional;
import java.util.UUID;
import jingtu.server.organisation.Organisation;
import jingtu.server.scope.RegionCode;

/**
 * In whose list a duty stands.
 *
 * @param id in the directory; absent for a village, an enterprise or a name that nobody settled yet
 * @param name as the directory has it, or as typed or printed
 * @param region of the organisation
 */
public record Assignee(Optional<UUID> id, String name, Optional<RegionCode> region) {

  /** An organisation of the directory. */
  public static Assignee of(Organisation organisation) {
    return new Assignee(Optional.of(organisation.id()), organisation.name(), organisation.region());
  }

  /** A name that the directory does not have. */
  public static Assignee named(String name) {
    return new Assignee(Optional.empty(), name, Optional.empty());
  }
}
