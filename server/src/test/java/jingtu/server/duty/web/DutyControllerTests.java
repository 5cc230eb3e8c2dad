package jingtu.server.duty.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.Client;
import jingtu.server.County;
import jingtu.server.WholeServer;
import jingtu.server.organisation.OrganisationEntry;
import jingtu.server.organisation.Organisations;
import jingtu.server.plan.ImportOutcome;
import jingtu.server.plan.ImportPlan;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The list of duties over HTTP: who sees what of it, and who decides. */
@WholeServer
class DutyControllerTests {

  private static final String PLAN =
      """
      甲县堆场治理方案（2026—2027年）

      2026年3月1日

      一、主要任务

      1.排查堆场。对老旧堆场开展踏勘，2026年10月底前形成清单。（县萤石局、县云母局牵头，县滑石局参与）

      2.健全台账。县云母局每季度提供拨付台账。（县萤石局牵头，县云母局参与。以下任务均由各乡镇人民政府落实，不再列出）

      3.核定类别。核定三类耕地的图斑，2027年9月底前完成，编号 NUMBER。（县云母局牵头）

      二、保障措施

      县石膏局要实行月调度、年评估。
      """;

  private static final String UNKNOWN = "00000000-0000-0000-0000-000000000001";

  @Autowired County county;
  @Autowired ImportPlan importPlan;
  @Autowired Organisations organisations;
  @Autowired JdbcClient jdbc;

  @Test
  void aDutyTellsEverythingThatAScreenShows() {
    Client coordinator = coordinator();
    String plan = plan(County.OWN);

    String page = list(coordinator, "?plan=" + plan);

    assertThat(JsonPath.<Integer>read(page, "$.total"))
        .isEqualTo(JsonPath.<List<?>>read(page, "$.duties").size());
    assertThat(JsonPath.<String>read(page, "$.duties[0].planTitle")).startsWith("甲县堆场治理方案");
    assertThat(JsonPath.<String>read(page, "$.duties[0].place")).isEqualTo("TASK");
    assertThat(JsonPath.<Integer>read(page, "$.duties[0].number")).isEqualTo(1);
    assertThat(JsonPath.<String>read(page, "$.duties[0].chapter")).isEqualTo("一、主要任务");
    assertThat(JsonPath.<String>read(page, "$.duties[0].sentence")).contains("2026年10月底前形成清单");
    assertThat(JsonPath.<String>read(page, "$.duties[0].role")).isEqualTo("LEAD");
    assertThat(names(page)).startsWith("县萤石局", "县云母局", "县滑石局");
    assertThat(JsonPath.<Boolean>read(page, "$.duties[0].kept")).isTrue();
    assertThat(JsonPath.<String>read(page, "$.duties[0].times[0].notation"))
        .isEqualTo("2026-10-31");
    assertThat(JsonPath.<String>read(page, "$.duties[0].due[0].day")).isEqualTo("2026-10-31");
    assertThat(JsonPath.<List<String>>read(page, "$.duties[?(@.number == 3)].nextDue.day"))
        .containsOnly("2027-09-30");
    assertThat(
            JsonPath.<List<String>>read(
                page, "$.duties[?(@.place == 'OBLIGATION')].organisationName"))
        .containsExactly("县石膏局");
    String id = JsonPath.read(page, "$.duties[0].id");
    assertThat(coordinator.get("/api/duties/" + id)).hasStatus(200).bodyText().contains(id);
  }

  /**
   * A leader's figure of what stands under no heading leads to these, and not to all of the plan.
   */
  @Test
  void whatStandsUnderNoHeadingIsAskedForByItself() {
    Client coordinator = coordinator();
    String plan = plan(County.OWN);
    jdbc.sql("update duty_source set chapter = '' where plan_id = :plan and entry_number = 3")
        .param("plan", UUID.fromString(plan))
        .update();
    String all = list(coordinator, "?plan=" + plan);
    List<String> third = JsonPath.read(all, "$.duties[?(@.number == 3)].id");

    String bare = list(coordinator, "?plan=" + plan + "&noChapter=true");

    assertThat(third).isNotEmpty().hasSizeLessThan(JsonPath.<Integer>read(all, "$.total"));
    assertThat(JsonPath.<List<String>>read(bare, "$.duties[*].id")).isEqualTo(third);
    assertThat(list(coordinator, "?plan=" + plan + "&chapter=")).isEqualTo(all);
  }

