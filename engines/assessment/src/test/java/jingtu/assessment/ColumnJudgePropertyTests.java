package jingtu.assessment;

import static jingtu.testing.Seeded.forAll;
import static jingtu.testing.Seeded.oneOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import jingtu.standards.Edition;
import jingtu.standards.Standards;
import jingtu.standards.Threshold;
import jingtu.vocabulary.Analyte;
import jingtu.vocabulary.Analytes;
import jingtu.vocabulary.LandUse;
import jingtu.vocabulary.Ph;
import jingtu.vocabulary.Quantity;
import jingtu.vocabulary.Reading;
import jingtu.vocabulary.Result;
import jingtu.vocabulary.Unit;
import jingtu.vocabulary.Units;
import org.junit.jupiter.api.Test;

/** Columns are judged as samples are. */
class ColumnJudgePropertyTests {

  private static final Unit MG_PER_KG = Units.shipped().get("mg/kg");
  private static final List<BigDecimal> PH_EDGES =
      List.of(new BigDecimal("5.5"), new BigDecimal("6.5"), new BigDecimal("7.5"));

  /** Cr6 and Mn are not in the one or either standard. */
  private static final List<Analyte> ANALYTES =
      List.of("Cd", "Mn", "Hg", "As", "Cr6", "Pb", "Cr", "Cu", "Ni", "Zn", "BaP").stream()
          .map(Analytes.shipped()::get)
          .toList();

  private static Edition edition(String id) {
    return Standards.shipped().find(id).orElseThrow();
  }

  @Test
  void agreesWithTheJudgeOnFarmland() {
    agrees(edition("GB 15618-2018"));
  }

  @Test
  void agreesWithTheJudgeOnConstructionLand() {
    agrees(edition("GB 36600-2018"));
  }

  /** Several thousand rows a trial, so that blocks are full, mixed and cut short. */
  private static void agrees(Edition edition) {
    Judge judge = Judge.of(edition, Rules.USUAL);
    ColumnJudge columnJudge = ColumnJudge.of(edition, ANALYTES);
    forAll(
        6,
        random -> samples(random, edition, 700 + random.nextInt(900)),
        samples -> {
          ColumnOutcomes outcomes = columnJudge.judge(columns(samples));
          for (int i = 0; i < samples.size(); i++) {
            SampleAssessment one = judge.judge(samples.get(i));
            assertThat(outcomes.outcomeOf(i)).as("%s", samples.get(i)).isEqualTo(one.outcome());
            agreesInTheWorst(one, outcomes, i);
          }
        });
  }

  private static void agreesInTheWorst(SampleAssessment one, ColumnOutcomes outcomes, int row) {
    double largest = 0;
    int worst = ColumnOutcomes.NONE;
    for (Assessment assessment : one.assessments()) {
      Optional<Span> screening = assessment.reason().screening();
      boolean counts =
          screening.isPresent()
              && assessment.reading().result() instanceof Result.Measured
              && assessment.reason().ground() != Ground.LAND_NOT_COVERED;
      if (counts) {
        double ratio =
            assessment.value().orElseThrow().value().doubleValue()
                / Span.height(screening.orElseThrow().lowest()).doubleValue();
        if (ratio > largest || worst == ColumnOutcomes.NONE) {
          largest = ratio;
          worst = ANALYTES.indexOf(assessment.analyte());
        }
      }
    }
    assertThat(outcomes.largestRatio()[row]).as("%s", one.sample()).isEqualTo(largest);
    assertThat((int) outcomes.worstAnalyte()[row]).as("%s", one.sample()).isEqualTo(worst);
  }

  /** How much of a sample is known and measured. */
  private enum Gaps {
    NONE,
    NOT_DETECTED,
    ANYTHING
  }

