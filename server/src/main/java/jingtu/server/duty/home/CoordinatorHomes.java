package jingtu.server.duty.home;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import jingtu.server.duty.DutyFocus.Within;
import jingtu.server.duty.Reach;
import jingtu.server.duty.home.CoordinatorHome.Silent;
import jingtu.server.duty.home.CoordinatorHome.SilentRound;
import jingtu.server.duty.home.CoordinatorHome.ToCheck;
import jingtu.server.duty.home.CoordinatorHome.ToConfirm;
import jingtu.server.duty.round.Round;
import jingtu.server.duty.round.RoundId;
import jingtu.server.duty.round.Rounds;
import jingtu.server.organisation.Regions;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.Plans;
import jingtu.server.plan.RegisteredPlan;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Puts the coordinator's list of today together, out of what the account keeps. */
@Repository
public class CoordinatorHomes {

  /** How many rows of a list are told; the list itself has all. */
  public static final int ROWS = 20;

  /** How many sentences say what an organisation lacks. */
  private static final int LACKS = 2;

  private final JdbcClient jdbc;
  private final Reach reach;
  private final DueDuties due;
  private final Rounds rounds;
  private final Plans plans;
  private final Regions regions;
  private final Clock clock;

  CoordinatorHomes(
      JdbcClient jdbc,
      Reach reach,
      DueDuties due,
      Rounds rounds,
      Plans plans,
      Regions regions,
      Clock clock) {
    this.jdbc = jdbc;
    this.reach = reach;
    this.due = due;
    this.rounds = rounds;
    this.plans = plans;
    this.regions = regions;
    this.clock = clock;
  }

  /** The list of today, with what is due within a time. */
  @Transactional(readOnly = true)
  public CoordinatorHome of(Scope scope, Within within) {
    List<Round> known =
        rounds.list(scope).stream().filter(round -> reach.keeps(scope, round.region())).toList();
    return new CoordinatorHome(
        OfficeDay.today(clock),
        duties(scope),
        due.counts(scope, Optional.empty()),
        due.due(scope, within, ROWS),
        toCheck(scope, known),
        asked(known).stream().map(this::silent).toList(),
        toConfirm(scope));
  }

  private long duties(Scope scope) {
    return reach
        .bind(
            jdbc.sql("select count(*) from duty where duty.ended_reason = '' and " + Reach.SEEN),
            scope)
        .query(Long.class)
        .single();
  }

