package jingtu.standards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jingtu.testing.Needs;
import jingtu.vocabulary.Analyte;
import jingtu.vocabulary.Analytes;
import jingtu.vocabulary.CsvTable;
import jingtu.vocabulary.CsvTable.Row;
import jingtu.vocabulary.LandUse;
import jingtu.vocabulary.Units;
import org.junit.jupiter.api.Test;

/**
 * The shipped editions laid beside tables that were transcribed independently of them, row by row:
 * none is missing, none is added, each number, condition and confidence is the same.
 */
class SharedStandardsTests {

  private static List<Row> shared(String file) throws IOException {
    return CsvTable.read(file, Files.readString(Needs.shared("standards", file))).rows();
  }

  private static Edition edition(String id) {
    return Standards.shipped().find(id).orElseThrow();
  }

  private static String line(Object... parts) {
    return Stream.of(parts).map(String::valueOf).collect(Collectors.joining(" | "));
  }

  private static String number(String written) {
    return new BigDecimal(written).stripTrailingZeros().toPlainString();
  }

  private static String bound(Bound bound) {
    return switch (bound) {
      case Bound.AtMost(BigDecimal value) -> number(value.toPlainString());
      case Bound.NotDetectable not -> "不得检出";
      case Bound.Within(List<Bound.Range> ranges) ->
          ranges.stream()
              .map(range -> range.from() + "-" + range.to())
              .collect(Collectors.joining(" or "));
    };
  }

  private static void assertHasCas(Analyte analyte, String cas) {
    if (!cas.isEmpty()) {
      assertThat(Analytes.shipped().find(cas)).as(cas).contains(analyte);
    }
  }

  @Test
  void agriculturalLandIsAsPrinted() throws IOException {
    Map<String, String> landUses = Map.of("水田", "PADDY", "其他", "OTHER", "果园", "ORCHARD", "全部", "");
    List<String> printed = new ArrayList<>();
    for (Row row : shared("gb15618-2018.csv")) {
      assertHasCas(Analytes.shipped().get(row.get("symbol")), row.get("cas"));
      printed.add(
          line(
              row.get("table"),
              row.get("kind").equals("control") ? "CONTROL" : "SCREENING",
              row.get("item_no"),
              row.get("pollutant_cn"),
              row.get("symbol"),
              landUses.getOrDefault(row.get("land_use_cn"), "?"),
              row.get("ph_low_exclusive"),
              row.get("ph_high_inclusive"),
              number(row.get("value_mg_per_kg")),
              "mg/kg",
              row.get("conf")));
    }
    List<String> held =
        edition("GB 15618-2018").thresholds().stream()
            .map(
                it ->
                    line(
                        it.table().table(),
                        it.table().meaning(),
                        it.print().item().orElseThrow(),
                        it.print().name(),
                        it.analyte(),
                        it.landUse().map(LandUse::name).orElse(""),
                        it.band().flatMap(PhBand::above).map(Object::toString).orElse(""),
                        it.band().flatMap(PhBand::upTo).map(Object::toString).orElse(""),
                        bound(it.bound()),
                        it.unit(),
                        it.confidence()))
            .toList();

    assertThat(printed).hasSize(79);
    assertThat(held).containsExactlyInAnyOrderElementsOf(printed);
  }

  @Test
  void constructionLandIsAsPrinted() throws IOException {
    List<String> printed = new ArrayList<>();
    for (Row row : shared("gb36600-2018.csv")) {
      Analyte analyte =
          Analytes.shipped()
              .find(row.get("cas").isEmpty() ? row.get("name_cn") : row.get("cas"))
              .orElseThrow();
      assertHasCas(analyte, row.get("cas"));
      String note = row.get("note");
      for (LandUse landUse : List.of(LandUse.CLASS_1, LandUse.CLASS_2)) {
        for (String meaning : List.of("SCREENING", "CONTROL")) {
          String column =
              (meaning + "_" + landUse.name().replace("_", "")).toLowerCase(Locale.ROOT);
          boolean background =
              note.startsWith("a")
                  && meaning.equals("SCREENING")
                  && (landUse == LandUse.CLASS_1 || !note.contains("class 1"));
          printed.add(
              line(
                  row.get("table"),
                  row.get("no"),
                  row.get("name_cn"),
                  analyte,
                  meaning,
                  landUse,
                  number(row.get(column)),
                  "mg/kg",
                  background,
                  note.matches("[b-e].*") ? note.substring(0, 1) : "",
                  row.get("conf")));
        }
      }
    }
    List<String> held =
        edition("GB 36600-2018").thresholds().stream()
            .map(
                it ->
                    line(
                        it.table().table(),
                        it.print().item().orElseThrow(),
                        it.print().name(),
                        it.analyte(),
                        it.table().meaning(),
                        it.landUse().orElseThrow(),
                        bound(it.bound()),
                        it.unit(),
                        it.background(),
                        it.print().notes().stream()
                            .filter(key -> !key.equals("a"))
                            .collect(Collectors.joining()),
                        it.confidence()))
            .toList();

    assertThat(printed).hasSize(4 * 85);
    assertThat(held).containsExactlyInAnyOrderElementsOf(printed);
  }

