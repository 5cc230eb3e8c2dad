package jingtu.server.duty.round.link.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jingtu.server.Client;
import jingtu.server.County;
import jingtu.server.TurnableClock;
import jingtu.server.WholeServer;
import jingtu.server.duty.round.OpenRounds;
import jingtu.server.duty.round.ReportLine;
import jingtu.server.duty.round.RoundRights;
import jingtu.server.duty.round.link.LinkRights;
import jingtu.server.duty.round.link.MakeLink;
import jingtu.server.duty.round.link.ReportingLinks;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.testing.Needs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What a one-time link opens over HTTP, for somebody who is not signed in. */
@WholeServer
class LinkControllerTests {

  private static final String TELLER = "{\"name\": \"韩冬\", \"telephone\": \"13800000000\"}";

  @Autowired County county;
  @Autowired RoundRights round;
  @Autowired LinkRights links;
  @Autowired ReportingLinks kept;
  @Autowired OpenRounds openRounds;
  @Autowired TurnableClock clock;
  @Autowired MockMvcTester mvc;

  private Scope coordinator;
  private ReportLine line;
  private Instant before;

  @BeforeEach
  void report() {
    before = clock.instant();
    coordinator = county.person(Role.COORDINATOR, County.OWN).scope();
    line = round.reportedLine(coordinator, County.OWN);
  }

