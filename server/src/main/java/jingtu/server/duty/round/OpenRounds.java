package jingtu.server.duty.round;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import jingtu.server.audit.Audit;
import jingtu.server.duty.Duty;
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
 * the day after they were due, listing who has not reported. What is decided while they run, {@link
 * AlignLines} follows.
 */
@Service
public class OpenRounds {

  private final ReportingDuties duties;
  private final LinesToAsk linesToAsk;
  private final RoundCalendar calendar;
  private final RoundRows rows;
  private final JdbcClient jdbc;
  private final Identifiers identifiers;
  private final Audit audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  OpenRounds(
      ReportingDuties duties,
      LinesToAsk linesToAsk,
      RoundCalendar calendar,
      RoundRows rows,
      JdbcClient jdbc,
      Identifiers identifiers,
      Audit audit,
      TransactionTemplate transaction,
      Clock clock) {
    this.duties = duties;
    this.linesToAsk = linesToAsk;
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
    List<RoundRows.Fresh> lines = lines(round, duties.of(beat));
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

  private List<RoundRows.Fresh> lines(Round round, List<Duty> reporting) {
    List<RoundRows.Fresh> lines = new ArrayList<>();
    for (Duty duty : linesToAsk.asked(round, reporting)) {
      String key = RoundRows.PLACE.formatted(lines.size() + 1);
      lines.add(new RoundRows.Fresh(linesToAsk.line(round, duty), key));
    }
    return lines;
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
