package jingtu.server.duty.home;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import jingtu.server.duty.closeout.CloseOutGlances;
import jingtu.server.duty.home.OrganisationHome.OwedLine;
import jingtu.server.duty.home.OrganisationHome.OwedRound;
import jingtu.server.duty.round.LineStatus;
import jingtu.server.duty.round.Round;
import jingtu.server.duty.round.RoundId;
import jingtu.server.duty.round.Rounds;
import jingtu.server.duty.round.countersign.Countersigns;
import jingtu.server.organisation.Organisation;
import jingtu.server.organisation.Organisations;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the organisation of an account is asked. */
@Repository
public class OrganisationHomes {

  /** How many rows of a list are told; the list itself has all. */
  public static final int ROWS = 12;

  /**
   * Of round-ups that have closed the last so many are told, where something is still owed, and all
   * those that closed lately.
   */
  private static final int CLOSED = 2;

  private final JdbcClient jdbc;
  private final DueDuties due;
  private final Rounds rounds;
  private final Countersigns countersigns;
  private final CloseOutGlances closeOuts;
  private final Organisations organisations;
  private final Clock clock;

  OrganisationHomes(
      JdbcClient jdbc,
      DueDuties due,
      Rounds rounds,
      Countersigns countersigns,
      CloseOutGlances closeOuts,
      Organisations organisations,
      Clock clock) {
    this.jdbc = jdbc;
    this.due = due;
    this.rounds = rounds;
    this.countersigns = countersigns;
    this.closeOuts = closeOuts;
    this.organisations = organisations;
    this.clock = clock;
  }

  /** What the organisation of the account is asked, whatever else the account sees. */
  @Transactional(readOnly = true)
  public OrganisationHome of(Scope scope) {
    Optional<Organisation> own = scope.organisation().flatMap(id -> organisations.find(scope, id));
    return own.map(organisation -> of(scope, organisation))
        .orElseGet(
            () ->
                new OrganisationHome(
                    OfficeDay.today(clock),
                    Optional.empty(),
                    "",
                    Map.of(),
                    List.of(),
                    List.of(),
                    0,
                    List.of()));
  }

  private OrganisationHome of(Scope scope, Organisation own) {
    return new OrganisationHome(
        OfficeDay.today(clock),
        Optional.of(own.id()),
        own.name(),
        due.lights(scope, own.id()),
        due.ahead(scope, own.id(), ROWS),
        missing(scope, own.id()),
        countersigns.ownNumber(scope),
        closeOuts.ofOrganisation(scope, own.id()));
  }

  private record Owes(RoundId round, int lines, int open, int returned) {
    boolean something() {
      return open + returned > 0;
    }
  }

  private List<OwedRound> missing(Scope scope, UUID own) {
    Map<RoundId, Owes> owes =
        jdbc
            .sql(
                """
                select round_id, lines, open_lines, returned
                from round_count where organisation_id = :own
                """)
            .param("own", own)
            .query(
                (row, n) ->
                    new Owes(
                        new RoundId(row.getObject("round_id", UUID.class)),
                        row.getInt("lines"),
                        row.getInt("open_lines"),
                        row.getInt("returned")))
            .list()
            .stream()
            .collect(toMap(Owes::round, Function.identity()));
    List<Round> known =
        rounds.list(scope).stream().filter(round -> owes.containsKey(round.id())).toList();
    List<Round> closed =
        ClosedRounds.newestFirst(known).stream()
            .filter(round -> Objects.requireNonNull(owes.get(round.id())).something())
            .toList();
    LocalDate today = OfficeDay.today(clock);
    Stream<Round> told =
        Stream.concat(
            closed.stream().limit(CLOSED),
            closed.stream().skip(CLOSED).filter(round -> ClosedRounds.isTold(round, today)));
    return Stream.concat(known.stream().filter(round -> round.closed().isEmpty()), told)
        .map(round -> owed(round, own, Objects.requireNonNull(owes.get(round.id()))))
        .toList();
  }

  private OwedRound owed(Round round, UUID own, Owes owes) {
    List<OwedLine> lines =
        jdbc.sql(
                """
                select line.id,
                  case when duty.content = '' then source.sentence else duty.content end as sentence,
                  line.line_status, line.returned_reason
                from report_line line join duty on duty.id = line.duty_id
                  join duty_source source on source.id = duty.source_id
                where line.organisation_id = :own and line.round_id = :round
                  and line.line_status in ('OPEN', 'RETURNED')
                order by case when line.line_status = 'RETURNED' then 0 else 1 end, line.sort_key
                fetch first :limit rows only
                """)
            .param("own", own)
            .param("round", round.id().value())
            .param("limit", ROWS)
            .query(
                (row, n) ->
                    new OwedLine(
                        row.getObject("id", UUID.class),
                        row.getString("sentence"),
                        LineStatus.valueOf(row.getString("line_status")),
                        row.getString("returned_reason")))
            .list();
    return new OwedRound(round, owes.lines(), owes.open(), owes.returned(), lines);
  }
}
