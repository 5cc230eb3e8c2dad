package jingtu.server.duty.round.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import jingtu.server.Client;
import jingtu.server.County;
import jingtu.server.WholeServer;
import jingtu.server.duty.round.LineId;
import jingtu.server.duty.round.LineStatus;
import jingtu.server.duty.round.ReportLine;
import jingtu.server.duty.round.ReturnedWorkbook;
import jingtu.server.duty.round.RoundRights;
import jingtu.server.duty.round.Rounds;
import jingtu.server.duty.round.link.LinkRights;
import jingtu.server.duty.round.sheet.GiveOutSheets;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/**
 * What was accepted changes only after it was opened again, whoever asks and by whatever address.
 */
@WholeServer
class AcceptedReportTests {

  @Autowired County county;
  @Autowired RoundRights round;
  @Autowired LinkRights links;
  @Autowired Rounds rounds;
  @Autowired GiveOutSheets giveOut;

  @Test
  void nobodyChangesAnAcceptedReport() {
    Scope coordinator = county.person(Role.COORDINATOR, County.OWN).scope();
    ReportLine accepted = round.acceptedLine(coordinator, County.OWN);
    int known = rounds.history(coordinator, accepted.id()).size();

    for (Role role : Role.values()) {
      for (RegionCode region : List.of(County.OWN, County.FOREIGN)) {
        Client client = county.client(role, region);
        for (int version : List.of(accepted.version(), accepted.version() - 1)) {
          refused(client, "reports", report(accepted.id(), version, ""));
          refused(client, "reports", report(accepted.id(), version, "电话告知"));
          refused(client, "return", reasoned(accepted.id(), version));
          refused(client, "acceptance", lines(accepted.id(), version) + "}");
        }
        handIn(client, coordinator, accepted);
        byLink(client, coordinator, accepted);
      }
    }
    byLink(county.stranger(), coordinator, accepted);

    assertThat(line(coordinator, accepted.id())).isEqualTo(accepted);
    assertThat(rounds.history(coordinator, accepted.id())).hasSize(known);
  }

  @Test
  void openedAgainItChangesAndThatStaysVisible() {
    Scope coordinator = county.person(Role.COORDINATOR, County.OWN).scope();
    ReportLine accepted = round.acceptedLine(coordinator, County.OWN);
    Client keeper = county.client(Role.COORDINATOR, County.OWN);
    Client officer = county.client(Role.OFFICER, County.OWN);

    assertThat(
            keeper.send(
                HttpMethod.POST,
                "/api/round-ups/lines/reopening",
                "{\"lines\": [{\"id\": \"%s\", \"version\": %d}], \"why\": \" \"}"
                    .formatted(accepted.id().value(), accepted.version())))
        .hasStatus(422);
    assertThat(send(officer, "reopening", reasoned(accepted.id(), accepted.version())))
        .isEqualTo(403);
    assertThat(send(keeper, "reopening", reasoned(accepted.id(), accepted.version())))
        .isEqualTo(200);
    ReportLine open = line(coordinator, accepted.id());
    assertThat(open.status()).isEqualTo(LineStatus.REPORTED);
    assertThat(open.reopened()).isEqualTo(accepted.reopened() + 1);
    assertThat(send(officer, "reports", report(open.id(), open.version(), ""))).isEqualTo(200);
    assertThat(rounds.history(coordinator, accepted.id()))
        .extracting(change -> change.what().name() + " " + change.why())
        .startsWith("REPORTED ", "REOPENED 复核");
  }

  @Test
  void oneReportAnswersAllItsLinesOrNone() {
    Scope coordinator = county.person(Role.COORDINATOR, County.OWN).scope();
    ReportLine accepted = round.acceptedLine(coordinator, County.OWN);
    Client officer = county.client(Role.OFFICER, County.OWN);
    assertThat(
            officer.send(
                HttpMethod.POST,
                "/api/round-ups/lines/reports",
                """
                {"lines": [{"id": "%s", "version": %d}, {"id": "%s", "version": 1}],
                 "state": "GOING_ON", "progress": "一并"}
                """
                    .formatted(accepted.id().value(), accepted.version(), UUID.randomUUID())))
        .hasStatus(409);
    assertThat(line(coordinator, accepted.id())).isEqualTo(accepted);
  }

  /** Not for the form of the request: that it may not, does not see it, or that it is accepted. */
  private static void refused(Client client, String what, String body) {
    assertThat(send(client, what, body)).as(what).isIn(403, 404, 409);
  }

  private static int send(Client client, String what, String body) {
    return client
        .send(HttpMethod.POST, "/api/round-ups/lines/" + what, body)
        .getResponse()
        .getStatus();
  }

  private void handIn(Client client, Scope coordinator, ReportLine line) {
    byte[] sent =
        giveOut
            .one(coordinator, line.round(), line.organisation(), Language.ZH)
            .orElseThrow()
            .content();
    byte[] edited =
        ReturnedWorkbook.edited(
            sent,
            sheet ->
                ReturnedWorkbook.rows(sheet)
                    .forEach(row -> ReturnedWorkbook.fill(sheet, row, "已完成", "改过")));
    client.send(
        MockMvcRequestBuilders.multipart("/api/round-ups/{id}/sheets", line.round().value())
            .file(new MockMultipartFile("file", "调度表.xlsx", null, edited)));
  }

  /** By a fresh link, in the version that it is and in the one before. */
  private void byLink(Client client, Scope coordinator, ReportLine line) {
    String token = links.made(coordinator, line).token().secret();
    for (int version : List.of(line.version(), line.version() - 1)) {
      String said =
          LinkRights.report(line)
              .replace("\"version\": " + line.version(), "\"version\": " + version);
      assertThat(
              client
                  .send(
                      MockMvcRequestBuilders.post("/api/answers/reports")
                          .header("Jingtu-Link", token)
                          .contentType(MediaType.APPLICATION_JSON)
                          .content(said))
                  .getResponse()
                  .getStatus())
          .as("by link")
          .isEqualTo(409);
    }
  }

  private ReportLine line(Scope scope, LineId id) {
    return rounds.list(scope, List.of(id)).stream().findFirst().orElseThrow();
  }

  private static String report(LineId line, int version, String toldBy) {
    return lines(line, version)
        + ", \"state\": \"DONE\", \"progress\": \"改过\", \"toldBy\": \"%s\"}".formatted(toldBy);
  }

  private static String reasoned(LineId line, int version) {
    return lines(line, version) + ", \"why\": \"复核\"}";
  }

  private static String lines(LineId line, int version) {
    return "{\"lines\": [{\"id\": \"%s\", \"version\": %d}]".formatted(line.value(), version);
  }
}
