package jingtu.server.duty.home;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.duty.DutyFocus;
import jingtu.server.duty.DutyFocus.Within;
import jingtu.server.duty.Light;
import jingtu.server.duty.LightRule;
import jingtu.server.duty.Reach;
import jingtu.server.scope.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Duties that are reported on, by the day on which they are due. */
@Repository
class DueDuties {

  /** What homes speak of: awake, not ended, reported on, and seen. */
  static final String SPOKEN_OF =
      "duty.ended_reason = '' and duty.awake and " + DutyFocus.REPORTED + " and " + Reach.SEEN;

  private static final String OWN = " and duty.organisation_id = :whose";

  private final JdbcClient jdbc;
  private final Reach reach;
  private final LightRule lights;
  private final Clock clock;

  DueDuties(JdbcClient jdbc, Reach reach, LightRule lights, Clock clock) {
    this.jdbc = jdbc;
    this.reach = reach;
    this.lights = lights;
    this.clock = clock;
  }

  /** How many are due by when; of one organisation, or of all that are seen. */
  @Transactional(readOnly = true)
  Map<Within, Integer> counts(Scope scope, Optional<UUID> organisation) {
    StringBuilder columns = new StringBuilder();
    for (Within within : Within.values()) {
      columns
          .append(columns.isEmpty() ? "" : ", ")
          .append("count(case when " + within.sql() + " then 1 end) as " + within.name());
    }
    String sql =
        "select "
            + columns
            + " from duty where duty.open_day <= :today_30 and "
            + SPOKEN_OF
            + own(organisation);
    return bind(sql, scope, organisation)
        .query(
            (row, n) -> {
              Map<Within, Integer> counts = new EnumMap<>(Within.class);
              for (Within within : Within.values()) {
                counts.put(within, row.getInt(within.name()));
              }
              return counts;
            })
        .single();
  }

  /** Those that are due by then, the earliest first. */
  @Transactional(readOnly = true)
  List<DueDuty> due(Scope scope, Within within, int limit) {
    return list(
        scope,
        Optional.empty(),
        " and " + within.sql() + " order by duty.open_day, duty.organisation_name, duty.sort_key",
        limit);
  }

  /** What an organisation has to do: what has a day first, the earliest before the others. */
  @Transactional(readOnly = true)
  List<DueDuty> ahead(Scope scope, UUID organisation, int limit) {
    return list(
        scope,
        Optional.of(organisation),
        " and (duty.open_day is not null or duty.said_state not in ('DONE', 'NOT_CONCERNED'))"
            + " order by duty.open_day nulls last, duty.sort_key",
        limit);
  }

  /** How many duties of an organisation show which light. */
  @Transactional(readOnly = true)
  Map<Light, Integer> lights(Scope scope, UUID organisation) {
    Map<Light, Integer> counts = new EnumMap<>(Light.class);
    bind(
            "select light, count(*) as duties from (select "
                + lights.sql()
                + " as light from duty where "
                + SPOKEN_OF
                + OWN
                + ") shown group by light",
            scope,
            Optional.of(organisation))
        .query(
            row -> {
              counts.put(Light.valueOf(row.getString("light")), row.getInt("duties"));
            });
    return counts;
  }

  private List<DueDuty> list(Scope scope, Optional<UUID> organisation, String rest, int limit) {
    return bind(
            """
            select duty.id, duty.organisation_id, duty.organisation_name, duty.open_day,
              case when duty.content = '' then source.sentence else duty.content end as sentence,
            """
                + lights.sql()
                + " as light from duty join duty_source source on source.id = duty.source_id where "
                + SPOKEN_OF
                + own(organisation)
                + rest
                + " fetch first :limit rows only",
            scope,
            organisation)
        .param("limit", limit)
        .query(DueDuties::row)
        .list();
  }

  private static String own(Optional<UUID> organisation) {
    return organisation.isPresent() ? OWN : "";
  }

  private StatementSpec bind(String sql, Scope scope, Optional<UUID> organisation) {
    return DutyFocus.days(reach.bind(jdbc.sql(sql), scope), clock)
        .param("whose", organisation.orElse(null));
  }

  private static DueDuty row(ResultSet row, int number) throws SQLException {
    return new DueDuty(
        row.getObject("id", UUID.class),
        Optional.ofNullable(row.getObject("organisation_id", UUID.class)),
        row.getString("organisation_name"),
        row.getString("sentence"),
        Light.valueOf(row.getString("light")),
        Optional.ofNullable(row.getObject("open_day", LocalDate.class)));
  }
}
