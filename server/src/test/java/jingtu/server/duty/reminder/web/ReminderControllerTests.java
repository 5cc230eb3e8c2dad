package jingtu.server.duty.reminder.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import jingtu.server.Client;
import jingtu.server.County;
import jingtu.server.WholeServer;
import jingtu.server.duty.DutyRights;
import jingtu.server.duty.KeepDuties;
import jingtu.server.organisation.Organisation;
import jingtu.server.organisation.Organisations;
import jingtu.server.plan.ImportOutcome;
import jingtu.server.plan.ImportPlan;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The settings of reminders over HTTP: what is kept, and what never comes out again. */
@WholeServer
class ReminderControllerTests {

  /** Tests let the server write to no host but this one. */
  private static final String ROBOT = "https://localhost/robot/send?access_token=topsecrettoken";

  private static final String SIGN = "SECdonottell";

  @Autowired County county;
  @Autowired ImportPlan importPlan;
  @Autowired KeepDuties keepDuties;
  @Autowired Organisations organisations;
  @Autowired JdbcClient jdbc;

  @Test
  void whatIsSecretNeverComesOutAgain() {
    Client coordinator = county.client(Role.COORDINATOR, County.OWN);

    String kept =
        body(
            coordinator.send(
                HttpMethod.PUT,
                "/api/reminders/addresses",
                """
                {"mailboxes": [], "removeRobot": false,
                 "robot": {"way": "DINGTALK", "address": "%s", "secret": "%s"}}
                """
                    .formatted(ROBOT, SIGN)));

    assertThat(JsonPath.<String>read(kept, "$.robot.address")).isEqualTo("localhost/…oken");
    assertThat(JsonPath.<Boolean>read(kept, "$.robot.signed")).isTrue();
    String test = body(coordinator.send(HttpMethod.POST, "/api/reminders/tests", "{}"));
    assertThat(test).contains("message");
    String told =
        kept
            + body(coordinator.get("/api/reminders/settings"))
            + body(coordinator.get("/api/reminders"))
            + body(county.client(Role.AUDITOR, County.OWN).get("/api/audit"))
            + jdbc.sql("select subject, detail from audit_entry").query().listOfRows();
    assertThat(told)
        .contains("reminder.addresses-kept")
        .doesNotContain("topsecret")
        .doesNotContain(SIGN);
  }

