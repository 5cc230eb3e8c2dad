package jingtu.server.duty.round.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jingtu.server.Client;
import jingtu.server.County;
import jingtu.server.WholeServer;
import jingtu.server.document.evidence.Evidence;
import jingtu.server.document.evidence.EvidenceId;
import jingtu.server.document.evidence.EvidenceRights;
import jingtu.server.document.evidence.PieceOfEvidence;
import jingtu.server.duty.Duties;
import jingtu.server.duty.round.LineId;
import jingtu.server.duty.round.LineStatus;
import jingtu.server.duty.round.Progress;
import jingtu.server.duty.round.ReportLine;
import jingtu.server.duty.round.ReportOutcome;
import jingtu.server.duty.round.ReportProgress;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What was accepted changes only after it was opened again, whoever asks and by whatever address.
 */
@WholeServer
class AcceptedReportTests {

  @Autowired County county;
  @Autowired RoundRights round;
  @Autowired LinkRights links;
  @Autowired Rounds rounds;
  @Autowired Duties duties;
  @Autowired GiveOutSheets giveOut;
  @Autowired EvidenceRights files;
  @Autowired Evidence evidence;
  @Autowired ReportProgress report;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;

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

  @Test
  void nobodyChangesTheFilesOfAnAcceptedReportUntilItIsOpenedAgain() {
    Scope coordinator = county.person(Role.COORDINATOR, County.OWN).scope();
    Client keeper = county.client(Role.COORDINATOR, County.OWN);
    Client officer = county.client(Role.OFFICER, County.OWN);
    EvidenceId file = files.handedIn(County.OWN);
    ReportLine reported = proven(coordinator, file);
    assertThat(officer.send(EvidenceRights.changes(file).getFirst()))
        .as("before it is accepted")
        .hasStatus(201);
    ReportLine accepted = accepted(coordinator, reported);
    PieceOfEvidence piece = evidence.find(coordinator, file).orElseThrow();
    assertThat(piece.versions()).hasSize(2);

    for (Role role : Role.values()) {
      for (RegionCode region : List.of(County.OWN, County.FOREIGN)) {
        for (var change : EvidenceRights.changes(file)) {
          int status = county.client(role, region).send(change).getResponse().getStatus();
          assertThat(status).as(role + " " + region).isIn(403, 404, 409);
          if (region.equals(County.OWN) && !role.runsTheSystem()) {
            assertThat(status).as(role + " sees what holds it").isEqualTo(409);
          }
        }
      }
    }
    for (var change : EvidenceRights.changes(file)) {
      assertThat(county.stranger().send(change)).hasStatus(401);
    }

    assertThat(evidence.find(coordinator, file)).hasValue(piece);
    assertThat(line(coordinator, accepted.id())).isEqualTo(accepted);
    assertThat(send(keeper, "reopening", reasoned(accepted.id(), accepted.version())))
        .isEqualTo(200);
    assertThat(officer.send(MockMvcRequestBuilders.get("/api/evidence").param("ids", id(file))))
        .bodyJson()
        .extractingPath("$[0].held")
        .asArray()
        .isEmpty();
    assertThat(officer.send(EvidenceRights.changes(file).get(1))).hasStatus(200);
    assertThat(officer.send(EvidenceRights.changes(file).get(2))).hasStatus(200);
  }

  @Test
  void whoIsRefusedIsToldWhatHoldsTheFileAndWhatToDo() {
    Scope coordinator = county.person(Role.COORDINATOR, County.OWN).scope();
    EvidenceId file = files.handedIn(County.OWN);
    ReportLine accepted = accepted(coordinator, proven(coordinator, file));
    AbstractMockHttpServletRequestBuilder<?> replaced = EvidenceRights.changes(file).getFirst();

    MvcTestResult refused = county.newClient(Role.OFFICER, County.OWN).send(replaced);

    assertThat(refused).hasStatus(409);
    assertThat(refused).bodyJson().extractingPath("$.type").isEqualTo("/problems/held");
    assertThat(refused)
        .bodyJson()
        .extractingPath("$.findings[0].place")
        .isEqualTo(duties.find(coordinator, accepted.duty()).orElseThrow().asked());
    assertThat(refused)
        .bodyJson()
        .extractingPath("$.findings[0].problem")
        .asString()
        .startsWith("办公室 991101在")
        .endsWith("一期的进展已审核通过，这份材料是它的佐证。");
    assertThat(Client.body(refused)).contains("请组织调度的单位先重新开放该项");
    Client english = county.newClient(Role.OFFICER, County.OWN).speaking("en");
    assertThat(Client.body(english.send(replaced)))
        .contains("The evidence is settled", "opens the report again");
    assertThat(english.send(MockMvcRequestBuilders.get("/api/evidence").param("ids", id(file))))
        .bodyJson()
        .extractingPath("$[0].held[0].problem")
        .asString()
        .endsWith("was accepted, and this file proves it.");
    assertThat(line(coordinator, accepted.id())).isEqualTo(accepted);
  }

  /** A replacement that comes while the report is being accepted waits, and is refused then. */
  @Test
  void nobodySlipsAFileInWhileAReportIsBeingAccepted()
      throws InterruptedException, ExecutionException {
    Scope coordinator = county.person(Role.COORDINATOR, County.OWN).scope();
    EvidenceId file = files.handedIn(County.OWN);
    ReportLine reported = proven(coordinator, file);
    byte[] other = "另一份".getBytes(StandardCharsets.UTF_8);

    Future<Evidence.Outcome> slipped;
    try (ExecutorService officer = Executors.newSingleThreadExecutor()) {
      slipped =
          Optional.ofNullable(
                  transaction.execute(
                      status -> {
                        accepted(coordinator, reported);
                        Future<Evidence.Outcome> replaced =
                            officer.submit(
                                () -> evidence.replace(coordinator, file, 1, "乙.txt", other, ""));
                        await().until(() -> replaced.isDone() || somebodyWaits());
                        return replaced;
                      }))
              .orElseThrow();
    }

    assertThat(slipped.get()).isInstanceOf(Evidence.Outcome.Held.class);
    assertThat(evidence.find(coordinator, file).orElseThrow().versions()).hasSize(1);
  }

  private boolean somebodyWaits() {
    boolean postgres = "postgresql".equals(System.getProperty("jingtu.database"));
    String waiting =
        postgres
            ? "select count(*) from pg_locks where not granted"
            : "select count(blocker_id) from information_schema.sessions";
    return jdbc.sql(waiting).query(Integer.class).single() > 0;
  }

  /** A line whose report waits to be looked at and has this file. */
  private ReportLine proven(Scope coordinator, EvidenceId file) {
    ReportLine line = round.reportedLine(coordinator, County.OWN);
    Progress said = line.said().orElseThrow().with(List.of(file));
    return done(report.report(coordinator, line.id(), line.version(), said));
  }

  private ReportLine accepted(Scope coordinator, ReportLine line) {
    return done(report.accept(coordinator, line.id(), line.version()));
  }

  private static ReportLine done(ReportOutcome outcome) {
    if (outcome instanceof ReportOutcome.Done(ReportLine line)) {
      return line;
    }
    throw new AssertionError(outcome.toString());
  }

  private static String id(EvidenceId file) {
    return file.value().toString();
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
