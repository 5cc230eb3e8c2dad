package jingtu.server.duty.paper;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import jingtu.server.document.template.TemplateValue;
import jingtu.server.document.template.TemplateValues;
import jingtu.server.duty.paper.Reporting.Light;

/** What a notice of results says (通报). */
final class ResultsNotice {

  private static final PaperWords WORDS = PaperWords.CHINESE;

  private ResultsNotice() {}

  static TemplateValues values(RoundFacts facts) {
    List<Reporting> all = Reporting.of(facts);
    PaperValues values =
        PaperValues.of(facts)
            .put("overview", overview(facts, all))
            .put("in-time", some("in-time", all, each -> each.inTime() == each.lines()))
            .put("late", some("late", all, each -> each.missing() == 0 && each.late() > 0))
            .put("missing", missing(all))
            .put("rank-rule", WORDS.say("results-notice.rank-rule"))
            .put("light-rule", WORDS.say("results-notice.light-rule"))
            .put("organisations", all.stream().map(ResultsNotice::row).toList())
            .put(chart(all));
    for (Light light : Light.values()) {
      values.put(
          PaperWords.lower(light),
          some(PaperWords.lower(light), all, each -> each.light() == light));
    }
    return values.done();
  }

  private static String overview(RoundFacts facts, List<Reporting> all) {
    return WORDS.say(
        "results-notice.overview",
        WORDS.day(facts.round().due()),
        all.size(),
        all.stream().mapToInt(Reporting::lines).sum(),
        all.stream().mapToInt(Reporting::inTime).sum(),
        all.stream().mapToInt(Reporting::late).sum(),
        WORDS.day(facts.today()),
        all.stream().mapToInt(Reporting::missing).sum());
  }

  private static String some(String key, List<Reporting> all, Predicate<Reporting> which) {
    return WORDS.some(
        "results-notice." + key, all.stream().filter(which).map(Reporting::organisation).toList());
  }

  private static String missing(List<Reporting> all) {
    return WORDS.some(
        "results-notice.missing",
        all.stream()
            .filter(each -> each.missing() > 0)
            .map(
                each -> WORDS.say("results-notice.with-count", each.organisation(), each.missing()))
            .toList());
  }

  private static Map<String, TemplateValue> row(Reporting each) {
    return new PaperValues()
        .put("rank", each.rank())
        .put("organisation", each.organisation())
        .put("lines", each.lines())
        .put("in-time", each.inTime())
        .put("late", each.late())
        .put("missing", each.missing())
        .put("share", PaperWords.share(each.inTime(), each.lines()))
        .put("light", WORDS.say("results-notice.light." + PaperWords.lower(each.light())))
        .fields();
  }

  private static BarChart chart(List<Reporting> all) {
    return new BarChart(
        BarChart.Form.STACKED,
        all.stream().map(Reporting::organisation).toList(),
        List.of(
            series("in-time", all, Reporting::inTime),
            series("late", all, Reporting::late),
            series("missing", all, Reporting::missing)));
  }

  private static BarChart.Series series(
      String key, List<Reporting> all, java.util.function.ToIntFunction<Reporting> count) {
    return new BarChart.Series(
        WORDS.say("results-notice.chart-" + key), all.stream().mapToInt(count).boxed().toList());
  }
}
