package jingtu.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import jingtu.server.Client;
import jingtu.server.County;
import jingtu.server.WholeServer;
import jingtu.server.scope.Role;
import jingtu.vocabulary.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@WholeServer
class EdgeTests {

  @Autowired County county;

  private MvcTestResult provoke(String what, String language) {
    Client administrator = county.newClient(Role.ADMINISTRATOR, County.OWN).speaking(language);
    return switch (what) {
      case "not signed in" -> county.stranger().speaking(language).get("/api/regions");
      case "another's right" -> administrator.get("/api/audit");
      case "no such address" -> administrator.get("/api/no-such-thing");
      case "wrong method" -> administrator.send(HttpMethod.PUT, "/api/regions", "{}");
      case "no JSON" ->
          administrator.send(
              MockMvcRequestBuilders.post("/api/organisations")
                  .contentType(MediaType.TEXT_PLAIN)
                  .content("x"));
      case "broken JSON" -> administrator.send(HttpMethod.POST, "/api/organisations", "{");
      case "unknown field" ->
          administrator.send(HttpMethod.POST, "/api/organisations", "{\"colour\": 1}");
      case "missing field" -> administrator.send(HttpMethod.POST, "/api/organisations", "{}");
      case "not an id" -> administrator.send(HttpMethod.POST, "/api/accounts/7/invitation", "{}");
      default -> throw new IllegalArgumentException(what);
    };
  }

  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource({
    "not signed in,   401, /problems/not-signed-in,          尚未登录,         Not signed in",
    "another's right, 403, /problems/forbidden,              没有权限,         Not permitted",
    "no such address, 404, /problems/not-found,              没有找到,         Not found",
    "wrong method,    405, /problems/method-not-allowed,     不支持的请求方式, Method not allowed",
    "no JSON,         415, /problems/unsupported-media-type, 不支持的内容格式, Unsupported content",
    "broken JSON,     400, /problems/unreadable,             请求内容无法读取, Unreadable content",
    "unknown field,   400, /problems/unreadable,             请求内容无法读取, Unreadable content",
    "missing field,   422, /problems/invalid,                填写有误, Something is filled in wrongly",
    "not an id,       400, /problems/bad-value,              请求有误,         Bad request"
  })
  void everyRefusalIsAProblemInTheLanguageOfTheRequest(
      String what, int status, String type, String zh, String en) {
    for (Language language : Language.values()) {
      MvcTestResult result = provoke(what, language.tag());
      assertThat(result)
          .hasStatus(status)
          .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
          .hasHeader("Content-Language", language.tag());
      assertThat(result).bodyJson().extractingPath("$.type").isEqualTo(type);
      assertThat(result)
          .bodyJson()
          .extractingPath("$.title")
          .isEqualTo(language == Language.ZH ? zh : en);
    }
  }

  @Test
  void aMissingFieldIsNamed() {
    assertThat(provoke("missing field", "en"))
        .bodyJson()
        .extractingPath("$.findings[*].place")
        .asArray()
        .contains("name", "aliases");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en-GB              | EN",
        "fr, en;q=0.5       | EN",
        "zh-CN,en;q=0.9     | ZH",
        "en;q=0.5, zh;q=0.9 | ZH",
        "de                 | ZH",
        ";;;nonsense        | ZH"
      })
  void theLanguageIsThePreferredOneOfTwo(String header, Language language) {
    assertThat(RequestLanguage.of(header)).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource({
    "/index.html,               200, no-cache",
    "/plans/some-plan,          200, no-cache",
    "/welcome/token.with.dots,  200, no-cache",
    "/assets/page-0a1b2c.js,    200, 'max-age=31536000, public, immutable'",
    "/assets/gone-999.js,       404, no-store"
  })
  void pagesAreAskedForAnewAndHashedFilesKept(String path, int status, String cache) {
    MvcTestResult result = county.stranger().get(path);
    assertThat(result).hasStatus(status).hasHeader("Cache-Control", cache);
  }

  @ParameterizedTest
  @CsvSource({
    "/ogc/x, 401",
    "/public/x, 401",
    "/calendar/x.ics, 404",
    "/calendar/x/y.ics, 401",
    "/actuator/env, 401",
    "/actuator/health, 200",
    "/actuator/prometheus, 401",
    "/api/openapi.json, 401"
  })
  void whatIsNotListedAsOpenIsClosed(String path, int status) {
    assertThat(county.stranger().get(path)).hasStatus(status);
  }

  @Test
  void measurementsAreTheAdministrators() {
    assertThat(county.client(Role.ADMINISTRATOR, County.OWN).get("/actuator/prometheus"))
        .hasStatus(200);
    assertThat(county.client(Role.AUDITOR, County.OWN).get("/actuator/prometheus")).hasStatus(403);
  }

  @Test
  void everyAnswerTellsTheBrowserWhatItMayDo() {
    assertThat(county.stranger().get("/"))
        .hasHeader("X-Content-Type-Options", "nosniff")
        .hasHeader("Referrer-Policy", "same-origin")
        .hasHeader("X-Frame-Options", "DENY")
        .containsHeader("Permissions-Policy")
        .headers()
        .hasHeaderSatisfying(
            "Content-Security-Policy",
            values ->
                assertThat(values)
                    .singleElement()
                    .asString()
                    .contains("script-src 'self';", "frame-ancestors 'none'")
                    .doesNotContain("unsafe-eval"));
  }
}
