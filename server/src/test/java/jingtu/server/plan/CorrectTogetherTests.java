package jingtu.server.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jingtu.server.OnBothDatabases;
import jingtu.server.plan.correction.Change;
import jingtu.server.plan.correction.ChangeKind;
import jingtu.server.plan.correction.Conflict;
import jingtu.server.plan.correction.CorrectPlan;
import jingtu.server.plan.correction.CurrentEntry;
import jingtu.server.plan.correction.EntryChange;
import jingtu.server.scope.Scope;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.test.ApplicationModuleTest;

/** Several people at one plan, and what was done taken back. */
@ApplicationModuleTest(ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@OnBothDatabases
class CorrectTogetherTests extends PlanCorrecting {

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
}
