package jingtu.server.plan;

import static jingtu.server.PretendOffice.COUNTY;
import static jingtu.server.PretendOffice.NEIGHBOUR;
import static jingtu.server.PretendOffice.TOWNSHIP;
import static jingtu.server.PretendOffice.coordinator;
import static jingtu.server.PretendOffice.officer;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jingtu.planreader.Task;
import jingtu.server.OnBothDatabases;
import jingtu.server.PretendOffice;
import jingtu.server.document.DocumentId;
import jingtu.server.organisation.Regions;
import jingtu.server.plan.correction.Change;
import jingtu.server.plan.correction.ChangeKind;
import jingtu.server.plan.correction.Changes;
import jingtu.server.plan.correction.Conflict;
import jingtu.server.plan.correction.CorrectPlan;
import jingtu.server.plan.correction.CurrentEntry;
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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;

@ApplicationModuleTest(ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@OnBothDatabases
class CorrectPlanTests {

  private static final Scope COORDINATOR = coordinator(COUNTY);
  private static final Scope COLLEAGUE =
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

  @Test
  void aTaskReadsAsCorrectedAndTheHistoryKeepsHowItWasRead() {
    PlanId plan = stored(2);
    EntryReading asRead = reading(plan, 0);

    Change change = changed(make(COORDINATOR, plan, edit(plan, 0, "县城管局")));

    StoredPlan now = plan(plan);
    assertThat(now.reading().tasks().getFirst().lead()).containsExactly("县城管局");
    assertThat(now.entries().tasks().getFirst().version()).isEqualTo(1);
    assertThat(now.entries().tasks().getFirst().corrected()).contains(change.made());
    assertThat(now.entries().tasks().get(1).corrected()).isEmpty();
    assertThat(change.made().by()).isEqualTo(COORDINATOR.username());
    assertThat(history(plan).changes()).containsExactly(change);
    assertThat(change.replacements())
        .singleElement()
        .satisfies(
            replaced -> {
              assertThat(replaced.before().orElseThrow().reading()).isEqualTo(asRead);
              assertThat(replaced.after().orElseThrow().reading()).isEqualTo(reading(plan, 0));
            });
    assertThat(lastAudited())
        .isEqualTo("plan.changed 1 EDIT TASK " + now.taskIds().getFirst().value());
  }

  @Test
  void theSecondOfTwoIsToldAndNothingIsOverwritten() {
    PlanId plan = stored(2);
    EntryChange mine = edit(plan, 0, "县城管局");
    EntryChange yours = edit(plan, 0, "县水利局");
    EntryChange another = edit(plan, 1, "县教育局");

    make(COORDINATOR, plan, mine);
    CorrectPlan.Outcome second = make(COLLEAGUE, plan, another, yours);

    assertThat(second)
        .isInstanceOfSatisfying(
            CorrectPlan.Outcome.Stale.class,
            stale ->
                assertThat(stale.conflicts())
                    .singleElement()
                    .satisfies(
                        conflict -> {
                          assertThat(conflict.by().by()).isEqualTo(COORDINATOR.username());
                          assertThat(conflict.now().orElseThrow().reading().lead())
                              .containsExactly("县城管局");
                          assertThat(conflict.now().orElseThrow().version()).isEqualTo(1);
                        }));
    assertThat(leads(plan)).containsExactly(List.of("县城管局"), List.of("县农业农村局"));
    assertThat(history(plan).changes()).hasSize(1);
  }

  @Test
  void ofTwoAtOnceOneIsToldWhatTheOtherDid() throws Exception {
    try (ExecutorService office = Executors.newFixedThreadPool(2)) {
      for (int round = 0; round < 12; round++) {
        PlanId plan = stored(3);
        List<CorrectPlan.Outcome> outcomes =
            atOnce(
                office,
                make(COORDINATOR, plan, List.of(edit(plan, 1, "县城管局"))),
                make(COLLEAGUE, plan, List.of(edit(plan, 1, "县水利局"))));

        List<Change> done =
            outcomes.stream()
                .filter(CorrectPlan.Outcome.Changed.class::isInstance)
                .map(CorrectPlanTests::changed)
                .toList();
        List<Conflict> told =
            outcomes.stream()
                .filter(CorrectPlan.Outcome.Stale.class::isInstance)
                .flatMap(outcome -> conflicts(outcome).stream())
                .toList();
        assertThat(done).as("round %d", round).hasSize(1);
        assertThat(told).as("round %d", round).hasSize(1);
        assertThat(told.getFirst().by()).isEqualTo(done.getFirst().made());
        assertThat(told.getFirst().now().map(CurrentEntry::reading))
            .contains(reading(plan, 1))
            .isEqualTo(done.getFirst().replacements().getFirst().after().map(a -> a.reading()));
        assertThat(history(plan).changes()).isEqualTo(done);
      }
    }
  }

  @Test
  void twoAtOnceAtDifferentTasksBothKeepTheirs() throws Exception {
    try (ExecutorService office = Executors.newFixedThreadPool(2)) {
      for (int round = 0; round < 6; round++) {
        PlanId plan = stored(2);
        List<CorrectPlan.Outcome> outcomes =
            atOnce(
                office,
                make(COORDINATOR, plan, List.of(edit(plan, 0, "县城管局"))),
                make(COLLEAGUE, plan, List.of(edit(plan, 1, "县水利局"))));

        assertThat(outcomes).allMatch(CorrectPlan.Outcome.Changed.class::isInstance);
        assertThat(leads(plan)).containsExactly(List.of("县城管局"), List.of("县水利局"));
        assertThat(history(plan).changes()).extracting(Change::number).containsExactly(2, 1);
      }
    }
  }

  @Test
  void anActionKeepsItsNameThroughSplittingAndMerging() {
    PlanId plan = stored(2);
    UUID action = actions(plan, 0).getFirst();
    UUID other = actions(plan, 1).getFirst();
    EntryContent whole = EntryContent.of(reading(plan, 0));
    EntryContent without = withActions(whole, List.of());

    changed(
        make(COORDINATOR, plan, replace(plan, 0, without), added(null, whole.actions(), whole)));
    assertThat(actions(plan, 0)).isEmpty();
    assertThat(plan(plan).entries().tasks().get(2).actionIds()).containsExactly(action);

    EntryContent merged =
        withActions(
            EntryContent.of(reading(plan, 2)),
            List.of(
                EntryContent.of(reading(plan, 1)).actions().getFirst(),
                whole.actions().getFirst()));
    changed(make(COORDINATOR, plan, replace(plan, 2, merged), removal(plan, 1)));
    assertThat(actions(plan, 1)).containsExactly(other, action);

    undoLast(plan);
    undoLast(plan);
    assertThat(actions(plan, 0)).containsExactly(action);
    assertThat(actions(plan, 1)).containsExactly(other);
  }

  @Test
  void whatRefersToAnActionThatStaysIsLeftInPeace() {
    PlanId plan = stored(1);
    UUID action = actions(plan, 0).getFirst();
    jdbc.sql(
            """
            create table if not exists test_reference (
              action_id uuid references action on delete cascade)
            """)
        .update();
    jdbc.sql("insert into test_reference (action_id) values (:action)")
        .param("action", action)
        .update();

    changed(make(COORDINATOR, plan, edit(plan, 0, "县城管局")));
    undoLast(plan);

    assertThat(
            jdbc.sql("select count(*) from test_reference where action_id = :action")
                .param("action", action)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void whatIsNewGoesWhereItsWordsStandOrWhereItIsWanted() {
    PlanId plan = stored(0);
    EntryContent content = content(0, 1, "甲局");
    changed(make(COORDINATOR, plan, added(null, List.of(), content(2, 3, "丙局"))));
    changed(make(COORDINATOR, plan, added(null, List.of(), content)));
    changed(make(COORDINATOR, plan, added(null, List.of(), content(1, 2, "乙局"))));
    assertThat(leads(plan)).containsExactly(List.of("甲局"), List.of("乙局"), List.of("丙局"));

    changed(make(COORDINATOR, plan, added(0, List.of(), content(3, 4, "丁局"))));
    assertThat(leads(plan).getFirst()).containsExactly("丁局");

    EntryState last = plan(plan).entries().tasks().getLast();
    EntryChange first =
        new EntryChange(
            EntryKind.TASK, last.id(), last.version(), 1, EntryContent.of(reading(plan, 3)));
    changed(make(COORDINATOR, plan, ChangeKind.MOVE, first));
    assertThat(leads(plan))
        .containsExactly(List.of("丁局"), List.of("丙局"), List.of("甲局"), List.of("乙局"));
    undoLast(plan);
    assertThat(leads(plan))
        .containsExactly(List.of("丁局"), List.of("甲局"), List.of("乙局"), List.of("丙局"));
  }

  @Test
  void aChangeIsTakenBackOnlyWhileNobodyHasChangedTheSameSince() {
    PlanId plan = stored(2);
    Change mine = changed(make(COORDINATOR, plan, edit(plan, 0, "县城管局")));
    Change elsewhere = changed(make(COORDINATOR, plan, edit(plan, 1, "县教育局")));
    Change yours = changed(make(COLLEAGUE, plan, edit(plan, 0, "县水利局")));

    assertThat(conflicts(correctPlan.undo(COORDINATOR, plan, mine.id())))
        .extracting(Conflict::by)
        .containsExactly(yours.made());
    assertThat(leads(plan)).containsExactly(List.of("县水利局"), List.of("县教育局"));

    changed(correctPlan.undo(COORDINATOR, plan, elsewhere.id()));
    assertThat(leads(plan)).containsExactly(List.of("县水利局"), List.of("县农业农村局"));

    Change undone = changed(correctPlan.undo(COORDINATOR, plan, yours.id()));
    assertThat(undone.undone().orElseThrow().by()).isEqualTo(COORDINATOR.username());
    changed(correctPlan.undo(COLLEAGUE, plan, mine.id()));
    assertThat(leads(plan)).containsExactly(List.of("县农业农村局"), List.of("县农业农村局"));
    assertThat(plan(plan).entries().tasks())
        .allSatisfy(state -> assertThat(state.corrected()).isEmpty());
  }

  @Test
  void whoRemovedAnEntryIsToldToWhoeverStillSeesIt() {
    PlanId plan = stored(2);
    EntryChange late = edit(plan, 0, "县水利局");
    changed(make(COORDINATOR, plan, removal(plan, 0)));

    assertThat(conflicts(make(COLLEAGUE, plan, late)))
        .singleElement()
        .satisfies(
            conflict -> {
              assertThat(conflict.by().by()).isEqualTo(COORDINATOR.username());
              assertThat(conflict.now()).isEmpty();
            });
    undoLast(plan);
    assertThat(conflicts(make(COLLEAGUE, plan, late))).hasSize(1);
    changed(make(COLLEAGUE, plan, edit(plan, 0, "县水利局")));
  }

  @Test
  void whatWasUndoneIsRedoneUntilSomethingNewIsMade() {
    PlanId plan = stored(2);
    Change first = changed(make(COORDINATOR, plan, edit(plan, 0, "县城管局")));
    Change second = changed(make(COORDINATOR, plan, edit(plan, 0, "县水利局")));
    assertThat(history(plan).nextUndo()).contains(second.id());
    assertThat(history(plan).nextRedo()).isEmpty();

    undoLast(plan);
    undoLast(plan);
    assertThat(history(plan).nextUndo()).isEmpty();
    assertThat(history(plan).nextRedo()).contains(first.id());
    assertThat(correctPlan.undo(COORDINATOR, plan, first.id()))
        .isInstanceOf(CorrectPlan.Outcome.AlreadySo.class);

    changed(correctPlan.redo(COLLEAGUE, plan, first.id()));
    assertThat(history(plan).nextUndo()).contains(first.id());
    assertThat(history(plan).nextRedo()).contains(second.id());
    assertThat(correctPlan.redo(COORDINATOR, plan, first.id()))
        .isInstanceOf(CorrectPlan.Outcome.AlreadySo.class);

    changed(make(COORDINATOR, plan, edit(plan, 1, "县教育局")));
    assertThat(history(plan).nextRedo()).isEmpty();
    assertThat(conflicts(correctPlan.redo(COORDINATOR, plan, second.id()))).isEmpty();
    assertThat(leads(plan).getFirst()).containsExactly("县水利局");
  }

  @Test
  void aVersionNeverComesBack() {
    PlanId plan = stored(1);
    List<Integer> versions = new ArrayList<>();
    versions.add(version(plan));
    changed(make(COORDINATOR, plan, edit(plan, 0, "县城管局")));
    versions.add(version(plan));
    undoLast(plan);
    versions.add(version(plan));
    changed(correctPlan.redo(COORDINATOR, plan, history(plan).nextRedo().orElseThrow()));
    versions.add(version(plan));

    assertThat(versions).containsExactly(0, 1, 2, 3);
  }

  @Test
  void nothingIsKeptOfWhatCannotBe() {
    PlanId plan = stored(2);
    EntryState task = plan(plan).entries().tasks().getFirst();
    EntryContent content = EntryContent.of(reading(plan, 0));
    EntryContent other = content(0, 1, "甲局");
    UUID nowhere = new UUID(3, 3);

    assertThat(fields(plan)).containsExactly("entries");
    assertThat(fields(plan, replace(plan, 0, content))).containsExactly("entries");
    assertThat(fields(plan, entry(EntryKind.TASK, nowhere, 0, null, other)))
        .containsExactly("entries[0]");
    assertThat(fields(plan, entry(EntryKind.GOAL, task.id(), 0, null, null)))
        .containsExactly("entries[0]");
    assertThat(fields(plan, entry(EntryKind.TASK, task.id(), null, null, other)))
        .containsExactly("entries[0].version");
    assertThat(fields(plan, entry(EntryKind.TASK, task.id(), 5, null, other)))
        .containsExactly("entries[0].version");
    assertThat(fields(plan, removal(plan, 0), replace(plan, 0, other)))
        .containsExactly("entries[1]");
    assertThat(fields(plan, entry(EntryKind.TASK, null, null, null, null)))
        .containsExactly("entries[0]");
    assertThat(fields(plan, entry(EntryKind.TASK, null, null, 3, other)))
        .containsExactly("entries[0].position");
    assertThat(
            fields(
                plan,
                entry(EntryKind.TASK, null, null, 1, other),
                entry(EntryKind.TASK, null, null, 1, other)))
        .containsExactly("entries[1].position");
    assertThat(history(plan).changes()).isEmpty();
  }

  @Test
  void theClauseOfOneTaskIsNoPartOfAnothersBody() {
    PlanId plan = stored(0);
    changed(make(COORDINATOR, plan, added(null, List.of(), content(0, 2, "甲局"))));
    EntryContent clause = clause(content(2, 3, "乙局"), 1, 2);
    EntryContent beside = clause(content(2, 3, "乙局"), 3, 4);

    assertThat(fields(plan, added(null, List.of(), clause)))
        .containsExactly("entries[0].after.clauseStart");
    changed(make(COORDINATOR, plan, added(null, List.of(), beside)));
    assertThat(fields(plan, replace(plan, 0, content(0, 4, "甲局"))))
        .containsExactly("entries[0].after.start");
  }

  @Test
  void othersReadTheHistoryAsTheyReadThePlanAndChangeNothing() {
    PlanId plan = stored(1);
    Change change = changed(make(COORDINATOR, plan, edit(plan, 0, "县城管局")));
    EntryChange next = edit(plan, 0, "别的局");

    assertThat(changes.find(officer(TOWNSHIP), plan).orElseThrow().changes()).hasSize(1);
    assertThat(make(coordinator(TOWNSHIP), plan, next))
        .isEqualTo(new CorrectPlan.Outcome.NotYourRegion(COUNTY));
    assertThat(correctPlan.undo(coordinator(TOWNSHIP), plan, change.id()))
        .isEqualTo(new CorrectPlan.Outcome.NotYourRegion(COUNTY));
    assertThat(changes.find(officer(NEIGHBOUR), plan)).isEmpty();
    assertThat(make(coordinator(NEIGHBOUR), plan, next))
        .isEqualTo(new CorrectPlan.Outcome.Unknown());
    assertThat(correctPlan.redo(coordinator(NEIGHBOUR), plan, change.id()))
        .isEqualTo(new CorrectPlan.Outcome.Unknown());
    assertThat(leads(plan)).containsExactly(List.of("县城管局"));
  }

  @Test
  void takingThePlanBackLeavesNothingOfItsCorrections() {
    PlanId plan = stored(1);
    Change change = changed(make(COORDINATOR, plan, edit(plan, 0, "县城管局")));

    plans.removeFile(COORDINATOR, plan(plan).summary().documentId());

    assertThat(
            jdbc.sql("select count(*) from plan_change where id = :id")
                .param("id", change.id())
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(
            jdbc.sql("select count(*) from plan_change_entry where change_id = :id")
                .param("id", change.id())
                .query(Integer.class)
                .single())
        .isZero();
  }

  private Callable<CorrectPlan.Outcome> make(Scope scope, PlanId plan, List<EntryChange> entries) {
    return () -> correctPlan.make(scope, plan, ChangeKind.EDIT, Optional.empty(), entries);
  }

  private static List<CorrectPlan.Outcome> atOnce(
      ExecutorService office,
      Callable<CorrectPlan.Outcome> first,
      Callable<CorrectPlan.Outcome> second)
      throws Exception {
    CyclicBarrier together = new CyclicBarrier(2);
    List<Future<CorrectPlan.Outcome>> outcomes = new ArrayList<>();
    for (Callable<CorrectPlan.Outcome> work : List.of(first, second)) {
      outcomes.add(
          office.submit(
              () -> {
                together.await();
                return work.call();
              }));
    }
    return List.of(outcomes.getFirst().get(), outcomes.getLast().get());
  }

  private CorrectPlan.Outcome make(Scope scope, PlanId plan, EntryChange... entries) {
    return make(scope, plan, ChangeKind.EDIT, entries);
  }

  private CorrectPlan.Outcome make(
      Scope scope, PlanId plan, ChangeKind kind, EntryChange... entries) {
    return correctPlan.make(scope, plan, kind, Optional.empty(), Arrays.asList(entries));
  }

  private List<String> fields(PlanId plan, EntryChange... entries) {
    return switch (make(COORDINATOR, plan, entries)) {
      case CorrectPlan.Outcome.Faulty(List<Fault> faults) ->
          faults.stream().map(Fault::field).toList();
      case CorrectPlan.Outcome other -> throw new AssertionError("not faulty: " + other);
    };
  }

  private static Change changed(CorrectPlan.Outcome outcome) {
    return switch (outcome) {
      case CorrectPlan.Outcome.Changed changed -> changed.change();
      case CorrectPlan.Outcome other -> throw new AssertionError("not changed: " + other);
    };
  }

  private static List<Conflict> conflicts(CorrectPlan.Outcome outcome) {
    return outcome instanceof CorrectPlan.Outcome.Stale(List<Conflict> conflicts)
        ? conflicts
        : List.of();
  }

  private void undoLast(PlanId plan) {
    changed(correctPlan.undo(COORDINATOR, plan, history(plan).nextUndo().orElseThrow()));
  }

  private EntryChange edit(PlanId plan, int task, String lead) {
    EntryContent content = EntryContent.of(reading(plan, task));
    return replace(plan, task, led(content, lead));
  }

  private EntryChange replace(PlanId plan, int task, EntryContent content) {
    EntryState state = plan(plan).entries().tasks().get(task);
    return entry(EntryKind.TASK, state.id(), state.version(), null, content);
  }

  private EntryChange removal(PlanId plan, int task) {
    EntryState state = plan(plan).entries().tasks().get(task);
    return entry(EntryKind.TASK, state.id(), state.version(), null, null);
  }

  private static EntryChange added(
      @Nullable Integer position, List<EntryContent.ActionContent> actions, EntryContent content) {
    return entry(EntryKind.TASK, null, null, position, withActions(content, actions));
  }

  private static EntryChange entry(
      EntryKind kind,
      @Nullable UUID id,
      @Nullable Integer version,
      @Nullable Integer position,
      @Nullable EntryContent after) {
    return new EntryChange(kind, id, version, position, after);
  }

  private static EntryContent content(int start, int end, String lead) {
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

  private static EntryContent led(EntryContent of, String lead) {
    return copy(of, of.clauseStart(), of.clauseEnd(), List.of(lead), of.actions());
  }

  private static EntryContent clause(EntryContent of, int start, int end) {
    return copy(of, start, end, of.lead(), of.actions());
  }

  private static EntryContent withActions(
      EntryContent of, List<EntryContent.ActionContent> actions) {
    return copy(of, of.clauseStart(), of.clauseEnd(), of.lead(), actions);
  }

  private static EntryContent copy(
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

  private EntryReading reading(PlanId plan, int task) {
    StoredPlan stored = plan(plan);
    return EntryReading.of(
        stored.reading().tasks().get(task), stored.entries().tasks().get(task).actionIds());
  }

  private List<UUID> actions(PlanId plan, int task) {
    return plan(plan).entries().tasks().get(task).actionIds();
  }

  private int version(PlanId plan) {
    return plan(plan).entries().tasks().getFirst().version();
  }

  private List<List<String>> leads(PlanId plan) {
    return plan(plan).reading().tasks().stream().map(Task::lead).toList();
  }

  private StoredPlan plan(PlanId id) {
    return plans.find(COORDINATOR, id).orElseThrow();
  }

  private History history(PlanId id) {
    return changes.find(COORDINATOR, id).orElseThrow();
  }

  private PlanId stored(int tasks) {
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

  private String lastAudited() {
    return jdbc.sql("select action, detail from audit_entry order by sequence desc limit 1")
        .query((row, n) -> row.getString("action") + " " + row.getString("detail"))
        .optional()
        .orElse("");
  }
}
