package jingtu.server.plan.resolution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jingtu.server.PretendOffice.COUNTY;
import static jingtu.server.PretendOffice.NEIGHBOUR;
import static jingtu.server.PretendOffice.TOWNSHIP;
import static jingtu.server.PretendOffice.coordinator;
import static jingtu.server.PretendOffice.officer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.OnBothDatabases;
import jingtu.server.PretendOffice;
import jingtu.server.edge.Problem;
import jingtu.server.organisation.Answering;
import jingtu.server.organisation.Organisation;
import jingtu.server.organisation.OrganisationEntry;
import jingtu.server.organisation.Organisations;
import jingtu.server.organisation.Regions;
import jingtu.server.organisation.Successions;
import jingtu.server.plan.CorrectEntry;
import jingtu.server.plan.ImportOutcome;
import jingtu.server.plan.ImportPlan;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.RegisterEntry;
import jingtu.server.plan.RegisteredPlan;
import jingtu.server.plan.Validity;
import jingtu.server.scope.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.transaction.annotation.Transactional;

/** An invented county whose offices were reformed after its plan. */
@ApplicationModuleTest(
    value = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES,
    module = "plan")
@OnBothDatabases
@Transactional
class ResolveNamesTests {

  private static final Scope COORDINATOR = coordinator(COUNTY);
  private static final LocalDate ISSUED = LocalDate.of(2017, 11, 29);
  private static final LocalDate REFORM = LocalDate.of(2019, 3, 1);
  private static final LocalDate NOW = LocalDate.of(2026, 1, 1);

  @Autowired ResolveNames resolveNames;
  @Autowired DecideName decideName;
  @Autowired ChooseSuccessor chooseSuccessor;
  @Autowired TasksOfOrganisation tasksOfOrganisation;
  @Autowired Organisations organisations;
  @Autowired Successions successions;
  @Autowired ImportPlan importPlan;
  @Autowired CorrectEntry correctEntry;
  @Autowired Regions regions;
  @Autowired JdbcClient jdbc;

  private Organisation land;
  private Organisation nature;
  private Organisation branch;
  private Organisation finance;

  ResolveNamesTests() {
    land = nature = branch = finance = nobody();
  }

  @BeforeEach
  void open() {
    PretendOffice.open(regions);
    land = add("禾汀县国土资源局");
    nature = add("禾汀县自然资源局");
    branch = add("东临市生态环境局禾汀分局");
    finance = add("禾汀县财政局");
  }

  @Test
  void whatIsCertainIsTakenAndSaysWhy() {
    PlanId plan = plan("甲");

    assertThat(name(plan, "县财政局").state()).isEqualTo(ResolvedName.State.CERTAIN);
    assertThat(name(plan, "县财政局").organisation()).contains(finance);
    assertThat(name(plan, "县财政局").printed().counts())
        .containsEntry(NameRole.PARTICIPANT, 2)
        .containsEntry(NameRole.ACTOR, 1);
    assertThat(name(plan, "县财正局").state()).isEqualTo(ResolvedName.State.CANDIDATES);
    assertThat(name(plan, "县财正局").organisation()).isEmpty();
    assertThat(name(plan, "各乡镇").state()).isEqualTo(ResolvedName.State.GROUP);
    assertThat(name(plan, "县房产局").state()).isEqualTo(ResolvedName.State.NONE);
  }

  @Test
  void aDecisionHoldsForTheNextPlanOfTheRegionAndIsRevisedWithItsHistory() {
    PlanId first = plan("甲");
    decide(first, "县财正局", 0, new DecideName.Wish.Known(finance.id(), false), "笔误");
    PlanId next = plan("乙");

    assertThat(name(next, "县财正局").state()).isEqualTo(ResolvedName.State.DECIDED);
    assertThat(name(next, "县财正局").organisation()).contains(finance);

    decide(next, "县财正局", 1, new DecideName.Wish.Nobody(), "");
    assertThat(name(first, "县财正局").state()).isEqualTo(ResolvedName.State.NOBODY);
    decide(next, "县财正局", 2, new DecideName.Wish.Open(), "");
    assertThat(name(first, "县财正局").state()).isEqualTo(ResolvedName.State.CANDIDATES);

    assertThat(decideName.history(COORDINATOR, first, "县财正局").orElseThrow())
        .extracting(Decision::verdict)
        .containsExactly(Verdict.OPEN, Verdict.NOBODY, Verdict.ORGANISATION);
    assertThat(decideName.history(COORDINATOR, first, "县财正局").orElseThrow().getLast())
        .returns("笔误", Decision::note)
        .returns(COORDINATOR.username(), Decision::decidedBy);
    assertThat(lastAudited()).isEqualTo("name.decided 991121 县财正局: - → OPEN");
  }

  @Test
  void whatIsTakenAutomaticallyCanBeRevisedToo() {
    PlanId plan = plan("甲");
    decide(plan, "县财政局", 0, new DecideName.Wish.Known(nature.id(), false), "");
    assertThat(name(plan, "县财政局").organisation()).contains(nature);
  }

