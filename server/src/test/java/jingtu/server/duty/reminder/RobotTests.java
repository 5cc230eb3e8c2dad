package jingtu.server.duty.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import jingtu.server.PretendOffice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The robots of chat groups: to which addresses is written, what, and what an answer means. */
class RobotTests {

  private static final Instant NOW = Instant.ofEpochMilli(1_780_000_000_000L);

  private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
  private HttpServer group = none();
  private int status = 200;
  private String answer = "{\"errcode\":0,\"errmsg\":\"ok\"}";

  private final RobotCourier courier =
      new RobotCourier(JsonMapper.builder().build(), Clock.fixed(NOW, ZoneOffset.UTC));

  private static HttpServer none() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeEach
  void listen() {
    group.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          asked.add(exchange.getRequestURI() + "\n" + body);
          byte[] said = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, said.length);
          exchange.getResponseBody().write(said);
          exchange.close();
        });
    group.start();
  }

  @AfterEach
  void close() {
    group.stop(0);
  }

  @Test
  void aRobotGetsTheTextInTheShapeThatItKnows() {
    assertThat(courier.deliver(message(Way.WECOM, "请报送。"), address(), ""))
        .isEqualTo(new Delivery.Taken());

    String[] sent = asked.remove().split("\n", 2);
    assertThat(sent[0]).isEqualTo("/send?key=k");
    assertThat(JsonPath.<String>read(sent[1], "$.msgtype")).isEqualTo("text");
    assertThat(JsonPath.<String>read(sent[1], "$.text.content")).isEqualTo("催报\n请报送。");
  }

  /** Reckoned with openssl: printf '1780000000000\nSECabc' | openssl dgst -sha256 -hmac SECabc. */
  @Test
  void dingTalkGetsTheTimeAndItsSignature() {
    courier.deliver(message(Way.DINGTALK, "请报送。"), address(), "SECabc");

    assertThat(asked.remove().split("\n", 2)[0])
        .isEqualTo("/send?key=k&timestamp=1780000000000&sign=" + EXPECTED_SIGN);
  }

  private static final String EXPECTED_SIGN =
      "pVGi%2F5Gq2PsoH40vucNy%2F95VgIA2RfPhTPSyUoW0a%2Fs%3D";

  @ParameterizedTest(name = "HTTP {0} {1} is {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          200 | {"errcode":0,"errmsg":"ok"}           | TAKEN
          200 | {"errcode":93000,"errmsg":"bad key"}  | REFUSED
          200 | {"errcode":45009,"errmsg":"too fast"} | REFUSED FOR NOW
          200 | {"errcode":130101,"errmsg":"send too fast"} | REFUSED FOR NOW
          200 | <html>who are you</html>              | UNKNOWN
          204 | -                                     | UNKNOWN
          302 | -                                     | REFUSED
          404 | -                                     | REFUSED
          429 | -                                     | REFUSED FOR NOW
          502 | -                                     | UNKNOWN
          """)
  void anAnswerSaysWhetherItArrived(int code, String body, String expected) {
    status = code;
    answer = code == 204 ? "" : body;

    Delivery delivery = courier.deliver(message(Way.WECOM, "请报送。"), address(), "");

    assertThat(
            switch (delivery) {
              case Delivery.Taken taken -> "TAKEN";
              case Delivery.NotTaken(Trouble why, String said, boolean passing) ->
                  why + (passing ? " FOR NOW" : "");
              case Delivery.Unknown(String said) -> "UNKNOWN";
            })
        .isEqualTo(expected);
  }

  @Test
  void whereNobodyListensNothingWasSent() {
    URI address = address();
    group.stop(0);

    assertThat(courier.deliver(message(Way.WECOM, "请报送。"), address, ""))
        .isInstanceOfSatisfying(
            Delivery.NotTaken.class,
            not -> {
              assertThat(not.why()).isEqualTo(Trouble.NOT_REACHED);
              assertThat(not.passing()).isTrue();
              assertThat(not.said()).doesNotContain("key");
            });
  }

  @Test
  void aLongTextIsCutBetweenCharacters() {
    assertThat(RobotCourier.cut("净".repeat(10), 30)).isEqualTo("净".repeat(10));
    assertThat(RobotCourier.cut("净".repeat(11), 30)).isEqualTo("净".repeat(9) + "…");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=abc",
        " https://QYAPI.weixin.qq.com:443/cgi-bin/webhook/send?key=abc "
      })
  void aRobotOfAnAllowedHostIsTaken(String address) {
    assertThat(hosts().find(address)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abc",
        "http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=abc",
        "https://127.0.0.1/send",
        "https://[::1]/send",
        "https://qyapi.weixin.qq.com.evil.example/send",
        "https://qyapi.weixin.qq.com@10.0.0.1/send",
        "https://user@qyapi.weixin.qq.com/send",
        "https://qyapi.weixin.qq.com:8443/send",
        "https://10.0.0.1#qyapi.weixin.qq.com",
        "https://qyapi.weixin.qq.com\\@10.0.0.1/send",
        "file:///etc/hostname"
      })
  void noOtherAddressMakesTheServerSpeak(String address) {
    assertThat(hosts().find(address)).isEmpty();
  }

  @Test
  void anAddressShowsItsLastCharactersAlone() {
    Address robot =
        new Address(
            Optional.empty(),
            Way.WECOM,
            "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=abcdefgh",
            "SECabc");

    assertThat(robot.shown()).isEqualTo("qyapi.weixin.qq.com/…efgh");
    assertThat(robot).hasToString("WECOM qyapi.weixin.qq.com/…efgh");
  }

  private static RobotHosts hosts() {
    return new RobotHosts(List.of("qyapi.weixin.qq.com", " oapi.dingtalk.com"));
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + group.getAddress().getPort() + "/send?key=k");
  }

  private static Reminder message(Way way, String text) {
    return new Reminder(
        new ReminderId(new UUID(0, 1)),
        PretendOffice.COUNTY,
        Optional.empty(),
        "",
        way,
        "",
        Set.of(Reason.TEST),
        "催报",
        text,
        ReminderStatus.SENDING,
        Trouble.NONE,
        "",
        true,
        NOW,
        0,
        "",
        NOW,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
