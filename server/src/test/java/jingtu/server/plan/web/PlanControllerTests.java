package jingtu.server.plan.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.UUID;
import jingtu.server.Client;
import jingtu.server.County;
import jingtu.server.WholeServer;
import jingtu.server.scope.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeServer
class PlanControllerTests {

  @Autowired County county;

  @Test
  void anImportedPlanIsListedShownDownloadedAndTakenBack() throws IOException {
    byte[] file = plan();
    Client coordinator = county.client(Role.COORDINATOR, County.OWN);

    MvcTestResult imported = HandedIn.adopted(coordinator, "方案.txt", file);
    assertThat(imported).hasStatus(201);
    String id = JsonPath.read(Client.body(imported), "$[0].id");
    String document = JsonPath.read(Client.body(imported), "$[0].documentId");

    Client officer = county.client(Role.OFFICER, County.OWN);
    assertThat(officer.get("/api/plans"))
        .hasStatus(200)
        .bodyJson()
        .extractingPath("$[?(@.id == '%s')].taskCount".formatted(id))
        .asArray()
        .containsExactly(5);
    assertThat(officer.get("/api/plans/" + id))
        .hasStatus(200)
        .bodyJson()
        .extractingPath("$.tasks[0].lead[0]")
        .isEqualTo("市农业农村局");
    assertThat(officer.get("/api/documents/" + document + "/content"))
        .hasStatus(200)
        .hasHeader("X-Content-Type-Options", "nosniff")
        .hasHeader(
            "Content-Disposition",
            "attachment; filename=\"__.txt\"; filename*=UTF-8''%E6%96%B9%E6%A1%88.txt")
        .body()
        .isEqualTo(file);

    assertThat(coordinator.send(HttpMethod.DELETE, "/api/plans/" + id, "")).hasStatus(204);
    assertThat(officer.get("/api/plans/" + id)).hasStatus(404);
    assertThat(officer.get("/api/documents/" + document + "/content")).hasStatus(404);
  }

  @Test
  void nobodyElsewhereSeesIt() throws IOException {
    Client coordinator = county.client(Role.COORDINATOR, County.OWN);
    MvcTestResult imported = HandedIn.adopted(coordinator, "别处.txt", variant("甲"));
    String id = JsonPath.read(Client.body(imported), "$[0].id");
    String document = JsonPath.read(Client.body(imported), "$[0].documentId");

    Client neighbour = county.client(Role.COORDINATOR, County.FOREIGN);
    assertThat(neighbour.get("/api/plans/" + id))
        .hasStatus(404)
        .bodyJson()
        .extractingPath("$.type")
        .isEqualTo("/problems/unknown");
    assertThat(neighbour.get("/api/documents/" + document + "/content")).hasStatus(404);
    assertThat(neighbour.send(HttpMethod.DELETE, "/api/plans/" + id, "")).hasStatus(404);
    assertThat(county.stranger().get("/api/plans/" + id)).hasStatus(401);
  }

  @Test
  void theSameFileTwiceIsAConflictThatNamesThePlan() throws IOException {
    Client coordinator = county.client(Role.COORDINATOR, County.OWN).speaking("en");
    HandedIn.adopted(coordinator, "一.txt", variant("乙"));

    assertThat(HandedIn.file(coordinator, "二.txt", variant("乙")))
        .hasStatus(409)
        .bodyJson()
        .extractingPath("$.detail")
        .asString()
        .startsWith("The file “二.txt” is byte for byte the one that these plans came from: 禾汀市");
  }

  @Test
  void aRefusedFileIsAnsweredWithWhatToDo() {
    Client coordinator = county.client(Role.COORDINATOR, County.OWN).speaking("zh");

    assertThat(HandedIn.file(coordinator, "程序.docx", new byte[] {'M', 'Z', 0, 1}))
        .hasStatus(422)
        .bodyJson()
        .extractingPath("$.findings[0].remedy")
        .asString()
        .startsWith("可以接收 .docx、.doc、.pdf、.xlsx、.html 和 .txt 文件");
    assertThat(HandedIn.file(coordinator, "空.txt", new byte[0])).hasStatus(422);
  }

  @Test
  void onlyACoordinatorImportsAndOnlyForItsRegion() throws IOException {
    for (Role role : Role.values()) {
      if (role != Role.COORDINATOR) {
        Client other = county.client(role, County.OWN);
        assertThat(HandedIn.file(other, "方案.txt", plan())).as("%s", role).hasStatus(403);
      }
    }
    Client coordinator = county.client(Role.COORDINATOR, County.OWN);
    assertThat(
            coordinator.send(
                multipart("/api/plan-drafts")
                    .file(new MockMultipartFile("file", "方案.txt", "text/plain", plan()))
                    .param("regionCode", County.FOREIGN.digits())))
        .hasStatus(403);
  }

