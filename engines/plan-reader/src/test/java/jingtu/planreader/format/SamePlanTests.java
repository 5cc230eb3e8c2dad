package jingtu.planreader.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jingtu.planreader.format.Extraction.Extracted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same invented plan in every format gives the same paragraphs and the same table. */
class SamePlanTests {

  private static final String NUMBER = "禾净办〔2025〕12号";

  @TempDir private Path folder = Path.of("");

  @Test
  void wordGivesThePlainText() {
    assertThat(read(SamePlan.asWord()).text())
        .isEqualTo(SamePlan.TEXT.replace("方案\n" + NUMBER, "方案\n\n" + NUMBER));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"doc", "pdf", "html", "docx"})
  void whatLibreOfficeWritesGivesTheSameParagraphs(String format) {
    byte[] word = SamePlan.asWord();
    boolean tracksChanges = format.startsWith("doc");
    DocumentText document =
        read(
            tracksChanges
                ? OfficeWriter.convert(folder, word, "docx", format)
                : OfficeWriter.acceptChanges(folder, word, format));

    assertThat(paragraphs(document.text()))
        .containsExactlyInAnyOrderElementsOf(paragraphs(SamePlan.TEXT));
    assertThat(document.tables()).hasSize(1);
    assertThat(document.boilerplate()).isEmpty();
    Table table = document.tables().getFirst();
    assertThat(table.columns()).isEqualTo(4);
    assertThat(table.rows()).hasSize(4);
  }

  private static List<String> paragraphs(String text) {
    return Stream.of(text.split("\n", -1))
        .map(line -> line.replaceAll("[ \u00a0\u3000\t]+", ""))
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private static DocumentText read(byte[] content) {
    Extraction extraction = Documents.extract("plan", content);
    assertThat(extraction).isInstanceOf(Extracted.class);
    return ((Extracted) extraction).document();
  }

  @Test
  void plainTextIsItself() {
    assertThat(read(SamePlan.TEXT.getBytes(StandardCharsets.UTF_8)).text())
        .isEqualTo(SamePlan.TEXT);
  }
}
