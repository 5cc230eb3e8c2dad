package jingtu.server.organisation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.scope.RegionCode;

/**
 * What somebody says of an organisation, new or known; names are stripped and told once.
 *
 * @param region absent where the account's own is meant
 * @param area an area without a code in which it lies
 * @param aliases further names under which plans name it
 * @param supervisor the organisation that it answers to
 * @param functions what it is responsible for, in words; empty where nobody wrote it down
 */
public record OrganisationEntry(
    String name,
    Optional<RegionCode> region,
    Optional<UUID> area,
    List<String> aliases,
    Optional<UUID> supervisor,
    String functions) {

  public OrganisationEntry {
    String stripped = name.strip();
    name = stripped;
    functions = functions.strip();
    aliases =
        aliases.stream()
            .map(String::strip)
            .filter(alias -> !alias.isEmpty() && !alias.equals(stripped))
            .distinct()
            .toList();
  }

  /** An organisation of which no more is known than its names and where it is. */
  public static OrganisationEntry named(
      String name, Optional<RegionCode> region, List<String> aliases) {
    return new OrganisationEntry(name, region, Optional.empty(), aliases, Optional.empty(), "");
  }

  /** The same, answering to another organisation or to none. */
  OrganisationEntry supervisedBy(Optional<UUID> other) {
    return new OrganisationEntry(name, region, area, aliases, other, functions);
  }
}
