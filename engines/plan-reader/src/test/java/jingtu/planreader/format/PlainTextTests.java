package jingtu.planreader.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import jingtu.planreader.format.Extraction.Extracted;
import jingtu.planreader.format.Extraction.Refused;
import jingtu.testing.Seeded;
import jingtu.vocabulary.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTests {

  private static final String PLAN = "青禾县净土工作安排\n一、总体要求\n（一）摸清家底。𠮷田镇先行。\n";

  @ParameterizedTest(name = "{0}, byte order mark {1}")
  @CsvSource({
    "UTF-8,    ''",
    "UTF-8,    '\uFEFF'",
    "GB18030,  ''",
    "UTF-16LE, '\uFEFF'",
    "UTF-16BE, '\uFEFF'",
  })
  void readsEveryEncodingAlike(String charset, String mark) {
    byte[] content = (mark + PLAN).getBytes(Charset.forName(charset));

    assertThat(textOf(content)).isEqualTo(PLAN);
  }

  @ParameterizedTest(name = "line end {0}")
  @ValueSource(strings = {"\r\n", "\r", "\n"})
  void readsEveryLineEndAlike(String lineEnd) {
    assertThat(textOf(PLAN.replace("\n", lineEnd).getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(PLAN);
  }

  @Test
  void keepsEverythingElseAsPrinted() {
    String printed = "\u3000\u3000一、目标\t 95 %\u00a0左右\n\n\f— 3 —\n";

    assertThat(textOf(printed.getBytes(StandardCharsets.UTF_8))).isEqualTo(printed);
  }

  /** One byte cut off the end is malformed UTF-8; the rest must not come out as mojibake. */
  @Test
  void refusesATextCutInsideACharacter() {
    byte[] whole = "县农业农村部门牵头".repeat(40).getBytes(StandardCharsets.UTF_8);

    assertThat(Documents.extract("a.txt", java.util.Arrays.copyOf(whole, whole.length - 1)))
        .isInstanceOf(Refused.class);
  }

  @ParameterizedTest(name = "{0} random bytes")
  @ValueSource(ints = {64, 1_000, 100_000})
  void refusesRandomBytes(int length) {
    byte[] content = new byte[length];
    Seeded.random(length).nextBytes(content);

    assertThat(refusalOf(content)).contains("GB18030");
  }

  @Test
  void refusesWhatHoldsNoText() {
    assertThat(refusalOf(new byte[0])).contains("空的");
    assertThat(refusalOf(" \r\n\u3000".getBytes(StandardCharsets.UTF_8))).contains("没有文字");
  }

  @Test
  void namesTheFileThatItRefuses() {
    assertThat(refusalOf(new byte[0])).startsWith("方案: ");
  }

  private static String textOf(byte[] content) {
    return ((Extracted) Documents.extract("方案", content)).document().text();
  }

  private static String refusalOf(byte[] content) {
    return ((Refused) Documents.extract("方案", content)).finding().say(Language.ZH);
  }
}
