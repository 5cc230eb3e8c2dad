package jingtu.server.plan.decomposition;

import static jingtu.server.PretendOffice.COUNTY;
import static jingtu.server.PretendOffice.NEIGHBOUR;
import static jingtu.server.PretendOffice.coordinator;
import static jingtu.server.plan.decomposition.Decomposed.applied;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import jingtu.server.OnBothDatabases;
import jingtu.server.PretendOffice;
import jingtu.server.organisation.Regions;
import jingtu.server.plan.ImportPlan;
import jingtu.server.plan.PlanId;
import jingtu.server.scope.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;

@ApplicationModuleTest(module = "plan", mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@OnBothDatabases
class ProposeWorkTests {

  private static final Scope COORDINATOR = coordinator(COUNTY);

  @Autowired ProposeWork proposeWork;
  @Autowired PrintedNow printedNow;
  @Autowired WorkItems items;
  @Autowired ImportPlan importPlan;
  @Autowired Regions regions;
  @Autowired JdbcClient jdbc;

  private PlanId plan;

  @BeforeEach
  void open() {
    PretendOffice.open(regions);
    plan = Decomposed.imported(importPlan, COORDINATOR, COUNTY);
  }

  /** Leads get the sentences, whoever is named gets its own, the others the task as a whole. */
  @Test
  void everySentenceGoesToWhomItNames() {
    assertThat(proposed())
        .extracting(
            item -> item.organisation() + " " + item.role() + " " + item.deadline().orElse("-"))
        .containsExactly(
            "县城市管理局 LEAD 2026-10-31",
            "石漪镇人民政府 ACTOR 2026-09-30",
            "县水利局 PARTICIPANT 2026-10-31；2026-09-30",
            "县生态环境分局 LEAD 每年；每年12月20日前",
            "县农业农村局 LEAD 每年；每年12月20日前",
            "县财政局 PARTICIPANT 每年；每年12月20日前",
            "各乡镇人民政府 IMPLEMENTER 每年；每年12月20日前");
  }

  @Test
  void whatIsTakenIsNotProposedAgainUntilItIsRemoved() {
    List<ProposeWork.Proposal> all = proposeWork.list(COORDINATOR, plan).orElseThrow();
    List<String> two = all.stream().limit(2).map(ProposeWork.Proposal::key).toList();

    List<WorkItem> taken =
        applied(proposeWork.take(COORDINATOR, plan, two.stream().collect(Collectors.toSet())));

    assertThat(taken).extracting(WorkItem::code).containsExactly("1-1", "1-2");
    assertThat(proposed()).hasSize(all.size() - 2);
    items.apply(COORDINATOR, plan, List.of(new WorkItemChange.Remove(taken.getFirst().id(), 1)));
    assertThat(proposed()).hasSize(all.size() - 1);
  }

  @Test
  void anItemWhoseSentenceWasCorrectedOrRemovedSaysSo() {
    takeAll();
    assertThat(printedNow.changed(COORDINATOR, plan, items.list(COORDINATOR, plan))).isEmpty();
    WorkItem item =
        items.list(COORDINATOR, plan).stream()
            .filter(each -> each.organisation().equals("石漪镇人民政府"))
            .findFirst()
            .orElseThrow();
    ItemSource.OfPlan source = (ItemSource.OfPlan) item.source();

    jdbc.sql("update action set end_offset = end_offset - 1 where id = :id")
        .param("id", source.action().orElseThrow())
        .update();
    assertThat(printedNow.changed(COORDINATOR, plan, items.list(COORDINATOR, plan)))
        .containsOnlyKeys(item.id())
        .containsValue(item.sentence().substring(0, item.sentence().length() - 1));

    jdbc.sql("delete from action where id = :id")
        .param("id", source.action().orElseThrow())
        .update();
    assertThat(printedNow.changed(COORDINATOR, plan, items.list(COORDINATOR, plan)))
        .containsEntry(item.id(), "");
    assertThat(items.list(COORDINATOR, plan)).contains(item);
  }

  @Test
  void nothingIsProposedOfAPlanThatIsNotSeen() {
    assertThat(proposeWork.list(coordinator(NEIGHBOUR), plan)).isEmpty();
  }

  private void takeAll() {
    applied(
        proposeWork.take(
            COORDINATOR,
            plan,
            proposeWork.list(COORDINATOR, plan).orElseThrow().stream()
                .map(ProposeWork.Proposal::key)
                .collect(Collectors.toSet())));
  }

  private List<WorkItem> proposed() {
    return proposeWork.list(COORDINATOR, plan).orElseThrow().stream()
        .map(ProposeWork.Proposal::item)
        .toList();
  }
}
