package jingtu.server.duty.round.countersign;

import static java.util.stream.Collectors.toMap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    record Waits(UUID id, int version, DutyId gone) {}
    List<UUID> asked = asked();
    if (asked.isEmpty()) {
      return;
    }
    Set<DutyId> gone = Set.copyOf(ended.duties());
    Map<UUID, Integer> waiting =
        jdbc
            .sql(
                """
                select c.id, line.version, gone.id as gone_id
                from countersign c
                  join report_line line on line.id = c.line_id
                  join duty on duty.id = line.duty_id
                  join duty_source source on source.id = duty.source_id
                  join duty_source left_source on
                """
                    + CountersignRows.together("source", "left_source")
                    + """
                      join duty gone on gone.source_id = left_source.id
                    where c.id in (:asked)
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
            .query(
                (row, n) ->
                    new Waits(
                        row.getObject("id", UUID.class),
                        row.getInt("version"),
                        new DutyId(row.getObject("gone_id", UUID.class))))
            .list()
            .stream()
            .filter(each -> gone.contains(each.gone()))
            .collect(toMap(Waits::id, Waits::version, (one, same) -> one, LinkedHashMap::new));
    waiting.forEach(
        (id, version) ->
            rows.move(
                List.of(id),
                version,
                rows.plain(SignState.ENDED, Countersign.What.ENDED, Audit.SYSTEM)));
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
