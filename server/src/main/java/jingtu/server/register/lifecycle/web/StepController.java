package jingtu.server.register.lifecycle.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jingtu.server.document.evidence.EvidenceId;
import jingtu.server.edge.Problem;
import jingtu.server.edge.RequestLanguage;
import jingtu.server.register.RecordId;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Definitions;
import jingtu.server.register.lifecycle.Lifecycles;
import jingtu.server.register.lifecycle.Lifecycles.NextStep;
import jingtu.server.register.lifecycle.Lifecycles.TakenTogether;
import jingtu.server.register.lifecycle.StepEvidence;
import jingtu.server.register.lifecycle.StepRefused;
import jingtu.server.register.lifecycle.StepTaken;
import jingtu.server.register.record.FaultyRecord;
import jingtu.server.register.record.FieldFault;
import jingtu.server.register.record.RecordView;
import jingtu.server.register.record.Records;
import jingtu.server.register.record.web.RecordForms;
import jingtu.server.register.record.web.RecordProblems;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The steps of the life cycles of records. */
@RestController
class StepController {

  private static final int MOST_RECORDS = 500;
  private static final int LONGEST_REASON = 2_000;

  private final Lifecycles lifecycles;
  private final Records records;
  private final Definitions definitions;
  private final StepEvidence evidence;

  StepController(
      Lifecycles lifecycles, Records records, Definitions definitions, StepEvidence evidence) {
    this.evidence = evidence;
    this.lifecycles = lifecycles;
    this.records = records;
    this.definitions = definitions;
  }

  /**
   * A step that starts where the record stands.
   *
   * @param to the id of the state that it leads to
   * @param allowed whether the account takes it
   * @param lacks what the record still lacks, in sentences
   * @param fields what must be filled in, by field id
   * @param evidence the kinds of files that must be handed in
   * @param takenBy who takes it, in a sentence
   */
  record StepView(
      String id,
      String label,
      String to,
      boolean allowed,
      List<String> lacks,
      List<String> fields,
      List<String> evidence,
      boolean reasonNeeded,
      String takenBy) {

    static StepView of(NextStep next, Language language) {
      return new StepView(
          next.step().id(),
          next.step().label(),
          next.step().to(),
          next.allowed(),
          next.lacks().stream().map(message -> Messages.say(message, language)).toList(),
          next.step().fields(),
          next.step().evidence(),
          next.step().reason(),
          Messages.say(next.takenBy(), language));
    }
  }

  /**
   * A step that is taken.
   *
   * @param version of the record, as it was looked at
   * @param set values that are filled in with it, by field id
   * @param evidence the files that are handed in, by their kind
   */
  record StepRequest(
      @NotNull Integer version,
      @Size(max = LONGEST_REASON) @Nullable String reason,
      @Nullable Map<String, @Nullable Object> set,
      @Nullable Map<String, List<UUID>> evidence) {}

  /** A step that is taken with several records. */
  record StepTogetherRequest(
      @NotEmpty @Size(max = MOST_RECORDS) List<UUID> ids,
      @Size(max = LONGEST_REASON) @Nullable String reason,
      @Nullable Map<String, @Nullable Object> set,
      @Nullable Map<String, List<UUID>> evidence) {}

  /** Where a record stands after a step. */
  record SteppedView(UUID id, String state, int version) {
    static SteppedView of(RecordView record) {
      return new SteppedView(record.id().value(), record.state(), record.version());
    }
  }

  /** How many records went a step, and which did not. */
  record StepTogetherView(int changed, List<StayedView> refused) {

    record StayedView(UUID id, String why) {}

    static StepTogetherView of(TakenTogether taken, Language language) {
      return new StepTogetherView(
          taken.changed(),
          taken.refused().stream()
              .map(stayed -> new StayedView(stayed.record().value(), said(stayed.why(), language)))
              .toList());
    }
  }

  @GetMapping("/api/records/{id}/steps")
  @AllowedTo.Everyone
  List<StepView> next(Scope scope, @PathVariable UUID id, HttpServletRequest request) {
    Language language = RequestLanguage.of(request);
    return answered(
        language,
        () ->
            lifecycles.next(scope, new RecordId(id)).stream()
                .map(step -> StepView.of(step, language))
                .toList());
  }

