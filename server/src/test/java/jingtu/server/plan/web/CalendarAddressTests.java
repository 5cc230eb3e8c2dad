package jingtu.server.plan.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import com.jayway.jsonpath.JsonPath;
import java.io.StringReader;
import java.util.List;
import jingtu.server.Client;
import jingtu.server.County;
import jingtu.server.WholeServer;
import jingtu.server.scope.Role;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockMultipartFile;

/** A secret address gives one organisation's dates to whoever has it, until it is withdrawn. */
@WholeServer
class CalendarAddressTests {

  private static final String PLAN =
      """
      柏原县土壤污染防治工作方案

      一、主要任务

      （一）修渠。2027年5月底前完成改造。（县柏原水利局牵头，县财政局参与）

      （二）植树。每年3月底前补植。（县林业局牵头，县柏原水利局参与）

      （三）清淤。2027年6月底前清完。（县城管局牵头）
      """;

  @Autowired County county;

  @Test
  void givesTheDatesOfOneOrganisationUntilItIsWithdrawn() throws Exception {
    Client coordinator = county.client(Role.COORDINATOR, County.OWN);
    coordinator.send(
        multipart("/api/plans")
            .file(new MockMultipartFile("file", "柏原.txt", "text/plain", PLAN.getBytes(UTF_8))));

    String issued = issue(coordinator, "县柏原水利局");
    String path = JsonPath.read(issued, "$.path");
    String id = JsonPath.read(issued, "$.id");

    var answer = county.stranger().get(path);
    assertThat(answer).hasStatus(200).hasHeader("Cache-Control", "no-store");
    Calendar calendar = new CalendarBuilder().build(new StringReader(Client.body(answer)));
    List<VEvent> events = calendar.getComponents("VEVENT");
    assertThat(events)
        .extracting(event -> event.getDateTimeStart().getDate().toString())
        .contains("2027-05-31", "2027-03-31")
        .doesNotContain("2027-06-30");
    assertThat(events)
        .extracting(event -> event.getSummary().getValue())
        .contains("1 2027年5月底前完成改造。");
    assertThat(events).extracting(event -> event.getUid().orElseThrow()).doesNotHaveDuplicates();

    assertThat(coordinator.get("/api/calendar-addresses"))
        .bodyJson()
        .extractingPath("$[?(@.id == '%s')].organisation".formatted(id))
        .asArray()
        .containsExactly("县柏原水利局");
    assertThat(coordinator.send(HttpMethod.DELETE, "/api/calendar-addresses/" + id, ""))
        .hasStatus(204);
    assertThat(county.stranger().get(path)).hasStatus(404);
    assertThat(coordinator.send(HttpMethod.DELETE, "/api/calendar-addresses/" + id, ""))
        .hasStatus(404);
  }

  @Test
  void anotherRegionNeitherSeesNorWithdrawsIt() {
    Client coordinator = county.client(Role.COORDINATOR, County.OWN);
    String id = JsonPath.read(issue(coordinator, "县民政局"), "$.id");
    Client neighbour = county.client(Role.COORDINATOR, County.FOREIGN);

    assertThat(Client.body(neighbour.get("/api/calendar-addresses"))).doesNotContain(id);
    assertThat(neighbour.send(HttpMethod.DELETE, "/api/calendar-addresses/" + id, ""))
        .hasStatus(404);
  }

  @Test
  void aGuessedAddressIsNotFoundAndAnEmptyNameIsRefused() {
    assertThat(county.stranger().get("/calendar/guessed.ics")).hasStatus(404);
    assertThat(
            county
                .client(Role.COORDINATOR, County.OWN)
                .send(HttpMethod.POST, "/api/calendar-addresses", "{\"organisation\": \" \"}"))
        .hasStatus(422);
  }

  private static String issue(Client coordinator, String organisation) {
    var answer =
        coordinator.send(
            HttpMethod.POST,
            "/api/calendar-addresses",
            "{\"organisation\": \"%s\"}".formatted(organisation));
    assertThat(answer).hasStatus(201);
    return Client.body(answer);
  }
}
