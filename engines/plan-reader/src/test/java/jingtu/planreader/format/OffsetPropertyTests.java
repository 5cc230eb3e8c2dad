package jingtu.planreader.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import jingtu.planreader.PlanReader;
import jingtu.planreader.PlanReading;
import jingtu.planreader.output.JsonLines;
import jingtu.testing.Seeded;
import jingtu.vocabulary.Language;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Whatever the format, {@code start} and {@code end} of every printed line cut its words out of the
 * text that {@code --format text} prints, white space aside.
 */
class OffsetPropertyTests {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"UTF-8", "GB18030", "docx", "html", "xlsx"})
  void offsetsCutOutTheWordsOfDamagedPlans(String format) {
    Function<String, byte[]> write =
        switch (format) {
          case "docx" -> OffsetPropertyTests::asWord;
          case "html" -> OffsetPropertyTests::asPage;
          case "xlsx" -> OffsetPropertyTests::asSheet;
          default -> text -> text.getBytes(Charset.forName(format));
        };

    Seeded.forAll(200, OffsetPropertyTests::damaged, text -> check(write.apply(text)));
  }

  @ParameterizedTest(name = "{0} as {1}")
  @CsvSource({"plan, docx", "plan, doc", "plan, pdf", "plan, html", "table, doc", "table, pdf"})
  void offsetsCutOutTheWordsThatLibreOfficeWrote(String what, String format) {
    byte[] word = what.equals("plan") ? SamePlan.asWord() : TaskTable.asWord();

    assertThat(check(OfficeWriter.convert(folder, word, "docx", format))).isGreaterThan(5);
  }

  /** Checks every line; tells how many there were. */
  private static int check(byte[] content) {
    PlanReading reading = (PlanReading) PlanReader.read("plan", content);
    StringWriter printed = new StringWriter();
    JsonLines.write(reading, Language.ZH, printed);
    int lines = 0;
    for (String line : printed.toString().lines().toList()) {
      JsonNode object = JSON.readTree(line);
      checkWords(reading.text(), object);
      object.path("actions").forEach(action -> checkWords(reading.text(), action));
      lines++;
    }
    return lines;
  }

  private static void checkWords(String text, JsonNode object) {
    int from = text.offsetByCodePoints(0, object.get("start").asInt());
    int to = text.offsetByCodePoints(0, object.get("end").asInt());
    assertThat(text.substring(from, to).replaceAll("[\\s\\u3000\\u00a0]", ""))
        .isEqualTo(object.get("text").asString());
  }

  private static String damaged(RandomGenerator random) {
    StringBuilder text = new StringBuilder(SamePlan.TEXT);
    for (int i = 0; i < 8; i++) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(3)) {
        case 0 -> text.insert(at, "𠮷");
        case 1 -> text.insert(at, Seeded.oneOf(random, List.of(" ", "　", "。", "（")));
        default -> text.delete(at, Math.min(text.length(), at + random.nextInt(9)));
      }
    }
    return text.toString();
  }

  private static byte[] asWord(String text) {
    StringBuilder body = new StringBuilder();
    text.lines().forEach(line -> body.append(WordFile.p(line.replace('\t', ' '))));
    return WordFile.of(body.toString()).bytes();
  }

  private static byte[] asPage(String text) {
    StringBuilder page = new StringBuilder("<html><body>");
    text.lines().forEach(line -> page.append("<p>").append(line).append("</p>"));
    return page.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] asSheet(String text) {
    StringBuilder rows = new StringBuilder("<sheetData>");
    text.lines()
        .forEach(line -> rows.append("<row><c t=\"str\"><v>%s</v></c></row>".formatted(line)));
    return SheetFile.of(rows.append("</sheetData>").toString(), "");
  }
}
