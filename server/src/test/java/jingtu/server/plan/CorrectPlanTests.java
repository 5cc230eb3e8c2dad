package jingtu.server.plan;

import static jingtu.server.PretendOffice.COUNTY;
import static jingtu.server.PretendOffice.NEIGHBOUR;
import static jingtu.server.PretendOffice.TOWNSHIP;
import static jingtu.server.PretendOffice.coordinator;
import static jingtu.server.PretendOffice.officer;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import jingtu.server.OnBothDatabases;
import jingtu.server.plan.correction.Change;
import jingtu.server.plan.correction.ChangeKind;
import jingtu.server.plan.correction.CorrectPlan;
import jingtu.server.plan.correction.EntryChange;
import jingtu.server.plan.correction.EntryContent;
import jingtu.server.plan.entry.EntryKind;
import jingtu.server.plan.entry.EntryReading;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.test.ApplicationModuleTest;

@ApplicationModuleTest(ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@OnBothDatabases
class CorrectPlanTests extends PlanCorrecting {

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

  private String lastAudited() {
    return jdbc.sql("select action, detail from audit_entry order by sequence desc limit 1")
        .query((row, n) -> row.getString("action") + " " + row.getString("detail"))
        .optional()
        .orElse("");
  }
}
