package jingtu.server.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jingtu.server.PretendOffice.COUNTY;
import static jingtu.server.PretendOffice.NEIGHBOUR;
import static jingtu.server.PretendOffice.TOWNSHIP;
import static jingtu.server.PretendOffice.coordinator;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.OnBothDatabases;
import jingtu.server.PretendOffice;
import jingtu.server.organisation.Regions;
import jingtu.server.plan.revision.ChangeLife;
import jingtu.server.plan.revision.CompareVersions;
import jingtu.server.plan.revision.LifeOutcome;
import jingtu.server.plan.revision.LifeOutcome.Refusal;
import jingtu.server.plan.revision.Versions;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;

/** One plan after the other: what is in force when, and what is kept, undone and refused. */
@ApplicationModuleTest(ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@OnBothDatabases
class RevisionsTests {

  private static final Scope COORDINATOR = coordinator(COUNTY);
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final LocalDate SECOND = LocalDate.of(2027, 3, 1);
  private static final LocalDate THIRD = LocalDate.of(2028, 6, 1);

  @Autowired ImportPlan importPlan;
  @Autowired TakeBackPlan takeBackPlan;
  @Autowired CorrectEntry correctEntry;
  @Autowired ChangeLife changeLife;
  @Autowired CompareVersions compareVersions;
  @Autowired Versions versions;
  @Autowired Revisions revisions;
  @Autowired Plans plans;
  @Autowired Regions regions;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void open() {
    PretendOffice.open(regions);
  }

  @Test
  void theNewerVersionStandsInPlaceOfTheOlderFromItsDayOn() {
    PlanId older = registered("清查堆场", "整治河道");
    PlanId newer = registered("清查堆场", "整治河道", "修复农田");

    LifeOutcome outcome = changeLife.revise(COORDINATOR, newer, older, SECOND, 0);

    assertThat(outcome).isInstanceOf(LifeOutcome.Changed.class);
    assertThat(standing(older, SECOND.minusDays(1))).isEqualTo(Validity.Standing.IN_FORCE);
    assertThat(standing(newer, SECOND.minusDays(1))).isEqualTo(Validity.Standing.NOT_YET);
    assertThat(standing(older, SECOND)).isEqualTo(Validity.Standing.REVISED);
    assertThat(standing(newer, SECOND)).isEqualTo(Validity.Standing.IN_FORCE);
    assertThat(lastAudited()).isEqualTo("plan.revised " + older.value() + " from 2027-03-01");
  }

  @Test
  void threeVersionsFollowEachOtherWhicheverIsAskedFor() {
    PlanId one = registered("甲事");
    PlanId two = registered("甲事", "乙事");
    PlanId three = registered("甲事", "乙事", "丙事");
    changeLife.revise(COORDINATOR, three, two, THIRD, 0);
    changeLife.revise(COORDINATOR, two, one, SECOND, 0);

    for (PlanId each : List.of(one, two, three)) {
      assertThat(versions.of(COORDINATOR, each))
          .extracting(RegisteredPlan::id)
          .containsExactly(one, two, three);
    }
    assertThat(standing(two, THIRD.minusDays(1))).isEqualTo(Validity.Standing.IN_FORCE);
    assertThat(standing(two, THIRD)).isEqualTo(Validity.Standing.REVISED);
  }

  @Test
  void everyTaskKnowsWhichItWasAndWhichItBecame() {
    PlanId older = registered("清查堆场", "整治河道");
    PlanId newer = registered("修复农田", "清查堆场", "整治河道");
    changeLife.revise(COORDINATOR, newer, older, SECOND, 0);
    List<TaskId> was = tasks(older);
    List<TaskId> is = tasks(newer);

    assertThat(revisions.predecessors(COORDINATOR, is.get(0))).isEmpty();
    assertThat(revisions.predecessors(COORDINATOR, is.get(1))).containsExactly(was.get(0));
    assertThat(revisions.predecessors(COORDINATOR, is.get(2))).containsExactly(was.get(1));
    assertThat(revisions.successors(COORDINATOR, was.get(0))).containsExactly(is.get(1));
    assertThat(revisions.predecessors(coordinator(NEIGHBOUR), is.get(1))).isEmpty();
  }

  @Test
  void aPersonKnowsBetterWhichTaskWasWhich() {
    PlanId older = registered("清查堆场", "整治河道");
    PlanId newer = registered("修复农田", "清查堆场", "整治河道");
    changeLife.revise(COORDINATOR, newer, older, SECOND, 0);
    TaskId added = tasks(newer).get(0);

    LifeOutcome paired =
        changeLife.pair(COORDINATOR, newer, added, List.of(tasks(older).get(0)), 1);

    assertThat(paired).isInstanceOf(LifeOutcome.Changed.class);
    assertThat(revisions.predecessors(COORDINATOR, added)).containsExactly(tasks(older).get(0));
    CompareVersions.Compared compared = compareVersions.of(COORDINATOR, older, newer).orElseThrow();
    assertThat(compared.byHand()).hasSize(1);
    assertThat(compared.comparison().changes().getFirst().kind().name()).isEqualTo("SPLIT");
    assertThat(changeLife.pair(COORDINATOR, newer, added, List.of(), 1))
        .isEqualTo(new LifeOutcome.ChangedMeanwhile());
    assertThat(changeLife.pair(COORDINATOR, newer, added, List.of(added), 2))
        .isEqualTo(new LifeOutcome.Refused(Refusal.STRANGE_TASK));
    assertThat(changeLife.pair(COORDINATOR, newer, added, List.of(), 2))
        .isInstanceOf(LifeOutcome.Changed.class);
    assertThat(revisions.predecessors(COORDINATOR, added)).isEmpty();
  }

  @Test
  void takingTheNewerOneBackPutsTheOlderOneInForceAgain() {
    PlanId older = registered("清查堆场");
    PlanId newer = registered("清查堆场", "整治河道");
    changeLife.revise(COORDINATOR, newer, older, SECOND, 0);
    TaskId task = tasks(older).getFirst();

    takeBackPlan.of(COORDINATOR, newer);

    assertThat(standing(older, SECOND)).isEqualTo(Validity.Standing.IN_FORCE);
    assertThat(revisions.successors(COORDINATOR, task)).isEmpty();
  }

  @Test
  void theNewerOneStandsAloneWhereTheOlderOneIsTakenBack() {
    PlanId older = registered("清查堆场");
    PlanId newer = registered("清查堆场", "整治河道");
    changeLife.revise(COORDINATOR, newer, older, SECOND, 0);

    takeBackPlan.of(COORDINATOR, older);

    assertThat(versions.of(COORDINATOR, newer)).hasSize(1);
    assertThat(standing(newer, FIRST)).isEqualTo(Validity.Standing.IN_FORCE);
  }

  @Test
  void thatAPlanRevisesAnotherCanBeTakenBack() {
    PlanId older = registered("清查堆场");
    PlanId newer = registered("清查堆场", "整治河道");
    changeLife.revise(COORDINATOR, newer, older, SECOND, 0);

    assertThat(changeLife.reviseNoMore(COORDINATOR, newer, 1))
        .isInstanceOf(LifeOutcome.Changed.class);

    assertThat(standing(older, SECOND)).isEqualTo(Validity.Standing.IN_FORCE);
    assertThat(standing(newer, FIRST)).isEqualTo(Validity.Standing.IN_FORCE);
    assertThat(revisions.successors(COORDINATOR, tasks(older).getFirst())).isEmpty();
    assertThat(lastAudited()).isEqualTo("plan.revised-no-more " + older.value());
    assertThat(changeLife.reviseNoMore(COORDINATOR, newer, 2))
        .isEqualTo(new LifeOutcome.ChangedMeanwhile());
  }

  @Test
  void aWithdrawnPlanIsNotInForceUntilThatIsTakenBack() {
    PlanId plan = registered("清查堆场");
    Life.Withdrawal withdrawal = new Life.Withdrawal(SECOND, "禾政发〔2027〕9号");

    assertThat(changeLife.withdraw(COORDINATOR, plan, Optional.of(withdrawal), 0))
        .isInstanceOf(LifeOutcome.Changed.class);
    assertThat(standing(plan, SECOND.minusDays(1))).isEqualTo(Validity.Standing.IN_FORCE);
    assertThat(standing(plan, SECOND)).isEqualTo(Validity.Standing.WITHDRAWN);
    assertThat(summary(plan).life().withdrawn()).contains(withdrawal);
    assertThat(lastAudited()).isEqualTo("plan.withdrawn 2027-03-01 禾政发〔2027〕9号");

    assertThat(changeLife.withdraw(COORDINATOR, plan, Optional.empty(), 1))
        .isInstanceOf(LifeOutcome.Changed.class);
    assertThat(standing(plan, SECOND)).isEqualTo(Validity.Standing.IN_FORCE);
  }

  @Test
  void anArchivedPlanIsPutAwayUntilThatIsTakenBack() {
    PlanId plan = registered("清查堆场");

    changeLife.archive(COORDINATOR, plan, Optional.of(SECOND), 0);
    assertThat(standing(plan, SECOND)).isEqualTo(Validity.Standing.ARCHIVED);
    changeLife.archive(COORDINATOR, plan, Optional.empty(), 1);
    assertThat(standing(plan, SECOND)).isEqualTo(Validity.Standing.IN_FORCE);
  }

  @Test
  void ofTwoWhoDecideAtOnceTheSecondIsTold() {
    PlanId plan = registered("清查堆场");
    changeLife.archive(COORDINATOR, plan, Optional.of(SECOND), 0);
    String audited = lastAudited();

    assertThat(changeLife.archive(COORDINATOR, plan, Optional.empty(), 0))
        .isEqualTo(new LifeOutcome.ChangedMeanwhile());
    assertThat(standing(plan, SECOND)).isEqualTo(Validity.Standing.ARCHIVED);
    assertThat(lastAudited()).isEqualTo(audited);
  }

  @Test
  void onlyWhoGovernsItsRegionDecides() {
    PlanId plan = registered("清查堆场");

    assertThat(changeLife.archive(coordinator(TOWNSHIP), plan, Optional.of(SECOND), 0))
        .isEqualTo(new LifeOutcome.NotYourRegion(COUNTY));
    assertThat(changeLife.archive(coordinator(NEIGHBOUR), plan, Optional.of(SECOND), 0))
        .isEqualTo(new LifeOutcome.Unknown());
    assertThat(versions.of(coordinator(NEIGHBOUR), plan)).isEmpty();
    assertThat(compareVersions.of(coordinator(NEIGHBOUR), plan, plan)).isEmpty();
  }

  @Test
  void whatCannotBeARevisionIsRefused() {
    PlanId one = registered("甲事");
    PlanId two = registered("甲事", "乙事");
    PlanId other = registered("甲事", "丙事");
    PlanId elsewhere = registeredIn(NEIGHBOUR, "甲事");
    PlanId nowhere = new PlanId(UUID.randomUUID());
    changeLife.revise(COORDINATOR, two, one, SECOND, 0);

    assertRefused(one, two, THIRD, Refusal.CIRCLE);
    assertRefused(one, one, THIRD, Refusal.CIRCLE);
    assertRefused(other, one, THIRD, Refusal.ALREADY_REVISED);
    assertRefused(two, other, THIRD, Refusal.REVISES_ANOTHER);
    assertRefused(other, two, SECOND, Refusal.TOO_EARLY);
    assertRefused(other, nowhere, THIRD, Refusal.UNKNOWN_OLDER);
    assertThat(changeLife.revise(coordinator(PretendOffice.CITY), elsewhere, one, THIRD, 0))
        .isEqualTo(new LifeOutcome.Refused(Refusal.OTHER_REGION));
    assertThat(summary(other).life()).isEqualTo(Life.UNTOUCHED);
  }

  private void assertRefused(PlanId newer, PlanId older, LocalDate from, Refusal refusal) {
    int version = summary(newer).life().version();
    assertThat(changeLife.revise(COORDINATOR, newer, older, from, version))
        .isEqualTo(new LifeOutcome.Refused(refusal));
  }

  private Validity.Standing standing(PlanId plan, LocalDate day) {
    return summary(plan).standing(day);
  }

  private RegisteredPlan summary(PlanId plan) {
    return plans.findSummary(COORDINATOR, plan).orElseThrow();
  }

  private List<TaskId> tasks(PlanId plan) {
    return plans.find(COORDINATOR, plan).orElseThrow().taskIds();
  }

  private PlanId registered(String... tasks) {
    return registeredIn(COUNTY, tasks);
  }

  /** A plan in force from the first day on, which nobody has imported before. */
  private PlanId registeredIn(RegionCode region, String... tasks) {
    StringBuilder text = new StringBuilder("某县土壤污染防治工作方案\n\n一、主要任务\n");
    for (int i = 0; i < tasks.length; i++) {
      text.append(
          "%d.%s。对全部%s逐个登记，并于每年年底前报送结果。（县城管局牵头，县水利局参与）\n".formatted(i + 1, tasks[i], tasks[i]));
    }
    text.append("\n编号 ").append(UUID.randomUUID()).append("\n");
    Scope scope = coordinator(region);
    RegisteredPlan plan =
        switch (importPlan.from(scope, region, "方案.txt", text.toString().getBytes(UTF_8))) {
          case ImportOutcome.Imported imported -> imported.plans().getFirst();
          case ImportOutcome other -> throw new AssertionError("not imported: " + other);
        };
    correctEntry.of(scope, plan.id(), Entries.titled("某县方案"));
    return plan.id();
  }

  private String lastAudited() {
    return jdbc.sql("select action, detail from audit_entry order by sequence desc limit 1")
        .query((row, n) -> row.getString("action") + " " + row.getString("detail"))
        .optional()
        .orElse("");
  }
}
