package jingtu.server.duty.paper;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import jingtu.server.document.template.TemplateValue;
import jingtu.server.document.template.TemplateValues;
import jingtu.server.duty.chase.WhoOwes;
import jingtu.server.duty.round.DutyState;
import jingtu.server.duty.round.LineStatus;
import jingtu.server.duty.round.Progress;
import jingtu.server.duty.round.ReportLine;
import jingtu.server.duty.round.sheet.RoundSheet;

/**
 * What the summary of a period says (阶段小结): only what was reported, and what follows by
 * counting. What was given back (退回) is no report; it is counted and listed by itself.
 */
final class PeriodSummary {

  private static final PaperWords WORDS = PaperWords.CHINESE;
  private static final String KEY = "period-summary.";
  private static final Set<DutyState> GOING = EnumSet.of(DutyState.GOING_ON, DutyState.STEADY);
  private static final Set<DutyState> OTHER =
      EnumSet.of(DutyState.NOT_STARTED, DutyState.NOT_CONCERNED);

  private final RoundFacts facts;
  private final List<ReportLine> now;
  private final Optional<List<ReportLine>> last;

  private PeriodSummary(RoundFacts facts) {
    this.facts = facts;
    this.now = facts.lines();
    this.last = facts.last().map(RoundFacts.Last::lines);
  }

  static TemplateValues values(RoundFacts facts) {
    return new PeriodSummary(facts).values();
  }

  private TemplateValues values() {
    int reported = reported(now);
    List<RoundSheet.Row> moved = moved();
    List<RoundSheet.Row> problems = saying(Progress::problems);
    List<RoundSheet.Row> plans = saying(Progress::nextSteps);
    List<RoundSheet.Row> returned =
        facts.rows().stream().filter(row -> isReturned(row.line())).toList();
    List<RoundSheet.Row> missing =
        facts.rows().stream().filter(row -> row.line().said().isEmpty()).toList();
    return PaperValues.of(facts)
        .put("overview", overview(reported))
        .put("against", against(reported))
        .put("moved", moved.isEmpty() ? say("moved-none") : say("moved-some", moved.size()))
        .put("problems", told("problems", problems))
        .put("next", told("next", plans))
        .put("returned", told("returned", returned))
        .put("missing", told("missing", missing))
        .put("line-count", now.size())
        .put("reported-count", reported)
        .put("returned-count", returned.size())
        .put("missing-count", missing.size())
        .put("states", states())
        .put("organisations", facts.sheets().stream().map(this::organisation).toList())
        .put("moves", numbered(moved, this::move))
        .put("problem", numbered(problems, row -> text(row, Progress::problems)))
        .put("plans", numbered(plans, row -> text(row, Progress::nextSteps)))
        .put("given-back", numbered(returned, PeriodSummary::givenBack))
        .put("absent", absent(missing))
        .put(chart())
        .done();
  }

  private String overview(int reported) {
    int late = (int) now.stream().filter(line -> line.late() && line.stands().isPresent()).count();
    return say(
        "overview",
        WORDS.day(facts.today()),
        WORDS.period(facts.round()),
        facts.sheets().size(),
        now.size(),
        reported,
        reported - late,
        late,
        returned(now),
        missing(now));
  }

  private String against(int reported) {
    return facts
        .last()
        .map(
            before ->
                say(
                    "against",
                    WORDS.period(before.round()),
                    before.lines().size(),
                    now.size(),
                    reported(before.lines()),
                    reported,
                    count(before.lines(), DutyState.DONE),
                    count(now, DutyState.DONE),
                    count(before.lines(), DutyState.BEHIND),
                    count(now, DutyState.BEHIND)))
        .orElseGet(() -> say("against-none"));
  }

  private List<RoundSheet.Row> moved() {
    return facts.rows().stream()
        .filter(row -> row.before().isPresent() && row.line().stands().isPresent())
        .filter(
            row -> row.before().orElseThrow().state() != row.line().stands().orElseThrow().state())
        .toList();
  }

  private List<RoundSheet.Row> saying(Function<Progress, String> text) {
    return facts.rows().stream()
        .filter(row -> row.line().stands().map(text).filter(words -> !words.isEmpty()).isPresent())
        .toList();
  }

  private static String told(String key, List<RoundSheet.Row> rows) {
    long organisations = rows.stream().map(row -> row.line().organisation()).distinct().count();
    return rows.isEmpty() ? say(key + "-none") : say(key + "-some", organisations, rows.size());
  }

  private List<Map<String, TemplateValue>> states() {
    List<Map<String, TemplateValue>> rows = new ArrayList<>();
    for (DutyState state : DutyState.values()) {
      rows.add(
          state(WORDS.state(state), count(now, state), last.map(lines -> count(lines, state))));
    }
    rows.add(
        state(WORDS.say("paper.given-back"), returned(now), last.map(PeriodSummary::returned)));
    rows.add(
        state(
            WORDS.say(facts.due() ? "paper.not-reported" : "paper.not-yet"),
            missing(now),
            last.map(PeriodSummary::missing)));
    return rows;
  }

