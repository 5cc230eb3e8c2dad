package jingtu.server.plan.revision.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import jingtu.server.Client;
import jingtu.server.County;
import jingtu.server.WholeServer;
import jingtu.server.scope.Role;
import jingtu.testing.Needs;
import net.minidev.json.JSONArray;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * The demo's county plan is revised as an office does it: the file is handed in as its newer
 * version, compared, adopted, compared again, and taken back.
 */
@WholeServer
class PlantedRevisionTests {

  private static final Path EXPECTED =
      Needs.repository().resolve("server/src/test/resources/plan/revision/county-plan-changes.txt");

  @Autowired County county;

  @Test
  void theRevisionIsShownAsJustTheTwentyPlantedChanges() throws IOException {
    Client coordinator = county.client(Role.COORDINATOR, County.OWN);
    String older = adopted(coordinator, draft(coordinator, file("/demo/county-plan.txt"), ""), "");
    String draft = draft(coordinator, file("/plan/revision/county-plan-revised.txt"), older);
    List<String> expected = Files.readAllLines(EXPECTED);

    assertThat(told(coordinator, "/api/plan-drafts/" + draft + "/comparison")).isEqualTo(expected);
    String newer = adopted(coordinator, draft, older);
    String comparison = "/api/plans/" + newer + "/comparison?before=" + older;
    assertThat(told(coordinator, comparison)).isEqualTo(expected);
    assertThat(told(county.client(Role.OFFICER, County.OWN), comparison)).isEqualTo(expected);

    assertThat(standings(coordinator, older, "2027-01-14")).containsExactly("IN_FORCE", "NOT_YET");
    assertThat(standings(coordinator, older, "2027-01-15")).containsExactly("REVISED", "IN_FORCE");
    MvcTestResult book =
        coordinator.get("/api/plans/" + newer + "/comparison.xlsx?before=" + older);
    try (XSSFWorkbook workbook =
        new XSSFWorkbook(new ByteArrayInputStream(book.getResponse().getContentAsByteArray()))) {
      assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo(20);
      assertThat(workbook.getSheetAt(1).getLastRowNum()).isEqualTo(4);
    }

    assertThat(coordinator.send(HttpMethod.DELETE, "/api/plans/" + newer, "")).hasStatus(204);
    assertThat(standings(coordinator, older, "2027-01-15")).containsExactly("IN_FORCE");
    coordinator.send(HttpMethod.DELETE, "/api/plans/" + older, "");
  }

  @Test
  void aDraftThatWasReviewedAgainstAnotherPlanIsNotAdopted() throws IOException {
    Client coordinator = county.client(Role.COORDINATOR, County.OWN);
    String older = adopted(coordinator, draft(coordinator, plan("甲"), ""), "");
    String draft = draft(coordinator, plan("乙"), older);

    assertThat(adoption(coordinator, draft, ""))
        .hasStatus(409)
        .bodyJson()
        .extractingPath("$.type")
        .isEqualTo("/problems/read-anew");
    assertThat(adoption(coordinator, draft, older)).hasStatus(201);
    MvcTestResult second = handedIn(coordinator, plan("丙"), older);
    assertThat(second)
        .hasStatus(409)
        .bodyJson()
        .extractingPath("$.type")
        .isEqualTo("/problems/already-revised");
  }

  private static byte[] plan(String what) {
    return ("某县土壤污染防治工作方案\n\n一、主要任务\n\n（一）清查堆场。逐个登记" + what + "处。（县城管局牵头，县水利局参与）\n")
        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  private static byte[] file(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(PlantedRevisionTests.class.getResourceAsStream(name))) {
      return in.readAllBytes();
    }
  }

  private static MvcTestResult handedIn(Client client, byte[] content, String revises) {
    var request =
        multipart("/api/plan-drafts")
            .file(new MockMultipartFile("file", "方案.txt", "text/plain", content));
    return client.send(revises.isEmpty() ? request : request.param("revises", revises));
  }

  private static String draft(Client client, byte[] content, String revises) {
    return JsonPath.read(Client.body(handedIn(client, content, revises)), "$.id");
  }

