package jingtu.server.duty.round.countersign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.duty.Assignee;
import jingtu.server.duty.round.LineId;
import jingtu.server.duty.round.LineStatus;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes countersigns and their steps; who may do so is asked elsewhere. */
@Component
class CountersignRows {

  /**
   * A condition on two rows of {@code duty_source}: that whoever is called on by the one is called
   * on by the other too. Whoever takes part in a task does so in each sentence of it, and has it in
   * the list once, as a whole.
   */
  static String together(String one, String other) {
    return """
    (%1$s.plan_id is not distinct from %2$s.plan_id and %1$s.entry_id = %2$s.entry_id
      and (%1$s.id = %2$s.id or %1$s.sentence_id is null or %2$s.sentence_id is null))
    """
        .formatted(one, other);
  }

  private final JdbcClient jdbc;
  private final Identifiers identifiers;
  private final Clock clock;

  CountersignRows(JdbcClient jdbc, Identifiers identifiers, Clock clock) {
    this.jdbc = jdbc;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** What is stored of one, without its steps. */
  record Row(
      UUID id,
      LineId line,
      UUID organisation,
      String name,
      Optional<RegionCode> region,
      SignState state) {

    static Row of(ResultSet row, int number) throws SQLException {
      return new Row(
          row.getObject("id", UUID.class),
          new LineId(row.getObject("line_id", UUID.class)),
          row.getObject("organisation_id", UUID.class),
          row.getString("organisation_name"),
          Optional.ofNullable(row.getString("organisation_region")).map(RegionCode::new),
          SignState.valueOf(row.getString("sign_state")));
    }
  }

  /**
   * The line of a report while its countersigns change.
   *
   * @param said whether anything is said in it
   */
  record Held(LineStatus status, boolean said, int version) {}

  /** What is done, by whom and when; {@code words} and {@code toldBy} may be empty. */
  record Deed(
      SignState to, Countersign.What what, String words, String toldBy, String by, Instant at) {}

  /** A deed without words of its own, now. */
  Deed plain(SignState to, Countersign.What what, String by) {
    return new Deed(to, what, "", "", by, now());
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** Holds a line until the transaction ends, so that nobody else reports on it or judges it. */
  Held hold(LineId line) {
    return jdbc.sql(
            """
            select line_status, duty_state, version from report_line where id = :line for update
            """)
        .param("line", line.value())
        .query(
            (row, n) ->
                new Held(
                    LineStatus.valueOf(row.getString("line_status")),
                    !row.getString("duty_state").isEmpty(),
                    row.getInt("version")))
        .single();
  }

  Optional<Row> find(UUID id) {
    return jdbc.sql("select * from countersign where id = :id")
        .param("id", id)
        .query(Row::of)
        .optional();
  }

  /** Those of a line, in the order in which they were asked first. */
  List<Row> of(LineId line) {
    return jdbc.sql("select * from countersign where line_id = :line order by id")
        .param("line", line.value())
        .query(Row::of)
        .list();
  }

  /** Asks an organisation that was never asked about the line. */
  void insert(LineId line, int version, Assignee whom, String by) {
    UUID id = identifiers.next();
    Deed deed = plain(SignState.WAITING, Countersign.What.ASKED, by);
    jdbc.sql(
            """
            insert into countersign (id, line_id, organisation_id, organisation_name,
              organisation_region, sign_state, asked_by_name, asked_at)
            values (:id, :line, :organisation, :name, :region, :state, :by, :at)
            """)
        .param("id", id)
        .param("line", line.value())
        .param("organisation", whom.id().orElseThrow())
        .param("name", whom.name())
        .param("region", whom.region().map(RegionCode::digits).orElse(null))
        .param("state", deed.to().name())
        .param("by", deed.by())
        .param("at", deed.at().atOffset(ZoneOffset.UTC))
        .update();
    note(List.of(id), version, deed);
  }

  /** Asks an organisation anew whose asking was withdrawn or has ended. */
  void askAnew(UUID id, int version, String by) {
    Deed deed = plain(SignState.WAITING, Countersign.What.ASKED, by);
    jdbc.sql("update countersign set asked_by_name = :by, asked_at = :at where id = :id")
        .param("by", by)
        .param("at", deed.at().atOffset(ZoneOffset.UTC))
        .param("id", id)
        .update();
    move(List.of(id), version, deed);
  }

  /** Brings some into another state, and notes it. */
  void move(Collection<UUID> ids, int version, Deed deed) {
    if (ids.isEmpty()) {
      return;
    }
    jdbc.sql("update countersign set sign_state = :state where id in (:ids)")
        .param("state", deed.to().name())
        .param("ids", ids)
        .update();
    note(ids, version, deed);
  }

  private void note(Collection<UUID> ids, int version, Deed deed) {
    for (UUID id : ids) {
      jdbc.sql(
              """
              insert into countersign_step (countersign_id, ordinal, what, words, told_by,
                line_version, done_by_name, done_at)
              values (:id, (select coalesce(max(ordinal), 0) + 1 from countersign_step s
                  where s.countersign_id = :id),
                :what, :words, :told, :version, :by, :at)
              """)
          .param("id", id)
          .param("what", deed.what().name())
          .param("words", deed.words())
          .param("told", deed.toldBy())
          .param("version", version)
          .param("by", deed.by())
          .param("at", deed.at().atOffset(ZoneOffset.UTC))
          .update();
    }
  }
}
