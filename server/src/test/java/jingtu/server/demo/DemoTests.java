package jingtu.server.demo;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jingtu.planreader.Deadline;
import jingtu.planreader.Span;
import jingtu.planreader.Task;
import jingtu.server.Client;
import jingtu.server.County;
import jingtu.server.WholeServer;
import jingtu.server.edge.Announcements;
import jingtu.server.organisation.Liaisons;
import jingtu.server.organisation.Organisation;
import jingtu.server.organisation.Organisations;
import jingtu.server.organisation.Region;
import jingtu.server.organisation.RegionLevel;
import jingtu.server.organisation.Regions;
import jingtu.server.organisation.Succession;
import jingtu.server.organisation.Successions;
import jingtu.server.plan.Plans;
import jingtu.server.plan.RegisteredPlan;
import jingtu.server.plan.StoredPlan;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.test.context.TestPropertySource;

@WholeServer
@TestPropertySource(properties = "jingtu.demo=true")
class DemoTests {

  private static final RegionCode CITY = new RegionCode("990100");
  private static final Pattern SIGN_IN = Pattern.compile("as (\\S+) with the password (\\S+) ");

  @Autowired LoadDemo loadDemo;
  @Autowired Announcements announcements;
  @Autowired Plans plans;
  @Autowired Organisations organisations;
  @Autowired Liaisons liaisons;
  @Autowired Successions successions;
  @Autowired Regions regions;
  @Autowired County county;

  @Test
  void whoeverSignsInAsAnnouncedFindsThePlan() {
    List<String> announced = announced();

    assertThat(announced.subList(announced.size() - 2, announced.size()))
        .allSatisfy(
            sentence -> {
              Matcher words = SIGN_IN.matcher(sentence);
              assertThat(words.find()).isTrue();
              assertThat(county.stranger().signIn(words.group(1), words.group(2)).get("/api/plans"))
                  .bodyJson()
                  .extractingPath("$[0].taskCount")
                  .isEqualTo(72);
            });
  }

  @Test
  void aSecondStartChangesThePasswordsAndNothingElse() {
    List<RegisteredPlan> before = plans.list(county());
    List<String> announcedBefore = announced();

    loadDemo.run(new DefaultApplicationArguments());

    assertThat(plans.list(county())).isEqualTo(before).hasSize(2);
    assertThat(announced()).doesNotHaveDuplicates().hasSize(announcedBefore.size() + 2);
    assertThat(coordinator().get("/api/registers/training/records/count"))
        .bodyJson()
        .extractingPath("$.count")
        .isEqualTo(4);
  }

  @Test
  void everybodyWhomThePlanNamesIsAnOrganisationOfTheCountyOrAGroupOfThem() {
    Set<String> names =
        organisations.list(county()).stream()
            .flatMap(o -> Stream.concat(Stream.of(o.name()), o.aliases().stream()))
            .collect(toSet());

    assertThat(Stream.of(countyPlan(), cityPlan()).flatMap(it -> it.reading().tasks().stream()))
        .hasSize(72 + 16)
        .allSatisfy(task -> assertThat(single(task)).isNotEmpty().isSubsetOf(names));
  }

  @Test
  void aCityWithItsOfficesStandsAboveACountyOfTwentyTownships() {
    assertThat(regions.list(county()))
        .extracting(Region::level)
        .filteredOn(RegionLevel.TOWNSHIP::equals)
        .hasSize(20);
    assertThat(ofTheDemo()).hasSize(79);
    assertThat(ofTheDemo()).filteredOn(o -> o.region().equals(Optional.of(CITY))).hasSize(19);
  }

  @Test
  void theBranchAnswersToTheCityIsReachedByTelephoneAndCameOutOfAReform() {
    Organisation branch = called("云岫市生态环境局净原分局");

    assertThat(branch.supervisor()).contains(called("云岫市生态环境局").id());
    assertThat(liaisons.list(county()).get(branch.id())).hasSize(2);
    assertThat(called("净原经济开发区管理委员会").area()).isPresent();
    assertThat(successions.list(county()))
        .filteredOn(s -> s.successor().equals(branch.id()))
        .extracting(Succession::predecessor)
        .containsExactly(called("净原县环境保护局").id());
    assertThat(ofTheDemo()).filteredOn(o -> o.endedOn().isPresent()).hasSize(3);
  }

  /** As many as the plan speaks of where it does: five ponds, and the two parcels that it names. */
  @ParameterizedTest(name = "{0} has {1}, among them {2}")
  @CsvSource(
      textBlock =
          """
          supervised-unit, 12, 净原芦汀表面处理科技有限公司（演示）
          tailings-pond, 5, 岚口乡北坡一号尾矿库（演示）
          construction-parcel, 8, 原净原农药厂地块（演示）
          inspection-rectification, 6, 演示-2026-03
          training, 4, 2026年土壤环境执法业务培训班（演示）
          """)
  void everyRegisterHoldsAFewInventedRecordsAsAnImport(String register, int count, String one) {
    Client coordinator = coordinator();

    assertThat(coordinator.get("/api/registers/" + register + "/records/count"))
        .bodyJson()
        .extractingPath("$.count")
        .isEqualTo(count);
    assertThat(coordinator.get("/api/registers/" + register + "/records?limit=50"))
        .bodyText()
        .contains(one);
    assertThat(coordinator.get("/api/registers/" + register + "/imports"))
        .bodyJson()
        .extractingPath("$.imports[0].batch.added")
        .isEqualTo(count);
  }