  private static final Map<String, List<String>> CROPS =
      Map.of(
          "水田作物", List.of("paddy-crops"),
          "旱地作物", List.of("upland-crops"),
          "蔬菜", List.of("vegetables-cooked", "vegetables-raw"),
          "蔬菜a", List.of("vegetables-cooked"),
          "蔬菜b", List.of("vegetables-raw"),
          "全部", List.of(""));
  private static final Pattern SCOPE = Pattern.compile("([^(]*)(?:\\((.*)\\))?");

  @Test
  void irrigationWaterIsAsPrinted() throws IOException {
    Edition edition = edition("GB 5084-2021");
    List<String> printed = new ArrayList<>();
    for (Row row : ofStandard("GB 5084-2021")) {
      Matcher scope = SCOPE.matcher(row.get("class_or_scope"));
      assertThat(scope.matches()).isTrue();
      String condition = Optional.ofNullable(scope.group(2)).orElse("");
      for (String crop : CROPS.getOrDefault(scope.group(1), List.of("?"))) {
        printed.add(printed(row, "基本控制项目", line(crop, condition)));
      }
    }
    List<String> held =
        edition.thresholds().stream()
            .map(it -> held(it, line(it.category().orElse(""), condition(edition, it))))
            .toList();

    assertThat(held).containsExactlyInAnyOrderElementsOf(printed);
  }

  /** A line of the transcription; {@code first} is what it calls the items of table 1. */
  private static String printed(Row row, String first, String when) {
    return line(
        row.get("sub_category").equals(first) ? "1" : "2",
        row.get("item_cn"),
        when,
        limit(row),
        unit(row),
        row.get("conf"));
  }

  private static String held(Threshold threshold, String when) {
    return line(
        threshold.table().table(),
        threshold.print().name(),
        when,
        bound(threshold.bound()),
        threshold.unit(),
        threshold.confidence());
  }

  /** The condition as the transcription shortens it. */
  private static String condition(Edition edition, Threshold threshold) {
    return threshold
        .condition()
        .map(
            key ->
                edition.print().aliases().getOrDefault(key, List.of()).stream()
                    .findFirst()
                    .orElseGet(() -> edition.wordsOf(key).orElseThrow().zh()))
        .orElse("");
  }

  @Test
  void foodIsAsTranscribed() throws IOException {
    List<String> printed =
        ofStandard("GB 2762-2022").stream()
            .map(
                row ->
                    line(
                        row.get("item_cn"),
                        row.get("class_or_scope"),
                        limit(row),
                        unit(row),
                        row.get("conf")))
            .toList();
    List<String> held =
        edition("GB 2762-2022").thresholds().stream()
            .map(
                it ->
                    line(
                        it.print().name(),
                        it.print().scope().orElseThrow().zh(),
                        bound(it.bound()),
                        it.unit(),
                        it.confidence()))
            .distinct()
            .toList();

    assertThat(held).containsExactlyInAnyOrderElementsOf(printed);
  }

  @Test
  void groundwaterIsAsTranscribed() throws IOException {
    Edition edition = edition("GB/T 14848-2017");
    List<String> printed = new ArrayList<>();
    for (Row row : ofStandard("GB/T 14848-2017")) {
      for (String quality : row.get("class_or_scope").split("/", -1)) {
        printed.add(printed(row, "常规指标", quality + "类"));
      }
    }
    List<String> held =
        edition.thresholds().stream()
            .map(it -> held(it, edition.wordsOf(it.category().orElseThrow()).orElseThrow().zh()))
            .toList();

    assertThat(held).containsExactlyInAnyOrderElementsOf(printed);
    assertThat(edition.beyond()).contains("V");
  }

  private static List<Row> ofStandard(String id) throws IOException {
    List<Row> rows =
        shared("water-crop.csv").stream().filter(row -> row.get("standard").equals(id)).toList();
    assertThat(rows).hasSizeGreaterThan(20);
    return rows;
  }

  private static String limit(Row row) {
    String limit = row.get("limit");
    return row.get("op").equals("range") || limit.equals("不得检出") ? limit : number(limit);
  }

  private static String unit(Row row) {
    return Units.shipped().find(row.get("unit")).orElseThrow().symbol();
  }
}
