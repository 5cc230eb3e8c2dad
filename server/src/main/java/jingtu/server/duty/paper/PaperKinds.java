package jingtu.server.duty.paper;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import jingtu.server.document.template.DraftText;
import jingtu.server.document.template.TemplateField;
import jingtu.server.document.template.TemplateFormat;
import jingtu.server.document.template.TemplateKind;
import jingtu.server.document.template.TemplateRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/**
 * The papers as kinds of document that a region may word itself. What is written with a number sign
 * is a number, what is written with a star a picture, and everything else words.
 */
@Configuration(proxyBeanMethods = false)
class PaperKinds {

  static final String LETTER = "supervision-letter";
  static final String SUMMARY = "period-summary";
  static final String NOTICE = "results-notice";

  private static final String FIELD = ".field.";

  @Bean
  @Order(10)
  static TemplateKind supervisionLetter() {
    return text(
        LETTER,
        fields(
            LETTER + FIELD,
            "issuer addressee region period due overdue #overdue-days basis #count #open-count"
                + " #returned-count date"),
        rows(
            LETTER + ".items",
            "number beginning why when sentence heading plan plan-title plan-number plan-date due"
                + " #overdue-days last-report returned-reason"));
  }

  @Bean
  @Order(13)
  static TemplateKind periodSummary() {
    return text(
        SUMMARY,
        fields(
            SUMMARY + FIELD,
            "issuer region period due date overview against moved problems next returned missing"
                + " *chart chart-note #line-count #reported-count #returned-count #missing-count"
                + " #standing-count"),
        rows(SUMMARY + ".states", "state #now last change"),
        rows(
            SUMMARY + ".organisations",
            "organisation #lines reported #returned #missing done #going behind #other"),
        rows(SUMMARY + ".moves", "number organisation beginning from to"),
        rows(SUMMARY + ".problem", "number organisation beginning text"),
        rows(SUMMARY + ".plans", "number organisation beginning text"),
        rows(SUMMARY + ".given-back", "number organisation beginning reason"),
        rows(SUMMARY + ".absent", "number organisation #count beginnings"));
  }

  @Bean
  @Order(14)
  static TemplateKind resultsNotice() {
    return text(
        NOTICE,
        fields(
            NOTICE + FIELD,
            "issuer region period due date overview in-time late missing red yellow green"
                + " rank-rule light-rule *chart chart-note"),
        rows(
            NOTICE + ".organisations",
            "#rank organisation #lines #in-time #late #missing share light"));
  }

  private static TemplateKind text(String key, List<TemplateField> fields, TemplateRows... rows) {
    return new TemplateKind(
        key,
        key + ".kind",
        fields,
        List.of(rows),
        Map.of(TemplateFormat.WORD, () -> DraftText.read(resource(key)).word()));
  }

  static TemplateRows rows(String messages, String keys) {
    return new TemplateRows(messages, fields(messages + ".", keys));
  }

  static List<TemplateField> fields(String before, String keys) {
    return Stream.of(keys.split(" ")).map(key -> field(before, key)).toList();
  }

  private static TemplateField field(String before, String key) {
    return switch (key.charAt(0)) {
      case '#' -> TemplateField.number(before + key.substring(1));
      case '*' -> TemplateField.picture(before + key.substring(1));
      default -> TemplateField.text(before + key);
    };
  }

  private static String resource(String key) {
    String path = "/duty/paper/" + key + ".txt";
    try (InputStream file = PaperKinds.class.getResourceAsStream(path)) {
      return new String(Objects.requireNonNull(file, path).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }
}
