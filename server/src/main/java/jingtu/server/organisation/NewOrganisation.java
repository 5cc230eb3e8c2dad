package jingtu.server.organisation;

import java.util.List;
import java.util.Optional;
import jingtu.server.scope.RegionCode;

/** An organisation that is to be added; names are stripped and told once. */
public record NewOrganisation(String name, Optional<RegionCode> region, List<String> aliases) {

  public NewOrganisation {
    String stripped = name.strip();
    name = stripped;
    aliases =
        aliases.stream()
            .map(String::strip)
            .filter(alias -> !alias.isEmpty() && !alias.equals(stripped))
            .distinct()
            .toList();
  }
}
