package jingtu.server.plan;

import static jingtu.server.PretendOffice.COUNTY;
import static jingtu.server.PretendOffice.coordinator;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import jingtu.planreader.PlanReading;
import jingtu.planreader.ReadPlan;
import jingtu.server.OnBothDatabases;
import jingtu.server.PretendOffice;
import jingtu.server.document.DocumentId;
import jingtu.server.organisation.Regions;
import jingtu.server.plan.correction.Changes;
import jingtu.server.plan.correction.CorrectPlan;
import jingtu.server.plan.correction.History;
import jingtu.server.scope.Scope;
import jingtu.testing.Seeded;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;

/**
 * Whatever is corrected in whatever was read: undone to the last it is as it was read, and redone
 * to the last as it was corrected.
 */
@ApplicationModuleTest(ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@OnBothDatabases
class CorrectPlanPropertyTests {

  private static final Scope COORDINATOR = coordinator(COUNTY);
  private static final int CHANGES = 16;

  @Autowired Plans plans;
  @Autowired CorrectPlan correctPlan;
  @Autowired Changes changes;
  @Autowired Regions regions;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void open() {
    PretendOffice.open(regions);
  }

  /** What is known of a plan, and by what names. */
  private record Known(ReadPlan reading, List<UUID> names) {
    static Known of(StoredPlan plan) {
      EntryStates states = plan.entries();
      return new Known(
          plan.reading(),
          Stream.of(states.goals(), states.tasks(), states.obligations())
              .flatMap(List::stream)
              .flatMap(state -> Stream.concat(Stream.of(state.id()), state.actionIds().stream()))
              .toList());
    }
  }

  private record Made(RandomGenerator random, PlanReading reading) {
    static Made any(RandomGenerator random) {
      return new Made(random, MadeChanges.laidOut(MadeReadings.any(random)));
    }
  }

  @Test
  void undoneToTheLastItIsAsReadAndRedoneToTheLastAsCorrected() {
    Seeded.forAll(
        20,
        Made::any,
        made ->
            store(made.reading())
                .forEach(
                    id -> {
                      Known asRead = Known.of(plan(id));
                      List<Known> states = correctAtRandom(made.random(), id);

                      int undone = turnAll(id, History::nextUndo, correctPlan::undo);
                      assertThat(Known.of(plan(id))).isEqualTo(asRead);
                      assertThat(allStates(plan(id)))
                          .allSatisfy(state -> assertThat(state.corrected()).isEmpty());

                      int redone = turnAll(id, History::nextRedo, correctPlan::redo);
                      assertThat(redone).isEqualTo(undone);
                      assertThat(Known.of(plan(id))).isEqualTo(states.getLast());
                      assertNothingIsLeftOver(id);
                    }));
  }

  @Test
  void everyStepBackIsTheStateBeforeIt() {
    Seeded.forAll(
        8,
        Made::any,
        made ->
            store(made.reading())
                .forEach(
                    id -> {
                      List<Known> states = new ArrayList<>();
                      states.add(Known.of(plan(id)));
                      for (int i = 0; i < CHANGES; i++) {
                        make(made.random(), id);
                        states.add(Known.of(plan(id)));
                      }
                      for (int i = CHANGES - 1; i >= 0; i--) {
                        UUID next = history(id).nextUndo().orElseThrow();
                        assertChanged(correctPlan.undo(COORDINATOR, id, next));
                        assertThat(Known.of(plan(id))).as("after %d", i).isEqualTo(states.get(i));
                        assertNumbered(id);
                      }
                    }));
  }

  /** Changes it, and now and then undoes or redoes what comes next. */
  private List<Known> correctAtRandom(RandomGenerator random, PlanId id) {
    List<Known> states = new ArrayList<>();
    for (int i = 0; i < CHANGES; i++) {
      Optional<UUID> undo = history(id).nextUndo();
      Optional<UUID> redo = history(id).nextRedo();
      int wish = random.nextInt(6);
      if (wish == 0 && undo.isPresent()) {
        assertChanged(correctPlan.undo(COORDINATOR, id, undo.get()));
      } else if (wish == 1 && redo.isPresent()) {
        assertChanged(correctPlan.redo(COORDINATOR, id, redo.get()));
      } else {
        make(random, id);
      }
      assertNumbered(id);
      states.add(Known.of(plan(id)));
    }
    while (history(id).nextRedo().isPresent()) {
      make(random, id);
      states.add(Known.of(plan(id)));
    }
    return states;
  }

  private void make(RandomGenerator random, PlanId id) {
    MadeChanges.Made made = MadeChanges.any(random, plan(id));
    assertChanged(correctPlan.make(COORDINATOR, id, made.kind(), Optional.empty(), made.entries()));
  }

  /** Turn is what undoes or redoes a change. */
  private interface Turn {
    CorrectPlan.Outcome of(Scope scope, PlanId plan, UUID change);
  }

  private int turnAll(PlanId id, Function<History, Optional<UUID>> next, Turn turn) {
    int turned = 0;
    for (Optional<UUID> at = next.apply(history(id));
        at.isPresent();
        at = next.apply(history(id))) {
      assertChanged(turn.of(COORDINATOR, id, at.get()));
      turned++;
    }
    return turned;
  }

  private static void assertChanged(CorrectPlan.Outcome outcome) {
    assertThat(outcome).isInstanceOf(CorrectPlan.Outcome.Changed.class);
  }

  /** Every kind, and the actions of every task, are numbered from 0 without a gap. */
  private void assertNumbered(PlanId id) {
    for (String numbered :
        List.of(
            "select ordinal from goal where plan_id = :plan order by ordinal",
            "select ordinal from task where plan_id = :plan order by ordinal",
            "select ordinal from obligation where plan_id = :plan order by ordinal")) {
      assertFromZero(
          jdbc.sql(numbered)
              .param("plan", id.value())
              .query((row, n) -> row.getInt("ordinal"))
              .list());
    }
    for (EntryState task : plan(id).entries().tasks()) {
      assertFromZero(
          jdbc.sql("select ordinal from action where task_id = :task order by ordinal")
              .param("task", task.id())
              .query((row, n) -> row.getInt("ordinal"))
              .list());
    }
  }

  private static void assertFromZero(List<Integer> ordinals) {
    for (int i = 0; i < ordinals.size(); i++) {
      assertThat(ordinals.get(i)).isEqualTo(i);
    }
  }

  /** No date and no target belongs to what is no longer there. */
  private void assertNothingIsLeftOver(PlanId id) {
    List<UUID> known = Known.of(plan(id)).names();
    List<UUID> owners =
        jdbc.sql(
                """
                select owner_id from deadline where plan_id = :plan
                union select owner_id from target where plan_id = :plan
                """)
            .param("plan", id.value())
            .query((row, n) -> row.getObject("owner_id", UUID.class))
            .list();
    assertThat(known).containsAll(owners);
  }

  private static List<EntryState> allStates(StoredPlan plan) {
    EntryStates states = plan.entries();
    return Stream.of(states.goals(), states.tasks(), states.obligations())
        .flatMap(List::stream)
        .toList();
  }

  private StoredPlan plan(PlanId id) {
    return plans.find(COORDINATOR, id).orElseThrow();
  }

  private History history(PlanId id) {
    return changes.find(COORDINATOR, id).orElseThrow();
  }

  private List<PlanId> store(PlanReading reading) {
    DocumentId document = new DocumentId(UUID.randomUUID());
    String sha256 = document.value().toString().replace("-", "").repeat(2);
    plans.store(
        COORDINATOR,
        new ImportedFile(document, COUNTY, sha256, Instant.EPOCH),
        reading,
        Entries.of(reading));
    return plans.listOfFile(COORDINATOR, document).stream().map(RegisteredPlan::id).toList();
  }
}
