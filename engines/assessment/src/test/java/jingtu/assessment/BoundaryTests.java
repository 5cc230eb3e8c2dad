package jingtu.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jingtu.standards.Bound;
import jingtu.standards.Edition;
import jingtu.standards.PhBand;
import jingtu.standards.Standards;
import jingtu.standards.TableRef.Meaning;
import jingtu.standards.Threshold;
import jingtu.vocabulary.CsvTable;
import jingtu.vocabulary.LandUse;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Ph;
import jingtu.vocabulary.Quantity;
import jingtu.vocabulary.Reading;
import jingtu.vocabulary.Result;
import jingtu.vocabulary.Unit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every threshold of every shipped edition just below it, at it and just above it, under each land
 * use and at both ends of the band that it speaks of; and the examples beside each edition.
 */
class BoundaryTests {

  private static final BigDecimal HAIR = new BigDecimal("1e-12");
  private static final BigDecimal PH_STEP = new BigDecimal("0.01");

  static Stream<Edition> editions() {
    return Standards.shipped().list().stream();
  }

  /** A threshold with the edition that it stands in. */
  record Printed(Edition edition, Threshold threshold) {
    @Override
    public String toString() {
      return edition.id() + " table " + threshold.table().table() + " " + threshold.analyte();
    }
  }