  private static MvcTestResult adoption(Client client, String draft, String revises) {
    String path = "/api/plan-drafts/" + draft;
    String review = Client.body(client.get(path));
    JSONArray entries = JsonPath.read(review, "$.plans[*].entry");
    String fingerprint = JsonPath.read(review, "$.fingerprint");
    return client.send(
        HttpMethod.POST,
        path + "/adoption",
        "{\"fingerprint\": \"%s\", \"entries\": %s%s}"
            .formatted(
                fingerprint,
                entries.toJSONString(),
                revises.isEmpty() ? "" : ", \"revisesId\": \"" + revises + "\""));
  }

  private static String adopted(Client client, String draft, String revises) {
    return JsonPath.read(Client.body(adoption(client, draft, revises)), "$[0].id");
  }

  private static List<String> standings(Client client, String plan, String on) {
    return JsonPath.read(
        Client.body(client.get("/api/plans/" + plan + "/versions?on=" + on)),
        "$.versions[*].standing");
  }

  /** A comparison written down as a person would. */
  private static List<String> told(Client client, String path) {
    String body = Client.body(client.get(path));
    List<String> lines = new ArrayList<>();
    List<Map<String, Object>> changes = JsonPath.read(body, "$.changes");
    for (int i = 0; i < changes.size(); i++) {
      String at = "$.changes[" + i + "]";
      String before = places(body, at + ".before");
      String after = places(body, at + ".after");
      boolean one = before.isEmpty() || after.isEmpty() || before.equals(after);
      lines.add(
          "%d %s %s %s"
              .formatted(
                  i + 1,
                  JsonPath.<String>read(body, at + ".kind"),
                  JsonPath.<String>read(body, at + ".subject"),
                  one ? (before.isEmpty() ? after : before) : before + " => " + after));
      List<Map<String, Object>> sentences = JsonPath.read(body, at + ".sentences");
      for (int j = 0; j < sentences.size(); j++) {
        lines.add("  " + sentence(body, at + ".sentences[" + j + "]"));
      }
      List<Map<String, Object>> fields = JsonPath.read(body, at + ".fields");
      for (int j = 0; j < fields.size(); j++) {
        String field = at + ".fields[" + j + "]";
        lines.add(
            "  %s: %s => %s"
                .formatted(
                    JsonPath.<String>read(body, field + ".field"),
                    words(body, field + ".before"),
                    words(body, field + ".after")));
      }
    }
    List<Map<String, Object>> numbering = JsonPath.read(body, "$.numbering");
    for (int i = 0; i < numbering.size(); i++) {
      String at = "$.numbering[" + i + "]";
      List<String> headings = new ArrayList<>(JsonPath.<List<String>>read(body, at + ".path"));
      headings.add(JsonPath.read(body, at + ".before"));
      lines.add(
          "# "
              + String.join(" / ", headings)
              + " => "
              + JsonPath.<String>read(body, at + ".after"));
    }
    return lines;
  }

  private static String places(String body, String at) {
    List<List<String>> paths = JsonPath.read(body, at + "[*].path");
    return paths.stream().map(path -> String.join(" / ", path)).collect(Collectors.joining(" + "));
  }

  private static String words(String body, String at) {
    List<String> words = JsonPath.read(body, at);
    return words.isEmpty() ? "-" : String.join("、", words);
  }

  private static String sentence(String body, String at) {
    String kind = JsonPath.read(body, at + ".kind");
    List<Map<String, Object>> stretches = JsonPath.read(body, at + ".stretches");
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < stretches.size(); i++) {
      String stretch = at + ".stretches[" + i + "]";
      String before = JsonPath.read(body, stretch + ".before");
      String after = JsonPath.read(body, stretch + ".after");
      boolean same = JsonPath.read(body, stretch + ".same");
      words.append(
          same || !kind.equals("CHANGED")
              ? (after.isEmpty() ? before : after)
              : "[" + before + "|" + after + "]");
    }
    return switch (kind) {
          case "CHANGED" -> "~ ";
          case "MOVED" -> "^ ";
          case "ADDED" -> "+ ";
          default -> "- ";
        }
        + words;
  }
}
