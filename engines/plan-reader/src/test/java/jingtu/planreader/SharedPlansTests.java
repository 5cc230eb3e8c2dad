package jingtu.planreader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import jingtu.planreader.output.JsonLines;
import jingtu.testing.Needs;
import jingtu.vocabulary.Language;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Prints how well published plans are read; the numbers are looked at, not asserted. */
class SharedPlansTests {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"huilongxu-2017", "jiangxi", "zhengzhou-2019"})
  void printsTheScoreOfTasks(String plan) throws IOException, InterruptedException {
    Path text = Needs.shared("plans", plan + ".txt");
    Path gold = Needs.shared("plans", "gold", plan + ".jsonl");
    run("score.py", text.toString(), gold.toString(), read(text).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "000, yanshou-2017",
    "001, lishu-task-table",
    "002, huilongxu-2017",
    "003a, county-2024",
    "003c, jiangxi",
    "004, zhengzhou-2019"
  })
  void printsTheFactsFound(String code, String plan) throws IOException, InterruptedException {
    Path text = Needs.shared("plans", plan + ".txt");
    String indicators = Needs.shared("indicators.csv").toString();
    String deadlines = Needs.shared("deadlines.csv").toString();
    run("facts.py", code, read(text).toString(), indicators, deadlines);
  }

  private Path read(Path text) throws IOException {
    Path lines = folder.resolve("reading.jsonl");
    ReadOutcome outcome = PlanReader.read(text.getFileName().toString(), Files.readAllBytes(text));
    assertThat(outcome).isInstanceOf(PlanReading.class);
    try (Writer out = Files.newBufferedWriter(lines)) {
      JsonLines.write((PlanReading) outcome, Language.ZH, out);
    }
    return lines;
  }

  private static void run(String script, String... arguments)
      throws IOException, InterruptedException {
    ProcessBuilder python = new ProcessBuilder(Needs.program("python3").toString());
    python.command().add(Needs.shared("plans", "gold", script).toString());
    python.command().addAll(java.util.List.of(arguments));
    python.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    Process process = python.redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    System.out.println(script + " " + arguments[0] + "\n" + printed);
  }
}
