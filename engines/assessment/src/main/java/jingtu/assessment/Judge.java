package jingtu.assessment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jingtu.standards.Edition;
import jingtu.standards.TableRef.Meaning;
import jingtu.standards.Threshold;
import jingtu.vocabulary.Analyte;
import jingtu.vocabulary.LandUse;
import jingtu.vocabulary.Quantity;
import jingtu.vocabulary.Reading;
import jingtu.vocabulary.Result;

/**
 * Holds readings and samples against one edition of a standard.
 *
 * <p>Contents are converted to the threshold's unit exactly and compared with all their digits; a
 * content equal to a threshold does not exceed it. What the laboratory did not detect is taken to
 * lie anywhere up to the limit.
 *
 * <p>Where something that thresholds depend on is not known, the reading is judged for all that it
 * may be. Without pH it stays {@code UNDECIDED}, and the reason says what to supply, and what it
 * would come to where that is the same at any pH. Without land use or crop it is decided only where
 * all of them agree, and the reason says that it is so whatever the missing thing is.
 */
public final class Judge {

  private final Edition edition;
  private final Rules rules;
  private final Statements statements;
  private final Map<Analyte, AnalyteTable> tables = new HashMap<>();

  private Judge(Edition edition, Rules rules) {
    this.edition = edition;
    this.rules = rules;
    this.statements = new Statements(edition);
    edition.thresholds().stream()
        .collect(Collectors.groupingBy(Threshold::analyte))
        .forEach((analyte, own) -> tables.put(analyte, new AnalyteTable(edition, own)));
  }

  public static Judge of(Edition edition, Rules rules) {
    return new Judge(edition, rules);
  }

  /** Judges all readings of a sample, and the sample by the worst of them. */
  public SampleAssessment judge(Sample sample) {
    List<Assessment> assessments =
        sample.readings().stream().map(reading -> judge(sample, reading)).toList();
    return SampleAssessment.of(sample, edition, assessments);
  }

  /** Judges one reading of a sample. */
  public Assessment judge(Sample sample, Reading reading) {
    AnalyteTable table = tables.get(reading.analyte());
    if (table == null) {
      return without(sample, reading, Outcome.NO_THRESHOLD, Ground.ANALYTE_NOT_COVERED);
    }
    if (!sample.landUse().map(table::covers).orElse(true)) {
      return without(sample, reading, Outcome.NO_THRESHOLD, Ground.LAND_NOT_COVERED);
    }
    if (contentOf(reading.result()).map(it -> !converts(it, table)).orElse(false)) {
      return without(sample, reading, Outcome.UNDECIDED, Ground.UNIT_DIFFERS);
    }
    Optional<Edition.Choice> choice = sample.category().flatMap(edition::choose);
    if (sample.category().isPresent() && choice.isEmpty() && !edition.categories().isEmpty()) {
      return without(sample, reading, Outcome.UNDECIDED, Ground.CATEGORY_UNKNOWN);
    }
    return judge(sample, reading, table, choice);
  }

  private Assessment judge(
      Sample sample, Reading reading, AnalyteTable table, Optional<Edition.Choice> choice) {
    Optional<LandUse> landUse = sample.landUse().or(() -> assumedUse(table));
    Optional<String> category = choice.flatMap(Edition.Choice::category);
    Set<String> holding = choice.map(Edition.Choice::conditions).orElse(Set.of());
    List<Verdict> verdicts =
        table.situations(sample.ph(), landUse, category, holding).stream()
            .map(situation -> verdict(table, situation, reading))
            .toList();
    boolean assumed = sample.landUse().isEmpty() && landUse.isPresent();
    return new Conclusion(edition, rules, statements, table, verdicts)
        .assess(sample, reading, assumed);
  }

  private Verdict verdict(AnalyteTable table, Situation situation, Reading reading) {
    boolean beyond = edition.beyond().isPresent() && edition.beyond().equals(situation.category());
    return beyond
        ? Verdict.beyondAllLimits(situation)
        : Verdict.of(table, situation, reading.result(), rules.comparison());
  }

  /** GB 36600-2018, clause 5.3.1, where the caller chose it and the class matters. */
  private Optional<LandUse> assumedUse(AnalyteTable table) {
    return rules.unknownClassIsFirst() && table.dependsOnLandUse() && table.covers(LandUse.CLASS_1)
        ? Optional.of(LandUse.CLASS_1)
        : Optional.empty();
  }

  private static boolean converts(Quantity content, AnalyteTable table) {
    return table.thresholds().stream().allMatch(it -> content.unit().convertsTo(it.unit()));
  }

  /** The number that a result tells; empty where it tells none. */
  static Optional<Quantity> contentOf(Result result) {
    return switch (result) {
      case Result.Measured(Quantity content) -> Optional.of(content);
      case Result.BelowDetection(Quantity limit) -> Optional.of(limit);
      case Result.BelowQuantification(Quantity limit) -> Optional.of(limit);
      case Result.NotDetected() -> Optional.empty();
    };
  }

  /** An assessment that no threshold was laid beside. */
  private Assessment without(Sample sample, Reading reading, Outcome outcome, Ground ground) {
    Reason reason =
        new Reason(
            ground,
            List.of(),
            Optional.empty(),
            false,
            rules.comparison(),
            span(reading.analyte(), Meaning.SCREENING),
            span(reading.analyte(), Meaning.CONTROL),
            span(reading.analyte(), Meaning.LIMIT),
            Optional.empty(),
            Optional.empty());
    return new Assessment(
        sample,
        reading,
        edition,
        contentOf(reading.result()),
        Optional.empty(),
        sample.landUse(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        outcome,
        reason);
  }

  private Optional<Span> span(Analyte analyte, Meaning meaning) {
    return Optional.ofNullable(tables.get(analyte))
        .map(AnalyteTable::thresholds)
        .flatMap(
            all -> Span.of(all.stream().filter(it -> it.table().meaning() == meaning).toList()));
  }
}
