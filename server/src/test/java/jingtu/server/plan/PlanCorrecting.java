package jingtu.server.plan;

import static jingtu.server.PretendOffice.COUNTY;
import static jingtu.server.PretendOffice.coordinator;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.planreader.Task;
import jingtu.server.PretendOffice;
import jingtu.server.document.DocumentId;
import jingtu.server.organisation.Regions;
import jingtu.server.plan.correction.Change;
import jingtu.server.plan.correction.ChangeKind;
import jingtu.server.plan.correction.Changes;
import jingtu.server.plan.correction.Conflict;
import jingtu.server.plan.correction.CorrectPlan;
import jingtu.server.plan.correction.EntryChange;
import jingtu.server.plan.correction.EntryContent;
import jingtu.server.plan.correction.Fault;
import jingtu.server.plan.correction.History;
import jingtu.server.plan.entry.EntryKind;
import jingtu.server.plan.entry.EntryReading;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Made plans, and changes of their tasks, for tests of corrections. */
abstract class PlanCorrecting {

  static final Scope COORDINATOR = coordinator(COUNTY);
  static final Scope COLLEAGUE =
      new Scope(
          new UUID(7, 7), "colleague", Role.COORDINATOR, Optional.of(COUNTY), Optional.empty());

  @Autowired Plans plans;
  @Autowired CorrectPlan correctPlan;
  @Autowired Changes changes;
  @Autowired Regions regions;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void open() {
    PretendOffice.open(regions);
  }

  CorrectPlan.Outcome make(Scope scope, PlanId plan, EntryChange... entries) {
    return make(scope, plan, ChangeKind.EDIT, entries);
  }

  CorrectPlan.Outcome make(Scope scope, PlanId plan, ChangeKind kind, EntryChange... entries) {
    return correctPlan.make(scope, plan, kind, Optional.empty(), Arrays.asList(entries));
  }

  List<String> fields(PlanId plan, EntryChange... entries) {
    return switch (make(COORDINATOR, plan, entries)) {
      case CorrectPlan.Outcome.Faulty(List<Fault> faults) ->
          faults.stream().map(Fault::field).toList();
      case CorrectPlan.Outcome other -> throw new AssertionError("not faulty: " + other);
    };
  }

  static Change changed(CorrectPlan.Outcome outcome) {
    return switch (outcome) {
      case CorrectPlan.Outcome.Changed changed -> changed.change();
      case CorrectPlan.Outcome other -> throw new AssertionError("not changed: " + other);
    };
  }

  static List<Conflict> conflicts(CorrectPlan.Outcome outcome) {
    return outcome instanceof CorrectPlan.Outcome.Stale(List<Conflict> conflicts)
        ? conflicts
        : List.of();
  }

  void undoLast(PlanId plan) {
    changed(correctPlan.undo(COORDINATOR, plan, history(plan).nextUndo().orElseThrow()));
  }

  EntryChange edit(PlanId plan, int task, String lead) {
    EntryContent content = EntryContent.of(reading(plan, task));
    return replace(plan, task, led(content, lead));
  }

  EntryChange replace(PlanId plan, int task, EntryContent content) {
    EntryState state = plan(plan).entries().tasks().get(task);
    return entry(EntryKind.TASK, state.id(), state.version(), null, content);
  }

  EntryChange removal(PlanId plan, int task) {
    EntryState state = plan(plan).entries().tasks().get(task);
    return entry(EntryKind.TASK, state.id(), state.version(), null, null);
  }

  static EntryChange added(
      @Nullable Integer position, List<EntryContent.ActionContent> actions, EntryContent content) {
    return entry(EntryKind.TASK, null, null, position, withActions(content, actions));
  }

  static EntryChange entry(
      EntryKind kind,
      @Nullable UUID id,
      @Nullable Integer version,
      @Nullable Integer position,
      @Nullable EntryContent after) {
    return new EntryChange(kind, id, version, position, after);
  }

  static EntryContent content(int start, int end, String lead) {
    return new EntryContent(
        start,
        end,
        null,
        null,
        List.of(),
        List.of(lead),
        List.of(),
        List.of(),
        List.of(),
        null,
        false,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  static EntryContent led(EntryContent of, String lead) {
    return copy(of, of.clauseStart(), of.clauseEnd(), List.of(lead), of.actions());
  }

  static EntryContent clause(EntryContent of, int start, int end) {
    return copy(of, start, end, of.lead(), of.actions());
  }

  static EntryContent withActions(EntryContent of, List<EntryContent.ActionContent> actions) {
    return copy(of, of.clauseStart(), of.clauseEnd(), of.lead(), actions);
  }

  static EntryContent copy(
      EntryContent of,
      @Nullable Integer clauseStart,
      @Nullable Integer clauseEnd,
      List<String> lead,
      List<EntryContent.ActionContent> actions) {
    return new EntryContent(
        of.start(),
        of.end(),
        clauseStart,
        clauseEnd,
        of.path(),
        lead,
        of.responsible(),
        of.participants(),
        of.implementers(),
        of.implementersSource(),
        of.open(),
        of.scope(),
        of.actor(),
        of.events(),
        of.deadlines(),
        of.targets(),
        actions);
  }

  EntryReading reading(PlanId plan, int task) {
    StoredPlan stored = plan(plan);
    return EntryReading.of(
        stored.reading().tasks().get(task), stored.entries().tasks().get(task).actionIds());
  }

  List<UUID> actions(PlanId plan, int task) {
    return plan(plan).entries().tasks().get(task).actionIds();
  }

  int version(PlanId plan) {
    return plan(plan).entries().tasks().getFirst().version();
  }

  List<List<String>> leads(PlanId plan) {
    return plan(plan).reading().tasks().stream().map(Task::lead).toList();
  }

  StoredPlan plan(PlanId id) {
    return plans.find(COORDINATOR, id).orElseThrow();
  }

  History history(PlanId id) {
    return changes.find(COORDINATOR, id).orElseThrow();
  }

  PlanId stored(int tasks) {
    DocumentId document = new DocumentId(UUID.randomUUID());
    String sha256 = document.value().toString().replace("-", "").repeat(2);
    var reading = Readings.of(tasks);
    plans.store(
        COORDINATOR,
        new ImportedFile(document, COUNTY, sha256, Instant.EPOCH),
        reading,
        Entries.of(reading));
    return plans.listOfFile(COORDINATOR, document).getFirst().id();
  }
}
