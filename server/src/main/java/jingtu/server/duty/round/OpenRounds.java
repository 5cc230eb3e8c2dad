package jingtu.server.duty.round;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import jingtu.server.audit.Audit;
import jingtu.server.duty.Duty;
import jingtu.server.duty.PlansInForce;
import jingtu.server.duty.ReportingDuties;
import jingtu.server.duty.ReportingDuties.Beat;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.OfficeDay;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens round-ups on their day with a line for each duty that is reported on, and closes them on
 * the day after they were due, listing who has not reported.
 *
 * <p>A duty is asked about until it is done, or said to be none of theirs; one that comes round
 * again is asked about in every period. Nobody is asked about what begins after the period.
 */
@Service
public class OpenRounds {

  private final ReportingDuties duties;
  private final PlansInForce plansInForce;
  private final RoundCalendar calendar;
  private final RoundRows rows;
  private final JdbcClient jdbc;
  private final Identifiers identifiers;
  private final Audit audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  OpenRounds(
      ReportingDuties duties,
      PlansInForce plansInForce,
      RoundCalendar calendar,
      RoundRows rows,
      JdbcClient jdbc,
      Identifiers identifiers,
      Audit audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.duties = duties;
    this.plansInForce = plansInForce;
    this.calendar = calendar;
    this.rows = rows;
    this.jdbc = jdbc;
    this.identifiers = identifiers;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Does what the day asks for; asked again on the same day it finds nothing to do. */
  @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
  public void keep() {
    LocalDate today = OfficeDay.today(clock);
    for (Round round : running()) {
      if (round.due().isBefore(today)) {
        transaction.executeWithoutResult(t -> close(round, today));
      }
    }
    for (Beat beat : duties.beats()) {
      for (ReportingPeriod period : periods(today, beat.months())) {
        open(beat, period, today);
      }
    }
  }

  /** The period of a day, and the one before it, which may still be reported on. */
  private static List<ReportingPeriod> periods(LocalDate today, int months) {
    ReportingPeriod current = ReportingPeriod.containing(today, months);
    return List.of(current.previous(), current);
  }

  private void open(Beat beat, ReportingPeriod period, LocalDate today) {
    Optional<RoundCalendar.Days> days = calendar.find(beat.region(), beat.months());
    if (days.isEmpty()
        || today.isBefore(days.get().opening(period))
        || today.isAfter(days.get().due(period))
        || isOpen(beat, period)) {
      return;
    }
    Round round =
        new Round(
            new RoundId(identifiers.next()),
            beat.region(),
            period,
            today,
            days.get().due(period),
            Optional.empty());
    try {
      transaction.executeWithoutResult(t -> open(round, beat));
    } catch (DuplicateKeyException otherServer) {
      // Another start of the program opened it at the same moment; one of them is enough.
    }
  }

  private void open(Round round, Beat beat) {
    List<Duty> asked =
        plansInForce.asked(duties.of(beat), round.period().first(), round.period().last());
    List<RoundRows.Fresh> lines = lines(round, asked);
    if (lines.isEmpty()) {
      return;
    }
    rows.insert(round, lines);
    audit.record(
        Audit.SYSTEM,
        "round.opened",
        round.id().value().toString(),
        round.period().first() + " P" + round.period().months() + "M, " + lines.size());
  }

  private List<RoundRows.Fresh> lines(Round round, List<Duty> asked) {
    Map<UUID, DutyState> last = lastStates(round);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<RoundRows.Fresh> lines = new ArrayList<>();
    for (Duty duty : asked) {
      boolean begun =
          ReportingDuties.begins(duty).map(day -> !day.isAfter(round.period().last())).orElse(true);
      if (begun && !isOver(duty, Optional.ofNullable(last.get(duty.id().value())))) {
        lines.add(new RoundRows.Fresh(fresh(round, duty, now), "%06d".formatted(lines.size())));
      }
    }
    return lines;
  }

  private static boolean isOver(Duty duty, Optional<DutyState> last) {
    return last.filter(
            state ->
                state == DutyState.NOT_CONCERNED
                    || (state == DutyState.DONE && !ReportingDuties.recurs(duty)))
        .isPresent();
  }

  private ReportLine fresh(Round round, Duty duty, Instant now) {
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
        now);
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

  private void close(Round round, LocalDate today) {
    int missing = rows.close(round.id(), today);
    audit.record(
        Audit.SYSTEM, "round.closed", round.id().value().toString(), String.valueOf(missing));
  }

  private List<Round> running() {
    return jdbc.sql("select " + RoundRows.ROUND + " from round_up where closed_on is null")
        .query(RoundRows::round)
        .list();
  }

  private boolean isOpen(Beat beat, ReportingPeriod period) {
    return jdbc.sql(
                """
                select count(*) from round_up
                where region_code = :region and months = :months and first_day = :first
                """)
            .param("region", beat.region().digits())
            .param("months", beat.months())
            .param("first", period.first())
            .query(Long.class)
            .single()
        > 0;
  }
}
