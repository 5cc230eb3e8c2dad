package jingtu.server.duty.round;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jingtu.server.audit.Audit;
import jingtu.server.duty.AskedOtherwise;
import jingtu.server.duty.DaysChanged;
import jingtu.server.duty.Duty;
import jingtu.server.duty.DutyId;
import jingtu.server.duty.ReportingDuties;
import jingtu.server.duty.ReportingDuties.Beat;
import jingtu.server.scope.OfficeDay;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets round-ups that run follow what the office decides, in the transaction that decides it: a
 * duty that is reported on from now on gets its line, as if it had been so when the round-up
 * opened, and one that is not any more loses the line that nobody has touched. A round-up whose day
 * is over gets no more lines.
 */
@Component
class AlignLines {

  private final ReportingDuties duties;
  private final LinesToAsk linesToAsk;
  private final RoundRows rows;
  private final JdbcClient jdbc;
  private final Audit audit;
  private final Clock clock;

  AlignLines(
      ReportingDuties duties,
      LinesToAsk linesToAsk,
      RoundRows rows,
      JdbcClient jdbc,
      Audit audit,
      Clock clock) {
    this.duties = duties;
    this.linesToAsk = linesToAsk;
    this.rows = rows;
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void changed(AskedOtherwise changed) {
    align(changed.duties());
  }

  /** Duties that are asked again are told of in this way too. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void changed(DaysChanged changed) {
    align(changed.duties());
  }

  private void align(List<DutyId> changed) {
    if (!changed.isEmpty()) {
      LocalDate today = OfficeDay.today(clock);
      running(changed).forEach(round -> align(round, changed, today));
    }
  }

  private void align(Round round, List<DutyId> changed, LocalDate today) {
    List<Duty> reporting = duties.of(new Beat(round.region(), round.period().months()), changed);
    Set<DutyId> there = there(round, changed);
    Set<DutyId> gone = new HashSet<>(there);
    reporting.forEach(duty -> gone.remove(duty.id()));
    int dropped = rows.drop(round.id(), gone);
    List<RoundRows.Fresh> added =
        round.due().isBefore(today) ? List.of() : added(round, reporting, there);
    if (dropped + added.size() > 0) {
      rows.add(round.id(), added);
      audit.record(
          Audit.SYSTEM,
          "round.aligned",
          round.id().value().toString(),
          "+" + added.size() + " -" + dropped);
    }
  }

  private List<RoundRows.Fresh> added(Round round, List<Duty> reporting, Set<DutyId> there) {
    List<Duty> missing =
        linesToAsk.asked(round, reporting).stream()
            .filter(duty -> !there.contains(duty.id()))
            .toList();
    if (missing.isEmpty()) {
      return List.of();
    }
    List<String> keys = rows.keysAmong(round.id(), missing.stream().map(Duty::id).toList());
    List<RoundRows.Fresh> added = new ArrayList<>();
    for (int i = 0; i < missing.size(); i++) {
      added.add(new RoundRows.Fresh(linesToAsk.line(round, missing.get(i)), keys.get(i)));
    }
    return added;
  }

  /** The round-ups of their regions that run, held so that none of them closes meanwhile. */
  private List<Round> running(List<DutyId> changed) {
    return jdbc.sql(
            "select "
                + RoundRows.ROUND
                + """
                   from round_up where closed_on is null and region_code in (
                    select duty.region_code from duty where duty.id in (:duties))
                  order by id for update
                  """)
        .param("duties", changed.stream().map(DutyId::value).toList())
        .query(RoundRows::round)
        .list();
  }

  private Set<DutyId> there(Round round, List<DutyId> changed) {
    return jdbc
        .sql("select duty_id from report_line where round_id = :round and duty_id in (:duties)")
        .param("round", round.id().value())
        .param("duties", changed.stream().map(DutyId::value).toList())
        .query((row, n) -> new DutyId(row.getObject("duty_id", UUID.class)))
        .list()
        .stream()
        .collect(toSet());
  }
}
