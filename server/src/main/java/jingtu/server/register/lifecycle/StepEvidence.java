package jingtu.server.register.lifecycle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import jingtu.server.document.evidence.EvidenceId;
import jingtu.server.register.RecordId;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Definitions;
import jingtu.server.register.definition.Lifecycle;
import jingtu.server.register.record.RecordView;
import jingtu.server.register.record.Records;
import jingtu.server.scope.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was handed in with the steps that records took. */
@Component
public class StepEvidence {

  private final JdbcClient jdbc;
  private final Records records;
  private final Definitions definitions;

  StepEvidence(JdbcClient jdbc, Records records, Definitions definitions) {
    this.jdbc = jdbc;
    this.records = records;
    this.definitions = definitions;
  }

  /**
   * Files of one kind that came with one step.
   *
   * @param version the version of the record that the step left
   * @param step as the definition calls it now; its id where it knows it no longer
   * @param kind a word of the definition
   */
  public record Handed(
      RecordId record, int version, String step, String kind, List<EvidenceId> evidence) {
    public Handed {
      evidence = List.copyOf(evidence);
    }
  }

  private record Row(UUID record, int version, String transition, String kind, UUID evidence) {}

  /** Of those records that the account sees, by record and in the order of the steps. */
  @Transactional(readOnly = true)
  public List<Handed> list(Scope scope, RegisterId register, Collection<RecordId> ids) {
    List<UUID> seen =
        records.list(scope, register, ids).stream()
            .map(RecordView::id)
            .map(RecordId::value)
            .toList();
    if (seen.isEmpty()) {
      return List.of();
    }
    Definition definition = definitions.find(scope, register).orElseThrow();
    List<Handed> handed = new ArrayList<>();
    for (Row row : rows(seen)) {
      Handed one = handed(row, definition.lifecycle());
      if (!handed.isEmpty() && isOneWith(handed.getLast(), one)) {
        Handed before = handed.removeLast();
        List<EvidenceId> together = new ArrayList<>(before.evidence());
        together.addAll(one.evidence());
        one = new Handed(one.record(), one.version(), one.step(), one.kind(), together);
      }
      handed.add(one);
    }
    return handed;
  }

  private List<Row> rows(List<UUID> ids) {
    return jdbc.sql(
            """
            select file.record_id, file.version, step.transition, file.kind, file.evidence_id
            from record_step_evidence file
              join record_step step
                on step.record_id = file.record_id and step.version = file.version
            where file.record_id in (:ids)
            order by file.record_id, file.version, file.kind, file.ordinal
            """)
        .param("ids", ids)
        .query(
            (row, number) ->
                new Row(
                    row.getObject("record_id", UUID.class),
                    row.getInt("version"),
                    row.getString("transition"),
                    row.getString("kind"),
                    row.getObject("evidence_id", UUID.class)))
        .list();
  }

  private static Handed handed(Row row, Lifecycle lifecycle) {
    String step =
        lifecycle.transitions().stream()
            .filter(transition -> transition.id().equals(row.transition()))
            .map(Lifecycle.Transition::label)
            .findFirst()
            .orElse(row.transition());
    return new Handed(
        new RecordId(row.record()),
        row.version(),
        step,
        row.kind(),
        List.of(new EvidenceId(row.evidence())));
  }

  private static boolean isOneWith(Handed one, Handed other) {
    return one.record().equals(other.record())
        && one.version() == other.version()
        && one.kind().equals(other.kind());
  }
}