  @Test
  void anOfficerSeesTheOwnDutiesAndDecidesNothing() {
    Client coordinator = coordinator();
    String plan = plan(County.OWN);
    assign(coordinator, plan, "县云母局", office(County.OWN));
    Client officer = county.client(Role.OFFICER, County.OWN);

    String own = list(officer, "?plan=" + plan);

    assertThat(JsonPath.<List<String>>read(own, "$.duties[*].organisationName"))
        .isNotEmpty()
        .containsOnly("办公室 " + County.OWN);
    assertThat(JsonPath.<List<Boolean>>read(own, "$.duties[*].kept")).containsOnly(false);
    String others = list(coordinator, "?plan=" + plan + "&words=滑石");
    String foreign = JsonPath.read(others, "$.duties[0].id");
    assertThat(officer.get("/api/duties/" + foreign)).hasStatus(404);
    assertThat(officer.get("/api/duties/" + foreign + "/history")).hasStatus(404);
    String id = JsonPath.read(own, "$.duties[0].id");
    assertThat(officer.get("/api/duties/" + id)).hasStatus(200);
    assertThat(reporting(officer, id, 1, false)).hasStatus(403);
    assertThat(wake(officer, id, false)).hasStatus(403);
    assertThat(list(county.client(Role.COORDINATOR, County.FOREIGN), "?plan=" + plan))
        .contains("\"total\":0");
  }

  @Test
  void thoseWhoRunTheSystemSeeNone() {
    for (Role role : List.of(Role.ADMINISTRATOR, Role.SECURITY_OFFICER, Role.AUDITOR)) {
      Client client = county.client(role, County.OWN);
      assertThat(client.get("/api/duties")).as("%s", role).hasStatus(403);
      assertThat(client.get("/api/duties.xlsx")).as("%s", role).hasStatus(403);
    }
    assertThat(county.stranger().get("/api/duties")).hasStatus(401);
  }

  @Test
  void whatSleepsIsWokenManyAtOnceAndTheHistoryTellsIt() {
    Client coordinator = coordinator();
    String plan = plan(County.OWN);
    String asleep = list(coordinator, "?asleep=true&plan=" + plan);
    List<String> ids = JsonPath.read(asleep, "$.duties[*].id");
    assertThat(ids).isNotEmpty();

    MvcTestResult woken =
        coordinator.send(
            HttpMethod.POST,
            "/api/duties/waking",
            "{\"ids\": [\"%s\", \"%s\"], \"awake\": true}".formatted(ids.getFirst(), UNKNOWN));

    assertThat(woken).hasStatus(200);
    assertThat(JsonPath.<List<String>>read(Client.body(woken), "$.changed"))
        .containsExactly(ids.getFirst());
    assertThat(list(coordinator, "?plan=" + plan)).contains(ids.getFirst());
    assertThat(Client.body(coordinator.get("/api/duties/" + ids.getFirst() + "/history")))
        .contains("\"what\":\"awake\"", "\"before\":\"false\"", "\"after\":\"true\"");
    Client neighbour = county.client(Role.COORDINATOR, County.FOREIGN);
    assertThat(Client.body(wake(neighbour, ids.getFirst(), false))).isEqualTo("{\"changed\":[]}");
  }

