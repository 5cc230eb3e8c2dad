package jingtu.server.duty.round.link;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.audit.Audit;
import jingtu.server.duty.Reach;
import jingtu.server.duty.round.Round;
import jingtu.server.duty.round.RoundId;
import jingtu.server.duty.round.Rounds;
import jingtu.server.scope.Scope;
import jingtu.server.scope.SecretToken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The links of round-ups. Whoever keeps a round-up sees and withdraws them; they are kept for good.
 */
@Repository
public class ReportingLinks {

  private static final String LINK =
      """
      select id, round_id, organisation_id, organisation_name, last_day, made_by, made_at, uses,
        used_at, withdrawn_by, withdrawn_at, handed_in_by, handed_in_at
      from reporting_link
      """;

  private final JdbcClient jdbc;
  private final Rounds rounds;
  private final Reach reach;
  private final Audit audit;
  private final Clock clock;

  ReportingLinks(JdbcClient jdbc, Rounds rounds, Reach reach, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.rounds = rounds;
    this.reach = reach;
    this.audit = audit;
    this.clock = clock;
  }

  /** All of a round-up, the latest first; none where the scope does not keep it. */
  @Transactional(readOnly = true)
  public List<ReportingLink> list(Scope scope, RoundId round) {
    return kept(scope, round)
        .map(
            found ->
                jdbc.sql(LINK + "where round_id = :round order by made_at desc, id desc")
                    .param("round", round.value())
                    .query(ReportingLinks::link)
                    .list())
        .orElse(List.of());
  }

  /**
   * Makes a link worthless; one that is so already stays as it is.
   *
   * @return the link as it is now; empty where there is none that the scope keeps
   */
  @Transactional
  public Optional<ReportingLink> withdraw(Scope scope, UUID id) {
    Optional<ReportingLink> link =
        jdbc.sql(LINK + "where id = :id for update")
            .param("id", id)
            .query(ReportingLinks::link)
            .optional()
            .filter(found -> kept(scope, found.round()).isPresent());
    link.filter(found -> found.withdrawn().isEmpty()).ifPresent(found -> withdraw(scope, found));
    return link.flatMap(found -> find(found.id()));
  }

  /** The round-up, where the scope keeps it. */
  Optional<Round> kept(Scope scope, RoundId id) {
    return rounds.find(scope, id).filter(round -> reach.keeps(scope, round.region()));
  }

  /**
   * Stores a new link; the organisation's older ones of the round-up are worth nothing any more.
   */
  void insert(Scope scope, ReportingLink link, SecretToken token) {
    jdbc.sql("select id from round_up where id = :round for update")
        .param("round", link.round().value())
        .query()
        .listOfRows();
    jdbc.sql(
            LINK
                + """
                  where round_id = :round and organisation_id = :whose and withdrawn_at is null
                  order by id for update
                  """)
        .param("round", link.round().value())
        .param("whose", link.organisation())
        .query(ReportingLinks::link)
        .list()
        .forEach(older -> withdraw(scope, older));
    jdbc.sql(
            """
            insert into reporting_link (id, token_hash, round_id, organisation_id,
              organisation_name, last_day, made_by, made_at, uses)
            values (:id, :hash, :round, :whose, :name, :last, :by, :at, 0)
            """)
        .param("id", link.id())
        .param("hash", token.hash())
        .param("round", link.round().value())
        .param("whose", link.organisation())
        .param("name", link.name())
        .param("last", link.lastDay())
        .param("by", link.madeBy())
        .param("at", link.madeAt().atOffset(ZoneOffset.UTC))
        .update();
    audit.record(scope, "link.made", link.id().toString(), link.name() + ", " + link.lastDay());
  }

  /** The link of a token, held until the transaction ends. */
  Optional<ReportingLink> hold(SecretToken token) {
    return jdbc.sql(LINK + "where token_hash = :hash for update")
        .param("hash", token.hash())
        .query(ReportingLinks::link)
        .optional();
  }

  /** Notes that it was used, and how often it was opened so far. */
  void used(ReportingLink link, int uses) {
    jdbc.sql("update reporting_link set uses = :uses, used_at = :now where id = :id")
        .param("uses", uses)
        .param("now", now().atOffset(ZoneOffset.UTC))
        .param("id", link.id())
        .update();
  }

  /** Notes that it was handed in, and returns it as it is then. */
  ReportingLink handIn(ReportingLink link, String teller) {
    jdbc.sql("update reporting_link set handed_in_by = :by, handed_in_at = :now where id = :id")
        .param("by", teller)
        .param("now", now().atOffset(ZoneOffset.UTC))
        .param("id", link.id())
        .update();
    return find(link.id()).orElseThrow();
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private void withdraw(Scope scope, ReportingLink link) {
    jdbc.sql("update reporting_link set withdrawn_by = :by, withdrawn_at = :now where id = :id")
        .param("by", scope.username())
        .param("now", now().atOffset(ZoneOffset.UTC))
        .param("id", link.id())
        .update();
    audit.record(scope, "link.withdrawn", link.id().toString(), link.name());
  }

  private Optional<ReportingLink> find(UUID id) {
    return jdbc.sql(LINK + "where id = :id").param("id", id).query(ReportingLinks::link).optional();
  }

  private static ReportingLink link(ResultSet row, int number) throws SQLException {
    return new ReportingLink(
        row.getObject("id", UUID.class),
        new RoundId(row.getObject("round_id", UUID.class)),
        row.getObject("organisation_id", UUID.class),
        row.getString("organisation_name"),
        row.getObject("last_day", LocalDate.class),
        row.getString("made_by"),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        row.getInt("uses"),
        instant(row, "used_at"),
        step(row, "withdrawn"),
        step(row, "handed_in"));
  }

  private static Optional<ReportingLink.Step> step(ResultSet row, String what) throws SQLException {
    String by = row.getString(what + "_by");
    return instant(row, what + "_at").map(at -> new ReportingLink.Step(by, at));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