  private static List<Sample> samples(RandomGenerator random, Edition edition, int count) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      samples.add(sample(random, edition, oneOf(random, List.of(Gaps.values()))));
    }
    return samples;
  }

  private static Sample sample(RandomGenerator random, Edition edition, Gaps gaps) {
    boolean anything = gaps == Gaps.ANYTHING;
    List<Reading> readings = new ArrayList<>();
    for (Analyte analyte : ANALYTES) {
      if (!anything || random.nextInt(4) > 0) {
        Quantity content = new Quantity(content(random, edition, analyte), MG_PER_KG);
        boolean below = gaps != Gaps.NONE && random.nextInt(6) == 0;
        readings.add(
            new Reading(
                analyte,
                below ? new Result.BelowDetection(content) : new Result.Measured(content),
                below ? "<" : ""));
      }
    }
    return new Sample(
        "S",
        Optional.empty(),
        anything && random.nextInt(4) == 0 ? Optional.empty() : Optional.of(new Ph(ph(random))),
        anything && random.nextInt(4) == 0
            ? Optional.empty()
            : Optional.of(oneOf(random, List.of(LandUse.values()))),
        Optional.empty(),
        readings);
  }

  private static BigDecimal ph(RandomGenerator random) {
    return random.nextInt(3) == 0
        ? oneOf(random, PH_EDGES).add(BigDecimal.valueOf(random.nextInt(3) - 1, 3))
        : BigDecimal.valueOf(random.nextInt(1401), 2);
  }

  /** Often at a threshold of the analyte or a hair beside it. */
  private static BigDecimal content(RandomGenerator random, Edition edition, Analyte analyte) {
    List<Threshold> own =
        edition.thresholds().stream().filter(it -> it.analyte().equals(analyte)).toList();
    if (own.isEmpty() || random.nextInt(3) == 0) {
      return BigDecimal.valueOf(random.nextInt(300_000), random.nextInt(6));
    }
    BigDecimal at = Span.height(oneOf(random, own));
    return at.add(BigDecimal.valueOf(random.nextInt(3) - 1, 9)).max(BigDecimal.ZERO);
  }

  private static SoilColumns columns(List<Sample> samples) {
    int rows = samples.size();
    double[] ph = new double[rows];
    byte[] landUse = new byte[rows];
    List<double[]> contents = ANALYTES.stream().map(analyte -> missing(rows)).toList();
    for (int i = 0; i < rows; i++) {
      Sample sample = samples.get(i);
      ph[i] = sample.ph().map(it -> it.value().doubleValue()).orElse(Double.NaN);
      landUse[i] = sample.landUse().map(SoilColumns::code).orElse(SoilColumns.UNKNOWN);
      for (Reading reading : sample.readings()) {
        double value = Judge.contentOf(reading.result()).orElseThrow().value().doubleValue();
        contents.get(ANALYTES.indexOf(reading.analyte()))[i] =
            reading.result() instanceof Result.Measured ? value : -value;
      }
    }
    return new SoilColumns(ph, landUse, contents);
  }

  private static double[] missing(int rows) {
    double[] column = new double[rows];
    Arrays.fill(column, Double.NaN);
    return column;
  }

  /** Decimals of up to fifteen digits, laid beside each other a last digit apart. */
  @Test
  void doublesKeepTheOrderOfDecimalsOfFifteenDigits() {
    forAll(
        20_000,
        random -> {
          BigDecimal one =
              new BigDecimal(random.nextLong(100_000_000_000_000L, 999_999_999_999_999L))
                  .scaleByPowerOfTen(random.nextInt(25) - 20);
          return List.of(one, one.add(one.ulp()));
        },
        pair -> {
          double low = pair.getFirst().doubleValue();
          double high = pair.getLast().doubleValue();
          assertThat(low).isLessThan(high);
          assertThat(high / low).isGreaterThan(1);
          assertThat(high - low).isPositive();
          assertThat(
                  BigDecimal.valueOf(low).setScale(pair.getFirst().scale(), RoundingMode.HALF_EVEN))
              .isEqualByComparingTo(pair.getFirst());
        });
  }

  /** The claim on which judging by quotients rests. */
  @Test
  void theQuotientOfAGreaterByASmallerDoubleIsAboveOne() {
    forAll(
        200_000,
        random -> random.nextDouble(1e-12, 1e12),
        value -> {
          assertThat(Math.nextUp(value) / value).isGreaterThan(1);
          assertThat(Math.nextDown(value) / value).isLessThan(1);
        });
  }

  @Test
  void saysThatAnEditionHasNoThresholdForAnyOfTheColumns() {
    ColumnJudge judge =
        ColumnJudge.of(edition("GB 15618-2018"), List.of(Analytes.shipped().get("Mn")));
    ColumnOutcomes outcomes =
        judge.judge(new SoilColumns(new double[] {6}, new byte[] {0}, List.of(new double[] {500})));
    assertThat(outcomes.outcomeOf(0)).isEqualTo(Outcome.NO_THRESHOLD);
    assertThat(outcomes.worstAnalyte()[0]).isEqualTo(ColumnOutcomes.NONE);
  }

  @Test
  void refusesEditionsThatAskForMoreThanColumnsTell() {
    assertThatThrownBy(() -> ColumnJudge.of(edition("GB 5084-2021"), ANALYTES))
        .isInstanceOf(ColumnJudge.UnsuitableEdition.class)
        .hasMessageContaining("table");
  }
}
