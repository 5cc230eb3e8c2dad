package jingtu.server.duty.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.UUID;
import jingtu.server.Client;
import jingtu.server.County;
import jingtu.server.WholeServer;
import jingtu.server.plan.ImportOutcome;
import jingtu.server.plan.ImportPlan;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Events over HTTP: what is proposed, what is recorded, and what is said where it cannot be. */
@WholeServer
class OccurrenceControllerTests {

  private static final String NOTICE = "接到书面通知后六个月内";

  @Autowired County county;
  @Autowired ImportPlan importPlan;

  @Test
  void theDayIsProposedRecordedAndListedWithItsLight() {
    Client officer = county.client(Role.OFFICER, County.OWN);
    String duty = duty();
    assertThat(Client.body(officer.get(duty)))
        .contains("\"mayStart\":true", "\"words\":\"" + NOTICE + "\"");

    String proposed =
        Client.body(officer.get(duty + "/occurrences/proposal?day=2025-03-03&event=" + NOTICE));
    assertThat(proposed)
        .contains("\"due\":\"2025-09-03\"", "\"planned\":false", "\"unknownYears\":[]");
    assertThat(JsonPath.<List<String>>read(proposed, "$.lengths[*].unit")).containsExactly("MONTH");

    MvcTestResult recorded = record(officer, duty, "甲厂", "2025-03-03");
    assertThat(recorded).hasStatus(201);
    assertThat(JsonPath.<String>read(Client.body(recorded), "$.handed.occurrence.happening"))
        .isEqualTo("甲厂");
    String listed = Client.body(officer.get(duty + "/occurrences"));
    assertThat(JsonPath.<List<String>>read(listed, "$.events")).containsExactly(NOTICE);
    assertThat(JsonPath.<List<String>>read(listed, "$.occurrences[*].light"))
        .containsExactly("RED");
    assertThat(Client.body(officer.get(duty + "/parts"))).isEqualTo("{\"parts\":[]}");
  }

  @Test
  void whatIsWrongIsSaidInBothLanguagesWithWhatIsAllowed() {
    Client officer = county.client(Role.OFFICER, County.OWN);
    String duty = duty();
    record(officer, duty, "甲厂", "2025-03-03");

    assertThat(record(officer, duty, "甲厂", "2025-03-03"))
        .hasStatus(422)
        .bodyText()
        .contains("2025-03-03的“甲厂”已经按同一触发事件登记");
    assertThat(record(officer, duty, " ", "2025-03-03"))
        .hasStatus(422)
        .bodyText()
        .contains("1至300字");
    officer.speaking("en");
    assertThat(record(officer, duty, "甲厂", "1925-03-03"))
        .hasStatus(422)
        .bodyText()
        .contains("The day lies between");
    assertThat(officer.get(duty + "/occurrences/proposal?day=2025-03-03&event=x"))
        .hasStatus(422)
        .bodyText()
        .contains("Choose one of its own: " + NOTICE);
    assertThat(officer.get(duty + "/occurrences/proposal?day=x&event=x")).hasStatus(400);
    assertThat(officer.get(duty + "/occurrences/proposal?day=9999-12-31&event=" + NOTICE))
        .hasStatus(422);
    assertThat(officer.send(HttpMethod.POST, duty + "/occurrences", "{}")).hasStatus(422);
    assertThat(officer.send(HttpMethod.POST, duty + "/occurrences", "{\"who\": \"x\"}"))
        .hasStatus(400);
  }

  @Test
  void whoDoesNotSeeTheDutyFindsNoEventsOfIt() {
    String duty = duty();
    Client neighbour = county.client(Role.OFFICER, County.FOREIGN);

    assertThat(neighbour.get(duty + "/occurrences")).hasStatus(404);
    assertThat(neighbour.get(duty + "/occurrences/proposal?day=2025-03-03&event=" + NOTICE))
        .hasStatus(404);
    assertThat(record(neighbour, duty, "甲厂", "2025-03-03")).hasStatus(404);
  }

  private static MvcTestResult record(Client client, String duty, String happening, String day) {
    return client.send(
        HttpMethod.POST,
        duty + "/occurrences",
        "{\"event\": \"%s\", \"happening\": \"%s\", \"day\": \"%s\"}"
            .formatted(NOTICE, happening, day));
  }

  /** The address of a duty of the office that waits for a notice. */
  private String duty() {
    Scope scope = county.person(Role.COORDINATOR, County.OWN).scope();
    byte[] file =
        """
        甲县整改方案（2026—2027年）

        一、主要任务

        1.落实整改。%s，完成整改，编号 %s。（县萤石局牵头）
        """
            .formatted(NOTICE, UUID.randomUUID())
            .getBytes(UTF_8);
    if (!(importPlan.from(scope, County.OWN, "整改.txt", file)
        instanceof ImportOutcome.Imported(var plans))) {
      throw new AssertionError("not imported");
    }
    Client coordinator = county.client(Role.COORDINATOR, County.OWN);
    String given =
        Client.body(
            coordinator.send(
                HttpMethod.POST,
                "/api/plans/" + plans.getFirst().id().value() + "/duties/assignment",
                "{\"name\": \"县萤石局\", \"organisations\": [\"%s\"]}"
                    .formatted(scope.organisation().orElseThrow())));
    return "/api/duties/" + JsonPath.<String>read(given, "$.duties[0].id");
  }
}
