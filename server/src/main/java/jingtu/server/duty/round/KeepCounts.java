package jingtu.server.duty.round;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps how many lines of each organisation stand where in each round-up, so that a list of years
 * of round-ups counts no lines.
 */
@Component
class KeepCounts {

  private static final String WAITING_SINCE =
      ", min(case when line.line_status = 'REPORTED' then line.changed_at end) as waiting_since\n";

  private final JdbcClient jdbc;

  KeepCounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Counts all lines of a round-up anew; whoever does so at the same time waits. */
  void reckon(RoundId round) {
    jdbc.sql("select id from round_up where id = :round for update")
        .param("round", round.value())
        .query()
        .listOfRows();
    jdbc.sql("delete from round_count where round_id = :round")
        .param("round", round.value())
        .update();
    jdbc.sql(
            """
            insert into round_count (round_id, organisation_id, organisation_region, lines,
              open_lines, reported, returned, accepted, missing, late, waiting_since)
            select line.round_id, line.organisation_id, max(line.organisation_region),
            """
                + Standings.COUNTS
                + WAITING_SINCE
                + """
                  from report_line line where line.round_id = :round
                  group by line.round_id, line.organisation_id
                  """)
        .param("round", round.value())
        .update();
  }

  /**
   * Counts the lines of an organisation anew. Whoever changes another line of it at the same time
   * waits for this to be committed, and then counts what was changed here as well.
   */
  void refresh(RoundId round, UUID organisation) {
    jdbc.sql(
            """
            select lines from round_count
            where round_id = :round and organisation_id = :organisation for update
            """)
        .param("round", round.value())
        .param("organisation", organisation)
        .query()
        .listOfRows();
    jdbc.sql(
            """
            update round_count set (lines, open_lines, reported, returned, accepted, missing, late,
              waiting_since) = (select
            """
                + Standings.COUNTS
                + WAITING_SINCE
                + """
                  from report_line line
                  where line.round_id = :round and line.organisation_id = :organisation)
                where round_id = :round and organisation_id = :organisation
                """)
        .param("round", round.value())
        .param("organisation", organisation)
        .update();
  }
}