  @Test
  void whoReportsIsRefusedFromAnOlderVersionWithWhatIsDifferent() {
    Client coordinator = coordinator();
    String page = list(coordinator, "?plan=" + plan(County.OWN));
    String id = JsonPath.read(page, "$.duties[0].id");

    assertThat(reporting(coordinator, id, 1, false))
        .hasStatus(200)
        .bodyText()
        .contains("\"version\":2");
    assertThat(reporting(coordinator, id, 2, false))
        .hasStatus(200)
        .bodyText()
        .contains("\"version\":2");
    String stale = Client.body(reporting(coordinator, id, 1, false));

    assertThat(JsonPath.<String>read(stale, "$.type")).isEqualTo("/problems/changed-since");
    assertThat(JsonPath.<Integer>read(stale, "$.current.version")).isEqualTo(2);
    assertThat(JsonPath.<List<String>>read(stale, "$.changes[*].what")).containsExactly("reports");
    assertThat(JsonPath.<String>read(stale, "$.changes[0].after")).isEqualTo("false");
    assertThat(reporting(coordinator, UNKNOWN, 1, true)).hasStatus(404);
  }

  @Test
  void pagesFollowOneAnotherAndFiltersNarrow() {
    Client coordinator = coordinator();
    String of = "?plan=" + plan(County.OWN);
    String all = list(coordinator, of);
    List<String> ids = JsonPath.read(all, "$.duties[*].id");

    String first = list(coordinator, of + "&limit=2");
    String second =
        list(coordinator, of + "&limit=200&after=" + JsonPath.<String>read(first, "$.next"));

    assertThat(JsonPath.<List<String>>read(first, "$.duties[*].id")).isEqualTo(ids.subList(0, 2));
    assertThat(JsonPath.<List<String>>read(second, "$.duties[*].id"))
        .isEqualTo(ids.subList(2, ids.size()));
    assertThat(JsonPath.<Object>read(second, "$.next")).isNull();
    assertThat(names(list(coordinator, of + "&chapter=二、保障措施"))).containsExactly("县石膏局");
    assertThat(names(list(coordinator, of + "&words=拨付"))).containsOnly("县云母局");
    assertThat(names(list(coordinator, of + "&organisation=" + UNKNOWN))).isEmpty();
    assertThat(names(list(coordinator, "?plan=" + UNKNOWN))).isEmpty();
  }

  @Test
  void choicesNameWhatTheListCanBeNarrowedTo() {
    Client coordinator = coordinator();
    String plan = plan(County.OWN);
    assign(coordinator, plan, "县云母局", office(County.OWN));

    String choices = Client.body(coordinator.get("/api/duties/choices?plan=" + plan));

    assertThat(JsonPath.<List<String>>read(choices, "$.chapters"))
        .containsExactly("一、主要任务", "二、保障措施");
    assertThat(JsonPath.<List<String>>read(choices, "$.organisations[*].name"))
        .containsExactly("办公室 " + County.OWN);
    assertThat(
            JsonPath.<List<Integer>>read(
                choices, "$.plans[?(@.id == '%s')].asleep".formatted(plan)))
        .allSatisfy(asleep -> assertThat(asleep).isPositive());
    String kept = "$.plans[?(@.id == '%s')].kept".formatted(plan);
    assertThat(JsonPath.<List<Boolean>>read(choices, kept)).containsExactly(true);
    String officers =
        Client.body(county.client(Role.OFFICER, County.OWN).get("/api/duties/choices"));
    assertThat(JsonPath.<List<Boolean>>read(officers, kept)).containsExactly(false);
    Client neighbour = county.client(Role.COORDINATOR, County.FOREIGN);
    assertThat(Client.body(neighbour.get("/api/duties/choices"))).doesNotContain(plan);
  }

