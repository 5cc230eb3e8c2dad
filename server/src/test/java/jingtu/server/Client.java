package jingtu.server;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** A browser as far as the server can tell: it keeps its cookies and sends the CSRF token back. */
public final class Client {

  private final MockMvcTester mvc;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private MockHttpSession session = new MockHttpSession();
  private String language = "zh";
  private String address = "198.51.100.7";

  public Client(MockMvcTester mvc) {
    this.mvc = mvc;
  }

  /** Answers are asked for in this language from now on. */
  public Client speaking(String tag) {
    language = tag;
    return this;
  }

  /** Requests come from this address from now on. */
  public Client from(String network) {
    address = network;
    return this;
  }

  public MvcTestResult get(String path) {
    return send(request(HttpMethod.GET, path));
  }

  /** Sends JSON; without a token yet it asks for one first, as the browser application does. */
  public MvcTestResult send(HttpMethod method, String path, String json) {
    return send(request(method, path).contentType(MediaType.APPLICATION_JSON).content(json));
  }

  /** The request itself stays as it is: another client may send it too. */
  public MvcTestResult send(AbstractMockHttpServletRequestBuilder<?> request) {
    if (!cookies.containsKey("XSRF-TOKEN")) {
      exchange(request(HttpMethod.GET, "/api/session"), Optional.empty());
    }
    return exchange(request, Optional.of(cookies.getOrDefault("XSRF-TOKEN", "")));
  }

  /** Sends a request as a foreign page would make the browser send it: with cookies only. */
  public MvcTestResult withoutToken(HttpMethod method, String path) {
    return exchange(request(method, path), Optional.empty());
  }

  /** Signs in and returns itself. */
  public Client signIn(String username, String password) {
    MvcTestResult result = trySignIn(username, password);
    if (result.getResponse().getStatus() != 200) {
      throw new AssertionError("cannot sign in as " + username + ": " + body(result));
    }
    return this;
  }

  public MvcTestResult trySignIn(String username, String password) {
    return send(
        HttpMethod.POST,
        "/api/session",
        "{\"username\": \"%s\", \"password\": \"%s\"}".formatted(username, password));
  }

  public String sessionId() {
    return session.getId();
  }

  public static String body(MvcTestResult result) {
    return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  private MvcTestResult exchange(
      AbstractMockHttpServletRequestBuilder<?> request, Optional<String> token) {
    if (session.isInvalid()) {
      session = new MockHttpSession();
    }
    MvcTestResult result = mvc.perform(context -> asFromHere(request.buildRequest(context), token));
    for (Cookie cookie : result.getResponse().getCookies()) {
      cookies.put(cookie.getName(), Objects.requireNonNull(cookie.getValue()));
    }
    MvcResult done = result.getMvcResult();
    if (done.getRequest().getSession(false) instanceof MockHttpSession now) {
      session = now;
    }
    return result;
  }

  private MockHttpServletRequest asFromHere(
      MockHttpServletRequest request, Optional<String> token) {
    request.addHeader("Accept-Language", language);
    token.ifPresent(value -> request.addHeader("X-XSRF-TOKEN", value));
    request.setRemoteAddr(address);
    request.setSession(session);
    request.setCookies(
        cookies.entrySet().stream()
            .map(each -> new Cookie(each.getKey(), each.getValue()))
            .toArray(Cookie[]::new));
    return request;
  }
}
