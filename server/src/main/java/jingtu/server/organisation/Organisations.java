package jingtu.server.organisation;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jingtu.server.audit.Audit;
import jingtu.server.edge.Problem;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The organisations that are known. Every account sees all of them, because plans name them and
 * everybody may read who leads what; {@link Keeper} says who changes them.
 */
@Component
public class Organisations {

  private final OrganisationRows rows;
  private final Regions regions;
  private final Areas areas;
  private final Audit audit;
  private final Identifiers identifiers;

  Organisations(
      OrganisationRows rows, Regions regions, Areas areas, Audit audit, Identifiers identifiers) {
    this.rows = rows;
    this.regions = regions;
    this.areas = areas;
    this.audit = audit;
    this.identifiers = identifiers;
  }

  /** All of them, by region and name. */
  @Transactional(readOnly = true)
  public List<Organisation> list(Scope scope) {
    return rows.all();
  }

  /** An organisation, where it exists. */
  @Transactional(readOnly = true)
  public Optional<Organisation> find(Scope scope, UUID id) {
    return rows.find(id);
  }

  /** The names of those that exist, by their ids; a few hundred at a time. */
  @Transactional(readOnly = true)
  public Map<UUID, String> names(Scope scope, Collection<UUID> ids) {
    return rows.names(ids);
  }

  /** What the account may do with organisations. */
  @Transactional(readOnly = true)
  public Keeper keeper(Scope scope) {
    return Keeper.of(scope, regions);
  }

  /**
   * Adds an organisation of the account's region or of one below it.
   *
   * @throws Problem where the region is unknown or another's, a name is taken there, or the area or
   *     the supervising organisation does not fit
   */
  @Transactional
  public Organisation add(Scope scope, OrganisationEntry wanted) {
    Optional<RegionCode> region = wanted.region().or(scope::region);
    if (!keeper(scope).keepsIn(region)) {
      throw Problem.of(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "organisation.unknown-region",
          region.map(RegionCode::digits).orElse(""));
    }
    UUID id = identifiers.next();
    check(id, wanted, region);
    rows.insert(id, wanted, region);
    audit.record(scope, "organisation.added", id.toString(), said(wanted.name(), region));
    return get(id);
  }

  /**
   * Changes what is said of an organisation. Its region stays: accounts and plans rest on it.
   *
   * @param version the version that the change was made from
   * @throws Problem as {@link #add}, and where it was changed meanwhile or is another's
   */
  @Transactional
  public Organisation change(Scope scope, UUID id, int version, OrganisationEntry wanted) {
    Organisation before = getKept(scope, id);
    if (wanted.region().isPresent() && !wanted.region().equals(before.region())) {
      throw Problem.of(
          HttpStatus.UNPROCESSABLE_CONTENT, "organisation.region-stays", before.name());
    }
    check(id, wanted, before.region());
    if (!rows.update(id, version, wanted)) {
      throw Problem.of(HttpStatus.CONFLICT, "organisation.changed-meanwhile", before.name());
    }
    Organisation after = get(id);
    audit.record(scope, "organisation.changed", id.toString(), difference(before, after));
    return after;
  }

  /** Says from which day there is no such organisation any more; it stays in the directory. */
  @Transactional
  public Organisation end(Scope scope, UUID id, LocalDate endedOn) {
    Organisation before = getKept(scope, id);
    rows.setEnd(id, Optional.of(endedOn));
    audit.record(scope, "organisation.ended", id.toString(), before.name() + " " + endedOn);
    return get(id);
  }

  /** Takes back that an organisation has ended. */
  @Transactional
  public Organisation reopen(Scope scope, UUID id) {
    Organisation before = getKept(scope, id);
    rows.setEnd(id, Optional.empty());
    audit.record(scope, "organisation.reopened", id.toString(), before.name());
    return get(id);
  }

  /**
   * An organisation that the account keeps.
   *
   * @throws Problem where it is unknown, or another's
   */
  Organisation getKept(Scope scope, UUID id) {
    Organisation found = get(id);
    if (!keeper(scope).keeps(found)) {
      throw Problem.of(HttpStatus.FORBIDDEN, "organisation.not-yours", found.name());
    }
    return found;
  }

  /** An organisation that is asked for by its id. */
  Organisation get(UUID id) {
    return rows.find(id)
        .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "organisation.unknown"));
  }

  private void check(UUID id, OrganisationEntry wanted, Optional<RegionCode> region) {
    List<Organisation> all = rows.all();
    namesAreFree(id, wanted, region, all);
    if (wanted.area().isPresent() && !areas.lies(wanted.area().get(), region)) {
      throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "organisation.area-elsewhere");
    }
    wanted.supervisor().ifPresent(supervisor -> supervises(supervisor, id, wanted.name(), all));
  }

  /** Two organisations at work in one region do not answer to the same name. */
  private static void namesAreFree(
      UUID id, OrganisationEntry wanted, Optional<RegionCode> region, List<Organisation> all) {
    for (Organisation other : all) {
      boolean near =
          !other.id().equals(id) && other.region().equals(region) && other.endedOn().isEmpty();
      Optional<String> taken =
          Stream.concat(Stream.of(wanted.name()), wanted.aliases().stream())
              .filter(name -> near && other.isCalled(name))
              .findFirst();
      if (taken.isPresent()) {
        throw other.name().equals(wanted.name())
            ? Problem.of(HttpStatus.CONFLICT, "organisation.name-taken", wanted.name())
            : Problem.of(
                HttpStatus.CONFLICT, "organisation.alias-taken", taken.get(), other.name());
      }
    }
  }

  /** Nobody supervises itself, neither directly nor through others. */
  private static void supervises(UUID supervisor, UUID id, String name, List<Organisation> all) {
    Map<UUID, Organisation> byId = all.stream().collect(toMap(Organisation::id, o -> o));
    if (!byId.containsKey(supervisor)) {
      throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "organisation.unknown-supervisor");
    }
    Optional<UUID> at = Optional.of(supervisor);
    for (int height = 0; at.isPresent() && height <= all.size(); height++) {
      if (at.get().equals(id)) {
        throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "organisation.supervises-itself", name);
      }
      at = Optional.ofNullable(byId.get(at.get())).flatMap(Organisation::supervisor);
    }
  }

  private static String said(String name, Optional<RegionCode> region) {
    return name + region.map(code -> " " + code).orElse("");
  }

  /** What a change changed, each part before and after it, for the audit. */
  private static String difference(Organisation before, Organisation after) {
    StringBuilder said = new StringBuilder(before.name());
    tell(said, "name", before.name(), after.name());
    tell(said, "aliases", before.aliases().toString(), after.aliases().toString());
    tell(said, "area", text(before.area()), text(after.area()));
    tell(said, "supervisor", text(before.supervisor()), text(after.supervisor()));
    tell(said, "functions", before.functions(), after.functions());
    return said.toString();
  }

  private static String text(Optional<UUID> id) {
    return id.map(UUID::toString).orElse("");
  }

  private static void tell(StringBuilder said, String part, String before, String after) {
    if (!before.equals(after)) {
      said.append("; ").append(part).append(": ").append(before).append(" -> ").append(after);
    }
  }
}
