package jingtu.server.duty.round;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jingtu.server.County;
import jingtu.server.RightsFixture;
import jingtu.server.duty.KeepDuties;
import jingtu.server.duty.Rhythms;
import jingtu.server.duty.round.sheet.GiveOutSheets;
import jingtu.server.organisation.Organisation;
import jingtu.server.organisation.Organisations;
import jingtu.server.plan.ImportOutcome;
import jingtu.server.plan.ImportPlan;
import jingtu.server.plan.PlanId;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/**
 * A line of the round-up that is open in a region; it is brought to where the request may act on
 * it. Its organisation is the office in which the accounts of the region work.
 */
@TestComponent
@Order(0)
public class RoundRights implements RightsFixture {

  private static final String LEAD = "县石英局";
  private static final Progress SAID = new Progress(DutyState.GOING_ON, "走访", "", "", "", "", "");

  private final ImportPlan importPlan;
  private final KeepDuties keepDuties;
  private final Rhythms rhythms;
  private final RoundCalendar calendar;
  private final OpenRounds openRounds;
  private final Rounds rounds;
  private final ReportProgress report;
  private final GiveOutSheets giveOut;
  private final Organisations organisations;
  private final County county;

  RoundRights(
      ImportPlan importPlan,
      KeepDuties keepDuties,
      Rhythms rhythms,
      RoundCalendar calendar,
      OpenRounds openRounds,
      Rounds rounds,
      ReportProgress report,
      GiveOutSheets giveOut,
      Organisations organisations,
      County county) {
    this.importPlan = importPlan;
    this.keepDuties = keepDuties;
    this.rhythms = rhythms;
    this.calendar = calendar;
    this.openRounds = openRounds;
    this.rounds = rounds;
    this.report = report;
    this.giveOut = giveOut;
    this.organisations = organisations;
    this.county = county;
  }

  @Override
  public boolean covers(String path) {
    return path.startsWith("/api/round-ups");
  }

  @Override
  public AbstractMockHttpServletRequestBuilder<?> request(
      HttpMethod method, String path, RegionCode region) {
    Scope coordinator = county.person(Role.COORDINATOR, region).scope();
    ReportLine line = line(coordinator).orElseGet(() -> opened(coordinator, region));
    if (path.equals("/api/round-ups/everything.xlsx")) {
      // A year is anybody's: the other region has one of its own.
      Scope other = county.person(Role.COORDINATOR, County.FOREIGN).scope();
      if (line(other).isEmpty()) {
        opened(other, County.FOREIGN);
      }
    }
    String last = path.substring(path.lastIndexOf('/') + 1);
    if (method.equals(HttpMethod.GET)) {
      var request =
          path.contains("/lines/{id}")
              ? MockMvcRequestBuilders.get(path, line.id().value())
              : path.contains("{id}")
                  ? MockMvcRequestBuilders.get(path, line.round().value())
                  : MockMvcRequestBuilders.get(path);
      return request
          .param("organisation", line.organisation().toString())
          .param("year", year(line, coordinator));
    }
    if (last.equals("letters")) {
      return MockMvcRequestBuilders.request(method, path, line.round().value())
          .contentType(MediaType.APPLICATION_JSON)
          .content(
              "{\"organisations\": [\"%s\"], \"noted\": true}"
                  .formatted(owed(coordinator, line).organisation()));
    }
    if (last.equals("packages")) {
      return MockMvcRequestBuilders.request(method, path)
          .contentType(MediaType.APPLICATION_JSON)
          .content("{\"lines\": [\"%s\"], \"earlier\": true}".formatted(line.id().value()));
    }
    if (path.contains("/sheets")) {
      byte[] sheet =
          giveOut
              .one(coordinator, line.round(), line.organisation(), Language.ZH)
              .orElseThrow()
              .content();
      return MockMvcRequestBuilders.multipart(path, line.round().value())
          .file(new MockMultipartFile("file", "调度表.xlsx", null, sheet));
    }
    if (last.equals("chasing")) {
      return MockMvcRequestBuilders.request(method, path, line.round().value())
          .contentType(MediaType.APPLICATION_JSON)
          .content(
              "{\"organisations\": [\"%s\"], \"way\": \"CHAT\"}".formatted(line.organisation()));
    }
    if (last.equals("messages")) {
      return MockMvcRequestBuilders.request(method, path, line.round().value())
          .contentType(MediaType.APPLICATION_JSON)
          .content(
              "{\"organisations\": [\"%s\"], \"inQuietHours\": \"SEND\"}"
                  .formatted(line.organisation()));
    }
    return MockMvcRequestBuilders.request(method, path)
        .contentType(MediaType.APPLICATION_JSON)
        .content(
            last.equals("calendar")
                ? """
                  {"months": 12, "opensAfter": 0, "opens": 15, "dueAfter": 1, "due": 20}"""
                : body(coordinator, line, last));
  }

