package jingtu.server.document.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/** An invented kind of document, and what its templates are filled with. */
final class Sample {

  static final TemplateKind KIND =
      new TemplateKind(
          "sample",
          "template-sample.sample",
          List.of(
              TemplateField.text("template-sample.plan-title"),
              TemplateField.text("template-sample.number"),
              TemplateField.picture("template-sample.emblem")),
          List.of(
              new TemplateRows(
                  "template-sample.rows",
                  List.of(
                      TemplateField.text("template-sample.heading"),
                      TemplateField.text("template-sample.measure"),
                      TemplateField.text("template-sample.organisation"),
                      TemplateField.number("template-sample.count")))),
          Map.of());

  private Sample() {}

  /** One row of the sample. */
  record Work(String heading, String measure, String organisation, int count) {
    Map<String, TemplateValue> values() {
      return Map.of(
          "heading", TemplateValue.of(heading),
          "measure", TemplateValue.of(measure),
          "organisation", TemplateValue.of(organisation),
          "count", TemplateValue.of(count));
    }
  }

  static final List<Work> WORKS =
      List.of(
          new Work("一、查清家底", "对补充耕地布点采样", "县农业农村局", 120),
          new Work("一、查清家底", "建立企业用地档案", "县农业农村局", 30),
          new Work("二、管好农用地", "划定类别\n更新清单", "县农业农村局", 1),
          new Work("二、管好农用地", "=1+1", "县水利局", 4));

  static TemplateValues values() {
    return values(WORKS);
  }

  static TemplateValues values(List<Work> works) {
    return new TemplateValues(
        Map.of(
            "plan-title", TemplateValue.of("净原县土壤污染防治工作方案"),
            "number", TemplateValue.of("净政发〔2026〕5号"),
            "emblem", ExamplePicture.value()),
        Map.of("rows", works.stream().map(Work::values).toList()));
  }

  static byte[] bytes(XWPFDocument word) {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      word.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(XSSFWorkbook book) {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      book.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static XWPFDocument word(byte[] content) {
    try {
      return new XWPFDocument(new ByteArrayInputStream(content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static XSSFWorkbook book(byte[] content) {
    try {
      return new XSSFWorkbook(new ByteArrayInputStream(content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] filled(TemplateFormat format, byte[] template, TemplateValues values) {
    Template.Outcome outcome = Template.read(format, template, KIND, Language.ZH);
    assertThat(outcome).isInstanceOf(Template.Outcome.Sound.class);
    return ((Template.Outcome.Sound) outcome).template().fill(values);
  }

  static List<Finding> faults(TemplateFormat format, byte[] template) {
    return switch (Template.read(format, template, KIND, Language.ZH)) {
      case Template.Outcome.Sound sound -> List.of();
      case Template.Outcome.Faulty(List<Finding> findings) -> findings;
    };
  }

  static String said(TemplateFormat format, byte[] template) {
    return faults(format, template).stream()
        .map(finding -> finding.say(Language.ZH) + "\n")
        .collect(Collectors.joining());
  }

  /** A paragraph whose words lie in as many runs as there are parts. */
  static void runs(XWPFParagraph paragraph, String... parts) {
    for (String part : parts) {
      paragraph.createRun().setText(part);
    }
  }
}
