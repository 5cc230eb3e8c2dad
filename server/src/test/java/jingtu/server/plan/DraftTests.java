package jingtu.server.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jingtu.server.PretendOffice.CITY;
import static jingtu.server.PretendOffice.COUNTY;
import static jingtu.server.PretendOffice.NEIGHBOUR;
import static jingtu.server.PretendOffice.TOWNSHIP;
import static jingtu.server.PretendOffice.coordinator;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jingtu.planreader.PlanReading;
import jingtu.server.OnBothDatabases;
import jingtu.server.PretendOffice;
import jingtu.server.document.Documents;
import jingtu.server.organisation.Regions;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;

@ApplicationModuleTest(ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@OnBothDatabases
class DraftTests {

  private static final Scope COORDINATOR = coordinator(COUNTY);

  private static final String PLANS =
      """
      禾汀县土壤污染防治工作方案（2026—2030年）

      一、主要任务

      （一）清查堆场。逐个登记。（县城管局牵头，县水利局参与）

      禾汀县2027年度土壤污染防治计划

      一、主要任务

      （一）回收农膜。2027年底前回收率达到85%。（县农业农村局牵头，县供销社参与）
      """;

  @Autowired DraftImport draftImport;
  @Autowired ReviewDraft reviewDraft;
  @Autowired AdoptDraft adoptDraft;
  @Autowired DiscardDraft discardDraft;
  @Autowired TakeBackPlan takeBackPlan;
  @Autowired Drafts drafts;
  @Autowired Plans plans;
  @Autowired Documents documents;
  @Autowired Regions regions;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void open() {
    PretendOffice.open(regions);
    for (String table : List.of("plan_draft", "plan_import", "document")) {
      jdbc.sql("delete from " + table).update();
    }
  }

  @Test
  void aDraftIsNoPlanAndNoDocument() {
    Draft draft = drafted(PLANS);

    assertThat(drafts.list(COORDINATOR)).containsExactly(draft);
    assertThat(draft.titles()).containsExactly("禾汀县土壤污染防治工作方案（2026—2030年）", "禾汀县2027年度土壤污染防治计划");
    assertThat(lastAudited()).isEqualTo("plan.drafted " + draft.id().value());
    for (String table : List.of("plan_import", "plan", "passage", "task", "document")) {
      assertThat(count(table)).as(table).isZero();
    }
  }

  @Test
  void isSeenByCoordinatorsWhoMayFillItsRegionAndByNobodyElse() {
    Draft draft = drafted(PLANS);

    for (RegionCode region : PretendOffice.all()) {
      for (Role role : Role.values()) {
        Scope scope = scope(role, region);
        boolean may = role == Role.COORDINATOR && (region.equals(COUNTY) || region.equals(CITY));
        assertThat(drafts.list(scope)).as("%s %s", role, region).hasSize(may ? 1 : 0);
        assertThat(drafts.find(scope, draft.id()).isPresent()).isEqualTo(may);
        assertThat(reviewDraft.of(scope, draft.id()) instanceof ReviewDraft.Outcome.Read)
            .isEqualTo(may);
        assertThat(drafts.accept(scope, draft.id(), item("task-0-0"), true)).isEqualTo(may);
        if (!may) {
          assertThat(discardDraft.of(scope, draft.id())).isFalse();
          assertThat(adoptDraft.of(scope, draft.id(), "", List.of()))
              .isEqualTo(new AdoptDraft.Outcome.Unknown());
        }
      }
    }
    for (Role role : Role.values()) {
      if (role.runsTheSystem()) {
        assertThat(drafts.list(everywhere(role))).isEmpty();
      }
    }
    assertThat(drafts.find(COORDINATOR, draft.id())).contains(draft);
  }

  @Test
  void isReadAgainForItsReviewPlanByPlan() {
    DraftReading review = review(drafted(PLANS));

    assertThat(review.entries())
        .extracting(RegisterEntry::kind)
        .containsExactly(PlanKind.WORK_PLAN, PlanKind.ANNUAL_PLAN);
    assertThat(review.passages(0)).isNotEmpty();
    assertThat(words(review, 0)).contains("清查堆场").doesNotContain("回收农膜");
    assertThat(words(review, 1)).contains("回收农膜").doesNotContain("清查堆场");
  }

  @Test
  void whatIsAdoptedIsThePlansAsReviewedWithTheirEntriesAndTheDraftIsGone() {
    Draft draft = drafted(PLANS);
    DraftReading review = review(draft);
    RegisterEntry corrected = Entries.titled("改过的标题");

    List<RegisteredPlan> adopted = adopted(draft, List.of(corrected, review.entries().get(1)));

    assertThat(adopted)
        .extracting(RegisteredPlan::entry)
        .containsExactly(corrected, review.entries().get(1));
    assertThat(adopted)
        .extracting(plan -> plans.find(COORDINATOR, plan.id()).orElseThrow().reading())
        .isEqualTo(review.reading().plans());
    assertThat(documents.findContent(COORDINATOR, adopted.getFirst().documentId()))
        .hasValue(PLANS.getBytes(UTF_8));
    assertThat(drafts.list(COORDINATOR)).isEmpty();
    assertThat(count("plan_draft_part")).isZero();
    assertThat(lastAudited()).isEqualTo("plan.adopted " + draft.id().value());
    assertThat(takeBackPlan.of(COORDINATOR, adopted.getFirst().id()))
        .isEqualTo(new TakeBackPlan.Outcome.TakenBack(adopted));
  }

  @Test
  void nothingIsAdoptedThatDiffersFromWhatWasReviewed() {
    Draft draft = drafted(PLANS);
    DraftReading review = review(draft);

    assertThat(adoptDraft.of(COORDINATOR, draft.id(), "another", review.entries()))
        .isEqualTo(new AdoptDraft.Outcome.ReadAnew());
    assertThat(
            adoptDraft.of(
                COORDINATOR,
                draft.id(),
                review.fingerprint(),
                List.of(review.entries().getFirst())))
        .isEqualTo(new AdoptDraft.Outcome.ReadAnew());
    assertThat(drafts.list(COORDINATOR)).containsExactly(draft);
    assertThat(count("plan")).isZero();
  }

  @Test
  void aParentThatIsNotRegisteredIsRefusedAndNothingIsAdopted() {
    Draft draft = drafted(PLANS);
    DraftReading review = review(draft);
    PlanId nowhere = new PlanId(UUID.randomUUID());
    List<RegisterEntry> entries =
        review.entries().stream().map(entry -> Entries.below(entry, nowhere)).toList();

    assertThat(adoptDraft.of(COORDINATOR, draft.id(), review.fingerprint(), entries))
        .isEqualTo(new AdoptDraft.Outcome.NoParent(nowhere));
    assertThat(drafts.list(COORDINATOR)).containsExactly(draft);
  }

  @Test
  void ofManyWhoAdoptAtOnceOneDoes() throws Exception {
    Draft draft = drafted(PLANS);
    DraftReading review = review(draft);
    Callable<AdoptDraft.Outcome> work =
        () -> adoptDraft.of(COORDINATOR, draft.id(), review.fingerprint(), review.entries());
    List<AdoptDraft.Outcome> outcomes;
    try (ExecutorService office = Executors.newFixedThreadPool(4)) {
      List<Future<AdoptDraft.Outcome>> all = office.invokeAll(List.of(work, work, work, work));
      outcomes = all.stream().map(Future::resultNow).toList();
    }

    assertThat(outcomes).filteredOn(AdoptDraft.Outcome.Adopted.class::isInstance).hasSize(1);
    assertThat(count("plan_import")).isOne();
    assertThat(count("document")).isOne();
    assertThat(count("plan")).isEqualTo(2);
  }

  @Test
  void whatIsDiscardedIsGoneWholeAndMayComeAgain() {
    Draft draft = drafted(PLANS);
    drafts.accept(COORDINATOR, draft.id(), item("task-0-0"), true);

    assertThat(discardDraft.of(COORDINATOR, draft.id())).isTrue();

    for (String table : List.of("plan_draft", "plan_draft_part", "plan_draft_accepted")) {
      assertThat(count(table)).as(table).isZero();
    }
    assertThat(lastAudited()).isEqualTo("plan.discarded " + draft.id().value());
    assertThat(discardDraft.of(COORDINATOR, draft.id())).isFalse();
    assertThat(drafted(PLANS).titles()).isEqualTo(draft.titles());
  }

  @Test
  void theSameFileIsNeitherDraftedTwiceNorBesideItsPlans() {
    Draft draft = drafted(PLANS);

    assertThat(handIn(PLANS)).isEqualTo(new DraftImport.Outcome.AlreadyDrafted(draft));

    List<RegisteredPlan> adopted = adopted(draft, review(draft).entries());
    assertThat(handIn(PLANS)).isEqualTo(new DraftImport.Outcome.AlreadyImported(adopted));
    assertThat(count("plan_draft")).isZero();
  }

  @Test
  void ofManyWhoHandInTheSameFileAtOnceOneDraftIsKept() throws Exception {
    Callable<DraftImport.Outcome> work = () -> handIn(PLANS);
    List<DraftImport.Outcome> outcomes;
    try (ExecutorService office = Executors.newFixedThreadPool(4)) {
      List<Future<DraftImport.Outcome>> all = office.invokeAll(List.of(work, work, work, work));
      outcomes = all.stream().map(Future::resultNow).toList();
    }

    assertThat(outcomes).filteredOn(DraftImport.Outcome.Drafted.class::isInstance).hasSize(1);
    assertThat(outcomes)
        .filteredOn(DraftImport.Outcome.AlreadyDrafted.class::isInstance)
        .hasSize(3);
    assertThat(count("plan_draft")).isOne();
  }

  @Test
  void aFileOfManyPartsComesBackAsItWas() {
    String padded = PLANS + "\n" + "各乡镇要认真组织实施。".repeat(60_000);
    Draft draft = drafted(padded);

    assertThat(count("plan_draft_part")).isGreaterThan(4);
    assertThat(adopted(draft, review(draft).entries()))
        .first()
        .satisfies(
            plan ->
                assertThat(documents.findContent(COORDINATOR, plan.documentId()))
                    .hasValue(padded.getBytes(UTF_8)));
  }

  @Test
  void aSecretFileAndOneThatIsNoPlanAreRefusedAndNothingIsKept() {
    assertThat(refusal("机密★10年\n" + PLANS)).contains("carries the secrecy mark “机密");
    assertThat(refusal("今天的菜单：小米粥、馒头、咸菜。\n")).contains("No plan was found");
    assertThat(draftImport.of(COORDINATOR, NEIGHBOUR, "方案.txt", PLANS.getBytes(UTF_8)))
        .isEqualTo(new DraftImport.Outcome.NotYourRegion(NEIGHBOUR));
    assertThat(count("plan_draft")).isZero();
    assertThat(count("document")).isZero();
  }

  @Test
  void aCoordinatorKeepsADraftForTheTownshipBelow() {
    assertThat(draftImport.of(COORDINATOR, TOWNSHIP, "方案.txt", PLANS.getBytes(UTF_8)))
        .isInstanceOf(DraftImport.Outcome.Drafted.class);
    assertThat(drafts.list(coordinator(TOWNSHIP))).hasSize(1);
    assertThat(drafts.list(COORDINATOR)).hasSize(1);
  }

  @Test
  void whatWasFoundRightStaysSoUntilItIsTakenBack() {
    DraftId id = drafted(PLANS).id();

    drafts.accept(COORDINATOR, id, item("task-0-0"), true);
    drafts.accept(COORDINATOR, id, item("task-0-0"), true);
    drafts.accept(COORDINATOR, id, item("doubt-1-12"), true);
    assertThat(drafts.listAccepted(COORDINATOR, id))
        .containsExactlyInAnyOrder(item("task-0-0"), item("doubt-1-12"));

    drafts.accept(COORDINATOR, id, item("task-0-0"), false);
    assertThat(drafts.listAccepted(COORDINATOR, id)).containsExactly(item("doubt-1-12"));
  }

  @Test
  void anItemIsWrittenAsItsKindItsPlanAndItsIndex() {
    assertThat(ReviewItem.of("goal-2-13"))
        .contains(new ReviewItem(ReviewItem.Kind.GOAL, 2, 13))
        .map(ReviewItem::toString)
        .contains("goal-2-13");
    assertThat(
            Arrays.asList(
                "", "goal", "goal-2", "GOAL-2-3", "passage-0-1", "goal--1-3", "task-0-0 "))
        .allSatisfy(written -> assertThat(ReviewItem.of(written)).isEmpty());
  }

  private DraftImport.Outcome handIn(String text) {
    return draftImport.of(COORDINATOR, COUNTY, "方案.txt", text.getBytes(UTF_8));
  }

  private Draft drafted(String text) {
    return switch (handIn(text)) {
      case DraftImport.Outcome.Drafted(Draft draft) -> draft;
      case DraftImport.Outcome other -> throw new AssertionError("not drafted: " + other);
    };
  }

  private String refusal(String text) {
    return switch (handIn(text)) {
      case DraftImport.Outcome.Refused(var finding) -> finding.say(Language.EN);
      case DraftImport.Outcome other -> throw new AssertionError("not refused: " + other);
    };
  }

  private DraftReading review(Draft draft) {
    return switch (reviewDraft.of(COORDINATOR, draft.id())) {
      case ReviewDraft.Outcome.Read(DraftReading reading) -> reading;
      case ReviewDraft.Outcome other -> throw new AssertionError("not readable: " + other);
    };
  }

  private List<RegisteredPlan> adopted(Draft draft, List<RegisterEntry> entries) {
    String fingerprint = review(draft).fingerprint();
    return switch (adoptDraft.of(COORDINATOR, draft.id(), fingerprint, entries)) {
      case AdoptDraft.Outcome.Adopted(List<RegisteredPlan> adopted) -> adopted;
      case AdoptDraft.Outcome other -> throw new AssertionError("not adopted: " + other);
    };
  }

  private static String words(DraftReading review, int plan) {
    PlanReading reading = review.reading();
    return String.join(
        "\n", review.passages(plan).stream().map(each -> reading.words(each.span())).toList());
  }

  private static ReviewItem item(String written) {
    return ReviewItem.of(written).orElseThrow();
  }

  private static Scope scope(Role role, RegionCode region) {
    return new Scope(
        UUID.randomUUID(), role + region.digits(), role, Optional.of(region), Optional.empty());
  }

  private static Scope everywhere(Role role) {
    return new Scope(UUID.randomUUID(), role.name(), role, Optional.empty(), Optional.empty());
  }

  private int count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
  }

  private String lastAudited() {
    return jdbc.sql("select action, subject from audit_entry order by sequence desc limit 1")
        .query((row, n) -> row.getString("action") + " " + row.getString("subject"))
        .single();
  }
}