  /** A line of the office of a region that was accepted. */
  public ReportLine acceptedLine(Scope coordinator, RegionCode region) {
    return accepted(coordinator, line(coordinator).orElseGet(() -> opened(coordinator, region)));
  }

  /** A line of the office of a region that waits to be looked at. */
  public ReportLine reportedLine(Scope coordinator, RegionCode region) {
    return reported(coordinator, line(coordinator).orElseGet(() -> opened(coordinator, region)));
  }

  private String body(Scope coordinator, ReportLine line, String last) {
    ReportLine ready =
        last.equals("reopening") ? accepted(coordinator, line) : reported(coordinator, line);
    String lines =
        "{\"lines\": [{\"id\": \"%s\", \"version\": %d}]"
            .formatted(ready.id().value(), ready.version());
    return lines
        + switch (last) {
          case "reports" ->
              ", \"state\": \"GOING_ON\", \"progress\": \"%s\"".formatted(UUID.randomUUID());
          case "return", "reopening" -> ", \"why\": \"复核\"";
          default -> "";
        }
        + "}";
  }

  private ReportLine accepted(Scope coordinator, ReportLine line) {
    return line.status() == LineStatus.ACCEPTED
        ? line
        : done(report.accept(coordinator, line.id(), reported(coordinator, line).version()));
  }

  private ReportLine reported(Scope coordinator, ReportLine line) {
    return switch (line.status()) {
      case REPORTED -> line;
      case ACCEPTED -> done(report.reopen(coordinator, line.id(), line.version(), "复核"));
      case OPEN, RETURNED -> done(report.report(coordinator, line.id(), line.version(), SAID));
    };
  }

  /** A line on which something is still to be said. */
  private ReportLine owed(Scope coordinator, ReportLine line) {
    if (line.status() == LineStatus.OPEN || line.status() == LineStatus.RETURNED) {
      return line;
    }
    ReportLine reported = reported(coordinator, line);
    return done(report.giveBack(coordinator, reported.id(), reported.version(), "复核"));
  }

  /** The year of a line; the account that asks for a year has a round-up in it as well. */
  private String year(ReportLine line, Scope coordinator) {
    Scope own = county.person(Role.COORDINATOR, County.OWN).scope();
    if (line(own).isEmpty()) {
      opened(own, County.OWN);
    }
    return Integer.toString(
        rounds.find(coordinator, line.round()).orElseThrow().period().first().getYear());
  }

  private static ReportLine done(ReportOutcome outcome) {
    if (outcome instanceof ReportOutcome.Done(ReportLine line)) {
      return line;
    }
    throw new AssertionError(outcome.toString());
  }

  private Optional<ReportLine> line(Scope coordinator) {
    UUID office = coordinator.organisation().orElseThrow();
    return rounds.list(coordinator).stream()
        .flatMap(round -> rounds.lines(coordinator, round.id(), Optional.of(office)).stream())
        .findFirst();
  }

  private ReportLine opened(Scope coordinator, RegionCode region) {
    byte[] file =
        """
        某县石英治理方案

        一、主要任务

        （一）清查堆场。逐个登记，编号 %s。（%s牵头）
        """
            .formatted(UUID.randomUUID(), LEAD)
            .getBytes(UTF_8);
    PlanId plan =
        switch (importPlan.from(coordinator, region, "方案.txt", file)) {
          case ImportOutcome.Imported imported -> imported.plans().getFirst().id();
          case ImportOutcome other -> throw new AssertionError("not imported: " + other);
        };
    Organisation office =
        organisations.find(coordinator, coordinator.organisation().orElseThrow()).orElseThrow();
    keepDuties.assign(coordinator, plan, LEAD, Set.of(office));
    rhythms.choose(coordinator, plan, Set.of(1));
    // Other tests have turned the clock: these days have a month's round-up open on each of them.
    calendar.keep(coordinator, region, RoundCalendar.Days.usual(1, 1, 28));
    openRounds.keep();
    return line(coordinator).orElseThrow(() -> new AssertionError("no round-up is open"));
  }
}