  static Stream<Printed> thresholds() {
    return editions()
        .flatMap(edition -> edition.thresholds().stream().map(it -> new Printed(edition, it)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("thresholds")
  void judgesAroundEveryThreshold(Printed printed) {
    Edition edition = printed.edition();
    Threshold threshold = printed.threshold();
    switch (threshold.bound()) {
      case Bound.AtMost(BigDecimal most) -> {
        BigDecimal hair = most.multiply(HAIR);
        for (BigDecimal content : List.of(most.subtract(hair), most, most.add(hair))) {
          eachCase(edition, threshold, content);
        }
      }
      case Bound.Within(List<Bound.Range> ranges) ->
          ranges.forEach(range -> judgesAround(edition, threshold, range));
      case Bound.NotDetectable() -> {
        judges(edition, threshold, measured(threshold, HAIR), Outcome.EXCEEDS);
        judges(edition, threshold, new Result.NotDetected(), Outcome.WITHIN);
      }
    }
  }

  private static void judgesAround(Edition edition, Threshold threshold, Bound.Range range) {
    for (BigDecimal end : List.of(range.from(), range.to())) {
      for (BigDecimal content : List.of(end.subtract(HAIR), end, end.add(HAIR))) {
        eachCase(edition, threshold, content);
      }
    }
  }

  /** All samples that the threshold speaks of, with what the data say must come of them. */
  private static void eachCase(Edition edition, Threshold threshold, BigDecimal content) {
    for (Optional<LandUse> use : usesOf(edition, threshold)) {
      for (Optional<Ph> ph : endsOf(threshold.band())) {
        Sample sample = sample(threshold, ph, use);
        Assessment assessment =
            Judge.of(edition, Rules.USUAL)
                .judge(sample, new Reading(threshold.analyte(), measured(threshold, content), ""));
        assertThat(assessment.outcome())
            .as("%s %s %s %s", threshold, content, use, ph)
            .isEqualTo(expected(edition, threshold, use, ph, content));
        speaksAsTheOffice(assessment);
      }
    }
  }

  /** A screening or control value is no limit; what nobody verified is said to be so. */
  private static void speaksAsTheOffice(Assessment assessment) {
    String sentence = assessment.reason(Language.ZH);
    if (assessment.limit().isEmpty()) {
      assertThat(sentence).doesNotContain("超标");
    }
    Optional<Threshold> deciding =
        assessment.outcome() == Outcome.ABOVE_CONTROL
            ? assessment.control()
            : assessment.screening().or(assessment::limit);
    if (deciding.orElseThrow().confidence().unverified()) {
      assertThat(sentence).contains(assessment.edition().id()).contains("未核实");
    }
    assertThat(assessment.clause()).isPresent();
  }

  private static void judges(
      Edition edition, Threshold threshold, Result result, Outcome expected) {
    Sample sample = sample(threshold, Optional.empty(), Optional.empty());
    Reading reading = new Reading(threshold.analyte(), result, "");
    assertThat(Judge.of(edition, Rules.USUAL).judge(sample, reading).outcome()).isEqualTo(expected);
  }

  private static Result measured(Threshold threshold, BigDecimal content) {
    return new Result.Measured(new Quantity(content, threshold.unit()));
  }

  private static Sample sample(Threshold threshold, Optional<Ph> ph, Optional<LandUse> use) {
    Optional<String> category =
        threshold
            .category()
            .map(key -> key + threshold.condition().map(it -> "+" + it).orElse(""))
            .or(threshold::condition);
    return new Sample("S1", Optional.empty(), ph, use, category, List.of());
  }

  /** The land uses for which this threshold is the one; land without an own one is other land. */
  private static List<Optional<LandUse>> usesOf(Edition edition, Threshold threshold) {
    if (edition.thresholds().stream().allMatch(it -> it.landUse().isEmpty())) {
      return List.of(Optional.empty());
    }
    LandUse.Sector sector =
        edition.thresholds().stream()
            .flatMap(it -> it.landUse().stream())
            .findFirst()
            .orElseThrow()
            .sector();
    return Arrays.stream(LandUse.values())
        .filter(use -> use.sector() == sector && use != LandUse.PADDY_UPLAND_ROTATION)
        .filter(
            use ->
                threshold
                    .landUse()
                    .map(own -> own == standIn(edition, threshold, use))
                    .orElse(true))
        .map(Optional::of)
        .toList();
  }

  private static LandUse standIn(Edition edition, Threshold threshold, LandUse use) {
    boolean own =
        edition.thresholds().stream()
            .anyMatch(
                it ->
                    it.analyte().equals(threshold.analyte())
                        && it.table().meaning() == threshold.table().meaning()
                        && it.landUse().equals(Optional.of(use)));
    return own || use.sector() == LandUse.Sector.CONSTRUCTION ? use : LandUse.OTHER;
  }

  /** The first pH inside a band and the last. */
  private static List<Optional<Ph>> endsOf(Optional<PhBand> band) {
    return band.map(
            it ->
                List.of(
                    Optional.of(new Ph(it.above().map(PH_STEP::add).orElse(BigDecimal.ZERO))),
                    Optional.of(new Ph(it.upTo().orElse(BigDecimal.valueOf(14))))))
        .orElse(List.of(Optional.of(new Ph(new BigDecimal("5.5")))));
  }

  /** Read off the data by a plain search, without the judge's own. */
  private static Outcome expected(
      Edition edition,
      Threshold threshold,
      Optional<LandUse> use,
      Optional<Ph> ph,
      BigDecimal content) {
    if (threshold.table().meaning() == Meaning.LIMIT) {
      return allowed(threshold.bound(), content) ? Outcome.WITHIN : Outcome.EXCEEDS;
    }
    if (isAbove(edition, threshold, Meaning.CONTROL, use, ph, content)) {
      return Outcome.ABOVE_CONTROL;
    }
    return isAbove(edition, threshold, Meaning.SCREENING, use, ph, content)
        ? Outcome.ABOVE_SCREENING
        : Outcome.AT_OR_BELOW_SCREENING;
  }

  private static boolean isAbove(
      Edition edition,
      Threshold threshold,
      Meaning meaning,
      Optional<LandUse> use,
      Optional<Ph> ph,
      BigDecimal content) {
    return edition.thresholds().stream()
        .filter(it -> it.analyte().equals(threshold.analyte()) && it.table().meaning() == meaning)
        .filter(it -> it.band().map(band -> band.contains(ph.orElseThrow())).orElse(true))
        .filter(
            it ->
                it.landUse()
                    .map(own -> own == standIn(edition, it, use.orElseThrow()))
                    .orElse(true))
        .anyMatch(it -> !allowed(it.bound(), content));
  }

  private static boolean allowed(Bound bound, BigDecimal content) {
    return switch (bound) {
      case Bound.AtMost(BigDecimal most) -> content.compareTo(most) <= 0;
      case Bound.Within(List<Bound.Range> ranges) ->
          ranges.stream()
              .anyMatch(it -> content.compareTo(it.from()) >= 0 && content.compareTo(it.to()) <= 0);
      case Bound.NotDetectable() -> content.signum() == 0;
    };
  }

  private static final String[] EXAMPLE_COLUMNS = {
    "analyte", "content", "unit", "ph", "land_use", "category", "background", "outcome", "source"
  };

  /** A line of an {@code .examples.csv}. */
  record Example(Edition edition, CsvTable.Row row) {}

  static Stream<Example> examples() {
    return editions()
        .flatMap(
            edition ->
                CsvTable.resource(
                        Edition.class,
                        edition.print().file().replace(".yaml", ".examples.csv"),
                        EXAMPLE_COLUMNS)
                    .rows()
                    .stream()
                    .map(row -> new Example(edition, row)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void judgesTheExampleBesideTheEdition(Example example) {
    CsvTable.Row row = example.row();
    Unit unit = Cases.quantity("0 " + row.get("unit")).unit();
    Reading reading = Cases.reading(row.get("analyte"), row.get("content") + " " + row.get("unit"));
    Rules rules =
        Cases.present(row.get("background"))
            .map(it -> new Quantity(new BigDecimal(it), unit))
            .map(it -> Rules.USUAL.withBackground(Map.of(reading.analyte(), it)))
            .orElse(Rules.USUAL);
    Sample sample =
        Cases.sample(row.get("ph"), row.get("land_use"), row.get("category"), List.of(reading));
    assertThat(Judge.of(example.edition(), rules).judge(sample, reading).outcome())
        .as(row.get("source"))
        .isEqualTo(Outcome.valueOf(row.get("outcome")));
  }
}
