package jingtu.server.duty.round;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jingtu.server.duty.DutyFocus;
import jingtu.server.duty.DutyId;
import jingtu.server.duty.Reach;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The round-ups that an account may see: those of the regions that it coordinates, and of any other
 * the lines of its own organisation, of the organisations of its region and of those to whom the
 * own handed down.
 */
@Repository
public class Rounds {

  /** A condition on rows of {@code line} beside {@code round_up}; {@link Reach} binds it. */
  public static final String SEEN =
      """
      (round_up.region_code in (:governed) or line.organisation_region in (:governed)
        or line.organisation_id = :own
        or line.duty_id in (select handed.id from duty handed where handed.handed_by = :own))
      """;

  /**
   * The same without what was handed down, on rows of {@code line} that count an organisation's.
   */
  static final String COUNTED =
      """
      (round_up.region_code in (:governed) or line.organisation_region in (:governed)
        or line.organisation_id = :own)
      """;

  /** A condition on rows of {@code round_up}: that some line of it is seen. */
  private static final String SEEN_ROUND =
      """
      (exists (
        select 1 from round_count line where line.round_id = round_up.id and
      """
          + COUNTED
          + """
            ) or exists (
              select 1 from duty handed join report_line line on line.duty_id = handed.id
              where handed.handed_by = :own and line.round_id = round_up.id))
            """;

  private static final String SEEN_LINES =
      "select "
          + RoundRows.LINE
          + "from report_line line join round_up on round_up.id = line.round_id where "
          + SEEN;

  private static final String IN_ORDER = " order by line.sort_key";

  private static final int DUTIES_AT_ONCE = 500;

  /** Stands where a list of round-ups is empty, which SQL does not know. */
  private static final UUID NO_ROUND = new UUID(0, 0);

  private final JdbcClient jdbc;
  private final RoundRows rows;
  private final Reach reach;