  @Test
  void nobodyButTheCoordinatorHearsOfAFileThatWaits() throws IOException {
    Client coordinator = county.client(Role.COORDINATOR, County.OWN);
    MvcTestResult handedIn = HandedIn.file(coordinator, "等待.txt", variant("丙"));
    String draft = JsonPath.read(Client.body(handedIn), "$.id");
    String path = "/api/plan-drafts/" + draft;

    assertThat(coordinator.get("/api/plan-drafts"))
        .bodyJson()
        .extractingPath("$[?(@.id == '%s')].importedBy".formatted(draft))
        .asArray()
        .hasSize(1);
    for (Role role : Role.values()) {
      Client reader = county.client(role, County.OWN);
      assertThat(reader.get("/api/plans/" + draft)).as("%s", role).hasStatus(404);
      assertThat(reader.get("/api/documents/" + draft + "/content")).hasStatus(404);
      assertThat(Client.body(reader.get("/api/plans"))).doesNotContain("丙", draft);
      if (role != Role.COORDINATOR) {
        assertThat(reader.get(path)).as("%s", role).hasStatus(403);
      }
    }
    Client neighbour = county.client(Role.COORDINATOR, County.FOREIGN);
    assertThat(neighbour.get(path)).hasStatus(404);
    assertThat(Client.body(neighbour.get("/api/plan-drafts"))).doesNotContain(draft);
    assertThat(HandedIn.file(coordinator.speaking("en"), "又.txt", variant("丙")))
        .hasStatus(409)
        .bodyJson()
        .extractingPath("$.draftId")
        .isEqualTo(draft);
    coordinator.speaking("zh");
  }

  @Test
  void whatIsAcceptedInTheReviewIsThereWhenItIsOpenedAgain() throws IOException {
    Client coordinator = county.client(Role.COORDINATOR, County.OWN);
    String path =
        "/api/plan-drafts/" + HandedIn.draftId(HandedIn.file(coordinator, "核对.txt", variant("丁")));

    assertThat(coordinator.send(HttpMethod.PUT, path + "/accepted/task-0-1", "")).hasStatus(204);
    assertThat(coordinator.get(path))
        .bodyJson()
        .extractingPath("$.accepted")
        .asArray()
        .containsExactly("task-0-1");
    assertThat(coordinator.send(HttpMethod.DELETE, path + "/accepted/task-0-1", "")).hasStatus(204);
    assertThat(coordinator.get(path)).bodyJson().extractingPath("$.accepted").asArray().isEmpty();
    assertThat(coordinator.send(HttpMethod.PUT, path + "/accepted/whatever", "")).hasStatus(400);
  }

  @Test
  void anEntryWithFaultsIsRefusedFieldByField() throws IOException {
    Client coordinator = county.client(Role.COORDINATOR, County.OWN).speaking("zh");
    MvcTestResult imported = HandedIn.adopted(coordinator, "改.txt", variant("戊"));
    String path = "/api/plans/" + JsonPath.read(Client.body(imported), "$[0].id") + "/entry";

    assertThat(
            coordinator.send(
                HttpMethod.PUT,
                path,
                """
                {"title": " ", "kind": "OTHER", "level": "CITY",
                 "validFrom": "2026-01-02", "validTo": "2026-01-01"}
                """))
        .hasStatus(422)
        .bodyJson()
        .extractingPath("$.findings[*].place")
        .asArray()
        .containsExactly("title", "validTo");
    assertThat(
            coordinator.send(
                HttpMethod.PUT,
                path,
                """
                {"title": "改过", "kind": "ANNUAL_PLAN", "level": "CITY",
                 "validFrom": "2019-01-01", "validTo": "2019-12-31"}
                """))
        .hasStatus(200)
        .bodyJson()
        .extractingPath("$.standing")
        .isEqualTo("OVER");
  }

  @Test
  void whatLacksInAnEntryIsNamed() throws IOException {
    Client coordinator = county.client(Role.COORDINATOR, County.OWN);
    MvcTestResult imported = HandedIn.adopted(coordinator, "缺.txt", variant("己"));
    String path = "/api/plans/" + JsonPath.read(Client.body(imported), "$[0].id") + "/entry";
    String draft = HandedIn.draftId(HandedIn.file(coordinator, "缺2.txt", variant("庚")));

    assertThat(coordinator.send(HttpMethod.PUT, path, "{\"level\": \"CITY\"}"))
        .hasStatus(422)
        .bodyJson()
        .extractingPath("$.findings[*].place")
        .asArray()
        .containsExactlyInAnyOrder("title", "kind");
    assertThat(coordinator.send(HttpMethod.POST, "/api/plan-drafts/" + draft + "/adoption", "{}"))
        .hasStatus(422)
        .bodyJson()
        .extractingPath("$.findings[*].place")
        .asArray()
        .containsExactlyInAnyOrder("fingerprint", "entries");
  }

  @Test
  void anUnknownPlanIsNotFound() {
    Client officer = county.client(Role.OFFICER, County.OWN);
    assertThat(officer.get("/api/plans/" + UUID.randomUUID())).hasStatus(404);
    assertThat(officer.get("/api/plans/no-uuid")).hasStatus(400);
  }

  /** The same plan with another last line, so that it is another file. */
  private static byte[] variant(String mark) throws IOException {
    return (new String(plan(), UTF_8) + "\n（" + mark + "）\n").getBytes(UTF_8);
  }

  private static byte[] plan() throws IOException {
    try (InputStream file = PlanControllerTests.class.getResourceAsStream("/plans/heting.txt")) {
      return Objects.requireNonNull(file).readAllBytes();
    }
  }
}