  @Test
  void whoIsSecondIsToldAndNothingIsOverwritten() {
    PlanId plan = plan("甲");
    decide(plan, "县财正局", 0, new DecideName.Wish.Known(finance.id(), false), "");

    assertThat(decideName.of(COORDINATOR, plan, "县财正局", 0, new DecideName.Wish.Nobody(), ""))
        .isEqualTo(new DecideName.Outcome.Meanwhile("县财正局"));
    assertThat(name(plan, "县财正局").organisation()).contains(finance);
  }

  @Test
  void theNameBecomesAnAliasOrANewOrganisation() {
    PlanId plan = plan("甲");
    decide(plan, "县财正局", 0, new DecideName.Wish.Known(finance.id(), true), "");
    assertThat(organisations.find(COORDINATOR, finance.id()).orElseThrow().aliases())
        .containsExactly("县财正局");

    decide(plan, "县房产局", 0, new DecideName.Wish.New("禾汀县房产管理局", true), "");
    Organisation added = name(plan, "县房产局").organisation().orElseThrow();
    assertThat(added.name()).isEqualTo("禾汀县房产管理局");
    assertThat(added.region()).contains(COUNTY);
    assertThat(added.aliases()).containsExactly("县房产局");
  }

  @Test
  void onlyWhoGovernsTheRegionDecidesAndWhoSeesThePlanReads() {
    PlanId plan = plan("甲");
    DecideName.Wish wish = new DecideName.Wish.Known(finance.id(), false);

    assertThat(decideName.of(coordinator(TOWNSHIP), plan, "县财正局", 0, wish, ""))
        .isEqualTo(new DecideName.Outcome.NotYourRegion(COUNTY));
    assertThat(decideName.of(coordinator(NEIGHBOUR), plan, "县财正局", 0, wish, ""))
        .isEqualTo(new DecideName.Outcome.UnknownPlan());
    assertThat(resolveNames.of(coordinator(NEIGHBOUR), plan, NOW)).isEmpty();
    assertThat(resolveNames.of(officer(TOWNSHIP), plan, NOW).orElseThrow().mayDecide()).isFalse();
    assertThat(decideName.history(coordinator(NEIGHBOUR), plan, "县财正局")).isEmpty();
    assertThat(decideName.of(COORDINATOR, plan, "县没有局", 0, wish, ""))
        .isEqualTo(new DecideName.Outcome.NotInPlan("县没有局"));
    assertThat(
            decideName.of(
                COORDINATOR, plan, "县财正局", 0, new DecideName.Wish.Known(new UUID(0, 1), false), ""))
        .isEqualTo(new DecideName.Outcome.UnknownOrganisation());
  }

  @Test
  void openTasksPassOnAndPastDaysKeepWhoAnsweredThen() {
    PlanId plan = plan("甲");
    successions.add(COORDINATOR, land.id(), nature.id(), REFORM, "", "", true);

    assertThat(who(plan, REFORM.minusDays(1), 2)).isEqualTo(land.id());
    assertThat(who(plan, NOW, 2)).isEqualTo(nature.id());
    assertThat(tasksOfOrganisation.on(COORDINATOR, nature.id(), NOW))
        .extracting(TasksOfOrganisation.Entry::standing)
        .containsOnly(TasksOfOrganisation.Standing.NOW)
        .hasSize(2);
    assertThat(tasksOfOrganisation.on(COORDINATOR, land.id(), NOW))
        .allSatisfy(
            entry -> {
              assertThat(entry.standing()).isEqualTo(TasksOfOrganisation.Standing.FORMER);
              assertThat(entry.until()).contains(REFORM);
            })
        .hasSize(2);
  }

  @Test
  void aPlanThatWasOverBeforeKeepsWhoAnsweredThen() {
    PlanId plan = plan("甲");
    validUntil(plan, LocalDate.of(2018, 12, 31));
    successions.add(COORDINATOR, land.id(), nature.id(), REFORM, "", "", true);

    assertThat(who(plan, NOW, 2)).isEqualTo(land.id());
    assertThat(tasksOfOrganisation.on(COORDINATOR, land.id(), NOW))
        .extracting(TasksOfOrganisation.Entry::standing)
        .containsOnly(TasksOfOrganisation.Standing.FORMER);
    assertThat(tasksOfOrganisation.on(COORDINATOR, nature.id(), NOW)).isEmpty();
  }

