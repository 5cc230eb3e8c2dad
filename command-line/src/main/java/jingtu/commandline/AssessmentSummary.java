package jingtu.commandline;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jingtu.assessment.Assessment;
import jingtu.assessment.Figure;
import jingtu.assessment.NonDetects;
import jingtu.assessment.Outcome;
import jingtu.assessment.Summary;
import jingtu.assessment.SummaryLine;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import jingtu.vocabulary.Result;
import jingtu.vocabulary.Unit;

/**
 * How many results of each analyte, and how many samples, came out how, by group. A sample counts
 * by the worst of its results.
 */
final class AssessmentSummary {

  /** Stands in place of an analyte where samples are counted. */
  static final String SAMPLES = "*";

  /** Groups beyond these are counted together, so that any column can be named. */
  private static final int MOST_GROUPS = 10_000;

  private static final String OUTCOME_WORDS = "assessment.outcome.";
  private static final String FURTHER_GROUPS = "…";

  private final Map<String, Map<String, Counts>> groups = new TreeMap<>();
  private final Summary figures = new Summary(NonDetects.LEFT_OUT);

  /** What was counted of one analyte in one group. */
  private static final class Counts {
    private final EnumMap<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private long number;
    private long nonDetects;

    long of(Outcome outcome) {
      return outcomes.getOrDefault(outcome, 0L);
    }

    /** The share of a number among the decided results, in percent; empty without any. */
    String share(long part) {
      long decided = number - of(Outcome.UNDECIDED) - of(Outcome.NO_THRESHOLD);
      return decided == 0
          ? ""
          : BigDecimal.valueOf(100 * part)
              .divide(BigDecimal.valueOf(decided), 2, RoundingMode.HALF_EVEN)
              .toPlainString();
    }
  }

  /**
   * Takes a result up, or a sample under {@link #SAMPLES}.
   *
   * @param group empty where nothing is summed up by group
   */
  void add(Optional<String> group, String analyte, Outcome outcome, boolean nonDetect) {
    Counts counts =
        groups
            .computeIfAbsent(known(group.orElse("")), any -> new TreeMap<>())
            .computeIfAbsent(analyte, any -> new Counts());
    counts.number++;
    counts.nonDetects += nonDetect ? 1 : 0;
    counts.outcomes.merge(outcome, 1L, Long::sum);
  }

  /** Takes a judged result up, with its content. */
  void add(Optional<String> group, Assessment assessment) {
    boolean nonDetect = !(assessment.reading().result() instanceof Result.Measured);
    add(group, assessment.analyte().symbol(), assessment.outcome(), nonDetect);
    figures.add(known(group.orElse("")), assessment);
  }

  private String known(String group) {
    return groups.size() < MOST_GROUPS || groups.containsKey(group) ? group : FURTHER_GROUPS;
  }

  /**
   * Writes a row for each analyte of each group. Figures are of what was judged and measured, in
   * the unit beside them; {@code <} stands before one that falls on what was not detected.
   */
  void write(ResultTable table) throws IOException {
    List<String> header =
        new ArrayList<>(
            List.of(
                "group",
                "analyte",
                "n",
                "non_detects",
                "unit",
                "min",
                "median",
                "mean",
                "max",
                "sd"));
    for (Outcome outcome : Outcome.values()) {
      header.add(outcome.name().toLowerCase(Locale.ROOT));
    }
    header.addAll(List.of("above_screening_percent", "above_control_percent", "exceeds_percent"));
    table.write(header);
    Map<String, Map<String, SummaryLine>> lines = linesByGroup();
    for (Map.Entry<String, Map<String, Counts>> group : groups.entrySet()) {
      Map<String, SummaryLine> known = lines.getOrDefault(group.getKey(), Map.of());
      for (Map.Entry<String, Counts> analyte : group.getValue().entrySet()) {
        Optional<SummaryLine> line = Optional.ofNullable(known.get(analyte.getKey()));
        table.write(row(group.getKey(), analyte.getKey(), analyte.getValue(), line));
      }
    }
  }

  private Map<String, Map<String, SummaryLine>> linesByGroup() {
    Map<String, Map<String, SummaryLine>> lines = new HashMap<>();
    for (SummaryLine line : figures.lines()) {
      lines
          .computeIfAbsent(line.group(), any -> new HashMap<>())
          .put(line.analyte().symbol(), line);
    }
    return lines;
  }

  private static List<String> row(
      String group, String analyte, Counts counts, Optional<SummaryLine> line) {
    List<String> row = new ArrayList<>(List.of(group, analyte));
    row.add(Long.toString(counts.number));
    row.add(Long.toString(counts.nonDetects));
    row.add(line.flatMap(SummaryLine::unit).map(Unit::symbol).orElse(""));
    row.add(figure(line.flatMap(SummaryLine::min)));
    row.add(figure(line.flatMap(SummaryLine::median)));
    row.add(figure(line.flatMap(SummaryLine::mean)));
    row.add(figure(line.flatMap(SummaryLine::max)));
    row.add(figure(line.flatMap(SummaryLine::standardDeviation)));
    for (Outcome outcome : Outcome.values()) {
      row.add(Long.toString(counts.of(outcome)));
    }
    long aboveControl = counts.of(Outcome.ABOVE_CONTROL);
    row.add(counts.share(counts.of(Outcome.ABOVE_SCREENING) + aboveControl));
    row.add(counts.share(aboveControl));
    row.add(counts.share(counts.of(Outcome.EXCEEDS)));
    return row;
  }

  private static String figure(Optional<Figure> figure) {
    return figure.map(Figure::toString).orElse("");
  }

  /** A line for each group and analyte with the outcomes that occur. */
  List<String> lines(Language language) {
    List<String> lines = new ArrayList<>();
    groups.forEach(
        (group, analytes) ->
            analytes.forEach(
                (analyte, counts) -> lines.add(line(group, analyte, counts, language))));
    return lines;
  }

  private static String line(String group, String analyte, Counts counts, Language language) {
    List<String> parts = new ArrayList<>();
    counts.outcomes.forEach(
        (outcome, number) ->
            parts.add(
                Messages.say(
                    Message.of("assess.count", words(outcome, language), number), language)));
    String name =
        analyte.equals(SAMPLES) ? Messages.say(Message.of("assess.samples"), language) : analyte;
    return Messages.say(
        Message.of(
            "assess.summary-line",
            group.isEmpty() ? name : group + " " + name,
            counts.number,
            counts.nonDetects,
            String.join("; ", parts)),
        language);
  }

  private static String words(Outcome outcome, Language language) {
    String key = OUTCOME_WORDS + outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return Messages.say(Message.of(key), language);
  }
}
