package jingtu.server.duty.paper;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jingtu.server.document.template.DraftText;
import jingtu.server.document.template.Template;
import jingtu.server.document.template.TemplateFormat;
import jingtu.server.document.template.TemplateKind;
import jingtu.server.document.template.TemplateValues;
import jingtu.testing.Office;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The product's own templates of papers, as they are and after somebody worked on them. */
class PaperTemplatesTests {

  /** What an office program last counted stands in the file. */
  private static final Pattern PAGE_NUMBER = Pattern.compile("— \\d+ —|第 \\d+ 页.*");

  @TempDir Path folder;

  static Stream<TemplateKind> kinds() {
    return Stream.of(
        PaperKinds.supervisionLetter(),
        PaperKinds.periodSummary(),
        PaperKinds.resultsNotice(),
        RoundTableKinds.roundTableByChapter(),
        RoundTableKinds.roundTableByOrganisation());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyFieldOfAShippedTemplateIsKnown(TemplateKind kind) {
    for (TemplateFormat format : kind.shipped().keySet()) {
      assertThat(faults(kind, format, kind.shippedTemplate(format))).isEmpty();
    }
  }

  @Test
  void savedByAnOfficeProgramInItsOwnFormatAndBackTheyFillTheSame() throws IOException {
    List<TemplateKind> kinds = kinds().toList();
    List<Path> shipped = new ArrayList<>();
    for (TemplateKind kind : kinds) {
      shipped.add(
          write("模板" + shipped.size() + ".docx", kind.shippedTemplate(TemplateFormat.WORD)));
    }
    List<Path> there = Office.convert(folder, shipped, "odt");
    List<Path> back =
        Office.convert(Files.createDirectories(folder.resolve("back")), there, "docx");

    assertThat(back).hasSize(5);
    for (int i = 0; i < kinds.size(); i++) {
      TemplateKind kind = kinds.get(i);
      byte[] saved = Files.readAllBytes(back.get(i));
      assertThat(faults(kind, TemplateFormat.WORD, saved)).as(kind.key()).isEmpty();
      assertThat(words(filled(kind, saved)))
          .as(kind.key())
          .isEqualTo(words(filled(kind, Files.readAllBytes(shipped.get(i)))));
    }
  }

  @Test
  void aSentenceThatACountyWordsItselfIsKeptAndFilled() throws IOException {
    TemplateKind kind = PaperKinds.supervisionLetter();
    byte[] edited =
        edited(
            kind.shippedTemplate(TemplateFormat.WORD),
            word -> {
              XWPFRun run =
                  word.getParagraphs().stream()
                      .filter(each -> each.getText().startsWith("请于收到本函后"))
                      .findFirst()
                      .orElseThrow()
                      .getRuns()
                      .getFirst();
              run.setText("请{{主送机关}}在三个工作日内补报{{事项数}}项。", 0);
            });

    assertThat(faults(kind, TemplateFormat.WORD, edited)).isEmpty();
    assertThat(words(filled(kind, edited))).contains("请净原县农业农村局在三个工作日内补报3项。");
  }

  @Test
  void aMisspeltFieldIsNamedInBothLanguages() throws IOException {
    TemplateKind kind = PaperKinds.supervisionLetter();
    byte[] edited =
        edited(
            kind.shippedTemplate(TemplateFormat.WORD),
            word -> word.createParagraph().createRun().setText("{{事项.原交}}"));

    assertThat(faults(kind, TemplateFormat.WORD, edited))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.say(Language.ZH)).contains("没有名为“事项.原交”的字段", "{{事项.原文}}");
              assertThat(fault.say(Language.EN)).contains("事项.原交", "{{事项.原文}}");
            });
  }

  @Test
  void aPageHoldsTwentyTwoLinesOfTwentyEightLetters() throws IOException {
    String letters = "国".repeat(28 * 30);
    byte[] draft = DraftText.read("TEXT LEFT | " + letters).word();

    Path pdf = Office.convert(folder, write("满页.docx", draft), "pdf");

    try (PDDocument pages = Loader.loadPDF(pdf.toFile())) {
      PDFTextStripper text = new PDFTextStripper();
      text.setEndPage(1);
      List<String> lines =
          text.getText(pages).lines().filter(line -> line.startsWith("国")).toList();
      assertThat(lines).hasSize(22).allSatisfy(line -> assertThat(line.strip()).hasSize(28));
    }
  }

  private interface Edit {
    void on(XWPFDocument word);
  }

  private static byte[] edited(byte[] template, Edit edit) throws IOException {
    try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(template));
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      edit.on(word);
      word.write(out);
      return out.toByteArray();
    }
  }

  private Path write(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private static List<Finding> faults(TemplateKind kind, TemplateFormat format, byte[] template) {
    return switch (Template.read(format, template, kind, Language.ZH)) {
      case Template.Outcome.Faulty(List<Finding> findings) -> findings;
      case Template.Outcome.Sound sound -> List.of();
    };
  }

  private static byte[] filled(TemplateKind kind, byte[] template) {
    if (Template.read(TemplateFormat.WORD, template, kind, Language.ZH)
        instanceof Template.Outcome.Sound(Template sound)) {
      return sound.fill(TemplateValues.examplesOf(kind));
    }
    throw new AssertionError("a template with faults");
  }

  /** The words of a document, without what office programs change of empty lines and tabs. */
  private static String words(byte[] document) {
    try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(document));
        XWPFWordExtractor text = new XWPFWordExtractor(word)) {
      return text.getText()
          .lines()
          .map(line -> line.replaceAll("[\\s\\u3000]+", " ").strip())
          .filter(line -> !line.isEmpty() && !PAGE_NUMBER.matcher(line).matches())
          .collect(joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