  @AfterEach
  void turnBack() {
    clock.turn(Duration.between(clock.instant(), before));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/duty/link-answers.csv", useHeadersInDisplayName = true)
  void aLinkAnswersAsTheTableSays(String what, int open, int report, int handIn) {
    String token = token(what);
    Client stranger = county.stranger();

    List<MvcTestResult> answers =
        List.of(
            stranger.send(by(token, HttpMethod.GET, "")),
            stranger.send(by(token, HttpMethod.POST, "/reports").content(LinkRights.report(line))),
            stranger.send(by(token, HttpMethod.POST, "/handing-in").content(TELLER)));

    assertThat(answers)
        .extracting(answer -> answer.getResponse().getStatus())
        .containsExactly(open, report, handIn);
    if (open == 404) {
      String nothing = Client.body(county.stranger().send(by("x", HttpMethod.GET, "")));
      assertThat(answers.getFirst().getResponse().getContentType())
          .isEqualTo(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      assertThat(Client.body(answers.getFirst())).isEqualTo(nothing).contains("请联系");
    }
  }

  /** Brings a link to where the table wants it. */
  private String token(String what) {
    if (what.equals("with-everything-accepted")) {
      line = round.acceptedLine(coordinator, County.OWN);
    }
    MakeLink.Outcome.Made made = links.made(coordinator, line);
    String token = made.token().secret();
    switch (what) {
      case "fresh", "with-everything-accepted" -> {}
      case "on-its-last-day" -> turnTo(made.link().lastDay());
      case "a-day-after-its-last" -> turnTo(made.link().lastDay().plusDays(1));
      case "of-a-closed-round-up" -> {
        turnTo(made.round().due().plusDays(1));
        openRounds.keep();
      }
      case "handed-in" ->
          assertThat(
                  county.stranger().send(by(token, HttpMethod.POST, "/handing-in").content(TELLER)))
              .hasStatus(200);
      case "withdrawn" -> kept.withdraw(coordinator, made.link().id());
      case "replaced-by-another" -> links.made(coordinator, line);
      case "with-a-letter-changed" ->
          token = (token.startsWith("A") ? "B" : "A") + token.substring(1);
      case "without-a-token" -> token = "";
      default -> throw new AssertionError(what);
    }
    return token;
  }

  @Test
  void theCoordinatorIsToldTheAddressOnceWithWordsToPaste() {
    MvcTestResult made =
        county
            .client(Role.COORDINATOR, County.OWN)
            .send(
                HttpMethod.POST,
                "/api/reporting-links",
                "{\"round\": \"%s\", \"organisation\": \"%s\"}"
                    .formatted(line.round().value(), line.organisation()));
    assertThat(made).hasStatus(201);
    String told = Client.body(made);
    String address = JsonPath.read(told, "$.address");
    assertThat(address).matches("/answer#[A-Za-z0-9_-]{43}");
    assertThat(JsonPath.<String>read(told, "$.words")).contains("点开下面的链接", "不用登录");
    assertThat(JsonPath.<String>read(told, "$.line")).endsWith("：");

    String token = address.substring(address.indexOf('#') + 1);
    String list =
        Client.body(
            county
                .client(Role.COORDINATOR, County.OWN)
                .get("/api/reporting-links?round=" + line.round().value()));
    assertThat(list).doesNotContain(token);
    assertThat(county.stranger().send(by(token, HttpMethod.GET, ""))).hasStatus(200);
  }

  @Test
  void aDayThatIsNoneSaysWhichAre() {
    assertThat(
            county
                .client(Role.COORDINATOR, County.OWN)
                .send(
                    HttpMethod.POST,
                    "/api/reporting-links",
                    "{\"round\": \"%s\", \"organisation\": \"%s\", \"lastDay\": \"2020-01-01\"}"
                        .formatted(line.round().value(), line.organisation())))
        .hasStatus(422)
        .bodyJson()
        .extractingPath("$.detail")
        .asString()
        .contains("有效期可选" + OfficeDay.today(clock));
  }

  /** Every address that asks for somebody who is signed in asks for it of a link as well. */
  @Test
  void aLinkOpensNoOtherAddress() throws IOException {
    String token = links.made(coordinator, line).token().secret();
    Client stranger = county.stranger();
    assertThat(stranger.send(by(token, HttpMethod.GET, ""))).hasStatus(200);
    List<String> opened = new ArrayList<>();
    Set<String> closed = closedToStrangers();
    for (String mapping : closed) {
      String[] parts = mapping.split(" ", -1);
      String path =
          parts[1].replaceAll("\\{[^}]+}", UUID.randomUUID().toString())
              + "?round="
              + line.round().value();
      MvcTestResult answer =
          stranger.send(
              MockMvcRequestBuilders.request(HttpMethod.valueOf(parts[0]), path)
                  .header("Jingtu-Link", token)
                  .header("Authorization", "Bearer " + token)
                  .contentType(MediaType.APPLICATION_JSON)
                  .content(LinkRights.report(line)));
      if (answer.getResponse().getStatus() != 401) {
        opened.add(mapping + " " + answer.getResponse().getStatus());
      }
    }
    assertThat(closed).hasSizeGreaterThan(150).contains("GET /api/round-ups/{id}/lines");
    assertThat(opened).isEmpty();
  }

  private static Set<String> closedToStrangers() throws IOException {
    Path table = Needs.repository().resolve("server/src/test/resources/rights.csv");
    Set<String> closed = new LinkedHashSet<>();
    for (String row : Files.readAllLines(table, StandardCharsets.UTF_8)) {
      String[] cells = row.split(",", -1);
      if (cells.length == 6 && cells[5].equals("401")) {
        closed.add(cells[0] + " " + cells[1]);
      }
    }
    return closed;
  }

  @Test
  void noSessionIsOpenedAndBrowsersAreToldTheSameAsElsewhere() {
    String token = links.made(coordinator, line).token().secret();

    MvcTestResult answer =
        mvc.perform(MockMvcRequestBuilders.get("/api/answers").header("Jingtu-Link", token));

    assertThat(answer).hasStatus(200);
    assertThat(answer.getMvcResult().getRequest().getSession(false)).isNull();
    assertThat(answer).headers().containsHeader("Content-Security-Policy");
    assertThat(answer)
        .headers()
        .hasValue("X-Frame-Options", "DENY")
        .hasValue("Referrer-Policy", "same-origin");
    assertThat(answer.getResponse().getHeader("Cache-Control")).contains("no-store");
  }

  @Test
  void aForeignPageCannotWriteByIt() {
    assertThat(county.stranger().withoutToken(HttpMethod.POST, "/api/answers/reports"))
        .hasStatus(403);
    assertThat(county.stranger().withoutToken(HttpMethod.POST, "/api/answers/handing-in"))
        .hasStatus(403);
  }

  @Test
  void anAddressThatTriesThirtyWrongOnesHasToWaitAndARightOneOpensAllTheSame() {
    String token = links.made(coordinator, line).token().secret();
    Client guesser = county.stranger().from("198.51.100.61");
    for (int i = 0; i < 30; i++) {
      assertThat(guesser.send(by("guess-" + i, HttpMethod.GET, ""))).hasStatus(404);
    }
    assertThat(guesser.send(by("guess", HttpMethod.GET, ""))).hasStatus(429);
    assertThat(guesser.send(by(token, HttpMethod.GET, ""))).hasStatus(200);
    Client other = county.stranger().from("198.51.100.62");
    assertThat(other.send(by("guess", HttpMethod.GET, ""))).hasStatus(404);
    clock.turn(Duration.ofMinutes(16));
    assertThat(guesser.send(by("guess", HttpMethod.GET, ""))).hasStatus(404);
  }

  private static MockHttpServletRequestBuilder by(String token, HttpMethod method, String path) {
    MockHttpServletRequestBuilder request =
        MockMvcRequestBuilders.request(method, "/api/answers" + path)
            .contentType(MediaType.APPLICATION_JSON);
    return token.isEmpty() ? request : request.header("Jingtu-Link", token);
  }

  private void turnTo(LocalDate day) {
    Instant morning = day.atTime(9, 0).atZone(OfficeDay.ZONE).toInstant();
    clock.turn(Duration.between(clock.instant(), morning));
  }
}