  @Test
  void whatCannotBeReadIsRefused() {
    Client coordinator = coordinator();

    assertThat(coordinator.get("/api/duties?limit=0")).hasStatus(400);
    assertThat(coordinator.get("/api/duties?limit=201")).hasStatus(400);
    assertThat(coordinator.get("/api/duties?plan=x")).hasStatus(400);
    assertThat(coordinator.get("/api/duties?asleep=perhaps")).hasStatus(400);
    assertThat(coordinator.get("/api/duties?after=" + UNKNOWN)).hasStatus(404);
    assertThat(coordinator.get("/api/duties/" + UNKNOWN)).hasStatus(404);
    assertThat(coordinator.get("/api/duties/" + UNKNOWN + "/history")).hasStatus(404);
    assertThat(coordinator.get("/api/duties/x")).hasStatus(400);
    assertThat(coordinator.send(HttpMethod.POST, "/api/duties/waking", "{\"awake\": true}"))
        .hasStatus(422);
    assertThat(coordinator.send(HttpMethod.POST, "/api/duties/waking", "{\"ids\": [\"x\"]}"))
        .hasStatus(400);
  }

  @Test
  void aNameIsGivenToThoseWhomItMeans() {
    Client coordinator = coordinator();
    String plan = plan(County.OWN);
    String unassigned = "/api/plans/" + plan + "/duties/unassigned";
    assertThat(Client.body(coordinator.get(unassigned)))
        .contains("{\"name\":\"县滑石局\",\"duties\":1}");
    String second = added("县矿石服务所 " + plan);

    MvcTestResult given = assign(coordinator, plan, "县滑石局", office(County.OWN), second);

    assertThat(given).hasStatus(200);
    assertThat(JsonPath.<List<String>>read(Client.body(given), "$.duties[*].organisationId"))
        .containsExactlyInAnyOrder(office(County.OWN), second);
    assertThat(Client.body(coordinator.get(unassigned))).doesNotContain("县滑石局");
    assertThat(assign(coordinator, plan, "县滑石局", second)).hasStatus(404);
    assertThat(assign(coordinator, plan, "县萤石局")).hasStatus(422);
    assertThat(assign(coordinator, plan, "县萤石局", UNKNOWN)).hasStatus(422);
    assertThat(assign(coordinator, UNKNOWN, "县萤石局", second)).hasStatus(404);
    assertThat(assign(county.client(Role.COORDINATOR, County.FOREIGN), plan, "县萤石局", second))
        .hasStatus(404);
  }

  @Test
  void theRhythmOfReportingIsThePlansUntilSomebodyChooses() {
    Client coordinator = coordinator();
    String rhythms = "/api/plans/" + plan(County.OWN) + "/rhythms";
    String proposed = Client.body(coordinator.get(rhythms));
    assertThat(JsonPath.<List<Integer>>read(proposed, "$.rhythms[*].months"))
        .containsExactly(1, 12);
    assertThat(JsonPath.<List<Integer>>read(proposed, "$.rhythms[?(@.used == true)].months"))
        .containsExactly(1);
    assertThat(JsonPath.<String>read(proposed, "$.rhythms[0].sentence")).contains("月调度");

    String chosen = Client.body(coordinator.send(HttpMethod.PUT, rhythms, "{\"months\": [3, 12]}"));

    assertThat(JsonPath.<List<Integer>>read(chosen, "$.rhythms[?(@.used == true)].months"))
        .containsExactly(3, 12);
    assertThat(coordinator.send(HttpMethod.PUT, rhythms, "{\"months\": [2]}")).hasStatus(422);
    assertThat(coordinator.send(HttpMethod.PUT, rhythms, "{}")).hasStatus(422);
    assertThat(county.client(Role.OFFICER, County.OWN).get(rhythms)).hasStatus(200);
    assertThat(county.client(Role.OFFICER, County.FOREIGN).get(rhythms)).hasStatus(404);
  }

  @Test
  void openingAnewSaysWhatItWouldDo() {
    Client coordinator = coordinator();
    String opening = "/api/plans/" + plan(County.OWN) + "/duties/opening";

    String check = Client.body(coordinator.get(opening));

    assertThat(JsonPath.<List<?>>read(check, "$.opened")).isEmpty();
    assertThat(JsonPath.<List<?>>read(check, "$.ended")).isEmpty();
    assertThat(JsonPath.<Integer>read(check, "$.kept")).isPositive();
    assertThat(Client.body(coordinator.send(HttpMethod.POST, opening, ""))).isEqualTo(check);
    assertThat(coordinator.get("/api/plans/" + UNKNOWN + "/duties/opening")).hasStatus(404);
  }

