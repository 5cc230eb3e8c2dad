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
import java.util.stream.Stream;
import jingtu.server.document.template.TemplateValue;
import jingtu.server.document.template.TemplateValues;
import jingtu.server.duty.chase.WhoOwes;
import jingtu.server.duty.round.DutyState;
import jingtu.server.duty.round.LineStatus;
import jingtu.server.duty.round.Progress;
import jingtu.server.duty.round.ReportLine;
import jingtu.server.duty.round.Round;
import jingtu.server.duty.round.sheet.RoundSheet;

/**
 * What the summary of a period says (阶段小结): only what was reported, and what follows by counting.
 * What was given back (退回) is no report; it is counted and listed by itself. States are those of
 * all work, also of what is asked about no more, as what was done before; how many report is told
 * of what is asked.
 */
final class PeriodSummary {

  private static final PaperWords WORDS = PaperWords.CHINESE;
  private static final String KEY = "period-summary.";
  private static final Set<DutyState> GOING = EnumSet.of(DutyState.GOING_ON, DutyState.STEADY);
  private static final Set<DutyState> OTHER =
      EnumSet.of(DutyState.NOT_STARTED, DutyState.NOT_CONCERNED);

  private final RoundFacts facts;
  private final Lines now;
  private final Optional<Lines> last;

  private PeriodSummary(RoundFacts facts) {
    this.facts = facts;
    this.now =
        new Lines(facts.lines(), facts.standing().stream().map(each -> each.row().line()).toList());
    this.last = facts.last().map(each -> new Lines(each.lines(), each.standing()));
  }

  /**
   * The lines of a period.
   *
   * @param standing of duties that it does not ask about
   */
  private record Lines(List<ReportLine> asked, List<ReportLine> standing) {

    Lines of(UUID organisation) {
      return new Lines(of(asked, organisation), of(standing, organisation));
    }

    private static List<ReportLine> of(List<ReportLine> lines, UUID organisation) {
      return lines.stream().filter(line -> line.organisation().equals(organisation)).toList();
    }

    int reported() {
      return (int) asked.stream().filter(line -> line.stands().isPresent()).count();
    }

    int returned() {
      return (int) asked.stream().filter(PeriodSummary::isReturned).count();
    }

    int missing() {
      return (int) asked.stream().filter(line -> line.said().isEmpty()).count();
    }

    int late() {
      return (int) asked.stream().filter(line -> line.late() && line.stands().isPresent()).count();
    }

    int count(DutyState state) {
      return (int)
          Stream.concat(asked.stream(), standing.stream())
              .filter(line -> line.stands().filter(said -> said.state() == state).isPresent())
              .count();
    }

    int count(Set<DutyState> states) {
      return states.stream().mapToInt(this::count).sum();
    }
  }

  static TemplateValues values(RoundFacts facts) {
    return new PeriodSummary(facts).values();
  }

  private TemplateValues values() {
    List<RoundSheet.Row> moved = moved();
    List<RoundSheet.Row> problems = saying(Progress::problems);
    List<RoundSheet.Row> plans = saying(Progress::nextSteps);
    List<RoundSheet.Row> returned =
        facts.rows().stream().filter(row -> isReturned(row.line())).toList();
    List<RoundSheet.Row> missing =
        facts.rows().stream().filter(row -> row.line().said().isEmpty()).toList();
    return PaperValues.of(facts)
        .put("overview", overview())
        .put("against", against())
        .put("moved", moved.isEmpty() ? say("moved-none") : say("moved-some", moved.size()))
        .put("problems", told("problems", problems))
        .put("next", told("next", plans))
        .put("returned", told("returned", returned))
        .put("missing", told("missing", missing))
        .put("line-count", now.asked().size())
        .put("standing-count", now.standing().size())
        .put("reported-count", now.reported())
        .put("returned-count", returned.size())
        .put("missing-count", missing.size())
        .put("states", states())
        .put("organisations", organisations())
        .put("moves", numbered(moved, this::move))
        .put("problem", numbered(problems, row -> text(row, Progress::problems)))
        .put("plans", numbered(plans, row -> text(row, Progress::nextSteps)))
        .put("given-back", numbered(returned, PeriodSummary::givenBack))
        .put("absent", absent(missing))
        .put(chart())
        .done();
  }

  private String overview() {
    String asked =
        say(
            "overview",
            WORDS.day(facts.today()),
            WORDS.period(facts.round()),
            facts.sheets().size(),
            now.asked().size(),
            now.reported(),
            now.reported() - now.late(),
            now.late(),
            now.returned(),
            now.missing());
    return now.standing().isEmpty() ? asked : asked + say("standing", now.standing().size());
  }

  private String against() {
    return facts
        .last()
        .flatMap(before -> last.map(lines -> against(before.round(), lines)))
        .orElseGet(() -> say("against-none"));
  }

  private String against(Round round, Lines before) {
    return say(
        "against",
        WORDS.period(round),
        before.asked().size(),
        now.asked().size(),
        before.reported(),
        now.reported(),
        before.count(DutyState.DONE),
        now.count(DutyState.DONE),
        before.count(DutyState.BEHIND),
        now.count(DutyState.BEHIND));
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
      rows.add(state(WORDS.state(state), now.count(state), last.map(lines -> lines.count(state))));
    }
    rows.add(state(WORDS.say("paper.given-back"), now.returned(), last.map(Lines::returned)));
    rows.add(
        state(
            WORDS.say(facts.due() ? "paper.not-reported" : "paper.not-yet"),
            now.missing(),
            last.map(Lines::missing)));
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

  /** Those that are asked, and after them those of which only what they did before is told. */
  private List<Map<String, TemplateValue>> organisations() {
    Map<UUID, String> names = new LinkedHashMap<>();
    facts.sheets().forEach(sheet -> names.put(sheet.organisation(), sheet.name()));
    facts
        .standing()
        .forEach(
            each ->
                names.putIfAbsent(
                    each.row().line().organisation(), each.row().duty().assignee().name()));
    return names.entrySet().stream()
        .map(each -> organisation(each.getKey(), each.getValue()))
        .toList();
  }

  private Map<String, TemplateValue> organisation(UUID whose, String name) {
    Lines own = now.of(whose);
    Optional<Lines> before = last.map(lines -> lines.of(whose));
    return new PaperValues()
        .put("organisation", name)
        .put("lines", own.asked().size())
        .put("reported", changed(own.reported(), before.map(Lines::reported)))
        .put("returned", own.returned())
        .put("missing", own.missing())
        .put("done", changed(own, before, DutyState.DONE))
        .put("going", own.count(GOING))
        .put("behind", changed(own, before, DutyState.BEHIND))
        .put("other", own.count(OTHER))
        .fields();
  }

  private static String changed(Lines now, Optional<Lines> before, DutyState state) {
    return changed(now.count(state), before.map(lines -> lines.count(state)));
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

  private static List<Integer> counts(Lines lines) {
    List<Integer> counts =
        new ArrayList<>(Arrays.stream(DutyState.values()).map(lines::count).toList());
    counts.add(lines.returned());
    counts.add(lines.missing());
    return counts;
  }

  private static boolean isReturned(ReportLine line) {
    return line.status() == LineStatus.RETURNED;
  }

  private static String say(String key, Object... arguments) {
    return WORDS.say(KEY + key, arguments);
  }
}
