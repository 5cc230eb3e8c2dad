package jingtu.server.duty.round;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jingtu.server.document.evidence.EvidenceId;
import jingtu.server.duty.DutyId;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.RegionCode;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes and reads the rows of round-ups; who may see and change them is asked elsewhere. */
@Component
class RoundRows {

  static final String ROUND =
      "round_up.id, round_up.region_code, round_up.months, round_up.first_day, round_up.opened_on,"
          + " round_up.due_day, round_up.closed_on";

  static final String LINE =
      """
      line.id, line.round_id, line.duty_id, line.organisation_id, line.organisation_region,
      line.line_status, line.duty_state, line.progress, line.completion, line.problems,
      line.next_steps, line.reason, line.proof, line.files, line.channel, line.told_by,
      line.sheet_version, line.missing, line.late, line.reopened, line.returned_reason,
      line.version, line.changed_by_name, line.changed_at
      """;

  /** Where a line stands among those of its round-up, from 1. */
  static final String PLACE = "%06d";

  private static final int PLACE_LENGTH = 6;
  private static final int ROWS_AT_ONCE = 500;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final KeepStates states;
  private final KeepCounts counts;

  RoundRows(JdbcClient jdbc, JdbcTemplate batches, KeepStates states, KeepCounts counts) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.states = states;
    this.counts = counts;
  }

  /**
   * A line that nothing was said on yet.
   *
   * @param sortKey puts it among the lines of its round-up
   */
  record Fresh(ReportLine line, String sortKey) {}

  void insert(Round round, List<Fresh> lines) {
    jdbc.sql(
            """
            insert into round_up (id, region_code, months, first_day, last_day, opened_on, due_day)
            values (:id, :region, :months, :first, :last, :opened, :due)
            """)
        .param("id", round.id().value())
        .param("region", round.region().digits())
        .param("months", round.period().months())
        .param("first", round.period().first())
        .param("last", round.period().last())
        .param("opened", round.opened())
        .param("due", round.due())
        .update();
    add(round.id(), lines);
  }

  /** Writes further lines of a round-up, and counts all of them anew. */
  void add(RoundId round, List<Fresh> lines) {
    batches.batchUpdate(
        """
        insert into report_line (id, round_id, duty_id, organisation_id, organisation_region,
          sort_key, line_status, duty_state, progress, completion, problems, next_steps, reason,
          proof, channel, told_by, missing, late, reopened, returned_reason, version, changed_by_name,
          changed_at)
        values (?, ?, ?, ?, ?, ?, ?, '', '', '', '', '', '', '', '', '', false, false, 0, '', ?, ?, ?)
        """,
        lines,
        ROWS_AT_ONCE,
        (statement, fresh) -> {
          ReportLine line = fresh.line();
          statement.setObject(1, line.id().value());
          statement.setObject(2, line.round().value());
          statement.setObject(3, line.duty().value());
          statement.setObject(4, line.organisation());
          statement.setString(5, line.organisationRegion().map(RegionCode::digits).orElse(null));
          statement.setString(6, fresh.sortKey());
          statement.setString(7, line.status().name());
          statement.setInt(8, line.version());
          statement.setString(9, line.changedBy());
          statement.setObject(10, line.changedAt().atOffset(ZoneOffset.UTC));
        });
    counts.reckon(round);
  }

  /**
   * Keys that put further lines where their duties stand in the list, each behind the line before
   * it.
   *
   * @param duties without lines there, in the order of the list
   * @return a key for each
   */
  List<String> keysAmong(RoundId round, List<DutyId> duties) {
    List<String> keys = new ArrayList<>();
    AtomicReference<String> before = new AtomicReference<>(PLACE.formatted(0));
    jdbc.sql(
            """
            select duty.sort_key as duty_key, line.sort_key as line_key
            from report_line line join duty on duty.id = line.duty_id
            where line.round_id = :round
            union all select duty.sort_key as duty_key, '' as line_key
            from duty where duty.id in (:duties)
            order by duty_key
            """)
        .param("round", round.value())
        .param("duties", duties.stream().map(DutyId::value).toList())
        .query(
            row -> {
              String line = row.getString("line_key");
              if (line.isEmpty()) {
                keys.add(before.get() + " " + row.getString("duty_key"));
              } else {
                before.set(line.substring(0, PLACE_LENGTH));
              }
            });
    return keys;
  }

  /**
   * Takes the lines of duties out of a round-up that runs, unless something was ever said in them.
   * Whoever calls counts anew.
   *
   * @return how many
   */
  int drop(RoundId round, Collection<DutyId> duties) {
    return duties.isEmpty()
        ? 0
        : jdbc.sql(
                """
                delete from report_line
                where round_id = :round and duty_id in (:duties) and line_status = 'OPEN'
                  and not exists (select 1 from report_change c where c.line_id = report_line.id)
                """)
            .param("round", round.value())
            .param("duties", duties.stream().map(DutyId::value).toList())
            .update();
  }

  /** Writes what may change of a line, and notes it. */
  void update(ReportLine line, ReportChange.What what, String why) {
    String state = line.said().map(said -> said.state().name()).orElse("");
    jdbc.sql(
            """
            update report_line set line_status = :status, duty_state = :state, progress = :progress,
              completion = :completion, problems = :problems, next_steps = :next, reason = :reason,
              proof = :proof, files = :files, channel = :channel, told_by = :told,
              sheet_version = :sheet, late = :late, reopened = :reopened,
              returned_reason = :returned, version = :version, changed_by_name = :by,
              changed_at = :at
            where id = :id
            """)
        .params(said(line, state))
        .param("sheet", line.sheetVersion().orElse(null))
        .param("late", line.late())
        .param("reopened", line.reopened())
        .param("returned", line.returnedReason())
        .param("version", line.version())
        .update();
    jdbc.sql(
            """
            insert into report_change (line_id, ordinal, line_status, what, duty_state, progress,
              completion, problems, next_steps, reason, proof, files, channel, told_by, why,
              changed_by_name, changed_at)
            values (:id,
              (select coalesce(max(ordinal), 0) + 1 from report_change c where c.line_id = :id),
              :status, :what, :state, :progress, :completion, :problems, :next, :reason, :proof, :files,
              :channel, :told, :why, :by, :at)
            """)
        .params(said(line, state))
        .param("what", what.name())
        .param("why", why)
        .update();
    if (what == ReportChange.What.REPORTED) {
      keepFiles(line);
    }
    states.refresh(line.duty());
    states.note(line.duty(), what, OfficeDay.of(line.changedAt()));
    counts.refresh(line.round(), line.organisation());
  }

  /** Files come and go only with what is said; whoever asks what a file proves looks here. */
  private void keepFiles(ReportLine line) {
    jdbc.sql("delete from report_line_file where line_id = :id")
        .param("id", line.id().value())
        .update();
    batches.batchUpdate(
        "insert into report_line_file (line_id, evidence_id) values (?, ?)",
        line.said().map(Progress::files).orElse(List.of()),
        ROWS_AT_ONCE,
        (statement, file) -> {
          statement.setObject(1, line.id().value());
          statement.setObject(2, file.value());
        });
  }

  private static Map<String, Object> said(ReportLine line, String state) {
    Map<String, Object> values = new HashMap<>();
    values.put("id", line.id().value());
    values.put("status", line.status().name());
    values.put("state", state);
    values.put("progress", line.said().map(Progress::progress).orElse(""));
    values.put("completion", line.said().map(Progress::completion).orElse(""));
    values.put("problems", line.said().map(Progress::problems).orElse(""));
    values.put("next", line.said().map(Progress::nextSteps).orElse(""));
    values.put("reason", line.said().map(Progress::reason).orElse(""));
    values.put("proof", line.said().map(Progress::proof).orElse(""));
    values.put("files", line.said().map(Progress::files).map(RoundRows::ids).orElse(""));
    values.put("channel", line.channel().map(Channel::name).orElse(""));
    values.put("told", line.toldBy());
    values.put("by", line.changedBy());
    values.put("at", line.changedAt().atOffset(ZoneOffset.UTC));
    return values;
  }

  /** Lists those of a round-up who have said nothing as missing, and how many lines that are. */
  int close(RoundId round, LocalDate today) {
    jdbc.sql("update round_up set closed_on = :today where id = :id")
        .param("today", today)
        .param("id", round.value())
        .update();
    states.closed(round);
    int missing =
        jdbc.sql(
                """
                update report_line set missing = true
                where round_id = :id and line_status = 'OPEN'
                """)
            .param("id", round.value())
            .update();
    counts.reckon(round);
    return missing;
  }

  /** Holds lines until the transaction ends, so that nobody else changes them. */
  void hold(Collection<LineId> lines) {
    jdbc.sql("select id from report_line where id in (:ids) order by id for update")
        .param("ids", lines.stream().map(LineId::value).toList())
        .query()
        .listOfRows();
  }

  List<ReportChange> changes(LineId line) {
    return jdbc.sql(
            """
            select what, duty_state, progress, completion, problems, next_steps, reason, proof, files,
              channel, told_by, why, changed_by_name, changed_at
            from report_change where line_id = :id order by ordinal desc
            """)
        .param("id", line.value())
        .query(RoundRows::change)
        .list();
  }

  /** What was done with the lines of a round-up, line by line, each the latest first. */
  Map<LineId, List<ReportChange>> changes(RoundId round) {
    Map<LineId, List<ReportChange>> byLine = new HashMap<>();
    jdbc.sql(
            """
            select c.line_id, c.what, c.duty_state, c.progress, c.completion, c.problems,
              c.next_steps, c.reason, c.proof, c.files, c.channel, c.told_by, c.why,
              c.changed_by_name, c.changed_at
            from report_change c join report_line line on line.id = c.line_id
            where line.round_id = :round order by c.line_id, c.ordinal desc
            """)
        .param("round", round.value())
        .query(
            row -> {
              byLine
                  .computeIfAbsent(
                      new LineId(row.getObject("line_id", UUID.class)), id -> new ArrayList<>())
                  .add(change(row, 0));
            });
    return byLine;
  }

  private static ReportChange change(ResultSet row, int number) throws SQLException {
    return new ReportChange(
        ReportChange.What.valueOf(row.getString("what")),
        progress(row),
        channel(row),
        row.getString("told_by"),
        row.getString("why"),
        row.getString("changed_by_name"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }

  static Round round(ResultSet row, int number) throws SQLException {
    return new Round(
        new RoundId(row.getObject("id", UUID.class)),
        new RegionCode(row.getString("region_code")),
        new ReportingPeriod(row.getObject("first_day", LocalDate.class), row.getInt("months")),
        row.getObject("opened_on", LocalDate.class),
        row.getObject("due_day", LocalDate.class),
        Optional.ofNullable(row.getObject("closed_on", LocalDate.class)));
  }

  static ReportLine line(ResultSet row, int number) throws SQLException {
    return new ReportLine(
        new LineId(row.getObject("id", UUID.class)),
        new RoundId(row.getObject("round_id", UUID.class)),
        new DutyId(row.getObject("duty_id", UUID.class)),
        row.getObject("organisation_id", UUID.class),
        Optional.ofNullable(row.getString("organisation_region")).map(RegionCode::new),
        LineStatus.valueOf(row.getString("line_status")),
        progress(row),
        channel(row),
        row.getString("told_by"),
        Optional.ofNullable(row.getObject("sheet_version", Integer.class)),
        row.getBoolean("missing"),
        row.getBoolean("late"),
        row.getInt("reopened"),
        row.getString("returned_reason"),
        row.getInt("version"),
        row.getString("changed_by_name"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }

  private static Optional<Channel> channel(ResultSet row) throws SQLException {
    return Optional.of(row.getString("channel"))
        .filter(name -> !name.isEmpty())
        .map(Channel::valueOf);
  }

  static Optional<Progress> progress(ResultSet row) throws SQLException {
    String state = row.getString("duty_state");
    return state.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Progress(
                DutyState.valueOf(state),
                row.getString("progress"),
                row.getString("completion"),
                row.getString("problems"),
                row.getString("next_steps"),
                row.getString("reason"),
                row.getString("proof"),
                files(row.getString("files"))));
  }

  private static String ids(List<EvidenceId> files) {
    return files.stream().map(file -> file.value().toString()).collect(Collectors.joining(","));
  }

  private static List<EvidenceId> files(String ids) {
    return Stream.of(ids.split(","))
        .filter(id -> !id.isEmpty())
        .map(id -> new EvidenceId(UUID.fromString(id)))
        .toList();
  }
}
