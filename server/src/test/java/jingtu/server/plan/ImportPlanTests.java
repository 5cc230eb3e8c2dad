package jingtu.server.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jingtu.server.PretendOffice.CITY;
import static jingtu.server.PretendOffice.COUNTY;
import static jingtu.server.PretendOffice.NEIGHBOUR;
import static jingtu.server.PretendOffice.TOWNSHIP;
import static jingtu.server.PretendOffice.coordinator;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jingtu.planreader.Passage;
import jingtu.server.OnBothDatabases;
import jingtu.server.PretendOffice;
import jingtu.server.document.Documents;
import jingtu.server.organisation.Regions;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;

@ApplicationModuleTest(ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES)
@OnBothDatabases
class ImportPlanTests {

  private static final Scope COORDINATOR = coordinator(COUNTY);

  @Autowired ImportPlan importPlan;
  @Autowired TakeBackPlan takeBackPlan;
  @Autowired Plans plans;
  @Autowired Documents documents;
  @Autowired Regions regions;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void open() {
    PretendOffice.open(regions);
    jdbc.sql("delete from plan_import").update();
    jdbc.sql("delete from document").update();
  }

  @Test
  void findsTheTasksThatWereWrittenDownBeside() throws IOException {
    StoredPlan plan = load(imported(heting()).getFirst());
    ExpectedPlan expected = ExpectedPlan.of(text("heting.expected.txt"));

    assertThat(ExpectedPlan.of(plan)).isEqualTo(expected);
  }

  @Test
  void everyOffsetPointsAtTheWordsThatStandInTheFile() throws IOException {
    String file = text("heting.txt");
    StoredPlan plan = load(imported(heting()).getFirst());
    Words words = new Words(plan.text());

    assertThat(plan.text().strip()).isEqualTo(file.strip());
    assertThat(plan.passages())
        .isNotEmpty()
        .allSatisfy(passage -> assertThat(words.of(passage.span())).isNotBlank());
    assertThat(bare(plan.passages().stream().map(Passage::span).map(words::of).toList()))
        .isEqualTo(bare(List.of(file)));
    assertThat(plan.reading().tasks())
        .allSatisfy(
            task ->
                assertThat(words.of(task.clause().orElseThrow())).startsWith("（").endsWith("）"));
  }

  @Test
  void keepsTheFileBesideThePlan() throws IOException {
    RegisteredPlan plan = imported(heting()).getFirst();

    assertThat(documents.findContent(COORDINATOR, plan.documentId())).hasValue(heting());
    assertThat(lastAudited())
        .isEqualTo(List.of("plan.imported", plan.documentId().value().toString()));
  }

  @Test
  void theSameFileIsTakenInOnce() throws IOException {
    List<RegisteredPlan> first = imported(heting());

    assertThat(importPlan.from(COORDINATOR, COUNTY, "副本.txt", heting()))
        .isEqualTo(new ImportOutcome.AlreadyImported(first));
    assertThat(count("document")).isOne();
  }

