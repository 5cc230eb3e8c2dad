package jingtu.server.register.record;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import jingtu.server.audit.Audit;
import jingtu.server.edge.Problem;
import jingtu.server.register.RecordId;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.Scope;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people say about a record. Whoever sees it reads along and has a say. */
@Component
public class RecordComments {

  private static final int LONGEST = 2_000;

  private final Records records;
  private final JdbcClient jdbc;
  private final Identifiers identifiers;
  private final Clock clock;
  private final Audit audit;

  RecordComments(
      Records records, JdbcClient jdbc, Identifiers identifiers, Clock clock, Audit audit) {
    this.records = records;
    this.jdbc = jdbc;
    this.identifiers = identifiers;
    this.clock = clock;
    this.audit = audit;
  }

  public record Comment(UUID id, String text, String by, Instant at) {}

  /** The comments on a record, the first first. */
  @Transactional(readOnly = true)
  public List<Comment> list(Scope scope, RecordId record) {
    records.needSeen(scope, record);
    return jdbc.sql("select * from record_comment where record_id = :record order by id")
        .param("record", record.value())
        .query(
            (row, n) ->
                new Comment(
                    row.getObject("id", UUID.class),
                    row.getString("text"),
                    row.getString("written_by_name"),
                    row.getObject("written_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /** Adds a comment. */
  @Transactional
  public Comment add(Scope scope, RecordId record, String text) {
    records.needSeen(scope, record);
    String said = text.strip();
    if (said.isEmpty() || said.codePointCount(0, said.length()) > LONGEST) {
      throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "register-record.comment-length", LONGEST);
    }
    Comment comment =
        new Comment(
            identifiers.next(),
            said,
            scope.username(),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    jdbc.sql(
            """
            insert into record_comment (id, record_id, text, written_by_name, written_at)
            values (:id, :record, :text, :by, :at)
            """)
        .param("id", comment.id())
        .param("record", record.value())
        .param("text", comment.text())
        .param("by", comment.by())
        .param("at", RecordRows.moment(comment.at()))
        .update();
    audit.record(scope, "record.commented", record.toString(), "");
    return comment;
  }
}
