package jingtu.server.duty.round.countersign;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jingtu.server.duty.Reach;
import jingtu.server.duty.round.DutyState;
import jingtu.server.duty.round.LineId;
import jingtu.server.duty.round.Progress;
import jingtu.server.duty.round.ReportingPeriod;
import jingtu.server.duty.round.Rounds;
import jingtu.server.scope.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What stands of countersigning. Whoever sees a line sees who was asked about it and what they
 * answered; whoever is asked sees what it has to sign, and whoever coordinates its region sees that
 * too.
 */
@Repository
public class Countersigns {

  /** How many of those that wait are told at once; the longest asked first. */
  public static final int MOST = 200;

  /** A condition on rows of {@code c}, which waits to be signed; {@link Reach} binds it. */
  private static final String TO_SIGN =
      """
      c.sign_state in ('WAITING', 'VOID')
        and (c.organisation_id = :own or c.organisation_region in (:governed))
      """;

  private static final int LINES_AT_ONCE = 500;

  private final JdbcClient jdbc;
  private final CountersignRows rows;
  private final Rounds rounds;
  private final Reach reach;

  Countersigns(JdbcClient jdbc, CountersignRows rows, Rounds rounds, Reach reach) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.rounds = rounds;
    this.reach = reach;
  }

  /**
   * What waits to be signed, by the account's organisation first, then by others whom it
   * coordinates.
   */
  @Transactional(readOnly = true)
  public List<ToSign> toSign(Scope scope) {
    return reach
        .bind(
            jdbc.sql(
                """
                select c.id, c.organisation_id, c.organisation_name, c.sign_state,
                  c.asked_by_name, c.asked_at, round_up.first_day, round_up.months,
                  source.sentence, duty.content, duty.organisation_name as reporter,
                  line.version, line.duty_state, line.progress, line.completion, line.problems,
                  line.next_steps, line.reason, line.proof
                from countersign c join report_line line on line.id = c.line_id
                  join round_up on round_up.id = line.round_id
                  join duty on duty.id = line.duty_id
                  join duty_source source on source.id = duty.source_id
                where
                """
                    + TO_SIGN
                    + """
                    order by case when c.organisation_id = :own then 0 else 1 end,
                      c.asked_at, c.id
                    fetch first :limit rows only
                    """),
            scope)
        .param("limit", MOST)
        .query(Countersigns::toSign)
        .list();
  }

  /** How many wait to be signed, however few of them are told. */
  @Transactional(readOnly = true)
  public int number(Scope scope) {
    return reach
        .bind(jdbc.sql("select count(*) from countersign c where " + TO_SIGN), scope)
        .query(Integer.class)
        .single();
  }

  /** How many wait to be signed by the account's own organisation. */
  @Transactional(readOnly = true)
  public int ownNumber(Scope scope) {
    return reach
        .bind(
            jdbc.sql(
                """
                select count(*) from countersign c
                where c.organisation_id = :own and c.sign_state in ('WAITING', 'VOID')
                """),
            scope)
        .query(Integer.class)
        .single();
  }

  /** Those of a line, in the order in which they were asked first; none where it is not seen. */
  @Transactional(readOnly = true)
  public List<Countersign> of(Scope scope, LineId line) {
    if (rounds.list(scope, List.of(line)).isEmpty()) {
      return List.of();
    }
    Map<UUID, List<Countersign.Step>> steps = steps(line);
    return rows.of(line).stream()
        .map(
            row ->
                new Countersign(
                    row.id(),
                    row.line(),
                    row.organisation(),
                    row.name(),
                    row.state(),
                    steps.getOrDefault(row.id(), List.of())))
        .toList();
  }

  /** How it stands for each of the lines that the scope sees and about which any is asked. */
  @Transactional(readOnly = true)
  public Map<LineId, CountersignTally> tallies(Scope scope, List<LineId> lines) {
    Map<LineId, CountersignTally> tallies = new HashMap<>();
    for (int from = 0; from < lines.size(); from += LINES_AT_ONCE) {
      reach
          .bind(
              jdbc.sql(
                  """
                  select c.line_id,
                    count(case when c.sign_state in ('WAITING', 'VOID') then 1 end) as waiting,
                    count(case when c.sign_state = 'AGREED' then 1 end) as agreed,
                    count(case when c.sign_state = 'OBJECTED' then 1 end) as objected
                  from countersign c join report_line line on line.id = c.line_id
                    join round_up on round_up.id = line.round_id
                  where c.line_id in (:lines)
                    and c.sign_state in ('WAITING', 'VOID', 'AGREED', 'OBJECTED') and
                  """
                      + Rounds.SEEN
                      + " group by c.line_id"),
              scope)
          .param(
              "lines",
              lines.subList(from, Math.min(lines.size(), from + LINES_AT_ONCE)).stream()
                  .map(LineId::value)
                  .toList())
          .query(
              row -> {
                tallies.put(
                    new LineId(row.getObject("line_id", UUID.class)),
                    new CountersignTally(
                        row.getInt("waiting"), row.getInt("agreed"), row.getInt("objected")));
              });
    }
    return tallies;
  }

  private Map<UUID, List<Countersign.Step>> steps(LineId line) {
    record Of(UUID id, Countersign.Step step) {}
    return jdbc
        .sql(
            """
            select step.countersign_id, step.what, step.words, step.told_by, step.done_by_name,
              step.done_at
            from countersign_step step join countersign c on c.id = step.countersign_id
            where c.line_id = :line order by step.countersign_id, step.ordinal desc
            """)
        .param("line", line.value())
        .query(
            (row, n) ->
                new Of(
                    row.getObject("countersign_id", UUID.class),
                    new Countersign.Step(
                        Countersign.What.valueOf(row.getString("what")),
                        row.getString("words"),
                        row.getString("told_by"),
                        row.getString("done_by_name"),
                        row.getObject("done_at", OffsetDateTime.class).toInstant())))
        .list()
        .stream()
        .collect(groupingBy(Of::id, mapping(Of::step, toList())));
  }

  private static ToSign toSign(ResultSet row, int number) throws SQLException {
    String content = row.getString("content");
    String sentence = row.getString("sentence");
    return new ToSign(
        row.getObject("id", UUID.class),
        row.getObject("organisation_id", UUID.class),
        row.getString("organisation_name"),
        row.getString("sign_state").equals(SignState.VOID.name()),
        new ReportingPeriod(row.getObject("first_day", LocalDate.class), row.getInt("months")),
        content.isEmpty() ? sentence : content + "\n" + sentence,
        row.getString("reporter"),
        new Progress(
            DutyState.valueOf(row.getString("duty_state")),
            row.getString("progress"),
            row.getString("completion"),
            row.getString("problems"),
            row.getString("next_steps"),
            row.getString("reason"),
            row.getString("proof")),
        row.getInt("version"),
        row.getString("asked_by_name"),
        row.getObject("asked_at", OffsetDateTime.class).toInstant());
  }
}
