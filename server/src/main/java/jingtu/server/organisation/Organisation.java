package jingtu.server.organisation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.scope.RegionCode;

/**
 * Whoever a plan names.
 *
 * @param region absent where it belongs to none, so that every account sees it
 * @param aliases further names under which plans name it
 */
public record Organisation(
    UUID id, String name, Optional<RegionCode> region, List<String> aliases) {

  public Organisation {
    aliases = List.copyOf(aliases);
  }
}
