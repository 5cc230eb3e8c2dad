package jingtu.server.duty.round;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.duty.Reach;
import jingtu.server.scope.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Counts the lines of round-ups, as far as an account sees them. */
@Repository
public class Standings {

  static final String COUNTS =
      """
      count(*) as lines,
      count(case when line.line_status = 'OPEN' then 1 end) as open_lines,
      count(case when line.line_status = 'REPORTED' then 1 end) as reported,
      count(case when line.line_status = 'RETURNED' then 1 end) as returned,
      count(case when line.line_status = 'ACCEPTED' then 1 end) as accepted,
      count(case when line.missing then 1 end) as missing,
      count(case when line.late then 1 end) as late
      """;

  private final JdbcClient jdbc;
  private final Reach reach;

  Standings(JdbcClient jdbc, Reach reach) {
    this.jdbc = jdbc;
    this.reach = reach;
  }

  /** Of each round-up, all that the scope sees. */
  @Transactional(readOnly = true)
  public List<Standing> all(Scope scope) {
    return reach
        .bind(
            jdbc.sql(
                """
                select line.round_id, sum(line.lines) as lines, sum(line.open_lines) as open_lines,
                  sum(line.reported) as reported, sum(line.returned) as returned,
                  sum(line.accepted) as accepted, sum(line.missing) as missing,
                  sum(line.late) as late
                from round_count line join round_up on round_up.id = line.round_id
                where
                """
                    + Rounds.COUNTED
                    + " group by line.round_id"),
            scope)
        .query((row, n) -> standing(row, Optional.empty(), ""))
        .list();
  }

  /** Of one round-up, organisation by organisation, by name. */
  @Transactional(readOnly = true)
  public List<Standing> of(Scope scope, RoundId round) {
    List<Standing> kept = kept(scope, round);
    return kept.isEmpty() ? seen(scope, round) : kept;
  }

  /** What is counted already: whoever keeps a round-up sees each of its lines. */
  private List<Standing> kept(Scope scope, RoundId round) {
    return reach
        .bind(
            jdbc.sql(
                """
                select counted.*, duty.organisation_name from (
                    select counts.*, (
                        select line.duty_id from report_line line
                        where line.organisation_id = counts.organisation_id
                          and line.round_id = counts.round_id fetch first row only) as a_duty
                    from round_count counts join round_up on round_up.id = counts.round_id
                    where counts.round_id = :round and counts.lines > 0
                      and round_up.region_code in (:governed)) counted
                  join duty on duty.id = counted.a_duty
                order by duty.organisation_name
                """),
            scope)
        .param("round", round.value())
        .query(Standings::named)
        .list();
  }

  private List<Standing> seen(Scope scope, RoundId round) {
    return reach
        .bind(
            jdbc.sql(
                "select counted.*, duty.organisation_name from (select line.round_id, line.organisation_id,"
                    + " min(cast(line.duty_id as varchar(36))) as a_duty, "
                    + COUNTS
                    + """
                      from report_line line join round_up on round_up.id = line.round_id
                      where line.round_id = :round and
                      """
                    + Rounds.SEEN
                    + """
                      group by line.round_id, line.organisation_id) counted
                        join duty on duty.id = cast(counted.a_duty as uuid)
                      order by duty.organisation_name
                      """),
            scope)
        .param("round", round.value())
        .query(Standings::named)
        .list();
  }

  private static Standing named(ResultSet row, int number) throws SQLException {
    return standing(
        row,
        Optional.of(row.getObject("organisation_id", UUID.class)),
        row.getString("organisation_name"));
  }

  private static Standing standing(ResultSet row, Optional<UUID> organisation, String name)
      throws SQLException {
    return new Standing(
        new RoundId(row.getObject("round_id", UUID.class)),
        organisation,
        name,
        row.getInt("lines"),
        row.getInt("open_lines"),
        row.getInt("reported"),
        row.getInt("returned"),
        row.getInt("accepted"),
        row.getInt("missing"),
        row.getInt("late"));
  }
}
