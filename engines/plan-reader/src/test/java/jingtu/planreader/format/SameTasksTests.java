package jingtu.planreader.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jingtu.planreader.PlanReader;
import jingtu.planreader.PlanReading;
import jingtu.planreader.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same invented plan gives the same tasks, whatever its format. */
class SameTasksTests {

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest(name = "{0}")
  @CsvSource({"GB18030", "docx", "docx saved again", "doc", "doc accepted", "pdf", "html"})
  void givesTheTasksOfThePlainText(String format) {
    byte[] word = SamePlan.asWord();
    Supplier<byte[]> file =
        switch (format) {
          case "GB18030" -> () -> SamePlan.TEXT.getBytes(Charset.forName("GB18030"));
          case "docx" -> () -> word;
          case "docx saved again" -> () -> OfficeWriter.convert(folder, word, "docx", "docx");
          case "doc" -> () -> OfficeWriter.convert(folder, word, "docx", "doc");
          default ->
              () -> OfficeWriter.acceptChanges(folder, word, format.replace(" accepted", ""));
        };
    List<String> expected = tasks(SamePlan.TEXT.getBytes(StandardCharsets.UTF_8));

    assertThat(expected).hasSize(5);
    assertThat(tasks(file.get())).containsExactlyElementsOf(expected);
  }

  /** Article, clause, item and sub-item with merged cells; item and sub-item have other leads. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({"docx", "xlsx", "html", "doc", "pdf", "html of LibreOffice"})
  void givesTheTasksOfTheTaskTable(String format) {
    byte[] word = TaskTable.asWord();
    byte[] file =
        switch (format) {
          case "docx" -> word;
          case "xlsx" -> TaskTable.asSheet();
          case "html" -> TaskTable.asPage().getBytes(StandardCharsets.UTF_8);
          default ->
              OfficeWriter.convert(folder, word, "docx", format.replace(" of LibreOffice", ""));
        };
    List<String> expected = tasks(TaskTable.asText().getBytes(StandardCharsets.UTF_8));

    assertThat(tasks(file)).containsExactlyElementsOf(expected);
  }

  @Test
  void givesEveryItemAndSubItemOfTheTaskTableItsOwnLead() {
    byte[] text = TaskTable.asText().getBytes(StandardCharsets.UTF_8);
    PlanReading reading = (PlanReading) PlanReader.read("plan", text);

    assertThat(reading.plans().getFirst().tasks())
        .extracting(task -> task.path().getLast() + "/" + String.join("、", task.lead()))
        .containsExactly(
            "（一）养护耕层/县农业局", "（一）养护耕层/县水利局", "（一）养护耕层/县林业局", "（二）增施有机肥/县农业局", "（二）增施有机肥/县畜牧局");
  }

  private static List<String> tasks(byte[] content) {
    PlanReading reading = (PlanReading) PlanReader.read("plan", content);
    return reading.plans().stream()
        .flatMap(plan -> plan.tasks().stream())
        .map(task -> describe(reading, task))
        .toList();
  }

  /** Everything but offsets, without white space. */
  private static String describe(PlanReading reading, Task task) {
    Stream<String> parts =
        Stream.of(
            reading.words(task.span()),
            task.clause().map(reading::words).orElse(""),
            task.path().toString(),
            task.lead().toString(),
            task.responsible().toString(),
            task.participants().toString(),
            task.implementers().toString(),
            task.deadlines().stream().map(it -> it.notation()).toList().toString(),
            task.targets().stream()
                .map(it -> it.indicator() + it.comparator() + it.value() + it.unit())
                .toList()
                .toString());
    return parts.map(it -> it.replaceAll("\\s", "")).toList().toString();
  }
}
