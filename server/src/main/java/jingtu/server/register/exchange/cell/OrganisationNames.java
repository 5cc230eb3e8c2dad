package jingtu.server.register.exchange.cell;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jingtu.server.organisation.Organisation;
import jingtu.server.scope.RegionCode;

/**
 * Organisations as people write them: by name, where that is not enough with the region in brackets
 * behind it, and where nothing else tells them apart by id.
 */
public final class OrganisationNames {

  private static final Pattern WITH_REGION =
      Pattern.compile("(.+)[(\uFF08]([^()\uFF08\uFF09]+)[)\uFF09]");

  private final Map<UUID, Organisation> byId;
  private final Map<RegionCode, String> regions;

  public OrganisationNames(List<Organisation> all, Map<RegionCode, String> regions) {
    this.byId = all.stream().collect(toMap(Organisation::id, organisation -> organisation));
    this.regions = Map.copyOf(regions);
  }

  /** What is written for an organisation; its id where the directory does not have it. */
  public String write(UUID id) {
    Organisation known = byId.get(id);
    if (known == null) {
      return id.toString();
    }
    if (means(known.name(), id)) {
      return known.name();
    }
    String full = known.name() + "\uFF08" + known.region().map(regions::get).orElse("") + "\uFF09";
    return means(full, id) ? full : id.toString();
  }

  private boolean means(String written, UUID id) {
    return read(written, Optional.empty()).equals(List.of(id));
  }

  /**
   * The organisations that a text may mean, one where it is clear.
   *
   * @param near the region of the record, whose own organisation is meant where several are called
   *     so
   */
  public List<UUID> read(String written, Optional<RegionCode> near) {
    List<Organisation> called = called(written);
    if (called.isEmpty()) {
      Matcher full = WITH_REGION.matcher(written);
      called =
          full.matches()
              ? called(full.group(1)).stream()
                  .filter(
                      o -> o.region().map(regions::get).filter(full.group(2)::equals).isPresent())
                  .toList()
              : byId.values().stream().filter(o -> o.id().toString().equals(written)).toList();
    }
    called = preferring(called, organisation -> organisation.endedOn().isEmpty());
    called = preferring(called, organisation -> organisation.name().equals(written));
    return preferring(called, o -> near.isPresent() && o.region().equals(near)).stream()
        .map(Organisation::id)
        .toList();
  }

  private List<Organisation> called(String name) {
    return byId.values().stream().filter(organisation -> organisation.isCalled(name)).toList();
  }

  private static List<Organisation> preferring(
      List<Organisation> all, Predicate<Organisation> better) {
    List<Organisation> preferred = all.stream().filter(better).toList();
    return preferred.isEmpty() ? all : preferred;
  }

  /** What may be written, for each organisation that is still there. */
  public List<String> all() {
    return byId.values().stream()
        .filter(organisation -> organisation.endedOn().isEmpty())
        .map(organisation -> write(organisation.id()))
        .sorted()
        .toList();
  }
}