  @Test
  void ofManyAtOnceOneTakesTheFileIn() throws Exception {
    byte[] content = heting();
    Callable<ImportOutcome> work = () -> importPlan.from(COORDINATOR, COUNTY, "方案.txt", content);
    List<ImportOutcome> outcomes;
    try (ExecutorService office = Executors.newFixedThreadPool(4)) {
      List<Future<ImportOutcome>> all = office.invokeAll(List.of(work, work, work, work));
      outcomes = all.stream().map(Future::resultNow).toList();
    }

    assertThat(outcomes).filteredOn(ImportOutcome.Imported.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(ImportOutcome.AlreadyImported.class::isInstance).hasSize(3);
    assertThat(count("document")).isOne();
  }

  @Test
  void refusesASecretFileAndKeepsNothingOfIt() throws IOException {
    String secret = "机密★10年\n" + text("heting.txt");

    assertThat(refusal(secret)).contains("carries the secrecy mark “机密", "must not be uploaded");
    assertThat(count("document")).isZero();
    assertThat(count("plan_import")).isZero();
  }

  @Test
  void refusesATextThatIsNoPlan() {
    assertThat(refusal("今天的菜单：小米粥、馒头、咸菜。\n")).contains("No plan was found");
    assertThat(count("document")).isZero();
  }

  @Test
  void refusesBytesOfNoKnownKind() {
    assertThat(importPlan.from(COORDINATOR, COUNTY, "方案.docx", new byte[] {'M', 'Z', 0, 1}))
        .isInstanceOf(ImportOutcome.Refused.class);
  }

  @Test
  void fillsItsOwnRegionAndThoseBelow() throws IOException {
    assertThat(importPlan.from(COORDINATOR, TOWNSHIP, "方案.txt", heting()))
        .isInstanceOf(ImportOutcome.Imported.class);
    for (RegionCode other : List.of(CITY, NEIGHBOUR)) {
      assertThat(importPlan.from(COORDINATOR, other, "方案.txt", heting()))
          .isEqualTo(new ImportOutcome.NotYourRegion(other));
    }
  }

  @Test
  void whatIsTakenBackIsGoneAndMayComeAgain() throws IOException {
    RegisteredPlan plan = imported(heting()).getFirst();

    assertThat(takeBackPlan.of(COORDINATOR, plan.id()))
        .isEqualTo(new TakeBackPlan.Outcome.TakenBack(List.of(plan)));

    for (String table :
        List.of("plan_import", "plan", "passage", "task", "task_party", "deadline", "document")) {
      assertThat(count(table)).as(table).isZero();
    }
    assertThat(lastAudited())
        .isEqualTo(List.of("plan.taken-back", plan.documentId().value().toString()));
    assertThat(takeBackPlan.of(COORDINATOR, plan.id()))
        .isEqualTo(new TakeBackPlan.Outcome.Unknown());
    assertThat(imported(heting())).hasSize(1);
  }

  @Test
  void whoSeesAPlanFromBelowOrFromElsewhereCannotTakeItBack() throws IOException {
    RegisteredPlan plan = imported(heting()).getFirst();

    assertThat(takeBackPlan.of(coordinator(TOWNSHIP), plan.id()))
        .isEqualTo(new TakeBackPlan.Outcome.NotYourRegion(COUNTY));
    assertThat(takeBackPlan.of(coordinator(NEIGHBOUR), plan.id()))
        .isEqualTo(new TakeBackPlan.Outcome.Unknown());
    assertThat(plans.find(COORDINATOR, plan.id())).isPresent();
  }

  private List<RegisteredPlan> imported(byte[] content) {
    return switch (importPlan.from(COORDINATOR, COUNTY, "方案.txt", content)) {
      case ImportOutcome.Imported(List<RegisteredPlan> stored) -> stored;
      case ImportOutcome other -> throw new AssertionError("not imported: " + other);
    };
  }

  private String refusal(String text) {
    return switch (importPlan.from(COORDINATOR, COUNTY, "方案.txt", text.getBytes(UTF_8))) {
      case ImportOutcome.Refused(var findings) -> findings.getFirst().say(Language.EN);
      case ImportOutcome other -> throw new AssertionError("not refused: " + other);
    };
  }

  private StoredPlan load(RegisteredPlan plan) {
    return plans.find(COORDINATOR, plan.id()).orElseThrow();
  }

  private int count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
  }

  private List<String> lastAudited() {
    return jdbc.sql("select action, subject from audit_entry order by sequence desc limit 1")
        .query((row, n) -> List.of(row.getString("action"), row.getString("subject")))
        .single();
  }

  private static String bare(List<String> pieces) {
    return String.join("", pieces).replaceAll("[\\s\\u3000]", "");
  }

  private static byte[] heting() throws IOException {
    return text("heting.txt").getBytes(UTF_8);
  }

  private static String text(String name) throws IOException {
    try (InputStream file = ImportPlanTests.class.getResourceAsStream("/plans/" + name)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
    }
  }
}
