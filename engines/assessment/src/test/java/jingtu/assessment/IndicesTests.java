package jingtu.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import jingtu.testing.Needs;
import jingtu.vocabulary.Analyte;
import jingtu.vocabulary.Analytes;
import jingtu.vocabulary.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The indices by hand-worked examples, and by relations that papers have printed. */
class IndicesTests {

  private static final IndexClasses CLASSES = IndexClasses.shipped();

  static Stream<List<String>> worked() {
    return Cases.lines("indices.csv");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("worked")
  void computesAndClassifies(List<String> given) {
    PollutionIndex index =
        PollutionIndex.valueOf(given.get(0).toUpperCase(Locale.ROOT).replace('-', '_'));
    BigDecimal value = value(index, given.get(1));
    assertThat(value.doubleValue()).isCloseTo(Double.parseDouble(given.get(2)), within(0.00005));
    assertThat(CLASSES.of(index, value).name().zh()).isEqualTo(given.get(3));
  }

  private static BigDecimal value(PollutionIndex index, String given) {
    return switch (index) {
      case SINGLE_FACTOR -> Indices.singleFactor(at(given, 0), at(given, 1));
      case NEMEROW -> Indices.nemerow(numbers(given));
      case GEO_ACCUMULATION -> Indices.geoAccumulation(at(given, 0), at(given, 1));
      case ECOLOGICAL_RISK -> {
        Analyte analyte = Analytes.shipped().get(given.substring(0, given.indexOf(' ')));
        String rest = given.substring(given.indexOf(' ') + 1);
        yield Indices.ecologicalRisk(
            CLASSES.toxicResponse(analyte).orElseThrow().factor(), at(rest, 0), at(rest, 1));
      }
      case RISK_INDEX -> Indices.riskIndex(numbers(given));
      case ENRICHMENT -> Indices.enrichment(at(given, 0), at(given, 1), at(given, 2), at(given, 3));
      case POLLUTION_LOAD -> Indices.pollutionLoad(numbers(given));
    };
  }

  private static List<BigDecimal> numbers(String given) {
    return Arrays.stream(given.replace("/", " ").trim().split("\\s+", -1))
        .map(BigDecimal::new)
        .toList();
  }

  private static BigDecimal at(String given, int place) {
    return numbers(given).get(place);
  }

  /** ChinaXiv papers: ecological risks and their sums as printed. */
  @Test
  void agreesWithPublishedRelations() throws IOException {
    Path file = Needs.shared("data", "soil-papers", "published-checks.json");
    Object json = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
    int checked = 0;
    for (Object check : (List<?>) json) {
      Map<?, ?> fields = (Map<?, ?>) check;
      List<BigDecimal> published = decimals(field(fields, "published"));
      double tolerance = decimal(field(fields, "rel_tol")).doubleValue();
      List<BigDecimal> computed =
          field(fields, "input") instanceof Map<?, ?> input
              ? risks(input)
              : List.of(Indices.riskIndex(decimals(field(fields, "input"))));
      assertThat(computed).hasSameSizeAs(published);
      for (int i = 0; i < published.size(); i++) {
        assertThat(computed.get(i).doubleValue() / published.get(i).doubleValue())
            .as("%s %s", field(fields, "paper"), field(fields, "what"))
            .isCloseTo(1, within(tolerance));
        checked++;
      }
    }
    assertThat(checked).isEqualTo(18);
  }

  private static List<BigDecimal> risks(Map<?, ?> input) {
    Map<?, ?> contents = (Map<?, ?>) field(input, "C");
    Map<?, ?> backgrounds = (Map<?, ?>) field(input, "B");
    Map<?, ?> factors = (Map<?, ?>) field(input, "T");
    return contents.keySet().stream()
        .map(
            symbol -> {
              BigDecimal factor =
                  CLASSES
                      .toxicResponse(Analytes.shipped().get((String) symbol))
                      .orElseThrow()
                      .factor();
              assertThat(factor).isEqualByComparingTo(decimal(field(factors, symbol)));
              return Indices.ecologicalRisk(
                  factor, decimal(field(contents, symbol)), decimal(field(backgrounds, symbol)));
            })
        .toList();
  }

  private static Object field(Map<?, ?> fields, Object name) {
    return Objects.requireNonNull(fields.get(name));
  }

  private static List<BigDecimal> decimals(Object list) {
    return ((List<?>) list).stream().map(IndicesTests::decimal).toList();
  }

  private static BigDecimal decimal(Object number) {
    return new BigDecimal(String.valueOf(number));
  }

  @Test
  void takesHalfTheLimitOnlyWhereChosenAndSaysSo() {
    var readings =
        List.of(
            Cases.reading("Cd", "<0.1 mg/kg"),
            Cases.reading("Pb", "60 mg/kg"),
            Cases.reading("Hg", "ND"));
    var references =
        Map.of(
            Analytes.shipped().get("Cd"), Cases.quantity("0.1 mg/kg"),
            Analytes.shipped().get("Pb"), Cases.quantity("60 mg/kg"),
            Analytes.shipped().get("Hg"), Cases.quantity("0.1 mg/kg"));
    SampleIndices halved = SampleIndices.of(readings, references, NonDetects.HALF_LIMIT);
    assertThat(halved.riskIndex().orElseThrow().value()).isEqualByComparingTo("20");
    assertThat(halved.remarks(Language.ZH))
        .containsExactly(
            "镉未检出，按检出限的一半计算（HJ 1185-2021，未核实）", "汞未检出，未参与计算", "潜在生态风险指数按2项计算，少于原方法的8项，分级界限未作调整");
    SampleIndices left = SampleIndices.of(readings, references, NonDetects.LEFT_OUT);
    assertThat(left.riskIndex().orElseThrow().value()).isEqualByComparingTo("5");
    assertThat(left.remarks(Language.EN).getFirst()).contains("cadmium, mercury");
  }

  @Test
  void relatesEnrichmentToAConservativeElement() {
    var readings = List.of(Cases.reading("Cd", "0.45 mg/kg"), Cases.reading("Mn", "0.8 g/kg"));
    var references =
        Map.of(
            Analytes.shipped().get("Cd"), Cases.quantity("0.12 mg/kg"),
            Analytes.shipped().get("Mn"), Cases.quantity("600 mg/kg"));
    SampleIndices indices = SampleIndices.of(readings, references, NonDetects.LEFT_OUT);
    assertThat(indices.enrichment(Analytes.shipped().get("Mn")))
        .hasEntrySatisfying(
            Analytes.shipped().get("Cd"),
            value -> assertThat(value.value()).isEqualByComparingTo("2.8125"));
  }
}
