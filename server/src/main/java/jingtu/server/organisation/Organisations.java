package jingtu.server.organisation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jingtu.server.audit.Audit;
import jingtu.server.edge.Problem;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The organisations that are known. An account sees those of the regions that it sees. */
@Component
public class Organisations {

  private final JdbcClient jdbc;
  private final Regions regions;
  private final Audit audit;
  private final Identifiers identifiers;

  Organisations(JdbcClient jdbc, Regions regions, Audit audit, Identifiers identifiers) {
    this.jdbc = jdbc;
    this.regions = regions;
    this.audit = audit;
    this.identifiers = identifiers;
  }

  /** Those that the account may see, by region and name. */
  @Transactional(readOnly = true)
  public List<Organisation> list(Scope scope) {
    Set<RegionCode> visible = regions.visibleTo(scope);
    return all().stream().filter(o -> sees(scope, visible, o)).toList();
  }

  /** An organisation, where it exists and the account may see it. */
  @Transactional(readOnly = true)
  public Optional<Organisation> find(Scope scope, UUID id) {
    return list(scope).stream().filter(organisation -> organisation.id().equals(id)).findFirst();
  }

  /**
   * Adds an organisation of the account's region or of one below it.
   *
   * @throws Problem where the region is unknown or another's, or has an organisation of that name
   */
  @Transactional
  public Organisation add(Scope scope, NewOrganisation wanted) {
    Optional<RegionCode> region = wanted.region().or(scope::region);
    if (region.isPresent() && !regions.governs(scope, region.get())) {
      throw Problem.of(
          HttpStatus.UNPROCESSABLE_CONTENT, "organisation.unknown-region", region.get());
    }
    Organisation added = store(wanted, region);
    audit.record(
        scope,
        "organisation.added",
        added.id().toString(),
        added.name() + region.map(code -> " " + code).orElse(""));
    return added;
  }

  /** Adds those that are not there yet. For lists that come with a start, not with a request. */
  @Transactional
  public void load(List<NewOrganisation> wanted) {
    Set<Named> known = all().stream().map(o -> new Named(o.name(), o.region())).collect(toSet());
    List<NewOrganisation> news =
        wanted.stream().filter(o -> !known.contains(new Named(o.name(), o.region()))).toList();
    news.forEach(organisation -> store(organisation, organisation.region()));
    if (!news.isEmpty()) {
      audit.record(Audit.SYSTEM, "organisation.loaded", news.size() + " organisations", "");
    }
  }

  /** What no two organisations share. */
  private record Named(String name, Optional<RegionCode> region) {}

  private static boolean sees(Scope scope, Set<RegionCode> visible, Organisation organisation) {
    return organisation.region().map(visible::contains).orElse(true)
        || scope.organisation().filter(organisation.id()::equals).isPresent();
  }

  private Organisation store(NewOrganisation wanted, Optional<RegionCode> region) {
    UUID id = identifiers.next();
    try {
      jdbc.sql(
              """
              insert into organisation (id, name, region_code) values (:id, :name, :region)
              """)
          .param("id", id)
          .param("name", wanted.name())
          .param("region", region.map(RegionCode::digits).orElse(""))
          .update();
    } catch (DuplicateKeyException taken) {
      throw Problem.of(HttpStatus.CONFLICT, "organisation.name-taken", wanted.name());
    }
    wanted.aliases().forEach(alias -> storeAlias(id, alias));
    return new Organisation(id, wanted.name(), region, wanted.aliases());
  }

  private void storeAlias(UUID id, String alias) {
    jdbc.sql("insert into organisation_alias (organisation_id, alias) values (:id, :alias)")
        .param("id", id)
        .param("alias", alias)
        .update();
  }

  private List<Organisation> all() {
    Map<UUID, List<String>> aliases =
        jdbc
            .sql("select organisation_id, alias from organisation_alias")
            .query(
                (row, n) ->
                    Map.entry(row.getObject("organisation_id", UUID.class), row.getString("alias")))
            .list()
            .stream()
            .sorted(Map.Entry.comparingByValue())
            .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    return jdbc
        .sql("select id, name, region_code from organisation")
        .query(
            (row, n) -> {
              UUID id = row.getObject("id", UUID.class);
              return new Organisation(
                  id,
                  row.getString("name"),
                  Optional.of(row.getString("region_code"))
                      .filter(code -> !code.isEmpty())
                      .map(RegionCode::new),
                  aliases.getOrDefault(id, List.of()));
            })
        .list()
        .stream()
        .sorted(
            Comparator.comparing((Organisation o) -> o.region().map(RegionCode::digits).orElse(""))
                .thenComparing(Organisation::name))
        .toList();
  }
}
