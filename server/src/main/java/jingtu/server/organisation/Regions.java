package jingtu.server.organisation;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jingtu.server.audit.Audit;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The regions that are known, and which of them an account may see: its own, those above it and
 * those below it.
 */
@Component
public class Regions {

  private final JdbcClient jdbc;
  private final Audit audit;

  Regions(JdbcClient jdbc, Audit audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  /** The regions that the account may see, by code. */
  @Transactional(readOnly = true)
  public List<Region> list(Scope scope) {
    Tree tree = tree();
    return tree.byCode().values().stream()
        .filter(region -> tree.sees(scope, region.code()))
        .toList();
  }

  /** The codes of the regions that the account may see. */
  @Transactional(readOnly = true)
  public Set<RegionCode> visibleTo(Scope scope) {
    return list(scope).stream().map(Region::code).collect(toCollection(TreeSet::new));
  }

  /** A region, where it is known and the account may see it. */
  @Transactional(readOnly = true)
  public Optional<Region> find(Scope scope, RegionCode code) {
    Tree tree = tree();
    return Optional.ofNullable(tree.byCode().get(code)).filter(r -> tree.sees(scope, code));
  }

  /** Whether a region is the account's own or lies below it; so may be acted for, not only seen. */
  @Transactional(readOnly = true)
  public boolean governs(Scope scope, RegionCode code) {
    Tree tree = tree();
    return tree.byCode().containsKey(code) && tree.governs(scope, code);
  }

  /** The name of every region that is known; names are no secret. */
  @Transactional(readOnly = true)
  public Map<RegionCode, String> names(Scope scope) {
    return tree().byCode().values().stream().collect(toMap(Region::code, Region::name));
  }

  /** Every region that is known, by code; which regions there are is no secret. */
  @Transactional(readOnly = true)
  public List<Region> all(Scope scope) {
    return List.copyOf(tree().byCode().values());
  }

  /** The codes of the account's own region and of those below it. */
  @Transactional(readOnly = true)
  public Set<RegionCode> governedBy(Scope scope) {
    Tree tree = tree();
    return tree.byCode().keySet().stream()
        .filter(code -> tree.governs(scope, code))
        .collect(toCollection(TreeSet::new));
  }

  /**
   * Adds regions, or renames those that are known. For lists that come with a start, not a request.
   */
  @Transactional
  public void load(List<Region> regions) {
    Map<RegionCode, Region> known = tree().byCode();
    List<Region> news =
        regions.stream().filter(region -> !region.equals(known.get(region.code()))).toList();
    news.forEach(this::store);
    if (!news.isEmpty()) {
      audit.record(Audit.SYSTEM, "region.loaded", news.size() + " regions", "");
    }
  }

  private void store(Region region) {
    jdbc.sql(
            """
            merge into region as r
            using (values (cast(:code as varchar(12)), cast(:name as varchar(100)),
                           cast(:level as varchar(20)), cast(:parent as varchar(12))))
              as n (code, name, level, parent)
            on r.code = n.code
            when matched then update set name = n.name, level = n.level, parent = n.parent
            when not matched then insert (code, name, level, parent)
              values (n.code, n.name, n.level, n.parent)
            """)
        .param("code", region.code().digits())
        .param("name", region.name())
        .param("level", region.level().name())
        .param("parent", region.parent().map(RegionCode::digits).orElse(null))
        .update();
  }

  private Tree tree() {
    Map<RegionCode, Region> byCode = new LinkedHashMap<>();
    jdbc
        .sql("select code, name, level, parent from region")
        .query(
            (row, n) ->
                new Region(
                    new RegionCode(row.getString("code")),
                    row.getString("name"),
                    RegionLevel.valueOf(row.getString("level")),
                    Optional.ofNullable(row.getString("parent")).map(RegionCode::new)))
        .list()
        .stream()
        .sorted(Comparator.comparing(Region::code))
        .forEach(region -> byCode.put(region.code(), region));
    return new Tree(byCode);
  }

  /** Which region lies in which. */
  private record Tree(Map<RegionCode, Region> byCode) {

    boolean sees(Scope scope, RegionCode code) {
      return scope.seesAllRegions()
          || scope.region().filter(own -> isWithin(code, own) || isWithin(own, code)).isPresent();
    }

    boolean governs(Scope scope, RegionCode code) {
      return scope.seesAllRegions()
          || scope.region().filter(own -> isWithin(code, own)).isPresent();
    }

    /** Whether a region is the other or lies somewhere below it. */
    boolean isWithin(RegionCode code, RegionCode outer) {
      Optional<RegionCode> at = Optional.of(code);
      for (int height = 0; at.isPresent() && height <= RegionLevel.values().length; height++) {
        if (at.get().equals(outer)) {
          return true;
        }
        at = Optional.ofNullable(byCode.get(at.get())).flatMap(Region::parent);
      }
      return false;
    }
  }
}
