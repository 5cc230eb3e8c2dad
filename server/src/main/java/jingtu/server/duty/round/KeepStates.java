package jingtu.server.duty.round;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jingtu.server.duty.DutyId;
import jingtu.server.scope.OfficeDay;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps beside each duty how it stands: what was said of it last, since when, the first day on
 * which it is due that nothing said has settled, and whether it stands as not reported.
 *
 * <p>What is said of a period settles the days up to the end of the period where the {@linkplain
 * DutyState#settles state does}. A duty that is none of theirs is settled for good, as is one that
 * is done and does not come round again. Which of several periods has the last word is said at
 * {@link ReportingPeriod}.
 */
@Component
public class KeepStates {

  private static final LocalDate NEVER = LocalDate.of(1, 1, 1);
  private static final LocalDate FOR_GOOD = LocalDate.of(9999, 12, 31);

  /** That no round-up of a later period that asked about the duty has closed yet. */
  private static final String CLOSED_LAST =
      """
       and not exists (
        select 1 from report_line other join round_up later on later.id = other.round_id
          join round_up this on this.id = :round
        where other.duty_id = duty.id and later.closed_on is not null
          and (later.last_day > this.last_day
            or (later.last_day = this.last_day and later.months > this.months)))
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  KeepStates(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A line of the duty, the latest period last. */
  private record Line(
      Optional<DutyState> state,
      boolean returned,
      boolean missing,
      LocalDate last,
      boolean closed) {

    static Line of(ResultSet row, int number) throws SQLException {
      return new Line(
          Optional.of(row.getString("duty_state"))
              .filter(state -> !state.isEmpty())
              .map(DutyState::valueOf),
          row.getString("line_status").equals(LineStatus.RETURNED.name()),
          row.getBoolean("missing"),
          row.getObject("last_day", LocalDate.class),
          row.getObject("closed_on") != null);
    }

    boolean counts() {
      return state.isPresent() && !returned;
    }
  }

  /** Reckons anew how a duty stands, after something was said of it or its days have changed. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void refresh(DutyId duty) {
    List<Line> lines = lines(duty);
    List<Line> said = lines.stream().filter(Line::counts).toList();
    Optional<DutyState> last = said.isEmpty() ? Optional.empty() : said.getLast().state();
    jdbc.sql(
            """
            update duty set
              said_before = case when said_state <> :state then said_state else said_before end,
              said_since = case when said_state <> :state then :today else said_since end,
              said_state = :state,
              open_day = case when own_due > :settled then own_due
                when own_due is null then (select min(due.due_day) from duty_due due
                  where due.source_id = duty.source_id and due.due_day > :settled
                    and (duty.asked_from is null or due.due_day >= duty.asked_from)) end,
              unreported = :unreported
            where id = :duty
            """)
        .param("state", last.map(DutyState::name).orElse(""))
        .param("today", OfficeDay.today(clock))
        .param("settled", settled(duty, said, last))
        .param("unreported", isUnreported(lines))
        .param("duty", duty.value())
        .update();
  }

  /** Notes the day on which a report on a duty was accepted, or an accepted one opened again. */
  void note(DutyId duty, ReportChange.What what, LocalDate on) {
    if (what == ReportChange.What.ACCEPTED || what == ReportChange.What.REOPENED) {
      jdbc.sql(
              what == ReportChange.What.ACCEPTED
                  ? "update duty set accepted_on = :on where id = :duty"
                  : "update duty set reopened_on = :on where id = :duty")
          .param("on", on)
          .param("duty", duty.value())
          .update();
    }
  }

  /**
   * Notes of which duties of a round-up nothing was said when it closed, unless one of a later
   * period has closed already.
   */
  void closed(RoundId round) {
    jdbc.sql(
            """
            update duty set unreported = true where unreported = false and id in (
              select l.duty_id from report_line l
              where l.round_id = :round and l.line_status = 'OPEN')
            """
                + CLOSED_LAST)
        .param("round", round.value())
        .update();
    jdbc.sql(
            """
            update duty set unreported = false where unreported = true and id in (
              select l.duty_id from report_line l
              where l.round_id = :round and l.line_status <> 'OPEN')
            """
                + CLOSED_LAST)
        .param("round", round.value())
        .update();
  }

  private List<Line> lines(DutyId duty) {
    return jdbc.sql(
            """
            select line.duty_state, line.line_status, line.missing, round_up.last_day,
              round_up.closed_on
            from report_line line join round_up on round_up.id = line.round_id
            where line.duty_id = :duty order by
            """
                + ReportingPeriod.ORDER)
        .param("duty", duty.value())
        .query(Line::of)
        .list();
  }

  private LocalDate settled(DutyId duty, List<Line> said, Optional<DutyState> last) {
    if (last.filter(DutyState.NOT_CONCERNED::equals).isPresent()
        || (last.filter(DutyState.DONE::equals).isPresent() && !recurs(duty))) {
      return FOR_GOOD;
    }
    return said.stream()
        .filter(line -> line.state().filter(DutyState::settles).isPresent())
        .map(Line::last)
        .max(LocalDate::compareTo)
        .orElse(NEVER);
  }

  /** Recurrences are the only notations that begin with this letter. */
  private boolean recurs(DutyId duty) {
    return jdbc.sql(
                """
                select count(*) from duty_time join duty on duty.source_id = duty_time.source_id
                where duty.id = :duty and duty.own_due is null
                  and duty_time.notation like 'R%'
                """)
            .param("duty", duty.value())
            .query(Long.class)
            .single()
        > 0;
  }

  private static boolean isUnreported(List<Line> lines) {
    List<Line> closed = lines.stream().filter(Line::closed).toList();
    return !closed.isEmpty() && closed.getLast().missing() && closed.getLast().state().isEmpty();
  }
}
