package jingtu.server.demo;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.organisation.AreaKind;
import jingtu.server.organisation.Areas;
import jingtu.server.organisation.ImportOrganisations;
import jingtu.server.organisation.Organisation;
import jingtu.server.organisation.Organisations;
import jingtu.server.organisation.RegionSheet;
import jingtu.server.organisation.Regions;
import jingtu.server.organisation.Successions;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * The invented regions, areas and organisations. What is missing is added; what somebody changed
 * since an earlier start stays as it is.
 */
@Component
@ConditionalOnBooleanProperty("jingtu.demo")
class DemoDirectory {

  /** Who acts at a start, and governs every region. */
  static final Scope START =
      new Scope(new UUID(0, 0), "demo", Role.ADMINISTRATOR, Optional.empty(), Optional.empty());

  private final Regions regions;
  private final Areas areas;
  private final Organisations organisations;
  private final ImportOrganisations importOrganisations;
  private final Successions successions;

  DemoDirectory(
      Regions regions,
      Areas areas,
      Organisations organisations,
      ImportOrganisations importOrganisations,
      Successions successions) {
    this.regions = regions;
    this.areas = areas;
    this.organisations = organisations;
    this.importOrganisations = importOrganisations;
    this.successions = successions;
  }

  void load() {
    regions.load(RegionSheet.read(DemoFile.REGIONS.text()).regions());
    DemoFile.AREAS.rows().forEach(this::addArea);
    addOrganisations();
    DemoFile.SUCCESSIONS.rows().forEach(this::addSuccession);
  }

  /** The organisations by their names. */
  Map<String, Organisation> organisations() {
    return organisations.list(START).stream()
        .collect(toMap(Organisation::name, identity(), (a, b) -> a));
  }

  private void addArea(String[] cells) {
    RegionCode region = new RegionCode(cells[2]);
    boolean known =
        areas.list(START).stream()
            .anyMatch(area -> area.region().equals(region) && area.name().equals(cells[0]));
    if (!known) {
      areas.add(START, cells[0], AreaKind.valueOf(cells[1]), region);
    }
  }

  private void addOrganisations() {
    try {
      Path sheet = Files.createTempFile("demo", ".csv");
      try {
        Files.write(sheet, DemoFile.ORGANISATIONS.bytes());
        mustBeSound(importOrganisations.addMissing(START, sheet));
      } finally {
        Files.delete(sheet);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot hand in the demo's organisations", e);
    }
  }

  private static void mustBeSound(ImportOrganisations.Outcome outcome) {
    if (!(outcome instanceof ImportOrganisations.Outcome.Read read) || !read.findings().isEmpty()) {
      throw new IllegalStateException("the demo's organisations are faulty: " + outcome);
    }
  }

  /** An organisation that has passed everything on has ended, so nothing is recorded twice. */
  private void addSuccession(String[] cells) {
    Map<String, Organisation> byName = organisations();
    Optional<Organisation> predecessor =
        Optional.ofNullable(byName.get(cells[0])).filter(o -> o.endedOn().isEmpty());
    Optional<Organisation> successor = Optional.ofNullable(byName.get(cells[1]));
    if (predecessor.isPresent() && successor.isPresent()) {
      successions.add(
          START,
          predecessor.get().id(),
          successor.get().id(),
          LocalDate.parse(cells[2]),
          cells[3],
          cells[4],
          true);
    }
  }
}