  @Test
  void whereAnOfficeCameApartTheTasksOwnWordsDecideOrSomebodyDoesOnce() {
    PlanId plan = plan("甲");
    successions.add(COORDINATOR, land.id(), branch.id(), REFORM, "地下水污染防治", "", false);
    successions.add(COORDINATOR, land.id(), nature.id(), REFORM, "", "", true);

    assertThat(who(plan, NOW, 1)).isEqualTo(branch.id());
    assertThat(answering(plan, NOW, 2)).isInstanceOf(Answering.Undecided.class);

    ResolvedTask task = resolved(plan, NOW).tasks().get(1);
    List<ChooseSuccessor.Chosen> tasks = List.of(new ChooseSuccessor.Chosen(task.id(), 0));
    assertThat(chooseSuccessor.of(COORDINATOR, plan, tasks, land.id(), REFORM, nature.id()))
        .isInstanceOf(ChooseSuccessor.Outcome.Kept.class);
    assertThat(who(plan, NOW, 2)).isEqualTo(nature.id());
    assertThat(who(plan, NOW, 1)).isEqualTo(branch.id());
    assertThat(lastAudited()).isEqualTo("name.successor-chosen 禾汀县国土资源局 → 禾汀县自然资源局 2019-03-01 [2]");

    assertThat(chooseSuccessor.of(COORDINATOR, plan, tasks, land.id(), REFORM, branch.id()))
        .isEqualTo(new ChooseSuccessor.Outcome.Meanwhile());
    assertThat(
            chooseSuccessor.of(coordinator(TOWNSHIP), plan, tasks, land.id(), REFORM, branch.id()))
        .isEqualTo(new ChooseSuccessor.Outcome.NotYourRegion(COUNTY));
    assertThat(who(plan, NOW, 2)).isEqualTo(nature.id());
  }

  @Test
  void anAliasThatAnotherHasIsRefused() {
    PlanId plan = plan("甲");
    decide(plan, "县财正局", 0, new DecideName.Wish.Known(finance.id(), true), "");

    assertThatThrownBy(
            () ->
                decideName.of(
                    COORDINATOR, plan, "县财正局", 1, new DecideName.Wish.Known(nature.id(), true), ""))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("organisation.alias-taken");
  }

  private Answering answering(PlanId plan, LocalDate on, int task) {
    return resolved(plan, on).tasks().get(task - 1).answerers().stream()
        .filter(answerer -> answerer.name().equals("县国土局"))
        .findFirst()
        .orElseThrow()
        .answering();
  }

  private UUID who(PlanId plan, LocalDate on, int task) {
    return answering(plan, on, task) instanceof Answering.By by
        ? by.organisation().id()
        : new UUID(0, 0);
  }

  private void decide(PlanId plan, String name, int version, DecideName.Wish wish, String note) {
    assertThat(decideName.of(COORDINATOR, plan, name, version, wish, note))
        .isInstanceOf(DecideName.Outcome.Decided.class);
  }

  private ResolvedName name(PlanId plan, String name) {
    return resolved(plan, NOW).names().stream()
        .filter(each -> each.printed().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private ResolvedPlan resolved(PlanId plan, LocalDate on) {
    return resolveNames.of(COORDINATOR, plan, on).orElseThrow();
  }

  private Organisation add(String name) {
    return organisations.add(
        COORDINATOR, OrganisationEntry.named(name, Optional.of(COUNTY), List.of()));
  }

  private PlanId plan(String mark) {
    byte[] file =
        """
        禾汀县土壤污染防治工作方案%s

        一、主要任务

        （一）调查。开展地下水污染防治试点。县财政局要安排经费。（县国土局牵头，县财政局参与）

        （二）登记。登记土地。（县国土局牵头，县财政局、县财正局、县房产局参与，各乡镇负责落实）
        """
            .formatted(mark)
            .getBytes(UTF_8);
    return switch (importPlan.from(COORDINATOR, COUNTY, "方案.txt", file)) {
      case ImportOutcome.Imported imported -> issued(imported.plans().getFirst());
      case ImportOutcome other -> throw new AssertionError("not imported: " + other);
    };
  }

  private PlanId issued(RegisteredPlan plan) {
    return correct(plan, new Validity(Optional.of(ISSUED), Optional.empty()));
  }

  private void validUntil(PlanId id, LocalDate day) {
    RegisteredPlan plan = resolved(id, NOW).plan();
    correct(plan, new Validity(Optional.of(ISSUED), Optional.of(day)));
  }

  private PlanId correct(RegisteredPlan plan, Validity validity) {
    RegisterEntry entry = plan.entry();
    correctEntry.of(
        COORDINATOR,
        plan.id(),
        new RegisterEntry(
            entry.title(),
            entry.number(),
            entry.issuer(),
            Optional.of(ISSUED),
            entry.kind(),
            entry.level(),
            validity,
            entry.parent()));
    return plan.id();
  }

  private static Organisation nobody() {
    return new Organisation(
        new UUID(0, 0),
        "",
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        "",
        Optional.empty(),
        0);
  }

  private String lastAudited() {
    return jdbc.sql("select action, detail from audit_entry order by sequence desc limit 1")
        .query((row, n) -> row.getString("action") + " " + row.getString("detail"))
        .optional()
        .orElse("");
  }
}
