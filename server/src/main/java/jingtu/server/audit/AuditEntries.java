package jingtu.server.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of entries and the end of their chain. */
@Repository
class AuditEntries {

  private final JdbcClient jdbc;

  AuditEntries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The last entry's number and hash. */
  record End(long sequence, String hash) {}

  /** The end of the chain, which no other transaction can have until this one is over. */
  End holdEnd() {
    return jdbc.sql("select sequence, hash from audit_end where id = 1 for update")
        .query((row, n) -> new End(row.getLong("sequence"), row.getString("hash")))
        .single();
  }

  End end() {
    return jdbc.sql("select sequence, hash from audit_end where id = 1")
        .query((row, n) -> new End(row.getLong("sequence"), row.getString("hash")))
        .single();
  }

  void append(AuditEntry entry) {
    jdbc.sql(
            """
            insert into audit_entry (sequence, at, actor, action, subject, detail, hash)
            values (:sequence, :at, :actor, :action, :subject, :detail, :hash)
            """)
        .param("sequence", entry.sequence())
        .param("at", OffsetDateTime.ofInstant(entry.at(), ZoneOffset.UTC))
        .param("actor", entry.actor())
        .param("action", entry.action())
        .param("subject", entry.subject())
        .param("detail", entry.detail())
        .param("hash", entry.hash())
        .update();
    jdbc.sql("update audit_end set sequence = :sequence, hash = :hash where id = 1")
        .param("sequence", entry.sequence())
        .param("hash", entry.hash())
        .update();
  }

  /** Up to {@code limit} entries with numbers below {@code before}, the newest first. */
  List<AuditEntry> newest(long before, int limit) {
    return jdbc.sql(
            """
            select sequence, at, actor, action, subject, detail, hash from audit_entry
            where sequence < :before order by sequence desc limit :limit
            """)
        .param("before", before)
        .param("limit", limit)
        .query(AuditEntries::entry)
        .list();
  }

  /** Up to {@code limit} entries with numbers above {@code after}, the oldest first. */
  List<AuditEntry> oldest(long after, int limit) {
    return jdbc.sql(
            """
            select sequence, at, actor, action, subject, detail, hash from audit_entry
            where sequence > :after order by sequence limit :limit
            """)
        .param("after", after)
        .param("limit", limit)
        .query(AuditEntries::entry)
        .list();
  }

  private static AuditEntry entry(ResultSet row, int number) throws SQLException {
    return new AuditEntry(
        row.getLong("sequence"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        row.getString("action"),
        row.getString("subject"),
        row.getString("detail"),
        row.getString("hash"));
  }
}
