package jingtu.server.duty.home;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import jingtu.server.duty.DutyFocus;
import jingtu.server.duty.DutyFocus.Within;
import jingtu.server.duty.Reach;
import jingtu.server.duty.closeout.CloseOutGlances;
import jingtu.server.duty.home.CoordinatorHome.Silent;
import jingtu.server.duty.home.CoordinatorHome.SilentRound;
import jingtu.server.duty.home.CoordinatorHome.ToCheck;
import jingtu.server.duty.home.CoordinatorHome.ToConfirm;
import jingtu.server.duty.home.CoordinatorHome.Waiting;
import jingtu.server.duty.round.Round;
import jingtu.server.duty.round.RoundId;
import jingtu.server.duty.round.Rounds;
import jingtu.server.organisation.Organisations;
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

  private static final String OF_PLANS =
      """
       from duty join duty_source source on source.id = duty.source_id
      where duty.ended_reason = '' and duty.region_code in (:governed)
        and source.origin in ('TASK', 'OBLIGATION') and %s
      group by source.plan_id
      """;

  private static final Comparator<Silent> MOST_FIRST =
      Comparator.comparingInt((Silent each) -> each.open() + each.returned())
          .thenComparingInt(Silent::returned)
          .reversed()
          .thenComparing(Silent::name);

  private final JdbcClient jdbc;
  private final Organisations organisations;
  private final Reach reach;
  private final DueDuties due;
  private final Rounds rounds;
  private final CloseOutGlances closeOuts;
  private final Plans plans;
  private final Regions regions;
  private final Clock clock;

  CoordinatorHomes(
      JdbcClient jdbc,
      Organisations organisations,
      Reach reach,
      DueDuties due,
      Rounds rounds,
      CloseOutGlances closeOuts,
      Plans plans,
      Regions regions,
      Clock clock) {
    this.jdbc = jdbc;
    this.organisations = organisations;
    this.reach = reach;
    this.due = due;
    this.rounds = rounds;
    this.closeOuts = closeOuts;
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
        silent(scope, known),
        toConfirm(scope),
        closeOuts.kept(scope));
  }

  private long duties(Scope scope) {
    return reach
        .bind(
            jdbc.sql("select count(*) from duty where duty.ended_reason = '' and " + Reach.SEEN),
            scope)
        .query(Long.class)
        .single();
  }

  private ToCheck toCheck(Scope scope, List<Round> known) {
    record Totals(int reports, int organisations) {}
    record Waits(RoundId round, UUID organisation, int reports, Instant since) {}
    Totals totals =
        reach
            .bind(
                jdbc.sql(
                    """
                    select coalesce(sum(counted.reported), 0) as reports, count(*) as organisations
                    from round_count counted join round_up on round_up.id = counted.round_id
                    where counted.reported > 0 and round_up.region_code in (:governed)
                    """),
                scope)
            .query((row, n) -> new Totals(row.getInt("reports"), row.getInt("organisations")))
            .single();
    List<Waits> longest =
        reach
            .bind(
                jdbc.sql(
                    """
                    select counted.round_id, counted.organisation_id, counted.reported,
                      counted.waiting_since
                    from round_count counted join round_up on round_up.id = counted.round_id
                    where counted.reported > 0 and round_up.region_code in (:governed)
                    order by counted.waiting_since, counted.organisation_id
                    fetch first :most rows only
                    """),
                scope)
            .param("most", ROWS)
            .query(
                (row, n) ->
                    new Waits(
                        new RoundId(row.getObject("round_id", UUID.class)),
                        row.getObject("organisation_id", UUID.class),
                        row.getInt("reported"),
                        row.getObject("waiting_since", OffsetDateTime.class).toInstant()))
            .list();
    Map<RoundId, Round> byId = known.stream().collect(toMap(Round::id, Function.identity()));
    Map<UUID, String> names =
        organisations.names(scope, longest.stream().map(Waits::organisation).toList());
    return new ToCheck(
        totals.reports(),
        totals.organisations(),
        longest.stream()
            .flatMap(
                each ->
                    Optional.ofNullable(byId.get(each.round())).stream()
                        .map(
                            round ->
                                new Waiting(
                                    round,
                                    each.organisation(),
                                    names.getOrDefault(each.organisation(), ""),
                                    each.reports(),
                                    each.since())))
            .sorted(Comparator.comparing(Waiting::since).thenComparing(Waiting::name))
            .toList());
  }

  /**
   * The round-ups that run, and those that closed lately and in which something is still owed, the
   * newest closing first; where there are none, the one that closed last.
   */
  private List<SilentRound> silent(Scope scope, List<Round> known) {
    LocalDate today = OfficeDay.today(clock);
    List<Round> closed = ClosedRounds.newestFirst(known);
    List<SilentRound> told = new ArrayList<>();
    known.stream()
        .filter(round -> round.closed().isEmpty())
        .forEach(round -> told.add(silent(scope, round)));
    closed.stream()
        .filter(round -> ClosedRounds.isTold(round, today))
        .map(round -> silent(scope, round))
        .filter(silent -> silent.total() > 0)
        .forEach(told::add);
    return told.isEmpty()
        ? closed.stream().limit(1).map(last -> silent(scope, last)).toList()
        : told;
  }

  private SilentRound silent(Scope scope, Round round) {
    record Owes(UUID organisation, int open, int returned) {}
    List<Owes> owing =
        jdbc.sql(
                """
                select organisation_id, open_lines, returned from round_count
                where round_id = :round and open_lines + returned > 0
                """)
            .param("round", round.id().value())
            .query(
                (row, n) ->
                    new Owes(
                        row.getObject("organisation_id", UUID.class),
                        row.getInt("open_lines"),
                        row.getInt("returned")))
            .list();
    Map<UUID, String> names =
        organisations.names(scope, owing.stream().map(Owes::organisation).toList());
    List<Silent> told =
        owing.stream()
            .map(
                each ->
                    new Silent(
                        each.organisation(),
                        names.getOrDefault(each.organisation(), ""),
                        each.open(),
                        each.returned(),
                        List.of()))
            .sorted(MOST_FIRST)
            .limit(ROWS)
            .toList();
    return new SilentRound(
        round,
        owing.size(),
        owing.stream().mapToInt(each -> each.open() + each.returned()).sum(),
        withLacks(round, told));
  }

  /**
   * With the first sentences that each has not told of; looked up once it is known which these are.
   */
  private List<Silent> withLacks(Round round, List<Silent> told) {
    if (told.isEmpty()) {
      return List.of();
    }
    Map<UUID, List<UUID>> owed = new HashMap<>();
    told.forEach(each -> owed.put(each.organisation(), firstOwed(round, each.organisation())));
    Map<UUID, String> sentences = sentences(owed.values().stream().flatMap(List::stream).toList());
    Map<UUID, List<String>> lacks = new HashMap<>();
    owed.forEach(
        (organisation, duties) ->
            lacks.put(
                organisation,
                duties.stream()
                    .flatMap(duty -> Optional.ofNullable(sentences.get(duty)).stream())
                    .toList()));
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

  private List<UUID> firstOwed(Round round, UUID organisation) {
    return jdbc.sql(
            """
            select line.duty_id from report_line line
            where line.round_id = :round and line.organisation_id = :whose
              and line.line_status in ('OPEN', 'RETURNED')
            order by line.sort_key fetch first :most rows only
            """)
        .param("round", round.id().value())
        .param("whose", organisation)
        .param("most", LACKS)
        .query((row, n) -> row.getObject("duty_id", UUID.class))
        .list();
  }

  private Map<UUID, String> sentences(List<UUID> duties) {
    Map<UUID, String> sentences = new HashMap<>();
    if (!duties.isEmpty()) {
      jdbc.sql(
              "select duty.id, "
                  + DutyFocus.ASKED
                  + """
               as sentence
              from duty join duty_source source on source.id = duty.source_id
              where duty.id in (:duties)
              """)
          .param("duties", duties)
          .query(
              row -> {
                sentences.put(row.getObject("id", UUID.class), row.getString("sentence"));
              });
    }
    return sentences;
  }

  private Map<PlanId, Integer> asleep(Scope scope) {
    Map<PlanId, Integer> asleep = new HashMap<>();
    reach
        .bind(
            jdbc.sql(
                "select source.plan_id, count(*) as asleep" + OF_PLANS.formatted("not duty.awake")),
            scope)
        .query(
            row -> {
              asleep.put(new PlanId(row.getObject("plan_id", UUID.class)), row.getInt("asleep"));
            });
    return asleep;
  }

  /** Duties under names that nobody in the directory has, and how many such names. */
  private record Unassigned(int duties, int names) {}

  private Map<PlanId, Unassigned> unassigned(Scope scope) {
    Map<PlanId, Unassigned> unassigned = new HashMap<>();
    reach
        .bind(
            jdbc.sql(
                "select source.plan_id, count(*) as duties,"
                    + " count(distinct duty.printed_name) as names"
                    + OF_PLANS.formatted(DutyFocus.UNASSIGNED)),
            scope)
        .query(
            row -> {
              unassigned.put(
                  new PlanId(row.getObject("plan_id", UUID.class)),
                  new Unassigned(row.getInt("duties"), row.getInt("names")));
            });
    return unassigned;
  }

  private List<ToConfirm> toConfirm(Scope scope) {
    Map<PlanId, Integer> sleeping = asleep(scope);
    Map<PlanId, Unassigned> nobodys = unassigned(scope);
    List<ToConfirm> toConfirm = new ArrayList<>();
    for (RegisteredPlan plan : plans.list(scope)) {
      int asleep = sleeping.getOrDefault(plan.id(), 0);
      Unassigned asked = nobodys.getOrDefault(plan.id(), new Unassigned(0, 0));
      boolean something = asleep + asked.duties() + plan.findingCount() > 0;
      if (something && regions.governs(scope, plan.region())) {
        toConfirm.add(
            new ToConfirm(
                plan.id(),
                plan.title(),
                asleep,
                asked.duties(),
                asked.names(),
                plan.findingCount()));
      }
    }
    return toConfirm;
  }
}
