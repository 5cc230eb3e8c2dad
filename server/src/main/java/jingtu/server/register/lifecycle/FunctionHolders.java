package jingtu.server.register.lifecycle;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import jingtu.server.organisation.Region;
import jingtu.server.organisation.Regions;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The organisations that hold functions, as the regions have said. */
@Repository
class FunctionHolders {

  private final JdbcClient jdbc;
  private final Regions regions;

  FunctionHolders(JdbcClient jdbc, Regions regions) {
    this.jdbc = jdbc;
    this.regions = regions;
  }

  /**
   * Who holds a function in a region.
   *
   * @param region the one that says so: the region itself, or the nearest above it that does
   */
  record Holding(RegionCode region, SortedSet<UUID> organisations) {}

  /** What all regions have said, and which region lies in which, as of one moment. */
  static final class Told {

    private final Map<String, Map<RegionCode, SortedSet<UUID>>> byFunction = new HashMap<>();
    private final Map<RegionCode, RegionCode> parents = new HashMap<>();

    /** The holders of a function, by the nearest region upwards that names any. */
    Optional<Holding> find(String function, RegionCode region) {
      Map<RegionCode, SortedSet<UUID>> named = byFunction.getOrDefault(function, Map.of());
      RegionCode at = region;
      for (int height = 0; at != null && height <= parents.size(); height++) {
        SortedSet<UUID> holders = named.get(at);
        if (holders != null) {
          return Optional.of(new Holding(at, holders));
        }
        at = parents.get(at);
      }
      return Optional.empty();
    }
  }

  Told told(Scope scope) {
    Told told = new Told();
    for (Region region : regions.all(scope)) {
      region.parent().ifPresent(parent -> told.parents.put(region.code(), parent));
    }
    jdbc.sql("select function, region_code, organisation_id from function_holder")
        .query(
            row -> {
              told.byFunction
                  .computeIfAbsent(row.getString("function"), function -> new HashMap<>())
                  .computeIfAbsent(
                      new RegionCode(row.getString("region_code")), region -> new TreeSet<>())
                  .add(row.getObject("organisation_id", UUID.class));
            });
    return told;
  }

  /** Says who holds a function in a region; nobody leaves it to the region above. */
  void replace(String function, RegionCode region, Collection<UUID> organisations) {
    jdbc.sql("delete from function_holder where function = :function and region_code = :region")
        .param("function", function)
        .param("region", region.digits())
        .update();
    for (UUID organisation : new TreeSet<>(organisations)) {
      jdbc.sql(
              """
              insert into function_holder (function, region_code, organisation_id)
              values (:function, :region, :organisation)
              """)
          .param("function", function)
          .param("region", region.digits())
          .param("organisation", organisation)
          .update();
    }
  }
}