  /**
   * Files of one kind that came with a step.
   *
   * @param version the version of the record that the step left
   * @param step what it is called
   * @param evidence ids of pieces of evidence
   */
  record HandedView(int version, String step, String kind, List<UUID> evidence) {
    static HandedView of(StepEvidence.Handed handed) {
      return new HandedView(
          handed.version(),
          handed.step(),
          handed.kind(),
          handed.evidence().stream().map(EvidenceId::value).toList());
    }
  }

  @GetMapping("/api/records/{id}/steps/evidence")
  @AllowedTo.Everyone
  List<HandedView> handed(Scope scope, @PathVariable UUID id, HttpServletRequest request) {
    RecordId record = new RecordId(id);
    return answered(
        RequestLanguage.of(request),
        () ->
            evidence.list(scope, definitionOf(scope, record).id(), List.of(record)).stream()
                .map(HandedView::of)
                .toList());
  }

  @PostMapping("/api/records/{id}/steps/{transition}")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  SteppedView take(
      Scope scope,
      @PathVariable UUID id,
      @PathVariable String transition,
      @Valid @RequestBody StepRequest step,
      HttpServletRequest request) {
    RecordId record = new RecordId(id);
    return answered(
        RequestLanguage.of(request),
        () ->
            SteppedView.of(
                lifecycles.take(
                    scope,
                    record,
                    step.version(),
                    transition,
                    taken(
                        scope,
                        definitionOf(scope, record),
                        step.reason(),
                        step.set(),
                        step.evidence()))));
  }

  @PostMapping("/api/registers/{register}/records/steps/{transition}")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  StepTogetherView takeTogether(
      Scope scope,
      @PathVariable String register,
      @PathVariable String transition,
      @Valid @RequestBody StepTogetherRequest step,
      HttpServletRequest request) {
    Language language = RequestLanguage.of(request);
    Definition definition = definition(scope, register);
    List<RecordId> ids = step.ids().stream().map(RecordId::new).toList();
    return answered(
        language,
        () ->
            StepTogetherView.of(
                lifecycles.takeTogether(
                    scope,
                    definition.id(),
                    ids,
                    transition,
                    taken(scope, definition, step.reason(), step.set(), step.evidence())),
                language));
  }

  private Definition definition(Scope scope, String register) {
    return Optional.of(register)
        .filter(RegisterId::isOne)
        .flatMap(id -> definitions.find(scope, new RegisterId(id)))
        .orElseThrow(
            () -> Problem.of(HttpStatus.NOT_FOUND, "register-record.unknown-register", register));
  }

  private Definition definitionOf(Scope scope, RecordId record) {
    return records
        .find(scope, record)
        .flatMap(found -> definitions.find(scope, found.register()))
        .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "register-lifecycle.unknown-record"));
  }

  /**
   * What is given with a step.
   *
   * @throws FaultyRecord where a value is none of its field
   */
  private static StepTaken taken(
      Scope scope,
      Definition definition,
      @Nullable String reason,
      @Nullable Map<String, @Nullable Object> set,
      @Nullable Map<String, List<UUID>> evidence) {
    List<FieldFault> faults = new ArrayList<>();
    RecordForms.Values values =
        RecordForms.values(scope, definition, set == null ? Map.of() : set, faults);
    if (!faults.isEmpty()) {
      throw new FaultyRecord(faults);
    }
    return new StepTaken(
        reason == null ? "" : reason, values.set(), evidence == null ? Map.of() : evidence);
  }

  /** What comes of a step, with its refusals as problems. */
  private static <T> T answered(Language language, Supplier<T> step) {
    try {
      return RecordProblems.said(language, step);
    } catch (StepRefused refused) {
      throw problem(refused, language);
    }
  }

  private static String said(List<Message> reasons, Language language) {
    return reasons.stream()
        .map(reason -> Messages.say(reason, language))
        .collect(
            Collectors.joining(Messages.say(Message.of("register-lifecycle.separator"), language)));
  }

  private static Problem problem(StepRefused refused, Language language) {
    HttpStatus status =
        switch (refused.why()) {
          case UNKNOWN_RECORD, UNKNOWN_STEP -> HttpStatus.NOT_FOUND;
          case NOT_FROM_HERE -> HttpStatus.CONFLICT;
          case NOT_YOURS -> HttpStatus.FORBIDDEN;
          case LACKING -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    return Problem.of(status, "register-lifecycle.step-refused", said(refused.reasons(), language))
        .with(
            "lacks",
            refused.reasons().stream().map(reason -> Messages.say(reason, language)).toList());
  }
}
