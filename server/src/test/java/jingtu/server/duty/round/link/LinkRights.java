package jingtu.server.duty.round.link;

import java.util.Optional;
import java.util.UUID;
import jingtu.server.County;
import jingtu.server.RightsFixture;
import jingtu.server.duty.round.ReportLine;
import jingtu.server.duty.round.RoundRights;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A fresh link of the office in which the accounts of a region work, and a line of it. */
@TestComponent
public class LinkRights implements RightsFixture {

  private final County county;
  private final RoundRights round;
  private final MakeLink makeLink;

  LinkRights(County county, RoundRights round, MakeLink makeLink) {
    this.county = county;
    this.round = round;
    this.makeLink = makeLink;
  }

  @Override
  public boolean covers(String path) {
    return path.startsWith("/api/answers") || path.startsWith("/api/reporting-links");
  }

  @Override
  public MockHttpServletRequestBuilder request(HttpMethod method, String path, RegionCode region) {
    Scope coordinator = county.person(Role.COORDINATOR, region).scope();
    ReportLine line = round.reportedLine(coordinator, region);
    MakeLink.Outcome.Made made = made(coordinator, line);
    MockHttpServletRequestBuilder request =
        MockMvcRequestBuilders.request(method, path.replace("{id}", made.link().id().toString()));
    if (path.startsWith("/api/answers")) {
      request.header("Jingtu-Link", made.token().secret());
    }
    return method.equals(HttpMethod.GET)
        ? request.param("round", line.round().value().toString())
        : request.contentType(MediaType.APPLICATION_JSON).content(body(path, line));
  }

  /** A link of the organisation that owes a line. */
  public MakeLink.Outcome.Made made(Scope coordinator, ReportLine line) {
    return switch (makeLink.make(
        coordinator, line.round(), line.organisation(), Optional.empty())) {
      case MakeLink.Outcome.Made made -> made;
      case MakeLink.Outcome other -> throw new AssertionError(other.toString());
    };
  }

  /** What somebody without an account says of a line. */
  public static String report(ReportLine line) {
    return """
        {"line": "%s", "version": %d, "state": "GOING_ON", "progress": "%s",
         "name": "韩冬", "telephone": "138 0000 0000"}
        """
        .formatted(line.id().value(), line.version(), UUID.randomUUID());
  }

  private static String body(String path, ReportLine line) {
    return switch (path) {
      case "/api/reporting-links" ->
          "{\"round\": \"%s\", \"organisation\": \"%s\"}"
              .formatted(line.round().value(), line.organisation());
      case "/api/answers/reports" -> report(line);
      case "/api/answers/handing-in" -> "{\"name\": \"韩冬\", \"telephone\": \"13800000000\"}";
      default -> "{}";
    };
  }
}
