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

    MvcTestResult imported = upload(coordinator, "方案.txt", file);
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
    MvcTestResult imported = upload(coordinator, "别处.txt", variant("甲"));
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
    upload(coordinator, "一.txt", variant("乙"));

    assertThat(upload(coordinator, "二.txt", variant("乙")))
        .hasStatus(409)
        .bodyJson()
        .extractingPath("$.detail")
        .asString()
        .startsWith("The file “二.txt” is byte for byte the one that these plans came from: 禾汀市");
  }

  @Test
  void aRefusedFileIsAnsweredWithWhatToDo() {
    Client coordinator = county.client(Role.COORDINATOR, County.OWN).speaking("zh");

    assertThat(upload(coordinator, "程序.docx", new byte[] {'M', 'Z', 0, 1}))
        .hasStatus(422)
        .bodyJson()
        .extractingPath("$.findings[0].remedy")
        .asString()
        .startsWith("可以接收 .docx、.doc、.pdf、.xlsx、.html 和 .txt 文件");
    assertThat(upload(coordinator, "空.txt", new byte[0])).hasStatus(422);
  }

  @Test
  void onlyACoordinatorImportsAndOnlyForItsRegion() throws IOException {
    for (Role role : Role.values()) {
      if (role != Role.COORDINATOR) {
        Client other = county.client(role, County.OWN);
        assertThat(upload(other, "方案.txt", plan())).as("%s", role).hasStatus(403);
      }
    }
    Client coordinator = county.client(Role.COORDINATOR, County.OWN);
    assertThat(
            coordinator.send(
                multipart("/api/plans")
                    .file(new MockMultipartFile("file", "方案.txt", "text/plain", plan()))
                    .param("regionCode", County.FOREIGN.digits())))
        .hasStatus(403);
  }

  @Test
  void anUnknownPlanIsNotFound() {
    Client officer = county.client(Role.OFFICER, County.OWN);
    assertThat(officer.get("/api/plans/" + UUID.randomUUID())).hasStatus(404);
    assertThat(officer.get("/api/plans/no-uuid")).hasStatus(400);
  }

  private static MvcTestResult upload(Client client, String name, byte[] content) {
    return client.send(
        multipart("/api/plans").file(new MockMultipartFile("file", name, "text/plain", content)));
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
