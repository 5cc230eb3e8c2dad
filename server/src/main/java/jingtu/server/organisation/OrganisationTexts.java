package jingtu.server.organisation;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import jingtu.server.scope.RegionCode;

/**
 * Organisations as a sheet writes them: one text per column, in the form that is read again.
 *
 * @param areas the areas' names
 * @param names the organisations' names
 */
record OrganisationTexts(Map<UUID, String> areas, Map<UUID, String> names) {

  private static final String SEPARATOR = "\uFF1B";

  /** What is known of an organisation; without its persons where they are not for the reader. */
  Map<OrganisationColumn, String> of(Organisation known, Optional<List<Liaison>> liaisons) {
    OrganisationEntry entry =
        new OrganisationEntry(
            known.name(),
            known.region(),
            known.area(),
            known.aliases(),
            known.supervisor(),
            known.functions());
    String supervisor = known.supervisor().map(names::get).orElse("");
    return of(entry, supervisor, known.endedOn(), liaisons.orElse(List.of()));
  }

  Map<OrganisationColumn, String> of(
      OrganisationEntry entry,
      String supervisor,
      Optional<LocalDate> endedOn,
      List<Liaison> liaisons) {
    Map<OrganisationColumn, String> texts = new EnumMap<>(OrganisationColumn.class);
    texts.put(OrganisationColumn.NAME, entry.name());
    texts.put(OrganisationColumn.REGION, entry.region().map(RegionCode::digits).orElse(""));
    texts.put(OrganisationColumn.AREA, entry.area().map(areas::get).orElse(""));
    texts.put(
        OrganisationColumn.ALIASES,
        String.join(SEPARATOR, entry.aliases().stream().sorted().toList()));
    texts.put(OrganisationColumn.SUPERVISOR, supervisor);
    texts.put(OrganisationColumn.FUNCTIONS, entry.functions());
    texts.put(OrganisationColumn.ENDED, endedOn.map(LocalDate::toString).orElse(""));
    texts.put(OrganisationColumn.LIAISON, joined(liaisons, Liaison::name));
    texts.put(OrganisationColumn.POST, joined(liaisons, Liaison::post));
    texts.put(OrganisationColumn.TELEPHONE, joined(liaisons, Liaison::telephone));
    return texts;
  }

  /** One part per person, empty ones too, so that the parts of three columns belong together. */
  private static String joined(List<Liaison> liaisons, Function<Liaison, String> part) {
    List<String> parts = liaisons.stream().map(part).toList();
    return parts.stream().allMatch(String::isEmpty) ? "" : String.join(SEPARATOR, parts);
  }
}