  @Test
  void anAddressIsLeftTakenOutOrReplaced() {
    Client coordinator = county.client(Role.COORDINATOR, County.OWN);
    UUID office = reporting();
    String put =
        """
        {"organisation": "%s", "mailboxes": %s, "removeRobot": %s, "robot": %s}
        """;
    String robot = "{\"way\": \"WECOM\", \"address\": \"%s\"}".formatted(ROBOT);

    keep(coordinator, put.formatted(office, "[\" li@county.example \"]", false, robot));
    String left = keep(coordinator, put.formatted(office, "[\"li@county.example\"]", false, null));
    assertThat(mailboxes(left, office)).containsExactly("li@county.example");
    assertThat(left).contains("localhost/…oken");
    String without = keep(coordinator, put.formatted(office, "[]", true, null));
    assertThat(mailboxes(without, office)).isEmpty();
    assertThat(
            JsonPath.<List<Object>>read(
                without, "$.organisations[?(@.id == '%s')].robot".formatted(office)))
        .containsOnlyNulls();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          settings  | "digestAt": "18:00"   | bad-digest-at     | 18:00至次日08:30
          settings  | "digestAt": "9 o'clock" | no-time         | 应如 08:30
          settings  | "daysBefore": []      | bad-days-before   | 0至90
          settings  | "daysBefore": [91]    | bad-days-before   | 0至90
          settings  | "overdueEvery": 0     | bad-overdue       | 1至90
          """)
  void whatCannotBeIsSaidInWords(String what, String wrong, String type, String words) {
    String right =
        """
        "on": false, "daysBefore": [3], "overdueEvery": 7, "overdueFor": 30, "quietFrom": "18:00",
        "quietTo": "08:30", "workingDaysOnly": true, "digestAt": "09:00"
        """;
    String field = wrong.substring(0, wrong.indexOf(':') + 1);
    String json =
        "{" + right.replaceFirst(Pattern.quote(field) + " (\\[\\d*]|\"[^\"]*\"|\\d+)", wrong) + "}";

    assertThat(
            county
                .client(Role.COORDINATOR, County.OWN)
                .send(HttpMethod.PUT, "/api/reminders/" + what, json))
        .hasStatus(422)
        .bodyText()
        .contains("/problems/" + type)
        .contains(words);
  }

  @Test
  void noOtherHostAndNoWrongMailboxIsKept() {
    Client coordinator = county.client(Role.COORDINATOR, County.OWN);
    UUID office = reporting();

    assertThat(
            coordinator.send(
                HttpMethod.PUT,
                "/api/reminders/addresses",
                """
                {"mailboxes": [], "removeRobot": false,
                 "robot": {"way": "WECOM", "address": "https://10.0.0.1/admin"}}
                """))
        .hasStatus(422)
        .bodyText()
        .contains("no-robot-address")
        .contains("localhost")
        .doesNotContain("10.0.0.1");
    assertThat(
            coordinator.send(
                HttpMethod.PUT,
                "/api/reminders/addresses",
                """
                {"organisation": "%s", "mailboxes": ["li at county"], "removeRobot": false}
                """
                    .formatted(office)))
        .hasStatus(422)
        .bodyText()
        .contains("li at county");
    assertThat(
            coordinator.send(
                HttpMethod.PUT,
                "/api/reminders/addresses",
                """
                {"organisation": "%s", "mailboxes": [], "removeRobot": false}
                """
                    .formatted(UUID.randomUUID())))
        .hasStatus(404);
  }

  @Test
  void withoutAMailServerItIsSaidHowToSetOne() {
    Client coordinator = county.client(Role.COORDINATOR, County.OWN);

    assertThat(
            JsonPath.<String>read(body(coordinator.get("/api/reminders/settings")), "$.mailLack"))
        .isEqualTo("HOST");
    assertThat(
            coordinator.send(
                HttpMethod.POST, "/api/reminders/tests", "{\"mailbox\": \"li@county.example\"}"))
        .hasStatus(409)
        .bodyText()
        .contains("spring.mail.*");
  }

  private String keep(Client coordinator, String json) {
    return body(coordinator.send(HttpMethod.PUT, "/api/reminders/addresses", json));
  }

  private static List<String> mailboxes(String settings, UUID organisation) {
    return JsonPath.read(
        settings, "$.organisations[?(@.id == '%s')].mailboxes[*]".formatted(organisation));
  }

  private static String body(MvcTestResult result) {
    assertThat(result).hasStatus(200);
    return Client.body(result);
  }

  /** The office of the county, which reports on a duty. */
  private UUID reporting() {
    Scope coordinator = county.person(Role.COORDINATOR, County.OWN).scope();
    Organisation office =
        organisations.find(coordinator, coordinator.organisation().orElseThrow()).orElseThrow();
    String text =
        """
        某县方解石治理方案

        一、主要任务

        （一）清查堆场。逐个登记，编号 %s。（%s牵头）
        """
            .formatted(UUID.randomUUID(), DutyRights.LEAD);
    ImportOutcome outcome =
        importPlan.from(coordinator, County.OWN, "方案.txt", text.getBytes(StandardCharsets.UTF_8));
    assertThat(outcome).isInstanceOf(ImportOutcome.Imported.class);
    keepDuties.assign(
        coordinator,
        ((ImportOutcome.Imported) outcome).plans().getFirst().id(),
        DutyRights.LEAD,
        Set.of(office));
    return office.id();
  }
}