  private static Map<String, TemplateValue> state(String name, int now, Optional<Integer> before) {
    return new PaperValues()
        .put("state", name)
        .put("now", now)
        .put("last", before.map(Object::toString).orElse(PaperWords.NOTHING))
        .put("change", before.map(was -> PaperWords.change(now, was)).orElse(PaperWords.NOTHING))
        .fields();
  }

  private Map<String, TemplateValue> organisation(RoundSheet sheet) {
    List<ReportLine> own = sheet.rows().stream().map(RoundSheet.Row::line).toList();
    UUID whose = sheet.organisation();
    Optional<List<ReportLine>> before =
        last.map(
            lines -> lines.stream().filter(line -> line.organisation().equals(whose)).toList());
    return new PaperValues()
        .put("organisation", sheet.name())
        .put("lines", own.size())
        .put("reported", changed(reported(own), before.map(PeriodSummary::reported)))
        .put("returned", returned(own))
        .put("missing", missing(own))
        .put("done", changed(own, before, DutyState.DONE))
        .put("going", GOING.stream().mapToInt(state -> count(own, state)).sum())
        .put("behind", changed(own, before, DutyState.BEHIND))
        .put("other", OTHER.stream().mapToInt(state -> count(own, state)).sum())
        .fields();
  }

  private static String changed(
      List<ReportLine> now, Optional<List<ReportLine>> before, DutyState state) {
    return changed(count(now, state), before.map(lines -> count(lines, state)));
  }

  private static String changed(int now, Optional<Integer> before) {
    return before
        .map(was -> say("change", now, PaperWords.change(now, was)))
        .orElse(Integer.toString(now));
  }

  private PaperValues move(RoundSheet.Row row) {
    return begun(row)
        .put("from", WORDS.state(row.before().orElseThrow().state()))
        .put("to", WORDS.state(row.line().stands().orElseThrow().state()));
  }

  private static PaperValues text(RoundSheet.Row row, Function<Progress, String> text) {
    return begun(row).put("text", row.line().stands().map(text).orElse(""));
  }

  private static PaperValues givenBack(RoundSheet.Row row) {
    return begun(row).put("reason", row.line().returnedReason());
  }

  private static PaperValues begun(RoundSheet.Row row) {
    return new PaperValues()
        .put("organisation", row.duty().assignee().name())
        .put("beginning", WhoOwes.quote(row.duty().words()));
  }

  private static List<Map<String, TemplateValue>> absent(List<RoundSheet.Row> missing) {
    Map<String, List<String>> byName =
        missing.stream()
            .collect(
                groupingBy(
                    row -> row.duty().assignee().name(),
                    LinkedHashMap::new,
                    java.util.stream.Collectors.mapping(
                        row -> WhoOwes.quote(row.duty().words()), toList())));
    return numbered(
        List.copyOf(byName.entrySet()),
        each ->
            new PaperValues()
                .put("organisation", each.getKey())
                .put("count", each.getValue().size())
                .put("beginnings", String.join(WORDS.say("paper.semicolon"), each.getValue())));
  }

  private static <T> List<Map<String, TemplateValue>> numbered(
      List<T> things, Function<T, PaperValues> record) {
    List<Map<String, TemplateValue>> rows = new ArrayList<>();
    for (T thing : things) {
      rows.add(record.apply(thing).put("number", Integer.toString(rows.size() + 1)).fields());
    }
    return rows;
  }

  private BarChart chart() {
    List<BarChart.Series> series = new ArrayList<>();
    last.ifPresent(lines -> series.add(new BarChart.Series(say("chart-last"), counts(lines))));
    series.add(new BarChart.Series(say("chart-now"), counts(now)));
    List<String> names =
        new ArrayList<>(Arrays.stream(DutyState.values()).map(WORDS::state).toList());
    names.add(WORDS.say("paper.given-back"));
    names.add(WORDS.say(facts.due() ? "paper.not-reported" : "paper.not-yet"));
    return new BarChart(BarChart.Form.GROUPED, names, series);
  }

  private static List<Integer> counts(List<ReportLine> lines) {
    List<Integer> counts =
        new ArrayList<>(
            Arrays.stream(DutyState.values()).map(state -> count(lines, state)).toList());
    counts.add(returned(lines));
    counts.add(missing(lines));
    return counts;
  }

  private static int reported(List<ReportLine> lines) {
    return (int) lines.stream().filter(line -> line.stands().isPresent()).count();
  }

  private static int returned(List<ReportLine> lines) {
    return (int) lines.stream().filter(PeriodSummary::isReturned).count();
  }

  private static int missing(List<ReportLine> lines) {
    return (int) lines.stream().filter(line -> line.said().isEmpty()).count();
  }

  private static boolean isReturned(ReportLine line) {
    return line.status() == LineStatus.RETURNED;
  }

  private static int count(List<ReportLine> lines, DutyState state) {
    return (int)
        lines.stream()
            .filter(line -> line.stands().filter(said -> said.state() == state).isPresent())
            .count();
  }

  private static String say(String key, Object... arguments) {
    return WORDS.say(KEY + key, arguments);
  }
}
