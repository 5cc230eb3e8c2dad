package jingtu.server.plan.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import jingtu.server.Client;
import jingtu.server.County;
import jingtu.server.WholeServer;
import jingtu.server.scope.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Corrections as a browser makes them. */
@WholeServer
class CorrectionTests {

  private static final JsonMapper JSON = new JsonMapper();

  /** The fields of a content that a plan's page shows of a task. */
  private static final List<String> SHOWN =
      List.of(
          "start",
          "end",
          "clauseStart",
          "clauseEnd",
          "path",
          "lead",
          "responsible",
          "participants",
          "implementers",
          "implementersSource",
          "open",
          "deadlines",
          "targets");

  @Autowired County county;

  private Client coordinator;
  private String plan;

  @BeforeEach
  void adopt() {
    coordinator = county.newClient(Role.COORDINATOR, County.OWN);
    byte[] file =
        """
        净原县土壤污染防治工作方案

        一、主要任务

        （一）清查堆场。2030年底前逐个登记，编号 %s。登记率达到**%%。（县城管局牵头，县水利局参与）

        （二）回收农膜。2029年底前农膜回收率达到省级下达的指标要求。（县农业农村局牵头）
        """
            .formatted(UUID.randomUUID())
            .getBytes(UTF_8);
    plan =
        "/api/plans/"
            + JsonPath.<String>read(
                Client.body(HandedIn.adopted(coordinator, "方案.txt", file)), "$[0].id");
  }

  @Test
  void aCorrectedTaskIsShownSoAndTheHistoryKeepsWhatWasPrintedAndRead() {
    MvcTestResult made =
        edit(coordinator, task(0), content -> content.set("lead", list("县生态环境分局")));

    assertThat(made).hasStatus(201);
    assertThat(task(0).at("/lead/0").asString()).isEqualTo("县生态环境分局");
    assertThat(task(0).at("/corrected/by").asString()).startsWith("coordinator-");
    assertThat(task(0).at("/version").asInt()).isEqualTo(1);
    JsonNode change =
        JSON.readTree(Client.body(coordinator.get(plan + "/changes"))).at("/changes/0");
    assertThat(change).isEqualTo(JSON.readTree(Client.body(made)));
    assertThat(change.at("/entries/0/before/lead/0").asString()).isEqualTo("县城管局");
    assertThat(change.at("/entries/0/after/lead/0").asString()).isEqualTo("县生态环境分局");
    assertThat(change.at("/entries/0/printed").asString())
        .isEqualTo(task(0).at("/text").asString());
    assertThat(change.at("/reason").asString()).isEqualTo("机构改革");
  }

  @Test
  void theSecondOfTwoIsToldWhoChangedWhatAndNothingIsOverwritten() {
    Client colleague = county.newClient(Role.COORDINATOR, County.OWN);
    JsonNode seen = task(0);
    edit(coordinator, seen, content -> content.set("lead", list("县生态环境分局")));

    MvcTestResult second = edit(colleague, seen, content -> content.set("lead", list("县水利局")));

    assertThat(second).hasStatus(409);
    JsonNode problem = JSON.readTree(Client.body(second));
    assertThat(problem.at("/type").asString()).isEqualTo("/problems/changed-meanwhile");
    assertThat(problem.at("/by")).isEqualTo(task(0).at("/corrected/by"));
    assertThat(problem.at("/at").asString()).isNotBlank();
    assertThat(problem.at("/current/content/lead/0").asString()).isEqualTo("县生态环境分局");
    assertThat(problem.at("/current/version").asInt()).isEqualTo(1);
    assertThat(problem.at("/conflicts/0/id")).isEqualTo(seen.at("/id"));
    assertThat(task(0).at("/lead/0").asString()).isEqualTo("县生态环境分局");
    assertThat(history().at("/changes")).hasSize(1);
  }

  @Test
  void undoingWorksForSomebodyElseInAnotherSession() {
    JsonNode asRead = page();
    edit(coordinator, task(0), content -> content.set("lead", list("县生态环境分局")));
    edit(coordinator, task(1), content -> content.set("participants", list("县财政局")));
    Client later = county.newClient(Role.COORDINATOR, County.OWN);

    for (int i = 0; i < 2; i++) {
      String next = history().at("/nextUndo").asString();
      assertThat(later.send(HttpMethod.POST, plan + "/changes/" + next + "/undo", ""))
          .hasStatus(200)
          .bodyJson()
          .extractingPath("$.undoneBy")
          .asString()
          .startsWith("coordinator-");
    }
    assertThat(withoutVersions(page())).isEqualTo(withoutVersions(asRead));
    assertThat(history().at("/nextUndo").isNull()).isTrue();

    String next = history().at("/nextRedo").asString();
    String redo = plan + "/changes/" + next + "/redo";
    assertThat(later.send(HttpMethod.POST, redo, "")).hasStatus(200);
    assertThat(task(0).at("/lead/0").asString()).isEqualTo("县生态环境分局");
    assertThat(later.send(HttpMethod.POST, redo, "")).hasStatus(409);
  }

