package jingtu.server.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.scope.RegionCode;

/**
 * Whoever a plan names.
 *
 * @param region absent where it belongs to none
 * @param area the area without a code in which it lies, such as a development zone
 * @param aliases further names under which plans name it
 * @param supervisor the organisation that it answers to; it may be of a higher region
 * @param functions what it is responsible for, in words; may be empty
 * @param endedOn the day from which there is no such organisation any more
 * @param version grows with each change, so that two people cannot overwrite each other
 */
public record Organisation(
    UUID id,
    String name,
    Optional<RegionCode> region,
    Optional<UUID> area,
    List<String> aliases,
    Optional<UUID> supervisor,
    String functions,
    Optional<LocalDate> endedOn,
    int version) {

  public Organisation {
    aliases = List.copyOf(aliases);
  }

  /** Whether it goes by this name, as its own or as an alias. */
  public boolean isCalled(String asked) {
    return name.equals(asked) || aliases.contains(asked);
  }
}
