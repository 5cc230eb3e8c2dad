package jingtu.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import jingtu.server.Client;
import jingtu.server.County;
import jingtu.server.TurnableClock;
import jingtu.server.WholeServer;
import jingtu.server.scope.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeServer
class SignInTests {

  @Autowired
  @Qualifier("passwordEncoder")
  PasswordEncoder ofTheProduct;

  @Autowired County county;
  @Autowired TurnableClock clock;
  @Autowired JdbcClient jdbc;

  private County.Person officer() {
    return county.person(Role.OFFICER, County.OWN);
  }

  @Test
  void whoSignsInIsWhoTheSessionNames() {
    County.Person person = officer();
    Client client = county.stranger().signIn(person.username(), person.password());
    assertThat(client.get("/api/session"))
        .bodyJson()
        .extractingPath("$.account.username")
        .isEqualTo(person.username());
  }

  @Test
  void theSessionIsAnotherOneAfterSigningIn() {
    County.Person person = officer();
    Client client = county.stranger();
    client.get("/api/session");
    String before = client.sessionId();
    client.signIn(person.username(), person.password());
    assertThat(client.sessionId()).isNotEqualTo(before);
  }

  @Test
  void signingOutEndsTheSession() {
    Client client = county.newClient(Role.OFFICER, County.OWN);
    assertThat(client.send(HttpMethod.DELETE, "/api/session", "")).hasStatus(204);
    assertThat(client.get("/api/regions")).hasStatus(401);
  }

  @Test
  void aChangeWithoutTheTokenIsRefused() {
    County.Person person = officer();
    Client client = county.stranger().signIn(person.username(), person.password());
    assertThat(client.withoutToken(HttpMethod.DELETE, "/api/session"))
        .hasStatus(403)
        .bodyJson()
        .extractingPath("$.type")
        .isEqualTo("/problems/stale-page");
    assertThat(client.get("/api/regions")).hasStatus(200);
  }

  @Test
  void fiveWrongPasswordsLockForFifteenMinutesEvenAgainstTheRightOne() {
    County.Person person = officer();
    Client client = county.stranger().from("198.51.100.21");
    for (int i = 0; i < 4; i++) {
      assertThat(client.trySignIn(person.username(), "wrong password")).hasStatus(401);
    }
    assertThat(client.trySignIn(person.username(), "wrong password")).hasStatus(423);
    assertThat(client.trySignIn(person.username(), person.password()))
        .hasStatus(423)
        .bodyJson()
        .extractingPath("$.lockedUntil")
        .isEqualTo(clock.instant().plus(Duration.ofMinutes(15)).toString());
    clock.turn(Duration.ofMinutes(15));
    assertThat(client.trySignIn(person.username(), person.password())).hasStatus(200);
  }

  @Test
  void aNameWithoutAccountIsAnsweredLikeOneWith() {
    County.Person person = officer();
    Client client = county.stranger().from("198.51.100.22");
    for (int i = 0; i < 6; i++) {
      MvcTestResult known = client.trySignIn(person.username(), "wrong password");
      MvcTestResult unknown = client.trySignIn("nobody-at-all", "wrong password");
      assertThat(unknown.getResponse().getStatus()).isEqualTo(known.getResponse().getStatus());
      assertThat(Client.body(unknown)).isEqualTo(Client.body(known));
    }
  }

  @Test
  void theRightPasswordForgetsTheWrongOnes() {
    County.Person person = officer();
    Client client = county.stranger().from("198.51.100.23");
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 4; i++) {
        assertThat(client.trySignIn(person.username(), "wrong password")).hasStatus(401);
      }
      assertThat(client.trySignIn(person.username(), person.password())).hasStatus(200);
    }
  }

  @Test
  void anAddressWithThirtyRefusalsHasToWaitWhateverNameItTries() {
    Client client = county.stranger().from("198.51.100.24");
    for (int i = 0; i < 30; i++) {
      assertThat(client.trySignIn("guess-" + i, "wrong password")).hasStatus(401);
    }
    County.Person person = officer();
    assertThat(client.trySignIn(person.username(), person.password())).hasStatus(429);
    assertThat(county.stranger().trySignIn(person.username(), person.password())).hasStatus(200);
    clock.turn(Duration.ofMinutes(16));
    assertThat(client.trySignIn(person.username(), person.password())).hasStatus(200);
  }

  @Test
  void aDisabledAccountLosesItsSessionsAtOnceAndCannotSignIn() {
    County.Person person = officer();
    Client client = county.stranger().signIn(person.username(), person.password());
    Client security = county.client(Role.SECURITY_OFFICER, County.OWN);
    String path = "/api/accounts/" + person.id() + "/disabled";
    assertThat(security.send(HttpMethod.PUT, path, "{\"disabled\": true}")).hasStatus(200);
    assertThat(client.get("/api/regions")).hasStatus(401);
    assertThat(county.stranger().trySignIn(person.username(), person.password())).hasStatus(401);
  }

  @Test
  void theSecurityOfficerLiftsALock() {
    County.Person person = officer();
    Client client = county.stranger().from("198.51.100.25");
    for (int i = 0; i < 5; i++) {
      client.trySignIn(person.username(), "wrong password");
    }
    Client security = county.client(Role.SECURITY_OFFICER, County.OWN);
    String path = "/api/accounts/" + person.id() + "/lock";
    assertThat(security.send(HttpMethod.DELETE, path, "")).hasStatus(204);
    assertThat(client.trySignIn(person.username(), person.password())).hasStatus(200);
  }

  @Test
  void aNewPasswordEndsTheOtherSessions() {
    County.Person person = officer();
    Client here = county.stranger().signIn(person.username(), person.password());
    Client there = county.stranger().signIn(person.username(), person.password());
    String change =
        "{\"current\": \"%s\", \"replacement\": \"another horse 8\"}".formatted(person.password());
    assertThat(here.send(HttpMethod.PUT, "/api/account/password", change)).hasStatus(204);
    assertThat(here.get("/api/regions")).hasStatus(200);
    assertThat(there.get("/api/regions")).hasStatus(401);
  }

  @Test
  void passwordsAndTokensAreNotStoredAsTheyAre() {
    County.Person person = officer();
    String stored =
        jdbc.sql("select password from account where id = :id")
            .param("id", person.id())
            .query(String.class)
            .single();
    assertThat(stored).startsWith("{pbkdf2-").doesNotContain(person.password());
    // As the product itself does, whose passwords cost more than those of the tests.
    assertThat(ofTheProduct.encode(person.password()))
        .startsWith("{pbkdf2-600000}")
        .doesNotContain(person.password());
  }
}
