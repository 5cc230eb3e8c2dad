package jingtu.server.organisation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

/** The areas without a code. Everybody sees them; who keeps a region's organisations keeps them. */
@Component
public class Areas {

  private final JdbcClient jdbc;
  private final Regions regions;
  private final Audit audit;
  private final Identifiers identifiers;

  Areas(JdbcClient jdbc, Regions regions, Audit audit, Identifiers identifiers) {
    this.jdbc = jdbc;
    this.regions = regions;
    this.audit = audit;
    this.identifiers = identifiers;
  }

  /** All of them, by region and name. */
  @Transactional(readOnly = true)
  public List<Area> list(Scope scope) {
    return all();
  }

  /**
   * Adds an area to a region.
   *
   * @throws Problem where the region is unknown or another's, or has an area of that name
   */
  @Transactional
  public Area add(Scope scope, String name, AreaKind kind, RegionCode region) {
    mustKeep(scope, region);
    Area added = new Area(identifiers.next(), name.strip(), kind, region);
    try {
      jdbc.sql("insert into area (id, name, kind, region_code) values (:id, :name, :kind, :region)")
          .param("id", added.id())
          .param("name", added.name())
          .param("kind", kind.name())
          .param("region", region.digits())
          .update();
    } catch (DuplicateKeyException taken) {
      throw Problem.of(HttpStatus.CONFLICT, "organisation.area-taken", added.name());
    }
    audit.record(scope, "area.added", added.id().toString(), added.name() + " " + region);
    return added;
  }

  /** Changes an area's name and kind; it stays in its region. */
  @Transactional
  public Area change(Scope scope, UUID id, String name, AreaKind kind) {
    Area before = get(scope, id);
    try {
      jdbc.sql("update area set name = :name, kind = :kind where id = :id")
          .param("id", id)
          .param("name", name.strip())
          .param("kind", kind.name())
          .update();
    } catch (DuplicateKeyException taken) {
      throw Problem.of(HttpStatus.CONFLICT, "organisation.area-taken", name.strip());
    }
    Area after = get(scope, id);
    audit.record(scope, "area.changed", id.toString(), before.name() + " -> " + after.name());
    return after;
  }

  /**
   * Removes an area in which no organisation lies.
   *
   * @throws Problem where one does
   */
  @Transactional
  public void remove(Scope scope, UUID id) {
    Area area = get(scope, id);
    int within =
        jdbc.sql("select count(*) from organisation where area_id = :id")
            .param("id", id)
            .query(Integer.class)
            .single();
    if (within > 0) {
      throw Problem.of(HttpStatus.CONFLICT, "organisation.area-in-use", area.name(), within);
    }
    jdbc.sql("delete from area where id = :id").param("id", id).update();
    audit.record(scope, "area.removed", id.toString(), area.name() + " " + area.region());
  }

  /** Whether an area lies in a region. */
  boolean lies(UUID area, Optional<RegionCode> region) {
    return all().stream()
        .anyMatch(known -> known.id().equals(area) && Optional.of(known.region()).equals(region));
  }

  private Area get(Scope scope, UUID id) {
    Area found =
        all().stream()
            .filter(area -> area.id().equals(id))
            .findFirst()
            .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "organisation.unknown-area"));
    mustKeep(scope, found.region());
    return found;
  }

  private void mustKeep(Scope scope, RegionCode region) {
    if (!Keeper.of(scope, regions).keepsIn(Optional.of(region))) {
      throw Problem.of(
          HttpStatus.UNPROCESSABLE_CONTENT, "organisation.unknown-region", region.digits());
    }
  }

  private List<Area> all() {
    return jdbc
        .sql("select id, name, kind, region_code from area")
        .query(
            (row, n) ->
                new Area(
                    row.getObject("id", UUID.class),
                    row.getString("name"),
                    AreaKind.valueOf(row.getString("kind")),
                    new RegionCode(row.getString("region_code"))))
        .list()
        .stream()
        .sorted(Comparator.comparing(Area::region).thenComparing(Area::name))
        .toList();
  }
}
