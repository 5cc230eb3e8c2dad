package jingtu.server.register.lifecycle;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.document.evidence.EvidenceHold;
import jingtu.server.document.evidence.EvidenceId;
import jingtu.server.register.RecordId;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.Definitions;
import jingtu.server.register.definition.Lifecycle.Transition;
import jingtu.server.register.lifecycle.NamedRecords.Named;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what was handed in with a step that was taken: nobody takes a step back, only others. */
@Component
class KeepStepFiles implements EvidenceHold {

  private static final Message REMEDY = Message.of("register-lifecycle.holds-file-remedy");

  private final JdbcClient jdbc;
  private final NamedRecords names;
  private final Definitions definitions;

  KeepStepFiles(JdbcClient jdbc, NamedRecords names, Definitions definitions) {
    this.jdbc = jdbc;
    this.names = names;
    this.definitions = definitions;
  }

  private record Step(EvidenceId piece, RecordId record, String transition) {}

  @Override
  @Transactional(readOnly = true)
  public Map<EvidenceId, List<Finding>> on(Scope scope, Collection<EvidenceId> pieces) {
    List<Step> steps = steps(pieces);
    Map<RecordId, Named> seen =
        names.list(scope, steps.stream().map(Step::record).collect(toSet()));
    return Held.byPiece(
        steps.stream()
            .map(
                step ->
                    new Held(
                        step.piece(),
                        finding(scope, step, Optional.ofNullable(seen.get(step.record())))))
            .toList());
  }

  private List<Step> steps(Collection<EvidenceId> pieces) {
    return jdbc.sql(
            """
            select distinct file.evidence_id, step.record_id, step.version, step.transition
            from record_step_evidence file
              join record_step step
                on step.record_id = file.record_id and step.version = file.version
            where file.evidence_id in (:pieces)
            order by step.record_id, step.version
            """)
        .param("pieces", pieces.stream().map(EvidenceId::value).toList())
        .query(
            (row, n) ->
                new Step(
                    new EvidenceId(row.getObject("evidence_id", UUID.class)),
                    new RecordId(row.getObject("record_id", UUID.class)),
                    row.getString("transition")))
        .list();
  }

  private Finding finding(Scope scope, Step step, Optional<Named> record) {
    return record
        .map(
            named ->
                new Finding(
                    named.title(),
                    Message.of(
                        "register-lifecycle.holds-file",
                        label(scope, named.register(), step.transition())),
                    REMEDY))
        .orElseGet(
            () -> new Finding("", Message.of("register-lifecycle.holds-unseen-file"), REMEDY));
  }

  /** As the definition calls it now; its id where it knows it no longer. */
  private String label(Scope scope, RegisterId register, String transition) {
    return definitions.find(scope, register).stream()
        .flatMap(definition -> definition.lifecycle().transitions().stream())
        .filter(known -> known.id().equals(transition))
        .map(Transition::label)
        .findFirst()
        .orElse(transition);
  }
}
