package jingtu.server.plan.decomposition.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.decomposition.WorkItemColumn;
import jingtu.server.plan.decomposition.WorkItemId;
import jingtu.server.plan.decomposition.comment.CommentRound.Answer;
import jingtu.server.plan.decomposition.comment.CommentRound.Comment;
import jingtu.server.plan.decomposition.comment.CommentRound.Request;
import jingtu.server.plan.decomposition.comment.CommentRound.Signed;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of rounds of comments. */
final class CommentRows {

  private final JdbcClient jdbc;

  CommentRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The rounds of a plan, the latest first. */
  List<CommentRound> list(PlanId plan) {
    return jdbc
        .sql("select * from comment_round where plan_id = :plan order by number desc")
        .param("plan", plan.value())
        .query(CommentRows::head)
        .list()
        .stream()
        .map(this::whole)
        .toList();
  }

  Optional<CommentRound> find(PlanId plan, UUID round) {
    return jdbc.sql("select * from comment_round where plan_id = :plan and id = :id")
        .param("plan", plan.value())
        .param("id", round)
        .query(CommentRows::head)
        .optional()
        .map(this::whole);
  }

  /** Those who change one round, or open one in a plan, do so one after the other. */
  void lock(PlanId plan) {
    jdbc.sql("select id from plan where id = :id for update")
        .param("id", plan.value())
        .query()
        .listOfRows();
  }

  void insert(PlanId plan, CommentRound round) {
    jdbc.sql(
            """
            insert into comment_round (id, plan_id, number, closes_on, opened_by_name, opened_at)
            values (:id, :plan, :number, :closesOn, :by, :at)
            """)
        .param("id", round.id())
        .param("plan", plan.value())
        .param("number", round.number())
        .param("closesOn", round.closesOn())
        .param("by", round.opened().by())
        .param("at", round.opened().at().atOffset(ZoneOffset.UTC))
        .update();
    for (Request request : round.requests()) {
      jdbc.sql("insert into comment_request (round_id, organisation) values (:round, :name)")
          .param("round", round.id())
          .param("name", request.organisation())
          .update();
    }
  }

  void close(UUID round, Signed signed) {
    jdbc.sql("update comment_round set closed_by_name = :by, closed_at = :at where id = :id")
        .param("by", signed.by())
        .param("at", signed.at().atOffset(ZoneOffset.UTC))
        .param("id", round)
        .update();
  }

  void answered(UUID round, String organisation, Signed signed) {
    jdbc.sql(
            """
            update comment_request set answered_by_name = :by, answered_at = :at
            where round_id = :round and organisation = :name
            """)
        .param("by", signed.by())
        .param("at", signed.at().atOffset(ZoneOffset.UTC))
        .param("round", round)
        .param("name", organisation)
        .update();
  }

  void insert(UUID round, int ordinal, Comment comment) {
    jdbc.sql(
            """
            insert into item_comment (id, round_id, ordinal, organisation, item_id, opinion,
              proposed, received_by_name, received_at, reason, before_text, after_text, version)
            values (:id, :round, :ordinal, :organisation, :item, :opinion, :proposed, :by, :at,
              '', '', '', 1)
            """)
        .param("id", comment.id())
        .param("round", round)
        .param("ordinal", ordinal)
        .param("organisation", comment.organisation())
        .param("item", comment.item().map(WorkItemId::value).orElse(null))
        .param("opinion", comment.opinion())
        .param("proposed", comment.proposed())
        .param("by", comment.received().by())
        .param("at", comment.received().at().atOffset(ZoneOffset.UTC))
        .update();
  }

  void answer(UUID comment, Answer answer) {
    jdbc.sql(
            """
            update item_comment set decision = :decision, reason = :reason,
              changed_column = :column, before_text = :before, after_text = :after,
              decided_by_name = :by, decided_at = :at, version = version + 1
            where id = :id
            """)
        .param("decision", answer.decision().name())
        .param("reason", answer.reason())
        .param("column", answer.changed().map(WorkItemColumn::name).orElse(null))
        .param("before", answer.before())
        .param("after", answer.after())
        .param("by", answer.signed().by())
        .param("at", answer.signed().at().atOffset(ZoneOffset.UTC))
        .param("id", comment)
        .update();
  }

  private CommentRound whole(CommentRound head) {
    List<Request> requests =
        jdbc.sql("select * from comment_request where round_id = :round order by organisation")
            .param("round", head.id())
            .query((row, n) -> new Request(row.getString("organisation"), signed(row, "answered")))
            .list();
    List<Comment> comments =
        jdbc.sql("select * from item_comment where round_id = :round order by ordinal")
            .param("round", head.id())
            .query(CommentRows::comment)
            .list();
    return new CommentRound(
        head.id(),
        head.number(),
        head.closesOn(),
        head.opened(),
        head.closed(),
        requests,
        comments);
  }

  private static CommentRound head(ResultSet row, int number) throws SQLException {
    return new CommentRound(
        row.getObject("id", UUID.class),
        row.getInt("number"),
        row.getObject("closes_on", LocalDate.class),
        signed(row, "opened").orElseThrow(),
        signed(row, "closed"),
        List.of(),
        List.of());
  }

  private static Comment comment(ResultSet row, int number) throws SQLException {
    return new Comment(
        row.getObject("id", UUID.class),
        row.getString("organisation"),
        Optional.ofNullable(row.getObject("item_id", UUID.class)).map(WorkItemId::new),
        row.getString("opinion"),
        row.getString("proposed"),
        signed(row, "received").orElseThrow(),
        answer(row),
        row.getInt("version"));
  }

  private static Optional<Answer> answer(ResultSet row) throws SQLException {
    Optional<Signed> decided = signed(row, "decided");
    return decided.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Answer(
                Decision.valueOf(row.getString("decision")),
                row.getString("reason"),
                Optional.ofNullable(row.getString("changed_column")).map(WorkItemColumn::valueOf),
                row.getString("before_text"),
                row.getString("after_text"),
                decided.get()));
  }

  private static Optional<Signed> signed(ResultSet row, String what) throws SQLException {
    OffsetDateTime at = row.getObject(what + "_at", OffsetDateTime.class);
    Optional<Instant> when = Optional.ofNullable(at).map(OffsetDateTime::toInstant);
    String by = row.getString(what + "_by_name");
    return when.map(instant -> new Signed(by, instant));
  }
}