  Rounds(JdbcClient jdbc, RoundRows rows, Reach reach) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.reach = reach;
  }

  /** The round-ups of which an account sees any line, the latest first. */
  @Transactional(readOnly = true)
  public List<Round> list(Scope scope) {
    return reach
        .bind(
            jdbc.sql(
                "select "
                    + RoundRows.ROUND
                    + " from round_up where "
                    + SEEN_ROUND
                    + " order by round_up.first_day desc, round_up.months, round_up.region_code"),
            scope)
        .query(RoundRows::round)
        .list();
  }

  @Transactional(readOnly = true)
  public Optional<Round> find(Scope scope, RoundId id) {
    return reach
        .bind(
            jdbc.sql(
                "select " + RoundRows.ROUND + " from round_up where id = :id and " + SEEN_ROUND),
            scope)
        .param("id", id.value())
        .query(RoundRows::round)
        .optional();
  }

  /** The lines of a round-up, of one organisation or of all, in the order of their plans. */
  @Transactional(readOnly = true)
  public List<ReportLine> lines(Scope scope, RoundId round, Optional<UUID> organisation) {
    if (organisation.isEmpty() && !scope.is(Role.COORDINATOR)) {
      return list(scope, own(scope, round));
    }
    String which = organisation.isPresent() ? " and line.organisation_id = :whose" : "";
    StatementSpec select =
        reach
            .bind(jdbc.sql(SEEN_LINES + " and line.round_id = :round" + which + IN_ORDER), scope)
            .param("round", round.value());
    organisation.ifPresent(whose -> select.param("whose", whose));
    return select.query(RoundRows::line).list();
  }

  /**
   * What an organisation has and what it handed down: of whoever governs no region nothing else is
   * seen, and in one question databases look through all lines of a round-up for that.
   */
  private List<LineId> own(Scope scope, RoundId round) {
    return reach
        .bind(
            jdbc.sql(
                """
                select line.id from report_line line
                  where line.organisation_id = :own and line.round_id = :round
                union select line.id from duty handed
                    join report_line line on line.duty_id = handed.id
                  where handed.handed_by = :own and line.round_id = :round
                """),
            scope)
        .param("round", round.value())
        .query((row, n) -> new LineId(row.getObject("id", UUID.class)))
        .list();
  }

  /**
   * A report that is owed: nothing was said, or it came back.
   *
   * @param name of the organisation
   */
  public record Owed(UUID organisation, String name, LineStatus status, String sentence) {}

  /** What is owed in a round-up, in the order of the plans. */
  @Transactional(readOnly = true)
  public List<Owed> owed(Scope scope, RoundId round) {
    return reach
        .bind(
            jdbc.sql(
                """
                select line.organisation_id, duty.organisation_name, line.line_status,
                  case when duty.content = '' then source.sentence else duty.content end as sentence
                from report_line line join round_up on round_up.id = line.round_id
                  join duty on duty.id = line.duty_id
                  join duty_source source on source.id = duty.source_id
                where line.round_id = :round and line.line_status in ('OPEN', 'RETURNED') and
                """
                    + SEEN
                    + IN_ORDER),
            scope)
        .param("round", round.value())
        .query(
            (row, n) ->
                new Owed(
                    row.getObject("organisation_id", UUID.class),
                    row.getString("organisation_name"),
                    LineStatus.valueOf(row.getString("line_status")),
                    row.getString("sentence")))
        .list();
  }

  /** Those of the lines that the scope sees, in the order of their plans. */
  @Transactional(readOnly = true)
  public List<ReportLine> list(Scope scope, Collection<LineId> lines) {
    if (lines.isEmpty()) {
      return List.of();
    }
    return reach
        .bind(jdbc.sql(SEEN_LINES + " and line.id in (:ids)" + IN_ORDER), scope)
        .param("ids", lines.stream().map(LineId::value).toList())
        .query(RoundRows::line)
        .list();
  }

  /**
   * The lines of the same duties in the same period and earlier ones, a duty's together, the latest
   * first.
   */
  @Transactional(readOnly = true)
  public List<ReportLine> withEarlier(Scope scope, Collection<LineId> lines) {
    if (lines.isEmpty()) {
      return List.of();
    }
    return reach
        .bind(
            jdbc.sql(
                SEEN_LINES
                    + """
                       and exists (
                        select 1 from report_line chosen
                          join round_up its on its.id = chosen.round_id
                        where chosen.id in (:ids) and chosen.duty_id = line.duty_id
                          and round_up.last_day <= its.last_day)
                      order by line.sort_key, line.duty_id, round_up.last_day desc,
                        round_up.months desc
                      """),
            scope)
        .param("ids", lines.stream().map(LineId::value).toList())
        .query(RoundRows::line)
        .list();
  }

  /**
   * What was said of each of the duties last.
   *
   * @param period for which it was said
   */
  public record LastSaid(ReportingPeriod period, ReportLine line) {}

  /** What was last said of each of the duties, as far as the scope sees it. */
  @Transactional(readOnly = true)
  public Map<DutyId, LastSaid> lastSaid(Scope scope, Collection<DutyId> duties) {
    if (duties.isEmpty()) {
      return Map.of();
    }
    return reach
        .bind(
            jdbc.sql(
                "select "
                    + RoundRows.LINE
                    + """
                      , round_up.first_day, round_up.months
                      from report_line line join round_up on round_up.id = line.round_id
                      where line.duty_id in (:duties) and line.duty_state <> '' and
                      """
                    + SEEN
                    + " order by "
                    + ReportingPeriod.ORDER),
            scope)
        .param("duties", duties.stream().map(DutyId::value).toList())
        .query(Rounds::lastSaid)
        .list()
        .stream()
        .collect(toMap(said -> said.line().duty(), said -> said, (earlier, later) -> later));
  }

  /**
   * What stands, at the end of a period, of the duties of a region that go on and that none of
   * these round-ups asks about: of each what was said last and not given back, in the order of
   * {@link ReportingPeriod}. Mostly they are done, or none of theirs, and asked about no more.
   */
  @Transactional(readOnly = true)
  public List<LastSaid> standing(
      Scope scope, RegionCode region, LocalDate until, Collection<RoundId> asking) {
    List<LastSaid> said =
        reach
            .bind(
                jdbc.sql(
                    "select "
                        + RoundRows.LINE
                        + """
                          , round_up.first_day, round_up.months
                          from (select duty.id from duty where duty.region_code = :region
                              and duty.ended_reason = '' and duty.awake
                              and not exists (select 1 from report_line asked
                                where asked.duty_id = duty.id and asked.round_id in (:asking))
                              and
                          """
                        + DutyFocus.REPORTED
                        + """
                            ) going join report_line line on line.duty_id = going.id
                              join round_up on round_up.id = line.round_id
                          where line.duty_state <> '' and line.line_status <> 'RETURNED'
                            and round_up.last_day <= :until and
                          """
                        + SEEN
                        + " order by "
                        + ReportingPeriod.ORDER),
                scope)
            .param("region", region.digits())
            .param("until", until)
            .param("asking", asking.isEmpty() ? List.of(NO_ROUND) : values(asking))
            .query(Rounds::lastSaid)
            .list();
    Map<DutyId, LastSaid> last = new LinkedHashMap<>();
    said.forEach(each -> last.put(each.line().duty(), each));
    return List.copyOf(last.values());
  }

  private static List<UUID> values(Collection<RoundId> rounds) {
    return rounds.stream().map(RoundId::value).toList();
  }

  private static LastSaid lastSaid(ResultSet row, int number) throws SQLException {
    return new LastSaid(
        new ReportingPeriod(row.getObject("first_day", LocalDate.class), row.getInt("months")),
        RoundRows.line(row, number));
  }

  /** What was done with a line, the latest first; nothing where the scope does not see it. */
  @Transactional(readOnly = true)
  public List<ReportChange> history(Scope scope, LineId line) {
    return list(scope, List.of(line)).isEmpty() ? List.of() : rows.changes(line);
  }

  /** What was done with each line of a round-up that the scope sees, the latest first. */
  @Transactional(readOnly = true)
  public Map<LineId, List<ReportChange>> histories(Scope scope, RoundId round) {
    Map<LineId, List<ReportChange>> all = rows.changes(round);
    all.keySet()
        .retainAll(
            lines(scope, round, Optional.empty()).stream().map(ReportLine::id).collect(toSet()));
    return all;
  }

  /**
   * What was last said of duties before the period of a round-up and was not given back, as far as
   * the scope sees it. A shorter period that ends together with it is before it. Looks into one
   * period after the other, the latest first, until of each duty something was found: mostly that
   * is the very one before.
   */
  @Transactional(readOnly = true)
  public Map<DutyId, Progress> before(Scope scope, RoundId round, Collection<DutyId> duties) {
    Set<UUID> silent = duties.stream().map(DutyId::value).collect(toCollection(LinkedHashSet::new));
    Map<DutyId, Progress> before = new HashMap<>();
    for (UUID earlier : earlier(round)) {
      if (silent.isEmpty()) {
        break;
      }
      List<UUID> asked = List.copyOf(silent);
      for (int from = 0; from < asked.size(); from += DUTIES_AT_ONCE) {
        said(scope, earlier, asked.subList(from, Math.min(asked.size(), from + DUTIES_AT_ONCE)))
            .forEach(
                (duty, progress) -> {
                  before.put(duty, progress);
                  silent.remove(duty.value());
                });
      }
    }
    return before;
  }

  /** The round-ups of the same region whose periods are before, the latest first. */
  private List<UUID> earlier(RoundId round) {
    return jdbc.sql(
            """
            select earlier.id from round_up this join round_up earlier
              on earlier.region_code = this.region_code and (earlier.last_day < this.last_day
                or (earlier.last_day = this.last_day and earlier.months < this.months))
            where this.id = :round order by earlier.last_day desc, earlier.months desc
            """)
        .param("round", round.value())
        .query((row, n) -> row.getObject("id", UUID.class))
        .list();
  }

  /** Asked through the duties: databases look for these then, and not through a whole round-up. */
  private Map<DutyId, Progress> said(Scope scope, UUID round, List<UUID> duties) {
    Map<DutyId, Progress> said = new HashMap<>();
    reach
        .bind(
            jdbc.sql(
                "select "
                    + RoundRows.LINE
                    + """
                      from duty asked join report_line line on line.duty_id = asked.id
                        join round_up on round_up.id = line.round_id
                      where asked.id in (:duties) and line.round_id = :round
                        and line.duty_state <> '' and line.line_status <> 'RETURNED' and
                      """
                    + SEEN),
            scope)
        .param("round", round)
        .param("duties", duties)
        .query(
            row -> {
              said.put(RoundRows.line(row, 0).duty(), RoundRows.progress(row).orElseThrow());
            });
    return said;
  }

  /** What had last been said, at a moment, of an organisation's lines that the scope sees. */
  @Transactional(readOnly = true)
  public Map<LineId, Progress> saidUntil(
      Scope scope, RoundId round, UUID organisation, Instant moment) {
    record Said(LineId line, Progress progress) {}
    return reach
        .bind(
            jdbc.sql(
                """
                select change.line_id, change.duty_state, change.progress, change.completion,
                  change.problems, change.next_steps, change.reason, change.proof, change.files
                from report_change change join report_line line on line.id = change.line_id
                  join round_up on round_up.id = line.round_id
                where line.round_id = :round and line.organisation_id = :whose
                  and change.what = 'REPORTED' and change.changed_at <= :moment and
                """
                    + SEEN
                    + " order by change.ordinal"),
            scope)
        .param("round", round.value())
        .param("whose", organisation)
        .param("moment", moment.atOffset(ZoneOffset.UTC))
        .query(
            (row, n) ->
                new Said(
                    new LineId(row.getObject("line_id", UUID.class)),
                    RoundRows.progress(row).orElseThrow()))
        .list()
        .stream()
        .collect(toMap(Said::line, Said::progress, (earlier, later) -> later));
  }
}
