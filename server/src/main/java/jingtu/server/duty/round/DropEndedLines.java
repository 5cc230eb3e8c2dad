package jingtu.server.duty.round;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jingtu.server.duty.DutiesEnded;
import jingtu.server.duty.DutyId;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stops asking about duties that have ended: their lines leave the round-ups that still run, unless
 * something was ever said in them, or the period was over when the duty ended.
 */
@Component
class DropEndedLines {

  /** Before every period; databases know no day as early as the earliest of Java. */
  private static final LocalDate EVER = LocalDate.of(1, 1, 1);

  private final JdbcClient jdbc;
  private final RoundRows rows;
  private final KeepCounts counts;

  DropEndedLines(JdbcClient jdbc, RoundRows rows, KeepCounts counts) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.counts = counts;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void ended(DutiesEnded ended) {
    LocalDate from = ended.from().isBefore(EVER) ? EVER : ended.from();
    List<UUID> ids = ended.duties().stream().map(DutyId::value).toList();
    List<RoundId> running =
        jdbc.sql(
                """
                select distinct line.round_id from report_line line
                  join round_up on round_up.id = line.round_id
                where line.duty_id in (:duties) and round_up.closed_on is null
                  and round_up.last_day >= :from
                order by line.round_id
                """)
            .param("duties", ids)
            .param("from", from)
            .query((row, n) -> new RoundId(row.getObject("round_id", UUID.class)))
            .list();
    for (RoundId round : running) {
      rows.drop(round, ended.duties());
      counts.reckon(round);
    }
  }
}
