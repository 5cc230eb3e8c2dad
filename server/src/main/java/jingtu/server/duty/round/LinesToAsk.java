package jingtu.server.duty.round;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.audit.Audit;
import jingtu.server.duty.Duty;
import jingtu.server.duty.PlansInForce;
import jingtu.server.duty.ReportingDuties;
import jingtu.server.scope.Identifiers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says which of the duties that are reported on are asked about in a round-up, and begins their
 * lines.
 *
 * <p>A duty is asked about until it is done, or said to be none of theirs; one that comes round
 * again is asked about in every period. Nobody is asked about what begins after the period, nor
 * what a plan asks that is not in force in it.
 */
@Component
class LinesToAsk {

  private final PlansInForce plansInForce;
  private final JdbcClient jdbc;
  private final Identifiers identifiers;
  private final Clock clock;

  LinesToAsk(PlansInForce plansInForce, JdbcClient jdbc, Identifiers identifiers, Clock clock) {
    this.plansInForce = plansInForce;
    this.jdbc = jdbc;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** Those of the duties that are asked about, in their order. */
  List<Duty> asked(Round round, List<Duty> reporting) {
    if (reporting.isEmpty()) {
      return List.of();
    }
    Map<UUID, DutyState> last = lastStates(round);
    ReportingPeriod period = round.period();
    return plansInForce.asked(reporting, period.first(), period.last()).stream()
        .filter(duty -> begins(duty, round))
        .filter(duty -> !isOver(duty, Optional.ofNullable(last.get(duty.id().value()))))
        .toList();
  }

  private static boolean begins(Duty duty, Round round) {
    return ReportingDuties.begins(duty)
        .map(day -> !day.isAfter(round.period().last()))
        .orElse(true);
  }

  private static boolean isOver(Duty duty, Optional<DutyState> last) {
    return last.filter(
            state ->
                state == DutyState.NOT_CONCERNED
                    || (state == DutyState.DONE && !ReportingDuties.recurs(duty)))
        .isPresent();
  }

  /** A line that nothing was said on yet. */
  ReportLine line(Round round, Duty duty) {
    return new ReportLine(
        new LineId(identifiers.next()),
        round.id(),
        duty.id(),
        duty.assignee().id().orElseThrow(),
        duty.assignee().region(),
        LineStatus.OPEN,
        Optional.empty(),
        Optional.empty(),
        "",
        Optional.empty(),
        false,
        false,
        0,
        "",
        1,
        Audit.SYSTEM,
        clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  /** The state of each duty of the region that was said last, unless it was given back. */
  private Map<UUID, DutyState> lastStates(Round round) {
    Map<UUID, DutyState> last = new HashMap<>();
    jdbc.sql("select id, said_state from duty where region_code = :region and said_state <> ''")
        .param("region", round.region().digits())
        .query(
            row -> {
              last.put(
                  row.getObject("id", UUID.class), DutyState.valueOf(row.getString("said_state")));
            });
    return last;
  }
}
