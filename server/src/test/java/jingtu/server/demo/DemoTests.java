package jingtu.server.demo;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jingtu.planreader.Deadline;
import jingtu.planreader.Task;
import jingtu.server.County;
import jingtu.server.WholeServer;
import jingtu.server.edge.Announcements;
import jingtu.server.organisation.Organisations;
import jingtu.server.plan.Plans;
import jingtu.server.plan.RegisteredPlan;
import jingtu.server.plan.StoredPlan;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Messages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.test.context.TestPropertySource;

@WholeServer
@TestPropertySource(properties = "jingtu.demo=true")
class DemoTests {

  private static final Pattern SIGN_IN = Pattern.compile("as (\\S+) with the password (\\S+) ");

  @Autowired LoadDemo loadDemo;
  @Autowired Announcements announcements;
  @Autowired Plans plans;
  @Autowired Organisations organisations;
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
                  .isEqualTo(62);
            });
  }

  @Test
  void aSecondStartChangesThePasswordsAndNothingElse() {
    List<RegisteredPlan> before = plans.list(county());
    List<String> announcedBefore = announced();

    loadDemo.run(new DefaultApplicationArguments());

    assertThat(plans.list(county())).isEqualTo(before).hasSize(1);
    assertThat(announced()).doesNotHaveDuplicates().hasSize(announcedBefore.size() + 2);
  }

  @Test
  void everybodyWhomThePlanNamesIsAnOrganisationOfTheCountyOrAGroupOfThem() {
    Set<String> names =
        organisations.list(county()).stream()
            .flatMap(o -> Stream.concat(Stream.of(o.name()), o.aliases().stream()))
            .collect(toSet());

    assertThat(plan().reading().tasks())
        .hasSize(62)
        .allSatisfy(task -> assertThat(single(task)).isNotEmpty().isSubsetOf(names));
  }

  @Test
  void thePlanKnowsItselfAndItsDatesFollowItsIssue() {
    StoredPlan plan = plan();
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

  private StoredPlan plan() {
    return plans.find(county(), plans.list(county()).getFirst().id()).orElseThrow();
  }

  private static Stream<String> all(Task task) {
    return Stream.of(task.lead(), task.responsible(), task.participants(), task.implementers())
        .flatMap(List::stream);
  }

  /** Those named one by one: groups such as “all townships” stand for many. */
  private static Set<String> single(Task task) {
    Set<String> groups = Set.of("各乡镇人民政府", "有关乡镇人民政府", "街道办事处");
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
