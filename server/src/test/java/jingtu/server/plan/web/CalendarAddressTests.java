package jingtu.server.plan.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import com.jayway.jsonpath.JsonPath;
import java.util.List;
import jingtu.server.Client;
import jingtu.server.County;
import jingtu.server.WholeServer;
import jingtu.server.scope.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

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
  void givesTheDatesOfOneOrganisationUntilItIsWithdrawn() {
    Client coordinator = county.client(Role.COORDINATOR, County.OWN);
    HandedIn.adopted(coordinator, "柏原.txt", PLAN.getBytes(UTF_8));

    String issued = issue(coordinator, "县柏原水利局");
    String path = JsonPath.read(issued, "$.path");
    String id = JsonPath.read(issued, "$.id");

    var answer = county.stranger().get(path);
    assertThat(answer).hasStatus(200).hasHeader("Cache-Control", "no-store");
    String text = Client.body(answer);
    assertThat(text.lines())
        .allSatisfy(line -> assertThat(line.getBytes(UTF_8)).hasSizeLessThan(76));
    ICalendar calendar = Biweekly.parse(text).first();
    assertThat(calendar.validate(calendar.getVersion()).getWarnings()).isEmpty();
    List<VEvent> events = calendar.getEvents();
    assertThat(events)
        .extracting(
            event -> event.getDateStart().getValue().getRawComponents().toString(false, false))
        .contains("20270531", "20270331")
        .doesNotContain("20270630");
    assertThat(events)
        .extracting(event -> event.getSummary().getValue())
        .contains("1 2027年5月底前完成改造。");
    assertThat(events)
        .extracting(event -> event.getDescription().getValue())
        .contains("2027年5月底前完成改造。\n\n柏原县土壤污染防治工作方案");
    assertThat(events).extracting(event -> event.getUid().getValue()).doesNotHaveDuplicates();

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
