package jingtu.server.duty.chase;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import jingtu.server.audit.Audit;
import jingtu.server.duty.Reach;
import jingtu.server.duty.chase.Chase.Way;
import jingtu.server.duty.round.Round;
import jingtu.server.duty.round.RoundId;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The record of who was asked for reports. Nothing in it is changed or taken out. */
@Repository
public class Chases {

  private final JdbcClient jdbc;
  private final Reach reach;
  private final Identifiers identifiers;
  private final Audit audit;
  private final Clock clock;

  Chases(JdbcClient jdbc, Reach reach, Identifiers identifiers, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.reach = reach;
    this.identifiers = identifiers;
    this.audit = audit;
    this.clock = clock;
  }

  /** All of a round-up, the latest first. */
  @Transactional(readOnly = true)
  List<Chase> of(RoundId round) {
    return jdbc.sql(
            """
            select organisation_id, way, body, changed_by_name, changed_at
            from chase where round_id = :round order by changed_at desc, id desc
            """)
        .param("round", round.value())
        .query(
            (row, n) ->
                new Chase(
                    row.getObject("organisation_id", UUID.class),
                    Way.valueOf(row.getString("way")),
                    row.getString("body"),
                    row.getString("changed_by_name"),
                    row.getObject("changed_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /** All of a round-up, the latest first; none where the scope does not keep it. */
  @Transactional(readOnly = true)
  public List<Chase> list(Scope scope, Round round) {
    return reach.keeps(scope, round.region()) ? of(round.id()) : List.of();
  }

  /**
   * Notes that organisations were asked, each in its words.
   *
   * @return how many were noted; none where the scope does not keep the round-up
   */
  @Transactional
  public int note(Scope scope, Round round, Collection<Owing> asked, Way way) {
    if (!reach.keeps(scope, round.region())) {
      return 0;
    }
    asked.forEach(one -> insert(round.id(), one.organisation(), way, one.text(), scope.username()));
    if (!asked.isEmpty()) {
      audit.record(
          scope, "round.chased", round.id().value().toString(), way.name() + " " + asked.size());
    }
    return asked.size();
  }

  /** Notes that the program sent a message, on whose word. */
  @Transactional
  public void noteSent(RoundId round, UUID organisation, Way way, String text, String by) {
    insert(round, organisation, way, text, by);
  }

  private void insert(RoundId round, UUID organisation, Way way, String text, String by) {
    jdbc.sql(
            """
            insert into chase (id, round_id, organisation_id, way, body, changed_by_name,
              changed_at)
            values (:id, :round, :organisation, :way, :body, :by, :at)
            """)
        .param("id", identifiers.next())
        .param("round", round.value())
        .param("organisation", organisation)
        .param("way", way.name())
        .param("body", text)
        .param("by", by)
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }
}
