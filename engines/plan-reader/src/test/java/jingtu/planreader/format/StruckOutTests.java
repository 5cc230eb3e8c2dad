package jingtu.planreader.format;

import static jingtu.planreader.format.WordFile.p;
import static jingtu.planreader.format.WordFile.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import jingtu.planreader.format.Extraction.Extracted;
import jingtu.vocabulary.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words struck out are no part of the text, and a finding says which they were. */
class StruckOutTests {

  private static final String STRUCK = "<w:r><w:rPr><w:strike/></w:rPr><w:t>2025年底前，</w:t></w:r>";
  private static final String UNDERLINED =
      "<w:r><w:rPr><w:u w:val=\"single\"/></w:rPr><w:t>2026年6月底前，</w:t></w:r>";
  private static final byte[] FILE =
      WordFile.of(
              p("沙洲县清查安排"), "<w:p>" + run("各乡镇在") + STRUCK + UNDERLINED + run("完成清查。") + "</w:p>")
          .bytes();

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"docx", "doc", "pdf", "html"})
  void leavesThemOutInEveryFormat(String format) {
    byte[] content =
        format.equals("docx") ? FILE : OfficeWriter.convert(folder, FILE, "docx", format);
    DocumentText document = read(content);

    assertThat(lines(document)).containsExactly("沙洲县清查安排", "各乡镇在2026年6月底前，完成清查。");
    assertThat(document.findings()).hasSize(1);
    assertThat(document.findings().getFirst().finding().say(Language.ZH)).contains("1 处", "2025");
  }

  /** LibreOffice prints tracked deletions struck out and insertions underlined. */
  @Test
  void readsTheNewWordsOfAPrintedDraft() {
    DocumentText draft = read(OfficeWriter.convert(folder, SamePlan.asWord(), "docx", "pdf"));

    assertThat(lines(draft))
        .anyMatch(line -> line.contains("开展用地清查。2025年底前，完成全县"))
        .anyMatch(line -> line.contains("化肥利用率提高到43%以上"));
    assertThat(draft.findings().getFirst().finding().say(Language.EN)).contains("2 places");
  }

  private static List<String> lines(DocumentText document) {
    return document.text().lines().map(line -> line.replace(" ", "")).toList();
  }

  private static DocumentText read(byte[] content) {
    return ((Extracted) Documents.extract("plan", content)).document();
  }
}
