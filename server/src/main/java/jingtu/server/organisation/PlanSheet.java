package jingtu.server.organisation;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jingtu.server.scope.RegionCode;
import jingtu.sheets.CellFinding;
import jingtu.vocabulary.Message;

/**
 * Holds the rows of a sheet against the directory: what each would do, and which cannot be taken
 * and why. Nothing is stored.
 */
final class PlanSheet {

  private static final int NAME_LENGTH = 100;
  private static final int FUNCTIONS_LENGTH = 1000;
  private static final int PERSON_LENGTH = 50;

  private final List<Organisation> directory;
  private final List<Area> areas;
  private final Map<UUID, List<Liaison>> liaisons;
  private final Keeper keeper;
  private final OrganisationTexts texts;
  private final List<CellFinding> findings = new ArrayList<>();
  private final Set<Object> seen = new HashSet<>();

  /** Which row goes by a name in a region. */
  private final Map<List<Object>, String> taken = new HashMap<>();

  /**
   * @param liaisons those that whoever imports may read
   */
  PlanSheet(
      List<Organisation> directory,
      List<Area> areas,
      Map<UUID, List<Liaison>> liaisons,
      Keeper keeper) {
    this.directory = directory;
    this.areas = areas;
    this.liaisons = liaisons;
    this.keeper = keeper;
    this.texts =
        new OrganisationTexts(
            areas.stream().collect(toMap(Area::id, Area::name)),
            directory.stream().collect(toMap(Organisation::id, Organisation::name)));
  }

  /** The rows that can be taken, and what is wrong with the others. */
  record Planned(List<PlannedRow> rows, List<CellFinding> findings) {}

  Planned plan(List<OrganisationRow> rows) {
    List<PlannedRow> sound = new ArrayList<>();
    for (OrganisationRow row : rows) {
      int before = findings.size();
      Optional<PlannedRow> planned = planned(row);
      if (findings.size() == before) {
        planned.ifPresent(sound::add);
      }
    }
    sound.removeIf(this::sharesAName);
    while (sound.removeIf(row -> hasNoSupervisor(row, List.copyOf(sound)))) {
      // A row that is left out may have been another's supervisor.
    }
    return new Planned(List.copyOf(sound), List.copyOf(findings));
  }

  private Optional<PlannedRow> planned(OrganisationRow row) {
    String name = row.text(OrganisationColumn.NAME);
    if (name.isEmpty()) {
      add(row, OrganisationColumn.NAME, Message.of("organisation.name-missing"));
      return Optional.empty();
    }
    Optional<RegionCode> region = region(row);
    if (region.isEmpty()) {
      return Optional.empty();
    }
    Optional<Organisation> known = known(name, region.get());
    if (!seen.add(known.<Object>map(Organisation::id).orElse(List.of(name, region.get())))) {
      add(row, OrganisationColumn.NAME, Message.of("organisation.sheet.twice", name));
      return Optional.empty();
    }
    lengths(row);
    return Optional.of(planned(row, region.get(), known));
  }

  private PlannedRow planned(OrganisationRow row, RegionCode region, Optional<Organisation> known) {
    OrganisationEntry entry =
        new OrganisationEntry(
            known.map(Organisation::name).orElse(row.text(OrganisationColumn.NAME)),
            Optional.of(region),
            row.has(OrganisationColumn.AREA)
                ? area(row, region)
                : known.flatMap(Organisation::area),
            row.has(OrganisationColumn.ALIASES)
                ? row.list(OrganisationColumn.ALIASES)
                : known.map(Organisation::aliases).orElse(List.of()),
            known.flatMap(Organisation::supervisor),
            row.has(OrganisationColumn.FUNCTIONS)
                ? row.text(OrganisationColumn.FUNCTIONS)
                : known.map(Organisation::functions).orElse(""));
    String supervisor =
        row.has(OrganisationColumn.SUPERVISOR)
            ? supervisorName(row, region)
            : known.flatMap(Organisation::supervisor).map(texts.names()::get).orElse("");
    Optional<LocalDate> endedOn =
        row.has(OrganisationColumn.ENDED)
            ? row.ended(findings)
            : known.flatMap(Organisation::endedOn);
    List<Liaison> persons =
        row.has(OrganisationColumn.LIAISON) ? row.liaisons(findings) : liaisons(known);
    SheetChange change = change(row, known, texts.of(entry, supervisor, endedOn, persons));
    return new PlannedRow(row, known, entry, supervisor, endedOn, persons, change);
  }

  private List<Liaison> liaisons(Optional<Organisation> known) {
    return known.map(o -> liaisons.getOrDefault(o.id(), List.of())).orElse(List.of());
  }

  /** The region that the row names, or else that of whoever imports; never one that is not kept. */
  private Optional<RegionCode> region(OrganisationRow row) {
    String written = row.text(OrganisationColumn.REGION);
    if (!written.isEmpty() && !RegionCode.isOne(written)) {
      add(row, OrganisationColumn.REGION, Message.of("organisation.region-code", written));
      return Optional.empty();
    }
    Optional<RegionCode> region =
        written.isEmpty() ? keeper.scope().region() : Optional.of(new RegionCode(written));
    if (region.isEmpty() || !keeper.keepsIn(region)) {
      add(row, OrganisationColumn.REGION, Message.of("organisation.sheet.elsewhere", written));
      return Optional.empty();
    }
    return region;
  }

