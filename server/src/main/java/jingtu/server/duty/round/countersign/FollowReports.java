package jingtu.server.duty.round.countersign;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import jingtu.server.audit.Audit;
import jingtu.server.duty.DutiesEnded;
import jingtu.server.duty.DutyId;
import jingtu.server.duty.round.LineId;
import jingtu.server.duty.round.ReportAccepted;
import jingtu.server.duty.round.ReportSaidAnew;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps countersigns with their reports: what says something else is to be signed anew, and nobody
 * is asked about what was accepted, nor about duties that have ended.
 */
@Component
class FollowReports {

  private final JdbcClient jdbc;
  private final CountersignRows rows;

  FollowReports(JdbcClient jdbc, CountersignRows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void saidAnew(ReportSaidAnew anew) {
    move(anew.line(), SignState::isSigned, SignState.VOID, Countersign.What.VOIDED);
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void accepted(ReportAccepted accepted) {
    move(accepted.line(), SignState::waits, SignState.ENDED, Countersign.What.ENDED);
  }

  /** The duty that is reported on, or the one for which the organisation was asked. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void ended(DutiesEnded ended) {
    record Waits(UUID id, int version) {}
    List<UUID> asked = asked();
    if (asked.isEmpty()) {
      return;
    }
    List<Waits> waiting =
        jdbc.sql(
                """
                select distinct c.id, line.version
                from duty gone join duty_source left_source on left_source.id = gone.source_id
                  join duty_source source on
                """
                    + CountersignRows.together("source", "left_source")
                    + """
                     join duty on duty.source_id = source.id
                      join report_line line on line.duty_id = duty.id
                      join countersign c on c.line_id = line.id
                    where gone.id in (:duties) and c.id in (:asked)
                      and (gone.id = duty.id
                        or (gone.organisation_id = c.organisation_id
                          and not exists (select 1 from duty other
                            join duty_source beside on beside.id = other.source_id
                            where other.ended_reason = ''
                              and other.organisation_id = c.organisation_id and
                    """
                    + CountersignRows.together("beside", "source")
                    + ")))"
                    + " order by c.id")
            .param("asked", asked)
            .param("duties", ended.duties().stream().map(DutyId::value).toList())
            .query((row, n) -> new Waits(row.getObject("id", UUID.class), row.getInt("version")))
            .list();
    for (Waits each : waiting) {
      rows.move(
          List.of(each.id()),
          each.version(),
          rows.plain(SignState.ENDED, Countersign.What.ENDED, Audit.SYSTEM));
    }
  }

  /** Who has not answered: few at any time, and none where nobody countersigns. */
  private List<UUID> asked() {
    return jdbc.sql("select id from countersign where sign_state in ('WAITING', 'VOID')")
        .query((row, n) -> row.getObject("id", UUID.class))
        .list();
  }

  /** Moves those of a line by whoever has just changed it. */
  private void move(LineId line, Predicate<SignState> which, SignState to, Countersign.What what) {
    List<UUID> ids =
        rows.of(line).stream()
            .filter(row -> which.test(row.state()))
            .map(CountersignRows.Row::id)
            .toList();
    if (!ids.isEmpty()) {
      record Change(int version, String by) {}
      Change change =
          jdbc.sql("select version, changed_by_name from report_line where id = :line")
              .param("line", line.value())
              .query(
                  (row, n) -> new Change(row.getInt("version"), row.getString("changed_by_name")))
              .single();
      rows.move(ids, change.version(), rows.plain(to, what, change.by()));
    }
  }
}