  /** Signed in as the last start announced. */
  private Client coordinator() {
    Matcher words =
        SIGN_IN.matcher(
            announced().stream()
                .filter(sentence -> sentence.contains(" as coordinator "))
                .toList()
                .getLast());
    assertThat(words.find()).isTrue();
    return county.stranger().signIn(words.group(1), words.group(2));
  }

  private Organisation called(String name) {
    return ofTheDemo().stream().filter(o -> o.name().equals(name)).findFirst().orElseThrow();
  }

  /** The database may hold those of other tests too; the demo's codes begin with its city's. */
  private List<Organisation> ofTheDemo() {
    return organisations.list(county()).stream()
        .filter(o -> o.region().filter(code -> code.digits().startsWith("9901")).isPresent())
        .toList();
  }

  @Test
  void theCountysPlanCarriesOutTheCitysAndWantsNoLess() {
    RegisteredPlan city = cityPlan().summary();

    assertThat(countyPlan().summary().entry().parent()).contains(city.id());
    assertThat(city.region()).isEqualTo(CITY);
    assertThat(city.number()).contains("云政发〔2026〕3号");
    assertThat(cityPlan().reading().goals()).hasSize(2);
    assertThat(countyPlan().reading().goals()).hasSize(4);
    Map<String, BigDecimal> wanted = goals(countyPlan());
    assertThat(goals(cityPlan()))
        .hasSize(6)
        .allSatisfy((what, value) -> assertThat(wanted.get(what)).isGreaterThanOrEqualTo(value));
  }

  @Test
  void theAnnexIsATableOfProjectsWhoseRowsSayWhatTheyArePointedAt() {
    StoredPlan plan = countyPlan();
    List<Task> projects =
        plan.reading().tasks().stream()
            .filter(task -> task.path().getFirst().equals("附件净原县土壤污染防治重点工程清单"))
            .toList();

    assertThat(projects)
        .hasSize(10)
        .allSatisfy(
            project -> {
              assertThat(project.responsible()).isNotEmpty();
              assertThat(project.deadlines()).hasSize(1);
            });
    Task mines = projects.get(6);
    assertThat(mines.path()).contains("松埭镇废弃矿山生态修复工程");
    assertThat(mines.responsible()).containsExactly("县自然资源局", "松埭镇人民政府");
    assertThat(words(mines.span())).isEqualTo("修复废弃采场720亩，建设酸性废水拦截沟4公里。");
    assertThat(words(mines.deadlines().getFirst().span())).isEqualTo("2029年10月底前");
  }

  @Test
  void thePlanKnowsItselfAndItsDatesFollowItsIssue() {
    StoredPlan plan = countyPlan();
    String issued = plan.summary().issuedOn().orElseThrow().toString();

    assertThat(plan.summary().title()).isEqualTo("净原县土壤污染防治工作方案（2026—2030年）");
    assertThat(plan.summary().number()).contains("净政发〔2026〕5号");
    assertThat(plan.reading().tasks())
        .flatExtracting(Task::deadlines)
        .extracting(Deadline::notation)
        .filteredOn(notation -> notation.startsWith("20"))
        .allSatisfy(notation -> assertThat(notation).isGreaterThan(issued));
  }

  private List<String> announced() {
    return announcements.at("http://localhost").stream()
        .map(message -> Messages.say(message, Language.EN))
        .filter(sentence -> sentence.startsWith("Demo:"))
        .toList();
  }

  private StoredPlan countyPlan() {
    return plan("净原县土壤污染防治工作方案（2026—2030年）");
  }

  private StoredPlan cityPlan() {
    return plan("云岫市土壤污染防治工作方案（2026—2030年）");
  }

  private StoredPlan plan(String title) {
    return plans.list(county()).stream()
        .filter(plan -> plan.title().equals(title))
        .findFirst()
        .flatMap(plan -> plans.find(county(), plan.id()))
        .orElseThrow();
  }

  /** The words of the printed county plan, counted without the help of its reading. */
  private static String words(Span span) {
    int[] printed =
        new String(DemoFile.bytes("county-plan.txt"), StandardCharsets.UTF_8)
            .codePoints()
            .toArray();
    return new String(printed, span.start(), span.end() - span.start());
  }

  /** What is wanted of each indicator by when. */
  private static Map<String, BigDecimal> goals(StoredPlan plan) {
    return plan.reading().goals().stream()
        .flatMap(goal -> goal.targets().stream())
        .collect(
            toMap(
                target -> target.indicator() + " " + target.by().orElseThrow().notation(),
                target -> target.value().orElseThrow()));
  }

  private static Stream<String> all(Task task) {
    return Stream.of(task.lead(), task.responsible(), task.participants(), task.implementers())
        .flatMap(List::stream);
  }

  /** Those named one by one: groups such as “all townships” stand for many. */
  private static Set<String> single(Task task) {
    Set<String> groups = Set.of("各乡镇人民政府", "有关乡镇人民政府", "街道办事处", "各县（区）人民政府");
    return all(task).filter(name -> !groups.contains(name)).collect(toSet());
  }

  private static Scope county() {
    return new Scope(
        new UUID(0, 1),
        "reader",
        Role.OFFICER,
        Optional.of(new RegionCode("990121")),
        Optional.empty());
  }
}
