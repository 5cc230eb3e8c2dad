package jingtu.server.plan.decomposition;

import static jingtu.server.PretendOffice.COUNTY;
import static jingtu.server.PretendOffice.NEIGHBOUR;
import static jingtu.server.PretendOffice.TOWNSHIP;
import static jingtu.server.PretendOffice.coordinator;
import static jingtu.server.plan.decomposition.Decomposed.applied;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import jingtu.server.OnBothDatabases;
import jingtu.server.PretendOffice;
import jingtu.server.organisation.Regions;
import jingtu.server.plan.ImportPlan;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.TakeBackPlan;
import jingtu.server.scope.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;

@ApplicationModuleTest(module = "plan", mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@OnBothDatabases
class WorkItemsTests {

  private static final Scope COORDINATOR = coordinator(COUNTY);

  @Autowired WorkItems items;
  @Autowired ImportPlan importPlan;
  @Autowired TakeBackPlan takeBackPlan;
  @Autowired Regions regions;
  @Autowired JdbcClient jdbc;

  private PlanId plan;

  @BeforeEach
  void open() {
    PretendOffice.open(regions);
    plan = Decomposed.imported(importPlan, COORDINATOR, COUNTY);
  }

  @Test
  void anItemIsKeptWithAllThatItSays() {
    WorkItem full =
        new ItemFields(MadeItems.bare("石漪镇人民政府", "逐村排查"))
            .heading("一、主要任务")
            .task("清查堆场")
            .sentence("形成点位清单。")
            .role(ItemRole.LEAD)
            .standard("清单经核")
            .deadline("2026-10-31")
            .years(List.of(new YearShare(2026, "12处"), new YearShare(2027, "余下")))
            .milestones(List.of(new Milestone(LocalDate.of(2026, 6, 30), "完成初查")))
            .deliverables("清单")
            .leader("甲某")
            .person("乙某")
            .liaison("丙某")
            .telephone("0990-1")
            .item();

    WorkItem kept = applied(apply(new WorkItemChange.Add(full))).getFirst();

    assertThat(kept).isEqualTo(full.stored("A-1", 1));
    assertThat(items.list(COORDINATOR, plan)).containsExactly(kept);
    assertThat(lastAudited()).isEqualTo("decomposition.changed +A-1 石漪镇人民政府");
  }

  @Test
  void whatIsHandedDownMayComeTogetherWithItsParent() {
    WorkItem above = MadeItems.bare("县城市管理局", "清查");
    WorkItem below = MadeItems.of(above.source(), Optional.of(above.id()));

    assertThat(applied(apply(new WorkItemChange.Add(above), new WorkItemChange.Add(below))))
        .extracting(WorkItem::code)
        .containsExactly("A-1", "A-1-1");
  }

  @Test
  void anEditIsAuditedCellByCellAndOneThatChangesNothingIsNot() {
    WorkItem item = added("甲");
    WorkItem edited = new ItemFields(item).work("乙").person("丁某").item();

    assertThat(applied(apply(new WorkItemChange.Edit(edited)))).containsExactly(edited.stored(2));
    assertThat(lastAudited()).isEqualTo("decomposition.changed A-1 WORK: 甲 -> 乙, PERSON:  -> 丁某");
    assertThat(applied(apply(new WorkItemChange.Edit(edited.stored(2)))))
        .containsExactly(edited.stored(2));
  }

  @Test
  void theSecondOfTwoWhoEditAnItemIsTold() {
    WorkItem item = added("甲");
    apply(new WorkItemChange.Edit(new ItemFields(item).work("乙").item()));
    WorkItem other = MadeItems.bare("别的单位", "别的事");

    WorkItems.Outcome outcome =
        apply(
            new WorkItemChange.Add(other),
            new WorkItemChange.Edit(new ItemFields(item).work("丙").item()));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            WorkItems.Outcome.Stale.class,
            stale -> {
              assertThat(stale.now()).hasSize(1);
              assertThat(stale.now().getFirst().item().work()).isEqualTo("乙");
              assertThat(stale.now().getFirst().by()).isEqualTo(COORDINATOR.username());
            });
    assertThat(items.list(COORDINATOR, plan)).extracting(WorkItem::work).containsExactly("乙");
  }

  @Test
  void ofManyWhoEditAtOnceOneSucceeds() throws Exception {
    WorkItem item = added("甲");
    int people = 4;
    CyclicBarrier start = new CyclicBarrier(people);
    try (ExecutorService pool = Executors.newFixedThreadPool(people)) {
      List<Future<WorkItems.Outcome>> running =
          Stream.iterate(0, n -> n + 1)
              .limit(people)
              .map(
                  n ->
                      pool.submit(
                          () -> {
                            start.await();
                            WorkItem mine = new ItemFields(item).work("第" + n).item();
                            return apply(new WorkItemChange.Edit(mine));
                          }))
              .toList();
      int applied = 0;
      for (Future<WorkItems.Outcome> one : running) {
        applied += one.get() instanceof WorkItems.Outcome.Applied ? 1 : 0;
      }
      assertThat(applied).isEqualTo(1);
    }
    assertThat(items.list(COORDINATOR, plan)).extracting(WorkItem::version).containsExactly(2);
  }

  @Test
  void ofManyWhoAddAtOnceEachGetsACodeOfItsOwn() throws Exception {
    int people = 4;
    CyclicBarrier start = new CyclicBarrier(people);
    try (ExecutorService pool = Executors.newFixedThreadPool(people)) {
      List<Future<WorkItems.Outcome>> running =
          Stream.iterate(0, n -> n + 1)
              .limit(people)
              .map(
                  n ->
                      pool.submit(
                          () -> {
                            start.await();
                            return apply(new WorkItemChange.Add(MadeItems.bare("单位" + n, "")));
                          }))
              .toList();
      for (Future<WorkItems.Outcome> one : running) {
        assertThat(one.get()).isInstanceOf(WorkItems.Outcome.Applied.class);
      }
    }
    assertThat(items.list(COORDINATOR, plan))
        .extracting(WorkItem::code)
        .containsExactly("A-1", "A-2", "A-3", "A-4");
  }

  @Test
  void aRemovalIsUndoneAndItsCodeNeverGivenAgain() {
    WorkItem item = added("甲");
    WorkItem gone = applied(apply(new WorkItemChange.Remove(item.id(), 1))).getFirst();
    assertThat(items.list(COORDINATOR, plan)).isEmpty();
    assertThat(added("乙").code()).isEqualTo("A-2");

    WorkItem back = applied(apply(new WorkItemChange.Restore(gone.id(), 2))).getFirst();

    assertThat(back).isEqualTo(item.stored(3));
    assertThat(items.list(COORDINATOR, plan)).contains(back);
    assertThat(apply(new WorkItemChange.Restore(gone.id(), 2)))
        .isInstanceOf(WorkItems.Outcome.Stale.class);
  }

  @Test
  void nothingThatWasHandedDownIsLeftAlone() {
    WorkItem above = added("甲");
    WorkItem below =
        applied(
                apply(
                    new WorkItemChange.Add(MadeItems.of(above.source(), Optional.of(above.id())))))
            .getFirst();
    WorkItemChange removeAbove = new WorkItemChange.Remove(above.id(), 1);
    WorkItemChange removeBelow = new WorkItemChange.Remove(below.id(), 1);

    assertThat(apply(removeAbove))
        .isInstanceOfSatisfying(
            WorkItems.Outcome.Refused.class,
            refused -> assertThat(refused.findings().getFirst().place()).isEqualTo("A-1"));
    assertThat(applied(apply(removeAbove, removeBelow))).hasSize(2);
    assertThat(apply(new WorkItemChange.Restore(below.id(), 2)))
        .isInstanceOf(WorkItems.Outcome.Refused.class);
    assertThat(
            applied(
                apply(
                    new WorkItemChange.Restore(below.id(), 2),
                    new WorkItemChange.Restore(above.id(), 2))))
        .hasSize(2);
  }

  @Test
  void anItemWithoutAnOrganisationOrOfAnotherPlanIsRefused() {
    WorkItem item = added("甲");
    PlanId other = Decomposed.imported(importPlan, COORDINATOR, COUNTY);

    assertThat(apply(new WorkItemChange.Add(MadeItems.bare(" ", ""))))
        .isInstanceOf(WorkItems.Outcome.Refused.class);
    assertThat(items.apply(COORDINATOR, other, List.of(new WorkItemChange.Remove(item.id(), 1))))
        .isInstanceOf(WorkItems.Outcome.Refused.class);
    assertThat(apply(new WorkItemChange.Edit(item), new WorkItemChange.Remove(item.id(), 1)))
        .isInstanceOf(WorkItems.Outcome.Refused.class);
  }

  @Test
  void whoSeesThePlanReadsAndWhoGovernsItsRegionChanges() {
    WorkItem item = added("甲");
    WorkItemChange remove = new WorkItemChange.Remove(item.id(), 1);

    assertThat(items.list(coordinator(TOWNSHIP), plan)).containsExactly(item);
    assertThat(items.apply(coordinator(TOWNSHIP), plan, List.of(remove)))
        .isEqualTo(new WorkItems.Outcome.NotYourRegion(COUNTY));
    assertThat(items.list(coordinator(NEIGHBOUR), plan)).isEmpty();
    assertThat(items.apply(coordinator(NEIGHBOUR), plan, List.of(remove)))
        .isEqualTo(new WorkItems.Outcome.Unknown());
  }

  @Test
  void aPlanThatIsTakenBackTakesItsItemsAlong() {
    added("甲");
    takeBackPlan.of(COORDINATOR, plan);
    assertThat(
            jdbc.sql("select count(*) from work_item where plan_id = :id")
                .param("id", plan.value())
                .query(Integer.class)
                .single())
        .isZero();
  }

  private WorkItem added(String work) {
    return applied(apply(new WorkItemChange.Add(MadeItems.bare("石漪镇人民政府", work)))).getFirst();
  }

  private WorkItems.Outcome apply(WorkItemChange... changes) {
    return items.apply(COORDINATOR, plan, List.of(changes));
  }

  private String lastAudited() {
    return jdbc.sql("select action, detail from audit_entry order by sequence desc limit 1")
        .query((row, n) -> row.getString("action") + " " + row.getString("detail"))
        .optional()
        .orElse("");
  }
}
