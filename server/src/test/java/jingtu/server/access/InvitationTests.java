package jingtu.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import jingtu.server.Client;
import jingtu.server.County;
import jingtu.server.TurnableClock;
import jingtu.server.WholeServer;
import jingtu.server.scope.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeServer
class InvitationTests {

  private static final String CHOSEN = "{\"password\": \"a horse on the roof\"}";

  @Autowired County county;
  @Autowired TurnableClock clock;

  private String invite(String username) {
    MvcTestResult invited =
        county
            .client(Role.ADMINISTRATOR, County.OWN)
            .send(
                HttpMethod.POST,
                "/api/accounts",
                """
                {"username": "%s", "displayName": "新人", "role": "AUDITOR"}
                """
                    .formatted(username));
    assertThat(invited).hasStatus(201);
    String link = JsonPath.read(Client.body(invited), "$.invitationLink");
    return "/api/invitations/" + link.substring(link.lastIndexOf('/') + 1);
  }

  @Test
  void whoeverHasTheLinkChoosesAPasswordAndIsSignedIn() {
    String invitation = invite("mei");
    Client client = county.stranger();
    assertThat(client.get(invitation)).bodyJson().extractingPath("$.username").isEqualTo("mei");
    assertThat(client.send(HttpMethod.POST, invitation, CHOSEN)).hasStatus(200);
    assertThat(client.get("/api/audit")).hasStatus(200);
    assertThat(county.stranger().trySignIn("mei", "a horse on the roof")).hasStatus(200);
  }

  @Test
  void aLinkWorksOnce() {
    String invitation = invite("once");
    assertThat(county.stranger().send(HttpMethod.POST, invitation, CHOSEN)).hasStatus(200);
    assertThat(county.stranger().send(HttpMethod.POST, invitation, CHOSEN)).hasStatus(410);
    assertThat(county.stranger().get(invitation)).hasStatus(410);
  }

  @Test
  void aLinkIsOverAfterSevenDays() {
    String invitation = invite("late");
    clock.turn(Duration.ofDays(7).minusSeconds(1));
    assertThat(county.stranger().get(invitation)).hasStatus(200);
    clock.turn(Duration.ofSeconds(1));
    assertThat(county.stranger().send(HttpMethod.POST, invitation, CHOSEN)).hasStatus(410);
  }

  @Test
  void anUnknownLinkIsNotFound() {
    assertThat(county.stranger().get("/api/invitations/no-such-token")).hasStatus(404);
  }

  @ParameterizedTest
  @CsvSource({
    "weak.first, nine char",
    "weak.second, Weak.Second",
    "weak.third, Password123",
    "weak.fourth, aaaaaaaaaaaa"
  })
  void aWeakPasswordIsRefusedAndTheLinkStaysGood(String username, String password) {
    String invitation = invite(username);
    String body = "{\"password\": \"%s\"}".formatted(password);
    assertThat(county.stranger().send(HttpMethod.POST, invitation, body)).hasStatus(422);
    assertThat(county.stranger().get(invitation)).hasStatus(200);
  }
}
