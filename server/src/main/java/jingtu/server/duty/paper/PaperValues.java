package jingtu.server.duty.paper;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jingtu.server.document.template.TemplateValue;
import jingtu.server.document.template.TemplateValues;

/** What a paper is filled with, put together field by field. */
final class PaperValues {

  private final Map<String, TemplateValue> fields = new HashMap<>();
  private final Map<String, List<Map<String, TemplateValue>>> rows = new HashMap<>();

  /** Begins with what all papers of a round-up say. */
  static PaperValues of(RoundFacts facts) {
    PaperWords words = PaperWords.CHINESE;
    return new PaperValues()
        .put("issuer", facts.office())
        .put("region", facts.region())
        .put("period", words.period(facts.round()))
        .put("due", words.day(facts.round().due()))
        .put("date", words.day(facts.today()));
  }

  PaperValues put(String field, String words) {
    fields.put(field, TemplateValue.of(words));
    return this;
  }

  PaperValues put(String field, int number) {
    fields.put(field, TemplateValue.of(number));
    return this;
  }

  /** A chart, or why there is none. */
  PaperValues put(BarChart chart) {
    chart
        .draw()
        .ifPresentOrElse(
            picture -> fields.put("chart", picture),
            () -> put("chart-note", PaperWords.CHINESE.say("paper.no-chart")));
    return this;
  }

  PaperValues put(String list, List<Map<String, TemplateValue>> records) {
    rows.put(list, records);
    return this;
  }

  TemplateValues done() {
    return new TemplateValues(fields, rows);
  }

  /** One record of a list. */
  Map<String, TemplateValue> fields() {
    return Map.copyOf(fields);
  }
}
