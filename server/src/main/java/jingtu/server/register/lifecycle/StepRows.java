package jingtu.server.register.lifecycle;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jingtu.server.register.RecordId;
import jingtu.server.register.definition.Lifecycle.Transition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the steps that were taken, with what was handed in. */
@Repository
class StepRows {

  private final JdbcClient jdbc;
  private final Clock clock;

  StepRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Notes a step.
   *
   * @param version the version of the record that it leaves
   */
  void insert(
      RecordId record,
      int version,
      Transition step,
      String from,
      Map<String, List<UUID>> evidence) {
    jdbc.sql(
            """
            insert into record_step (record_id, version, transition, from_state, to_state, taken_at)
            values (:record, :version, :transition, :from, :to, :at)
            """)
        .param("record", record.value())
        .param("version", version)
        .param("transition", step.id())
        .param("from", from)
        .param("to", step.to())
        .param("at", OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)))
        .update();
    evidence.forEach((kind, files) -> insert(record, version, kind, files));
  }

  private void insert(RecordId record, int version, String kind, List<UUID> files) {
    for (int i = 0; i < files.size(); i++) {
      jdbc.sql(
              """
              insert into record_step_evidence (record_id, version, kind, ordinal, evidence_id)
              values (:record, :version, :kind, :ordinal, :file)
              """)
          .param("record", record.value())
          .param("version", version)
          .param("kind", kind)
          .param("ordinal", i)
          .param("file", files.get(i))
          .update();
    }
  }
}