  @Test
  void aCoordinatorBelowThePlansRegionDoesNotDecideForIt() {
    String plan = plan(new RegionCode("991100"));
    Client coordinator = coordinator();

    assertThat(coordinator.get("/api/plans/" + plan + "/duties/opening")).hasStatus(403);
    assertThat(coordinator.send(HttpMethod.POST, "/api/plans/" + plan + "/duties/opening", ""))
        .hasStatus(403);
    assertThat(
            coordinator.send(
                HttpMethod.PUT, "/api/plans/" + plan + "/rhythms", "{\"months\": [1]}"))
        .hasStatus(403);
    assertThat(assign(coordinator, plan, "县萤石局", office(County.OWN))).hasStatus(403);
    assertThat(names(list(coordinator, "?plan=" + plan))).isEmpty();
  }

  @Test
  void theListIsAWorkbookToo() throws IOException {
    Client coordinator = coordinator();
    String plan = plan(County.OWN);

    MvcTestResult file = coordinator.get("/api/duties.xlsx?words=拨付&plan=" + plan);

    assertThat(file).hasStatus(200);
    try (XSSFWorkbook book =
        new XSSFWorkbook(new ByteArrayInputStream(file.getResponse().getContentAsByteArray()))) {
      assertThat(book.getSheetAt(0))
          .hasSize(1 + names(list(coordinator, "?words=拨付&plan=" + plan)).size());
      assertThat(book.getSheetAt(0).getRow(1).getCell(3).getStringCellValue()).contains("拨付");
    }
  }

  private Client coordinator() {
    return county.client(Role.COORDINATOR, County.OWN);
  }

  private String plan(RegionCode region) {
    Scope scope =
        new Scope(
            new UUID(0, 9), "fixture", Role.COORDINATOR, Optional.of(region), Optional.empty());
    byte[] file = PLAN.replace("NUMBER", UUID.randomUUID().toString()).getBytes(UTF_8);
    return switch (importPlan.from(scope, region, "方案.txt", file)) {
      case ImportOutcome.Imported imported -> imported.plans().getFirst().id().value().toString();
      case ImportOutcome other -> throw new AssertionError("not imported: " + other);
    };
  }

  private String office(RegionCode region) {
    return county.person(Role.OFFICER, region).scope().organisation().orElseThrow().toString();
  }

  private String added(String name) {
    Scope scope = county.person(Role.COORDINATOR, County.OWN).scope();
    return organisations
        .add(scope, OrganisationEntry.named(name, scope.region(), List.of()))
        .id()
        .toString();
  }

  private static String list(Client client, String query) {
    MvcTestResult answer = client.get("/api/duties" + query);
    assertThat(answer).hasStatus(200);
    return Client.body(answer);
  }

  private static MvcTestResult wake(Client client, String id, boolean awake) {
    return client.send(
        HttpMethod.POST,
        "/api/duties/waking",
        "{\"ids\": [\"%s\"], \"awake\": %s}".formatted(id, awake));
  }

  private static MvcTestResult reporting(Client client, String id, int version, boolean reports) {
    return client.send(
        HttpMethod.PUT,
        "/api/duties/" + id + "/reporting",
        "{\"version\": %d, \"reports\": %s}".formatted(version, reports));
  }

  private static MvcTestResult assign(Client client, String plan, String name, String... whom) {
    String organisations = whom.length == 0 ? "" : "\"" + String.join("\", \"", whom) + "\"";
    return client.send(
        HttpMethod.POST,
        "/api/plans/" + plan + "/duties/assignment",
        "{\"name\": \"%s\", \"organisations\": [%s]}".formatted(name, organisations));
  }

  private List<String> names(String page) {
    return JsonPath.read(page, "$.duties[*].organisationName");
  }
}
