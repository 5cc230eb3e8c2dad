package jingtu.planreader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jingtu.planreader.output.JsonLines;
import jingtu.testing.Needs;
import jingtu.vocabulary.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The examination of {@code src/test/resources/exam}: prints what was found of each document, field
 * by field, and every miss and false alarm with its sentence. Asserted is only what holds for any
 * reader: the papers are sound, each gives a reading, and a text without tasks yields none.
 */
class ExamTests {

  private static final Path EXAM =
      Needs.repository().resolve("engines/plan-reader/src/test/resources/exam");
  private static final Map<String, Map<String, ExamMarking.Tally>> HALVES = new TreeMap<>();

  static List<Arguments> papers() throws IOException {
    List<Arguments> papers = new ArrayList<>();
    for (String half : List.of("open", "held-out")) {
      try (Stream<Path> folders = Files.list(EXAM.resolve(half))) {
        folders
            .map(Path::getFileName)
            .map(Object::toString)
            .sorted()
            .forEach(name -> papers.add(Arguments.of(half, name)));
      }
    }
    return papers;
  }

  @ParameterizedTest
  @MethodSource("papers")
  void printsWhatIsFound(String half, String name) throws IOException {
    Path paper = EXAM.resolve(half).resolve(name);
    String text = Files.readString(paper.resolve("plan.txt"));
    List<JsonNode> expected = lines(Files.readString(paper.resolve("expected.jsonl")));
    List<JsonNode> wantedTasks = ofKind(expected, "task");
    wantedTasks.forEach(task -> assertSound(task, text));

    ReadOutcome outcome =
        PlanReader.read("plan.txt", Files.readAllBytes(paper.resolve("plan.txt")));
    assertThat(outcome).isInstanceOf(PlanReading.class);
    StringWriter printed = new StringWriter();
    JsonLines.write((PlanReading) outcome, Language.ZH, printed);
    List<JsonNode> found = lines(printed.toString());

    ExamMarking marking = new ExamMarking(text);
    marking.heads(ofKind(expected, "head"), ofKind(found, "head"));
    marking.tasks(wantedTasks, ofKind(found, "task"));
    marking.facts(expected, found);
    marking.print(half + "/" + name);
    marking.addTo(HALVES.computeIfAbsent(half, h -> new TreeMap<>()));

    if (wantedTasks.isEmpty()) {
      assertThat(ofKind(found, "task")).isEmpty();
    }
  }

  @AfterAll
  static void printsTheHalves() {
    HALVES.forEach(
        (half, tallies) -> {
          System.out.println("\n== all of " + half);
          tallies.forEach((field, tally) -> System.out.println(tally.row(field)));
        });
  }

  /** The offsets of an expected task cut out the text that it quotes. */
  private static void assertSound(JsonNode task, String text) {
    String body = ExamMarking.slice(text, task);
    assertThat(body)
        .as(task.path("id").asString())
        .startsWith(task.path("text_start").asString())
        .endsWith(task.path("text_end").asString())
        .hasSize(task.path("chars").asInt());
  }

  private static List<JsonNode> lines(String jsonLines) {
    return jsonLines.lines().map(line -> JsonMapper.shared().readTree(line)).toList();
  }

  private static List<JsonNode> ofKind(List<JsonNode> lines, String kind) {
    return lines.stream().filter(line -> line.path("kind").asString("").equals(kind)).toList();
  }
}
