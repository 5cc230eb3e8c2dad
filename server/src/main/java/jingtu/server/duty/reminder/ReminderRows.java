package jingtu.server.duty.reminder;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.scope.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes and reads the rows of the outbox. */
@Component
class ReminderRows {

  static final String SELECT =
      """
      select id, region_code, organisation_id, organisation_name, way, target, reasons, subject,
        body, status, trouble, said, urgent, not_before, attempts, created_by_name, created_at,
        started_at, ended_at, repeats, settled_by_name
      from reminder
      """;

  private static final int LONGEST_SAID = 500;

  private final JdbcClient jdbc;

  ReminderRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Reminder one, List<Draft.Ask> asks) {
    jdbc.sql(
            """
            insert into reminder (id, region_code, organisation_id, organisation_name, way, target,
              reasons, subject, body, status, trouble, said, urgent, not_before, attempts,
              created_by_name, created_at, repeats, settled_by_name)
            values (:id, :region, :organisation, :name, :way, :target, :reasons, :subject, :body,
              :status, :trouble, '', :urgent, :notBefore, 0, :by, :created, :repeats, '')
            """)
        .param("id", one.id().value())
        .param("region", one.region().digits())
        .param("organisation", one.organisation().orElse(null))
        .param("name", one.name())
        .param("way", one.way().name())
        .param("target", one.target())
        .param("reasons", one.reasons().stream().map(Reason::name).sorted().collect(joining(" ")))
        .param("subject", one.subject())
        .param("body", one.body())
        .param("status", one.status().name())
        .param("trouble", one.trouble().name())
        .param("urgent", one.urgent())
        .param("notBefore", at(one.notBefore()))
        .param("by", one.by())
        .param("created", at(one.created()))
        .param("repeats", one.repeats().map(ReminderId::value).orElse(null))
        .update();
    asks.forEach(
        ask ->
            jdbc.sql("insert into reminder_round (reminder_id, round_id, body) values (?, ?, ?)")
                .params(one.id().value(), ask.round(), ask.text())
                .update());
  }

  Optional<Reminder> find(ReminderId id) {
    return jdbc.sql(SELECT + " where id = :id")
        .param("id", id.value())
        .query(ReminderRows::reminder)
        .optional();
  }

  /** The round-ups that a message asks about. */
  List<Draft.Ask> asks(ReminderId id) {
    return jdbc.sql("select round_id, body from reminder_round where reminder_id = :id order by 1")
        .param("id", id.value())
        .query(
            (row, n) -> new Draft.Ask(row.getObject("round_id", UUID.class), row.getString("body")))
        .list();
  }

  /**
   * Moves a message on, from one of the states in which it may be.
   *
   * @return whether it was in one of them
   */
  boolean move(
      ReminderId id, List<ReminderStatus> from, ReminderStatus to, Trouble why, String said) {
    return jdbc.sql(
                """
                update reminder set status = :to, trouble = :trouble, said = :said
                where id = :id and status in (:from)
                """)
            .param("id", id.value())
            .param("from", from.stream().map(ReminderStatus::name).toList())
            .param("to", to.name())
            .param("trouble", why.name())
            .param("said", said.length() > LONGEST_SAID ? said.substring(0, LONGEST_SAID) : said)
            .update()
        > 0;
  }

  void end(ReminderId id, Instant at) {
    jdbc.sql("update reminder set ended_at = :at where id = :id")
        .param("id", id.value())
        .param("at", at(at))
        .update();
  }

  static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  static Reminder reminder(ResultSet row, int n) throws SQLException {
    return new Reminder(
        new ReminderId(row.getObject("id", UUID.class)),
        new RegionCode(row.getString("region_code")),
        Optional.ofNullable(row.getObject("organisation_id", UUID.class)),
        row.getString("organisation_name"),
        Way.valueOf(row.getString("way")),
        row.getString("target"),
        Arrays.stream(row.getString("reasons").split(" ")).map(Reason::valueOf).collect(toSet()),
        row.getString("subject"),
        row.getString("body"),
        ReminderStatus.valueOf(row.getString("status")),
        Trouble.valueOf(row.getString("trouble")),
        row.getString("said"),
        row.getBoolean("urgent"),
        row.getObject("not_before", OffsetDateTime.class).toInstant(),
        row.getInt("attempts"),
        row.getString("created_by_name"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        moment(row.getObject("started_at", OffsetDateTime.class)),
        moment(row.getObject("ended_at", OffsetDateTime.class)),
        Optional.ofNullable(row.getObject("repeats", UUID.class)).map(ReminderId::new),
        Optional.of(row.getString("settled_by_name")).filter(name -> !name.isEmpty()));
  }

  private static Optional<Instant> moment(@Nullable OffsetDateTime stored) {
    return Optional.ofNullable(stored).map(OffsetDateTime::toInstant);
  }
}
