package jingtu.server.organisation.names;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jingtu.server.organisation.NameAnswer;
import jingtu.server.organisation.Organisation;
import jingtu.server.organisation.RegionLevel;
import jingtu.server.organisation.names.GroupWords.GroupWord;
import jingtu.server.organisation.names.Keys.Hit;
import jingtu.vocabulary.Message;

/** Words that mean many, with those of them whom the directory knows. */
final class Members {

  private final Surroundings surroundings;
  private final Keys keys;

  Members(Surroundings surroundings, Keys keys) {
    this.surroundings = surroundings;
    this.keys = keys;
  }

  /** The group that a name is; absent where it is none. */
  Optional<NameAnswer> of(String name, LocalDate day) {
    return GroupWords.find(name)
        .map(
            word ->
                new NameAnswer.Group(
                    word.kind(),
                    word.everyOne(),
                    !word.everyOne(),
                    members(word, day),
                    List.of(),
                    Message.of("names.group." + word.kind())));
  }

  private List<Organisation> members(GroupWord word, LocalDate day) {
    List<Organisation> all =
        switch (word.members()) {
          case "TOWNSHIPS" ->
              Stream.concat(governments(RegionLevel.TOWNSHIP), ownTownships()).toList();
          case "CITY" -> governments(RegionLevel.CITY).toList();
          case "COUNTY" -> governments(RegionLevel.COUNTY).toList();
          case "ZONES" -> zones().toList();
          default -> List.of();
        };
    return all.stream()
        .distinct()
        .filter(each -> !Known.hasEnded(each, day))
        .filter(each -> ShortForms.of(each.name()).endsWith(word.ending()))
        .sorted(
            Comparator.comparing(
                (Organisation each) -> each.region().map(code -> code.digits()).orElse("")))
        .toList();
  }

  private Stream<Organisation> governments(RegionLevel level) {
    return surroundings.below(level).stream()
        .flatMap(region -> keys.governments(region.code()).stream())
        .map(Hit::organisation);
  }

  /** Townships that the directory lists under the region itself. */
  private Stream<Organisation> ownTownships() {
    return ownThatEndIn("township-government");
  }

  private Stream<Organisation> zones() {
    return ownThatEndIn("zone-authority");
  }

  private Stream<Organisation> ownThatEndIn(String use) {
    return surroundings.chain().stream()
        .limit(1)
        .flatMap(own -> keys.of(own.code()).stream())
        .filter(each -> NameWords.ending(use, ShortForms.of(each.name())).isPresent());
  }
}
