package jingtu.server.duty.reminder;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLHandshakeException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes to the robots of chat groups. WeCom and DingTalk take the same shape and answer with
 * {@code errcode}; DingTalk may want a signature over the time. No redirection is followed.
 */
@Component
class RobotCourier {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** WeCom takes at most 2048 bytes of text, DingTalk 20000. */
  private static final int WECOM_BYTES = 2048;

  private static final int DINGTALK_BYTES = 20000;
  private static final String CUT = "\u2026";

  private static final int OK = 200;
  private static final int FIRST_REFUSAL = 300;
  private static final int FIRST_UNCLEAR = 500;
  private static final int TOO_MANY = 429;

  /** Busy, and asked too often, of WeCom and of DingTalk. */
  private static final Set<Integer> PASSING = Set.of(-1, 45009, 45033, 130101, 410100, 660026);

  private final JsonMapper json;
  private final Clock clock;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(10))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  RobotCourier(JsonMapper json, Clock clock) {
    this.json = json;
    this.clock = clock;
  }

  /**
   * Writes to a robot.
   *
   * @param address one that {@link RobotHosts} lets through
   */
  Delivery deliver(Reminder reminder, URI address, String secret) {
    int most = reminder.way() == Way.WECOM ? WECOM_BYTES : DINGTALK_BYTES;
    // The subject has the word that some robots want to see in everything.
    String text = reminder.subject() + "\n" + reminder.body();
    String body =
        json.writeValueAsString(
            Map.of("msgtype", "text", "text", Map.of("content", cut(text, most))));
    HttpRequest request =
        HttpRequest.newBuilder(secret.isEmpty() ? address : signed(address, secret))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return judge(client.send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (ConnectException
        | HttpConnectTimeoutException
        | UnknownHostException
        | SSLHandshakeException notReached) {
      return new Delivery.NotTaken(Trouble.NOT_REACHED, name(notReached), true);
    } catch (IOException unclear) {
      return unclear.getCause() instanceof UnresolvedAddressException
          ? new Delivery.NotTaken(Trouble.NOT_REACHED, name(unclear), true)
          : new Delivery.Unknown(name(unclear));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Delivery.Unknown(name(stopped));
    }
  }

  /** Its messages may name the address, which is secret. */
  private static String name(Exception failed) {
    return failed.getClass().getSimpleName();
  }

  private Delivery judge(HttpResponse<String> answer) {
    int status = answer.statusCode();
    if (status >= FIRST_UNCLEAR) {
      return new Delivery.Unknown("HTTP " + status);
    }
    if (status >= FIRST_REFUSAL) {
      return new Delivery.NotTaken(Trouble.REFUSED, "HTTP " + status, status == TOO_MANY);
    }
    Optional<JsonNode> told = status == OK ? parsed(answer.body()) : Optional.empty();
    if (told.isEmpty() || !told.get().path("errcode").isInt()) {
      return new Delivery.Unknown("HTTP " + status);
    }
    int code = told.get().path("errcode").intValue();
    String said = code + " " + told.get().path("errmsg").asString("");
    return code == 0
        ? new Delivery.Taken()
        : new Delivery.NotTaken(Trouble.REFUSED, said, PASSING.contains(code));
  }

  private Optional<JsonNode> parsed(String body) {
    try {
      return Optional.of(json.readTree(body));
    } catch (JacksonException noJson) {
      return Optional.empty();
    }
  }

  /** DingTalk: the time and its signature go into the address. */
  private URI signed(URI address, String secret) {
    long now = clock.millis();
    return URI.create(address + "&timestamp=" + now + "&sign=" + sign(now, secret));
  }

  static String sign(long millis, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] sign = mac.doFinal((millis + "\n" + secret).getBytes(StandardCharsets.UTF_8));
      return URLEncoder.encode(Base64.getEncoder().encodeToString(sign), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /** As much of a text as fits into so many bytes, with a sign where something is left out. */
  static String cut(String text, int mostBytes) {
    if (text.getBytes(StandardCharsets.UTF_8).length <= mostBytes) {
      return text;
    }
    int left = mostBytes - CUT.getBytes(StandardCharsets.UTF_8).length;
    int end = 0;
    while (end < text.length()) {
      int next = text.offsetByCodePoints(end, 1);
      left -= text.substring(end, next).getBytes(StandardCharsets.UTF_8).length;
      if (left < 0) {
        break;
      }
      end = next;
    }
    return text.substring(0, end) + CUT;
  }
}