  private List<ToCheck> toCheck(Scope scope, List<Round> known) {
    record Waiting(RoundId round, UUID organisation, String name, int reports, Instant since) {}
    Map<RoundId, Round> byId = known.stream().collect(toMap(Round::id, Function.identity()));
    List<Waiting> waiting =
        reach
            .bind(
                jdbc.sql(
                    """
                    select line.round_id, line.organisation_id, duty.organisation_name,
                      count(*) as reports, min(line.changed_at) as since
                    from report_line line join round_up on round_up.id = line.round_id
                      join duty on duty.id = line.duty_id
                    where line.line_status = 'REPORTED' and round_up.region_code in (:governed)
                    group by line.round_id, line.organisation_id, duty.organisation_name
                    order by since, duty.organisation_name
                    """),
                scope)
            .query(
                (row, n) ->
                    new Waiting(
                        new RoundId(row.getObject("round_id", UUID.class)),
                        row.getObject("organisation_id", UUID.class),
                        row.getString("organisation_name"),
                        row.getInt("reports"),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
            .list();
    return waiting.stream()
        .flatMap(
            each ->
                Optional.ofNullable(byId.get(each.round())).stream()
                    .map(
                        round ->
                            new ToCheck(
                                round,
                                each.organisation(),
                                each.name(),
                                each.reports(),
                                each.since())))
        .toList();
  }

  /** The round-ups that run; where none does, the one that closed last. */
  private static List<Round> asked(List<Round> known) {
    List<Round> running = known.stream().filter(round -> round.closed().isEmpty()).toList();
    return running.isEmpty() ? known.stream().limit(1).toList() : running;
  }

  private SilentRound silent(Round round) {
    List<Silent> owing =
        jdbc.sql(
                """
                select line.organisation_id, duty.organisation_name,
                  count(case when line.line_status = 'OPEN' then 1 end) as open_lines,
                  count(case when line.line_status = 'RETURNED' then 1 end) as returned
                from report_line line join duty on duty.id = line.duty_id
                where line.round_id = :round and line.line_status in ('OPEN', 'RETURNED')
                group by line.organisation_id, duty.organisation_name
                order by count(*) desc, returned desc, duty.organisation_name
                """)
            .param("round", round.id().value())
            .query(
                (row, n) ->
                    new Silent(
                        row.getObject("organisation_id", UUID.class),
                        row.getString("organisation_name"),
                        row.getInt("open_lines"),
                        row.getInt("returned"),
                        List.of()))
            .list();
    List<Silent> told = owing.subList(0, Math.min(ROWS, owing.size()));
    return new SilentRound(
        round,
        owing.size(),
        owing.stream().mapToInt(each -> each.open() + each.returned()).sum(),
        withLacks(round, told));
  }

  private List<Silent> withLacks(Round round, List<Silent> told) {
    if (told.isEmpty()) {
      return List.of();
    }
    record Lack(UUID organisation, String sentence) {}
    Map<UUID, List<String>> lacks =
        jdbc
            .sql(
                """
                select owed.organisation_id,
                  case when duty.content = '' then source.sentence else duty.content end
                    as sentence
                from (select line.organisation_id, line.duty_id, row_number() over
                    (partition by line.organisation_id order by line.sort_key) as place
                  from report_line line
                  where line.round_id = :round and line.line_status in ('OPEN', 'RETURNED')
                    and line.organisation_id in (:told)) owed
                  join duty on duty.id = owed.duty_id
                  join duty_source source on source.id = duty.source_id
                where owed.place <= :most order by owed.place
                """)
            .param("round", round.id().value())
            .param("told", told.stream().map(Silent::organisation).toList())
            .param("most", LACKS)
            .query(
                (row, n) ->
                    new Lack(
                        row.getObject("organisation_id", UUID.class), row.getString("sentence")))
            .list()
            .stream()
            .collect(groupingBy(Lack::organisation, mapping(Lack::sentence, toList())));
    return told.stream()
        .map(
            each ->
                new Silent(
                    each.organisation(),
                    each.name(),
                    each.open(),
                    each.returned(),
                    lacks.getOrDefault(each.organisation(), List.of())))
        .toList();
  }

  private List<ToConfirm> toConfirm(Scope scope) {
    record Asks(int asleep, int unassigned, int names) {}
    Map<PlanId, Asks> asks = new HashMap<>();
    reach
        .bind(
            jdbc.sql(
                """
                select source.plan_id, count(case when not duty.awake then 1 end) as asleep,
                  count(case when duty.organisation_id is null and duty.parent_id is null
                    then 1 end) as unassigned,
                  count(distinct case when duty.organisation_id is null
                    and duty.parent_id is null then duty.printed_name end) as names
                from duty join duty_source source on source.id = duty.source_id
                where duty.ended_reason = '' and duty.region_code in (:governed)
                  and source.origin in ('TASK', 'OBLIGATION')
                  and (duty.organisation_id is null and duty.parent_id is null
                    or not duty.awake)
                group by source.plan_id
                """),
            scope)
        .query(
            row -> {
              asks.put(
                  new PlanId(row.getObject("plan_id", UUID.class)),
                  new Asks(row.getInt("asleep"), row.getInt("unassigned"), row.getInt("names")));
            });
    List<ToConfirm> toConfirm = new ArrayList<>();
    for (RegisteredPlan plan : plans.list(scope)) {
      Asks asked = asks.getOrDefault(plan.id(), new Asks(0, 0, 0));
      boolean something = asked.asleep() + asked.unassigned() + plan.findingCount() > 0;
      if (something && regions.governs(scope, plan.region())) {
        toConfirm.add(
            new ToConfirm(
                plan.id(),
                plan.title(),
                asked.asleep(),
                asked.unassigned(),
                asked.names(),
                plan.findingCount()));
      }
    }
    return toConfirm;
  }
}