  @Test
  void aDateThatIsNotKnownHasNoDayAnywhereUntilItIsFilledIn() {
    setDates(0, "2030-12-31", "XXXX-12-31");

    String calendar = Client.body(coordinator.get(plan + "/calendar"));
    assertThat(JsonPath.<List<String>>read(calendar, "$.incomplete[*].when"))
        .containsOnly("XXXX-12-31");
    assertThat(JsonPath.<List<String>>read(calendar, "$.dated[*].day")).containsOnly("2029-12-31");
    assertThat(coordinator.get(plan + "/tasks.xlsx")).hasStatus(200);
    MvcTestResult issued =
        coordinator.send(
            HttpMethod.POST, "/api/calendar-addresses", "{\"organisation\": \"县城管局\"}");
    String address = JsonPath.read(Client.body(issued), "$.path");
    assertThat(Client.body(county.stranger().get(address)))
        .doesNotContain(plan.substring("/api/plans/".length()));

    setDates(0, "XXXX-12-31", "2031-12-31");
    assertThat(JsonPath.<List<String>>read(calendar(), "$.dated[*].day")).contains("2031-12-31");
    assertThat(JsonPath.<List<String>>read(calendar(), "$.incomplete")).isEmpty();
    assertThat(Client.body(county.stranger().get(address)))
        .contains(plan.substring("/api/plans/".length()) + "-TASK-1-")
        .contains("20311231");
  }

  @Test
  void aValueThatIsSetElsewhereOrUnknownIsFilledInLater() {
    JsonNode target = task(1).at("/targets/0");
    assertThat(target.at("/value").isNull()).isTrue();
    assertThat(target.at("/reference").asString()).isNotBlank();

    edit(
        coordinator,
        task(1),
        content -> ((ObjectNode) content.at("/targets/0")).put("value", 85.5));

    assertThat(task(1).at("/targets/0/value").asDouble()).isEqualTo(85.5);
    assertThat(task(1).at("/targets/0/reference")).isEqualTo(target.at("/reference"));

    edit(
        coordinator,
        task(1),
        content -> {
          ((ObjectNode) content.at("/targets/0")).putNull("value");
          ((ObjectNode) content.at("/targets/0")).putNull("reference");
        });
    assertThat(task(1).at("/targets/0/value").isNull()).isTrue();
    assertThat(task(1).at("/targets/0/reference").isNull()).isTrue();
    assertThat(coordinator.get(plan + "/tasks.xlsx")).hasStatus(200);
  }

  @Test
  void everyFaultStandsAtItsField() {
    MvcTestResult refused =
        edit(
            coordinator,
            task(0),
            content -> {
              content.set("lead", list("县城管局", " "));
              content.put("scope", "耕地");
            });

    assertThat(refused).hasStatus(422);
    JsonNode problem = JSON.readTree(Client.body(refused));
    assertThat(problem.at("/findings/0/place").asString()).isEqualTo("范围");
    assertThat(problem.at("/findings/1/place").asString()).isEqualTo("牵头 2");
    assertThat(problem.at("/fields/1").asString()).isEqualTo("entries[0].after.lead[1]");
    assertThat(task(0).at("/version").asInt()).isZero();
  }

  @Test
  void whatIsMissingOrNotKnownIsRefusedBeforeAnythingIsDone() {
    assertThat(send(coordinator, "{\"kind\": \"EDIT\"}")).hasStatus(422);
    assertThat(send(coordinator, "{\"kind\": \"EDIT\", \"entries\": [null]}")).hasStatus(422);
    assertThat(send(coordinator, "{\"kind\": \"EDIT\", \"entries\": [], \"why\": 1}"))
        .hasStatus(400);
    assertThat(send(coordinator, "{\"kind\": \"FIX\", \"entries\": []}")).hasStatus(400);
    assertThat(
            edit(
                coordinator,
                task(0),
                content -> ((ObjectNode) content.at("/deadlines/0")).putNull("notation")))
        .hasStatus(422);
    assertThat(history().at("/changes")).isEmpty();
  }

