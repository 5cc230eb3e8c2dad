package jingtu.server.register.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.register.RecordId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of what was done to records. */
@Repository
class ChangeRows {

  private static final int AT_ONCE = 500;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  ChangeRows(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** What was done to a record, the latest first. */
  List<RecordChange> list(RecordId record) {
    return jdbc.sql("select * from record_change where record_id = :record order by version desc")
        .param("record", record.value())
        .query((row, n) -> change(row))
        .list();
  }

  /** The records that a batch touched, each with what it did there. */
  List<Map.Entry<RecordId, RecordChange>> ofBatch(UUID batch) {
    return jdbc.sql(
            "select * from record_change where batch_id = :batch order by record_id, version")
        .param("batch", batch)
        .query(
            (row, n) ->
                Map.entry(new RecordId(row.getObject("record_id", UUID.class)), change(row)))
        .list();
  }

  private static RecordChange change(ResultSet row) throws SQLException {
    return new RecordChange(
        row.getObject("id", UUID.class),
        row.getInt("version"),
        RecordChange.Kind.valueOf(row.getString("kind")),
        Optional.ofNullable(row.getString("step")),
        row.getString("reason"),
        ChangeJson.read(row.getString("content")),
        Optional.ofNullable(row.getObject("batch_id", UUID.class)),
        row.getString("changed_by_name"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }

  /** A change and the record that it was made to. */
  record Made(RecordId record, RecordChange change) {}

  void insert(Collection<Made> changes) {
    batches.batchUpdate(
        """
        insert into record_change (id, record_id, version, kind, step, reason, content, batch_id,
                                   changed_by_name, changed_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        changes,
        AT_ONCE,
        (blanks, made) -> {
          RecordChange change = made.change();
          blanks.setObject(1, change.id());
          blanks.setObject(2, made.record().value());
          blanks.setInt(3, change.version());
          blanks.setString(4, change.kind().name());
          blanks.setString(5, change.step().orElse(null));
          blanks.setString(6, change.reason());
          blanks.setString(7, ChangeJson.write(change.fields()));
          blanks.setObject(8, change.batch().orElse(null), java.sql.Types.OTHER);
          blanks.setString(9, change.by());
          blanks.setObject(10, RecordRows.moment(change.at()));
        });
  }
}
