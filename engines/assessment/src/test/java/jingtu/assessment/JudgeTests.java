package jingtu.assessment;

import static jingtu.testing.Seeded.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jingtu.vocabulary.Analyte;
import jingtu.vocabulary.Analytes;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Quantity;
import jingtu.vocabulary.Reading;
import jingtu.vocabulary.Units;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The expected lists of readings and samples, against the shipped editions. */
class JudgeTests {

  /** One line of {@code readings.csv}. */
  record ReadingCase(
      String standard,
      String analyte,
      String result,
      String ph,
      String landUse,
      String category,
      String background,
      String rules,
      Outcome outcome,
      String because) {

    static ReadingCase of(List<String> cells) {
      return new ReadingCase(
          cells.get(0),
          cells.get(1),
          cells.get(2),
          cells.get(3),
          cells.get(4),
          cells.get(5),
          cells.get(6),
          cells.get(7),
          Outcome.valueOf(cells.get(8)),
          cells.get(9));
    }

    Rules chosen() {
      Rules chosen =
          Rules.USUAL
              .comparing(rules.equals("rounded") ? Comparison.ROUNDED : Comparison.FULL_VALUE)
              .withBackground(
                  Cases.present(background)
                      .map(
                          content ->
                              Map.of(
                                  Analytes.shipped().get(analyte),
                                  new Quantity(
                                      new BigDecimal(content), Units.shipped().get("mg/kg"))))
                      .orElse(Map.of()));
      return rules.equals("class-1") ? chosen.takingUnknownClassAsFirst() : chosen;
    }
  }

  static Stream<ReadingCase> readings() {
    return Cases.lines("readings.csv").map(ReadingCase::of);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("readings")
  void judgesAReading(ReadingCase given) {
    Reading reading = Cases.reading(given.analyte(), given.result());
    Sample sample = Cases.sample(given.ph(), given.landUse(), given.category(), List.of(reading));
    Assessment assessment = Cases.judge(given.standard(), given.chosen()).judge(sample, reading);
    String sentence = assessment.reason(Language.ZH);
    assertThat(assessment.outcome()).as(sentence).isEqualTo(given.outcome());
    assertThat(sentence).contains(given.because());
    assertThat(assessment.reason(Language.EN)).isNotBlank().doesNotContain("{");
  }

  /** With one pH and land, and also where they are not known: then it may stay undecided. */
  @Test
  void moreOfItIsNeverJudgedSafer() {
    Judge judge = Cases.judge("GB 15618-2018", Rules.USUAL);
    forAll(
        2_000,
        random ->
            List.of(
                BigDecimal.valueOf(random.nextInt(6_000), 3),
                BigDecimal.valueOf(random.nextInt(6_000), 3),
                BigDecimal.valueOf(random.nextInt(1_401), 2),
                BigDecimal.valueOf(random.nextInt(4))),
        given -> {
          Sample sample =
              Cases.sample(
                  given.get(3).signum() == 0 ? "" : given.get(2).toPlainString(),
                  List.of("", "PADDY", "OTHER", "PADDY_UPLAND_ROTATION")
                      .get(given.get(3).intValue()),
                  "",
                  List.of());
          Outcome ofLess = outcome(judge, sample, given.get(0).min(given.get(1)));
          Outcome ofMore = outcome(judge, sample, given.get(0).max(given.get(1)));
          if (ofLess != Outcome.UNDECIDED && ofMore != Outcome.UNDECIDED) {
            assertThat(ofMore).isGreaterThanOrEqualTo(ofLess);
          }
        });
  }

  private static Outcome outcome(Judge judge, Sample sample, BigDecimal cadmium) {
    return judge.judge(sample, Cases.reading("Cd", cadmium + " mg/kg")).outcome();
  }

  static Stream<List<String>> samples() {
    return Cases.lines("samples.csv");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void judgesASampleByTheWorst(List<String> given) {
    boolean water = given.get(0).startsWith("GB/T 14848");
    List<Reading> readings =
        Arrays.stream(given.get(4).split(";", -1))
            .map(String::strip)
            .filter(it -> !it.isEmpty())
            .map(it -> it.split(" ", -1))
            .map(it -> Cases.reading(it[0], it[1] + (water ? " mg/L" : " mg/kg")))
            .toList();
    Sample sample = Cases.sample(given.get(1), given.get(2), given.get(3), readings);
    SampleAssessment whole = Cases.judge(given.get(0), Rules.USUAL).judge(sample);
    assertThat(whole.outcome()).isEqualTo(Outcome.valueOf(given.get(5)));
    assertThat(symbols(whole.deciding())).isEqualTo(given.get(6));
    assertThat(symbols(whole.undecided())).isEqualTo(given.get(7));
    assertThat(whole.contentClass().map(ContentClass::key))
        .isEqualTo(Optional.of(given.get(8)).filter(it -> !it.isEmpty()));
    assertThat(whole.reason(Language.ZH)).startsWith("样品S1").endsWith("。");
  }

  private static String symbols(List<Analyte> analytes) {
    return analytes.stream().map(Analyte::symbol).collect(Collectors.joining(" "));
  }
}