  @Test
  void aFindingIsSettledAndOpenedAgain() {
    JsonNode finding = page().at("/findings/0");
    int before = page().at("/findingCount").asInt();
    String path = plan + "/findings/" + finding.at("/id").asInt() + "/settled";

    assertThat(coordinator.send(HttpMethod.PUT, path, "")).hasStatus(204);
    JsonNode settled = page().at("/findings/0/settled");
    assertThat(settled.at("/by").asString()).startsWith("coordinator-");
    assertThat(page().at("/findingCount").asInt()).isEqualTo(before - 1);

    Client colleague = county.newClient(Role.COORDINATOR, County.OWN);
    assertThat(colleague.send(HttpMethod.PUT, path, "")).hasStatus(204);
    assertThat(page().at("/findings/0/settled")).isEqualTo(settled);

    assertThat(colleague.send(HttpMethod.DELETE, path, "")).hasStatus(204);
    assertThat(page().at("/findings/0/settled").isNull()).isTrue();
    assertThat(coordinator.send(HttpMethod.PUT, plan + "/findings/999/settled", "")).hasStatus(404);
  }

  @Test
  void othersReadTheHistoryWhereTheyReadThePlanAndChangeNothing() {
    edit(coordinator, task(0), content -> content.set("lead", list("县生态环境分局")));
    String change = history().at("/changes/0/id").asString();
    Client officer = county.client(Role.OFFICER, County.OWN);
    Client neighbour = county.client(Role.COORDINATOR, County.FOREIGN);

    assertThat(officer.get(plan + "/changes")).hasStatus(200);
    assertThat(edit(officer, task(0), content -> content.set("lead", list("别的局")))).hasStatus(403);
    assertThat(neighbour.get(plan + "/changes")).hasStatus(404);
    assertThat(edit(neighbour, task(0), content -> content.set("lead", list("别的局"))))
        .hasStatus(404);
    assertThat(neighbour.send(HttpMethod.POST, plan + "/changes/" + change + "/undo", ""))
        .hasStatus(404);
    assertThat(
            coordinator.send(HttpMethod.POST, plan + "/changes/" + UUID.randomUUID() + "/undo", ""))
        .hasStatus(404);
    assertThat(task(0).at("/lead/0").asString()).isEqualTo("县生态环境分局");
  }

  /** Puts one notation in the place of another in a task and all its actions. */
  private void setDates(int task, String notation, String instead) {
    MvcTestResult made =
        edit(
            coordinator,
            task(task),
            content -> {
              String changed = content.toString().replace(notation, instead);
              content.setAll((ObjectNode) JSON.readTree(changed));
            });
    assertThat(made).hasStatus(201);
  }

  private MvcTestResult edit(Client client, JsonNode task, Consumer<ObjectNode> change) {
    ObjectNode content = content(task);
    change.accept(content);
    ObjectNode entry = JSON.createObjectNode();
    entry.put("kind", "TASK");
    entry.set("id", task.at("/id"));
    entry.set("version", task.at("/version"));
    entry.set("after", content);
    ObjectNode body = JSON.createObjectNode();
    body.put("kind", "EDIT");
    body.put("reason", " 机构改革 ");
    body.set("entries", JSON.createArrayNode().add(entry));
    return send(client, body.toString());
  }

  private MvcTestResult send(Client client, String body) {
    return client.send(HttpMethod.POST, plan + "/changes", body);
  }

  /** What the page shows of a task, as the content of a correction. */
  private static ObjectNode content(JsonNode task) {
    ObjectNode content = JSON.createObjectNode();
    SHOWN.stream()
        .filter(task::has)
        .forEach(field -> content.set(field, task.get(field).deepCopy()));
    content.set("events", JSON.createArrayNode());
    ArrayNode actions = (ArrayNode) task.get("actions").deepCopy();
    actions.forEach(action -> ((ObjectNode) action).remove("text"));
    content.set("actions", actions);
    return content;
  }

  private JsonNode page() {
    return JSON.readTree(Client.body(coordinator.get(plan)));
  }

  private JsonNode task(int index) {
    return page().at("/tasks/" + index);
  }

  private JsonNode history() {
    return JSON.readTree(Client.body(coordinator.get(plan + "/changes")));
  }

  private String calendar() {
    return Client.body(coordinator.get(plan + "/calendar"));
  }

  /** A version counts what was done, also what was undone. */
  private static JsonNode withoutVersions(JsonNode page) {
    for (String kind : List.of("goals", "tasks", "obligations")) {
      page.get(kind).forEach(entry -> ((ObjectNode) entry).remove("version"));
    }
    return page;
  }

  private static ArrayNode list(String... words) {
    ArrayNode list = JSON.createArrayNode();
    List.of(words).forEach(list::add);
    return list;
  }
}
