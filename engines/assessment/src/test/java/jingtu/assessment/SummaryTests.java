package jingtu.assessment;

import static jingtu.testing.Seeded.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jingtu.testing.Seeded;
import jingtu.vocabulary.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statistics by group, against small examples counted by hand and a plain recomputation. */
class SummaryTests {

  private static final Judge JUDGE = Cases.judge("GB 15618-2018", Rules.USUAL);

  private static Assessment assessment(String result) {
    Sample sample = Cases.sample("5.5", "PADDY", "", List.of());
    return JUDGE.judge(sample, Cases.reading("Cd", result));
  }

  private static SummaryLine line(NonDetects rule, Stream<String> results) {
    Summary summary = new Summary(rule);
    results.forEach(result -> summary.add("all", assessment(result)));
    return summary.lines().getFirst();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          LEFT_OUT   | 0.1 0.2 0.4 2.0        | 4 | 0 | 0.1   | 0.3   | 0.675 | 2.0   | 0.8921
          LEFT_OUT   | 0.1 0.2 2.0            | 3 | 0 | 0.1   | 0.2   | 0.7667| 2.0   | 1.0693
          LEFT_OUT   | <0.01 0.2 0.4          | 3 | 1 | <0.01 | 0.2   | 0.3   | 0.4   | 0.1414
          LEFT_OUT   | <0.01 <0.02 0.4        | 3 | 2 | <0.01 | <0.02 | 0.4   | 0.4   |
          LEFT_OUT   | <0.01 <0.02 0.4 0.6    | 4 | 2 | <0.01 | <0.21 | 0.5   | 0.6   | 0.1414
          LEFT_OUT   | <0.5 0.1 0.2           | 3 | 1 | 0.1   | 0.2   | 0.15  | 0.2   | 0.0707
          LEFT_OUT   | <0.01 <0.02            | 2 | 2 | <0.01 | <0.015|       | <0.02 |
          LEFT_OUT   | ND 0.2                 | 2 | 1 | 0.2   | 0.2   | 0.2   | 0.2   |
          HALF_LIMIT | <0.02 0.2 0.4          | 3 | 1 | 0.01  | 0.2   | 0.2033| 0.4   | 0.195
          HALF_LIMIT | ND 0.2                 | 2 | 1 | 0.2   | 0.2   | 0.2   | 0.2   |
          """)
  void sumsUp(
      NonDetects rule,
      String results,
      long count,
      long nonDetects,
      String min,
      String median,
      @Nullable Double mean,
      String max,
      @Nullable Double deviation) {
    SummaryLine line =
        line(
            rule,
            Arrays.stream(results.split(" ", -1)).map(it -> it.equals("ND") ? it : it + " mg/kg"));
    assertThat(line.count()).isEqualTo(count);
    assertThat(line.nonDetects()).isEqualTo(nonDetects);
    assertThat(plain(line.min().orElseThrow())).isEqualTo(min);
    assertThat(plain(line.median().orElseThrow())).isEqualTo(median);
    assertThat(plain(line.max().orElseThrow())).isEqualTo(max);
    isCloseTo(line.mean(), mean);
    isCloseTo(line.standardDeviation(), deviation);
  }

  private static String plain(Figure figure) {
    BigDecimal value = figure.value();
    String number =
        value.stripTrailingZeros().scale() < 1
            ? value.setScale(1).toPlainString()
            : value.stripTrailingZeros().toPlainString();
    return (figure.below() ? "<" : "") + number;
  }

  private static void isCloseTo(Optional<Figure> figure, @Nullable Double expected) {
    assertThat(figure.isPresent()).isEqualTo(expected != null);
    figure.ifPresent(it -> assertThat(it.value().doubleValue()).isCloseTo(expected, within(5e-5)));
  }

  @Test
  void countsSharesOfWhatWasDecided() {
    SummaryLine line =
        line(
            NonDetects.LEFT_OUT,
            Stream.of("0.1 mg/kg", "0.3 mg/kg", "0.4 mg/kg", "1.6 mg/kg", "<0.5 mg/kg"));
    assertThat(line.decided()).isEqualTo(4);
    assertThat(line.count(Outcome.UNDECIDED)).isEqualTo(1);
    assertThat(line.shareAboveScreening()).hasValue(0.5);
    assertThat(line.shareAboveControl()).hasValue(0.25);
    assertThat(line.shareExceeding()).hasValue(0);
  }

  @Test
  void saysWhatStandsForNonDetects() {
    assertThat(line(NonDetects.LEFT_OUT, Stream.of("<0.01 mg/kg")).remarks(Language.ZH))
        .containsExactly("未检出1个：最小值、中位数按检出限列出，平均值、标准差只计测得值");
    assertThat(line(NonDetects.HALF_LIMIT, Stream.of("<0.01 mg/kg")).remarks(Language.ZH))
        .containsExactly("未检出1个：按检出限的一半参与统计（HJ 1185-2021，未核实）");
    assertThat(line(NonDetects.LEFT_OUT, Stream.of("0.01 mg/kg")).remarks(Language.ZH)).isEmpty();
  }

  @Test
  void leavesOutUnitsThatDoNotConvertAndSaysSo() {
    SummaryLine line = line(NonDetects.LEFT_OUT, Stream.of("0.2 mg/kg", "300 µg/kg", "7 mg/L"));
    assertThat(line.max().orElseThrow().value()).isEqualByComparingTo("0.3");
    assertThat(line.otherUnit()).isEqualTo(1);
    assertThat(line.remarks(Language.EN)).hasSize(1);
  }

  @Test
  void keepsGroupsApart() {
    Summary summary = new Summary(NonDetects.LEFT_OUT);
    summary.add("east", assessment("0.1 mg/kg"));
    summary.add("west", assessment("0.2 mg/kg"));
    summary.add("east", assessment("0.3 mg/kg"));
    assertThat(summary.lines()).extracting(SummaryLine::group).containsExactly("east", "west");
    assertThat(summary.lines()).extracting(SummaryLine::count).containsExactly(2L, 1L);
  }

  @Test
  void meanAndDeviationEqualAPlainRecomputation() {
    forAll(
        100,
        random -> contents(random, 1 + random.nextInt(300)),
        contents -> {
          SummaryLine line =
              line(NonDetects.LEFT_OUT, Arrays.stream(contents).mapToObj(it -> it + " mg/kg"));
          double mean = Arrays.stream(contents).average().orElseThrow();
          double squares = Arrays.stream(contents).map(it -> (it - mean) * (it - mean)).sum();
          double[] sorted = Arrays.stream(contents).sorted().toArray();
          double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
          assertThat(line.mean().orElseThrow().value().doubleValue())
              .isCloseTo(mean, within(mean * 1e-12));
          assertThat(line.median().orElseThrow().value().doubleValue())
              .isCloseTo(median, within(median * 1e-15));
          if (contents.length > 1) {
            double deviation = Math.sqrt(squares / (contents.length - 1));
            assertThat(line.standardDeviation().orElseThrow().value().doubleValue())
                .isCloseTo(deviation, within(deviation * 1e-9));
          }
        });
  }

  private static double[] contents(RandomGenerator random, int count) {
    return random.doubles(count, 0.001, 100).map(it -> Math.round(it * 1000) / 1000.0).toArray();
  }

  @Test
  void estimatesTheMedianOfMany() {
    RandomGenerator random = Seeded.random(4);
    MedianTally tally = new MedianTally();
    double[] contents =
        random.doubles(MedianTally.EXACT * 2L + 1).map(it -> Math.exp(8 * it)).toArray();
    IntStream.range(0, MedianTally.EXACT).forEach(i -> tally.add(contents[i], false));
    assertThat(tally.median().orElseThrow().approximate()).isFalse();
    IntStream.range(MedianTally.EXACT, contents.length).forEach(i -> tally.add(contents[i], false));
    Figure estimate = tally.median().orElseThrow();
    Arrays.sort(contents);
    assertThat(estimate.approximate()).isTrue();
    assertThat(estimate.value().doubleValue() / contents[MedianTally.EXACT])
        .isCloseTo(1, within(0.0005 + 1e-12));
    IntStream.range(0, contents.length + 2).forEach(i -> tally.add(0.5, true));
    assertThat(tally.median().orElseThrow().below()).isTrue();
  }
}