  /** The organisation of that name in the region, or the only one at work that has it as alias. */
  private Optional<Organisation> known(String name, RegionCode region) {
    List<Organisation> near =
        directory.stream().filter(o -> o.region().equals(Optional.of(region))).toList();
    return near.stream()
        .filter(o -> o.name().equals(name))
        .findFirst()
        .or(
            () ->
                near.stream()
                    .filter(o -> o.endedOn().isEmpty() && o.aliases().contains(name))
                    .findFirst());
  }

  private Optional<UUID> area(OrganisationRow row, RegionCode region) {
    String name = row.text(OrganisationColumn.AREA);
    Optional<UUID> found =
        areas.stream()
            .filter(area -> area.region().equals(region) && area.name().equals(name))
            .map(Area::id)
            .findFirst();
    if (!name.isEmpty() && found.isEmpty()) {
      add(row, OrganisationColumn.AREA, Message.of("organisation.sheet.no-area", name));
    }
    return found;
  }

  /** The supervisor by its own name, where the cell names a known one by an alias. */
  private String supervisorName(OrganisationRow row, RegionCode region) {
    String written = row.text(OrganisationColumn.SUPERVISOR);
    return supervisor(written, region).map(Organisation::name).orElse(written);
  }

  private Optional<Organisation> supervisor(String name, RegionCode region) {
    return called(name, region, directory);
  }

  /** The organisation at work of that name: the one of the region, or else the only one at all. */
  static Optional<Organisation> called(
      String name, RegionCode region, List<Organisation> directory) {
    List<Organisation> called =
        directory.stream().filter(o -> o.endedOn().isEmpty() && o.isCalled(name)).toList();
    return called.stream()
        .filter(o -> o.region().equals(Optional.of(region)))
        .findFirst()
        .or(() -> called.size() == 1 ? Optional.of(called.getFirst()) : Optional.empty());
  }

  private boolean hasNoSupervisor(PlannedRow row, List<PlannedRow> sound) {
    boolean wanting =
        row.row().has(OrganisationColumn.SUPERVISOR)
            && !row.supervisor().isEmpty()
            && supervisor(row.supervisor(), row.entry().region().orElseThrow()).isEmpty()
            && sound.stream().noneMatch(other -> other.isCalled(row.supervisor()));
    if (wanting) {
      add(
          row.row(),
          OrganisationColumn.SUPERVISOR,
          Message.of("organisation.sheet.no-supervisor", row.supervisor()));
    }
    return wanting;
  }

  /** Whether a name of the row means another organisation at work in the region. */
  private boolean sharesAName(PlannedRow row) {
    if (row.endedOn().isPresent()) {
      return false;
    }
    RegionCode region = row.entry().region().orElseThrow();
    Optional<String> other = Optional.empty();
    for (String name :
        Stream.concat(Stream.of(row.entry().name()), row.entry().aliases().stream()).toList()) {
      other = other.or(() -> holder(name, region, row));
    }
    other.ifPresent(
        holder ->
            add(
                row.row(),
                OrganisationColumn.ALIASES,
                Message.of("organisation.sheet.name-shared", holder)));
    return other.isPresent();
  }

  /** Who else goes by the name: another row, or an organisation that no row of the sheet means. */
  private Optional<String> holder(String name, RegionCode region, PlannedRow row) {
    String earlier = taken.putIfAbsent(List.of(region, name), row.entry().name());
    if (earlier != null && !earlier.equals(row.entry().name())) {
      return Optional.of(earlier);
    }
    return directory.stream()
        .filter(
            o ->
                o.region().equals(Optional.of(region))
                    && o.endedOn().isEmpty()
                    && !seen.contains(o.id())
                    && o.isCalled(name))
        .map(Organisation::name)
        .findFirst();
  }

  private void lengths(OrganisationRow row) {
    within(row, OrganisationColumn.NAME, List.of(row.text(OrganisationColumn.NAME)), NAME_LENGTH);
    within(row, OrganisationColumn.ALIASES, row.list(OrganisationColumn.ALIASES), NAME_LENGTH);
    within(
        row,
        OrganisationColumn.FUNCTIONS,
        List.of(row.text(OrganisationColumn.FUNCTIONS)),
        FUNCTIONS_LENGTH);
    for (OrganisationColumn column :
        List.of(
            OrganisationColumn.LIAISON, OrganisationColumn.POST, OrganisationColumn.TELEPHONE)) {
      within(row, column, row.list(column), PERSON_LENGTH);
    }
  }

  private void within(
      OrganisationRow row, OrganisationColumn column, List<String> parts, int longest) {
    parts.stream()
        .filter(part -> part.length() > longest)
        .findFirst()
        .ifPresent(
            part ->
                add(
                    row,
                    column,
                    Message.of("organisation.sheet.too-long", part.length(), longest)));
  }

  private void add(OrganisationRow row, OrganisationColumn column, Message problem) {
    findings.add(row.finding(column, problem));
  }

  private SheetChange change(
      OrganisationRow row, Optional<Organisation> known, Map<OrganisationColumn, String> after) {
    Map<OrganisationColumn, String> before =
        known.map(o -> texts.of(o, Optional.ofNullable(liaisons.get(o.id())))).orElse(Map.of());
    List<SheetChange.Part> parts =
        after.entrySet().stream()
            .map(
                text ->
                    new SheetChange.Part(
                        text.getKey(), before.getOrDefault(text.getKey(), ""), text.getValue()))
            .filter(part -> !part.before().equals(part.after()))
            .toList();
    SheetChange.Kind kind =
        known.isEmpty()
            ? SheetChange.Kind.NEW
            : parts.isEmpty() ? SheetChange.Kind.SAME : SheetChange.Kind.CHANGED;
    return new SheetChange(
        kind, row.number(), after.getOrDefault(OrganisationColumn.NAME, ""), parts);
  }
}
