package jingtu.server.register.exchange.export;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import jingtu.server.document.evidence.EvidenceId;
import jingtu.server.document.evidence.EvidencePackages;
import jingtu.server.document.evidence.ProvenThing;
import jingtu.server.edge.Problem;
import jingtu.server.register.RecordId;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Definitions;
import jingtu.server.register.definition.Field;
import jingtu.server.register.definition.FieldType;
import jingtu.server.register.lifecycle.StepEvidence;
import jingtu.server.register.record.FieldValue;
import jingtu.server.register.record.RecordBatch;
import jingtu.server.register.record.RecordCheck;
import jingtu.server.register.record.RecordTitle;
import jingtu.server.register.record.RecordView;
import jingtu.server.register.record.Records;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/**
 * Packs what proves chosen records, that of their fields and that of their steps, as a numbered
 * package with a catalogue. What a field should prove and has no file for is listed as missing,
 * unless the record is not asked for it.
 */
@Service
public class PackEvidence {

  private final Definitions definitions;
  private final Records records;
  private final RecordBatch batch;
  private final StepEvidence steps;
  private final EvidencePackages packages;

  PackEvidence(
      Definitions definitions,
      Records records,
      RecordBatch batch,
      StepEvidence steps,
      EvidencePackages packages) {
    this.definitions = definitions;
    this.records = records;
    this.batch = batch;
    this.steps = steps;
    this.packages = packages;
  }

  /**
   * Prepares the package.
   *
   * @param ids in the order of the package; those that the account does not see are left out
   * @throws Problem where there is no such register, or the account sees none of the records
   */
  public EvidencePackages.Outcome prepare(
      Scope scope, RegisterId register, List<RecordId> ids, Language language) {
    Definition definition =
        definitions
            .find(scope, register)
            .orElseThrow(
                () ->
                    Problem.of(
                        HttpStatus.NOT_FOUND,
                        "register-exchange.unknown-register",
                        register.value()));
    List<RecordView> seen = records.list(scope, register, ids);
    if (seen.isEmpty()) {
      throw Problem.of(HttpStatus.NOT_FOUND, "register-exchange.no-records");
    }
    Map<RecordId, List<StepEvidence.Handed>> handed =
        steps.list(scope, register, ids).stream().collect(groupingBy(StepEvidence.Handed::record));
    List<Field> fields =
        definition.activeFields().stream()
            .filter(field -> field.isVisibleTo(scope.role()))
            .filter(field -> field.type() instanceof FieldType.Evidence)
            .toList();
    RecordCheck check = batch.check(scope, register);
    List<ProvenThing> things =
        seen.stream()
            .map(
                record ->
                    thing(
                        definition,
                        fields,
                        field -> check.isAskedFor(field, record.content(), record.state()),
                        record,
                        handed.getOrDefault(record.id(), List.of())))
            .toList();
    return packages.prepare(scope, seen.getFirst().region(), definition.name(), things, language);
  }

  private static ProvenThing thing(
      Definition definition,
      List<Field> fields,
      Predicate<Field> isAskedFor,
      RecordView record,
      List<StepEvidence.Handed> handed) {
    LinkedHashSet<EvidenceId> evidence = new LinkedHashSet<>();
    List<String> missing = new ArrayList<>();
    for (Field field : fields) {
      if (record.content().get(field.id()) instanceof FieldValue.Ids(var files)) {
        files.forEach(file -> evidence.add(new EvidenceId(file)));
      } else if (isAskedFor.test(field)) {
        missing.add(field.label());
      }
    }
    handed.forEach(step -> evidence.addAll(step.evidence()));
    return new ProvenThing(
        RecordTitle.of(definition, record.content()).orElse(record.id().toString()),
        facts(record, handed),
        List.copyOf(evidence),
        missing);
  }

  private static List<ProvenThing.Fact> facts(RecordView record, List<StepEvidence.Handed> handed) {
    List<ProvenThing.Fact> facts = new ArrayList<>();
    String region = record.labels().getOrDefault(RecordView.REGION, record.region().digits());
    String state = record.labels().getOrDefault(RecordView.STATE, record.state());
    facts.add(new ProvenThing.Fact(region, state));
    handed.forEach(step -> facts.add(new ProvenThing.Fact(step.step(), step.kind())));
    return facts;
  }
}
