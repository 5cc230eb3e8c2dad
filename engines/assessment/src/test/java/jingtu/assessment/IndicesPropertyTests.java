package jingtu.assessment;

import static jingtu.testing.Seeded.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What holds for the indices of any contents. */
class IndicesPropertyTests {

  private static final int TRIALS = 500;

  private static BigDecimal content(RandomGenerator random) {
    return BigDecimal.valueOf(1 + random.nextInt(1_000_000), random.nextInt(6));
  }

  private static List<BigDecimal> contents(RandomGenerator random) {
    List<BigDecimal> contents = new ArrayList<>();
    int size = 1 + random.nextInt(10);
    for (int i = 0; i < size; i++) {
      contents.add(content(random));
    }
    return contents;
  }

  private static List<BigDecimal> times(BigDecimal scale, List<BigDecimal> values) {
    return values.stream().map(scale::multiply).toList();
  }

  @Test
  void nemerowLiesBetweenTheMeanAndTheGreatest() {
    forAll(
        TRIALS,
        IndicesPropertyTests::contents,
        factors -> {
          double index = Indices.nemerow(factors).doubleValue();
          double mean =
              factors.stream().mapToDouble(BigDecimal::doubleValue).average().orElseThrow();
          double greatest =
              factors.stream().mapToDouble(BigDecimal::doubleValue).max().orElseThrow();
          assertThat(index).isGreaterThanOrEqualTo(mean * (1 - 1e-12));
          assertThat(index).isLessThanOrEqualTo(greatest * (1 + 1e-12));
        });
  }

  @Test
  void indicesOfFactorsGrowWithThemInProportion() {
    BigDecimal scale = new BigDecimal("2.5");
    forAll(
        TRIALS,
        IndicesPropertyTests::contents,
        factors -> {
          List<BigDecimal> scaled = times(scale, factors);
          assertThat(Indices.nemerow(scaled).doubleValue() / Indices.nemerow(factors).doubleValue())
              .isCloseTo(2.5, within(1e-9));
          assertThat(
                  Indices.pollutionLoad(scaled).doubleValue()
                      / Indices.pollutionLoad(factors).doubleValue())
              .isCloseTo(2.5, within(1e-9));
          assertThat(Indices.riskIndex(scaled))
              .isEqualByComparingTo(scale.multiply(Indices.riskIndex(factors)));
        });
  }

  @Test
  void theUnitOfContentAndReferenceDoesNotMatter() {
    BigDecimal thousand = BigDecimal.valueOf(1000);
    forAll(
        TRIALS,
        random -> List.of(content(random), content(random), content(random), content(random)),
        it -> {
          List<BigDecimal> other = times(thousand, it);
          assertThat(Indices.singleFactor(other.get(0), other.get(1)))
              .isEqualByComparingTo(Indices.singleFactor(it.get(0), it.get(1)));
          assertThat(Indices.geoAccumulation(other.get(0), other.get(1)))
              .isEqualByComparingTo(Indices.geoAccumulation(it.get(0), it.get(1)));
          assertThat(Indices.enrichment(other.get(0), other.get(1), other.get(2), other.get(3)))
              .isEqualByComparingTo(Indices.enrichment(it.get(0), it.get(1), it.get(2), it.get(3)));
        });
  }

  @Test
  void moreOfItIsNeverAnIndexOrClassLower() {
    IndexClasses classes = IndexClasses.shipped();
    forAll(
        TRIALS,
        random -> List.of(content(random), content(random), content(random)),
        it -> {
          BigDecimal less = it.get(0).min(it.get(1));
          BigDecimal more = it.get(0).max(it.get(1));
          BigDecimal of = it.get(2);
          assertThat(Indices.geoAccumulation(more, of))
              .isGreaterThanOrEqualTo(Indices.geoAccumulation(less, of));
          assertThat(Indices.singleFactor(more, of))
              .isGreaterThanOrEqualTo(Indices.singleFactor(less, of));
          for (PollutionIndex index : PollutionIndex.values()) {
            List<IndexClass> all =
                classes.list().stream().filter(one -> one.index() == index).toList();
            assertThat(all.indexOf(classes.of(index, more)))
                .isGreaterThanOrEqualTo(all.indexOf(classes.of(index, less)));
          }
        });
  }

  @Test
  void everyValueFallsIntoExactlyOneClass() {
    List<IndexClass> classes = IndexClasses.shipped().list();
    for (PollutionIndex index : PollutionIndex.values()) {
      List<IndexClass> own = classes.stream().filter(it -> it.index() == index).toList();
      List<BigDecimal> edges = own.stream().flatMap(it -> it.to().stream()).toList();
      BigDecimal hair = new BigDecimal("0.0000001");
      for (BigDecimal edge : edges) {
        for (BigDecimal value : List.of(edge.subtract(hair), edge, edge.add(hair))) {
          assertThat(own.stream().filter(it -> it.holds(value)))
              .as("%s %s", index, value)
              .hasSize(1);
        }
      }
    }
  }
}
