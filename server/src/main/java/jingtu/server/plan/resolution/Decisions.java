package jingtu.server.plan.resolution;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.edge.Problem;
import jingtu.server.organisation.Regions;
import jingtu.server.plan.PlanId;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What was said of names, each saying kept. Rows are only added. */
@Repository
class Decisions {

  private static final String SELECT = "select * from name_decision where region_code = :region ";

  private final JdbcClient jdbc;
  private final Regions regions;
  private final Clock clock;

  Decisions(JdbcClient jdbc, Regions regions, Clock clock) {
    this.jdbc = jdbc;
    this.regions = regions;
    this.clock = clock;
  }

  /** What holds for a region now, by name; nothing where the scope does not see the region. */
  @Transactional(readOnly = true)
  public Map<String, Decision> current(Scope scope, RegionCode region) {
    return all(scope, region, "order by name, version", "").stream()
        .collect(toMap(Decision::name, decision -> decision, (earlier, later) -> later));
  }

  /** Everything that was ever said of a name, the latest first. */
  @Transactional(readOnly = true)
  public List<Decision> history(Scope scope, RegionCode region, String name) {
    return all(scope, region, "and name = :name order by version desc", name);
  }

  /**
   * Keeps what is said of a name.
   *
   * @param version of what was said last, 0 where nothing was
   * @throws Problem where somebody was quicker
   */
  @Transactional
  public Decision add(
      Scope scope,
      RegionCode region,
      String name,
      int version,
      Verdict verdict,
      Optional<UUID> organisation,
      String note,
      PlanId plan) {
    Decision decision =
        new Decision(
            region,
            name,
            version + 1,
            verdict,
            organisation,
            note,
            scope.username(),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    try {
      insert(scope, decision, plan);
    } catch (DuplicateKeyException quicker) {
      throw Problem.of(HttpStatus.CONFLICT, "names.decided-meanwhile", name);
    }
    return decision;
  }

  private void insert(Scope scope, Decision decision, PlanId plan) {
    jdbc.sql(
            """
            insert into name_decision (region_code, name, version, verdict, organisation_id, note,
              plan_id, decided_by, decided_by_name, decided_at)
            values (:region, :name, :version, :verdict, :organisation, :note, :plan, :by, :byName,
              :at)
            """)
        .param("region", decision.region().digits())
        .param("name", decision.name())
        .param("version", decision.version())
        .param("verdict", decision.verdict().name())
        .param("organisation", decision.organisation().orElse(null))
        .param("note", decision.note())
        .param("plan", plan.value())
        .param("by", scope.account())
        .param("byName", scope.username())
        .param("at", decision.decidedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  private List<Decision> all(Scope scope, RegionCode region, String rest, String name) {
    if (!regions.visibleTo(scope).contains(region)) {
      return List.of();
    }
    return jdbc.sql(SELECT + rest)
        .param("region", region.digits())
        .param("name", name)
        .query(Decisions::decision)
        .list();
  }

  private static Decision decision(ResultSet row, int number) throws SQLException {
    return new Decision(
        new RegionCode(row.getString("region_code")),
        row.getString("name"),
        row.getInt("version"),
        Verdict.valueOf(row.getString("verdict")),
        Optional.ofNullable(row.getObject("organisation_id", UUID.class)),
        row.getString("note"),
        row.getString("decided_by_name"),
        row.getObject("decided_at", OffsetDateTime.class).toInstant());
  }
}
