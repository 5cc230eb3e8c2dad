package jingtu.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jingtu.server.audit.AuditTrail;
import jingtu.testing.Postgres;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The server as the command line starts it. */
class StartTests {

  private static final Pattern LINK = Pattern.compile("(http://\\S+)/welcome/(\\S+)");

  private final List<String> said = new ArrayList<>();

  private ServerOptions options(Path data, Optional<String> database) {
    return new ServerOptions(
        data, 0, database, Optional.of("postgres"), Optional.empty(), false, said::add);
  }

  private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(address)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  /** Accepts an invitation as the browser would, and returns the session's cookie as it was set. */
  private static String choosePassword(String address, String secret)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest first = HttpRequest.newBuilder(URI.create(address + "/api/session")).build();
      String cookie =
          client
              .send(first, HttpResponse.BodyHandlers.discarding())
              .headers()
              .firstValue("Set-Cookie")
              .orElseThrow();
      String token = cookie.substring("XSRF-TOKEN=".length(), cookie.indexOf(';'));
      HttpRequest accept =
          HttpRequest.newBuilder(URI.create(address + "/api/invitations/" + secret))
              .header("Cookie", "XSRF-TOKEN=" + token)
              .header("X-XSRF-TOKEN", token)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString("{\"password\": \"a horse on the roof\"}"))
              .build();
      HttpResponse<String> accepted = client.send(accept, HttpResponse.BodyHandlers.ofString());
      assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(200);
      return String.join("\n", accepted.headers().allValues("Set-Cookie"));
    }
  }

  private Matcher link() {
    Matcher link = LINK.matcher(String.join("\n", said));
    assertThat(link.find()).as("a one-time link in %s", said).isTrue();
    return link;
  }

  @Test
  void eachStartAnnouncesANewLinkUntilTheAdministratorHasAPassword(@TempDir Path data)
      throws IOException, InterruptedException {
    ServerOptions options = options(data, Optional.empty());
    String first;
    try (ConfigurableApplicationContext server = JingtuServer.start(options)) {
      first = link().group(2);
      assertThat(said.getLast())
          .isEqualTo("JINGTU_READY " + JingtuServer.address(server.getEnvironment()));
      assertThat(get(link().group(1) + "/api/invitations/" + first).statusCode()).isEqualTo(200);
      HttpResponse<String> page = get(link().group(1) + "/");
      assertThat(page.body()).contains("first page");
      assertThat(page.headers().firstValue("Cache-Control")).contains("no-cache");
    }
    said.clear();
    try (ConfigurableApplicationContext server = JingtuServer.start(options)) {
      String address = JingtuServer.address(server.getEnvironment());
      assertThat(get(address + "/api/invitations/" + first).statusCode()).isEqualTo(404);
      assertThat(get(address + "/api/invitations/" + link().group(2)).statusCode()).isEqualTo(200);
      assertThat(choosePassword(address, link().group(2)))
          .contains("JINGTU=")
          .contains("HttpOnly")
          .contains("SameSite=Lax");
    }
    said.clear();
    try (ConfigurableApplicationContext server = JingtuServer.start(options)) {
      assertThat(String.join("\n", said)).doesNotContain("/welcome/");
      assertThat(server.getBean(AuditTrail.class).verify().broken()).isEmpty();
    }
    AuditTrail.Verification stopped = JingtuServer.verifyAudit(options);
    assertThat(stopped.broken()).isEmpty();
    assertThat(Messages.say(stopped.whole(), Language.EN)).contains(stopped.hash());
  }

  @Test
  void regionsInTheDataFolderAreLoaded(@TempDir Path data) throws IOException {
    Files.writeString(data.resolve("regions.csv"), "code,name,level,parent\n990000,某省,PROVINCE,\n");
    try (ConfigurableApplicationContext server =
        JingtuServer.start(options(data, Optional.empty()))) {
      assertThat(regions(server)).containsExactly("某省");
    }
    Files.writeString(
        data.resolve("regions.csv"), "code,name,level,parent\n990000,改名省,PROVINCE,\n99,,,\n");
    try (ConfigurableApplicationContext server =
        JingtuServer.start(options(data, Optional.empty()))) {
      assertThat(regions(server)).containsExactly("某省");
    }
  }

  private static List<String> regions(ConfigurableApplicationContext server) {
    return server
        .getBean(JdbcClient.class)
        .sql("select name from region")
        .query((row, n) -> row.getString("name"))
        .list();
  }

  @Test
  void startsTwiceOnPostgres(@TempDir Path data) {
    Postgres.need();
    ServerOptions options = options(data, Optional.of(Postgres.freshDatabase()));
    for (int i = 0; i < 2; i++) {
      JingtuServer.start(options).close();
      assertThat(link().group(2)).isNotEmpty();
    }
    assertThat(JingtuServer.verifyAudit(options).entries()).isPositive();
  }
}
