package jingtu.standards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jingtu.vocabulary.Analytes;
import jingtu.vocabulary.Confidence;
import jingtu.vocabulary.CsvTable;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.LandUse;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Quantity;
import jingtu.vocabulary.Units;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardsTests {

  private static final String LOCAL =
      """
      standard: GB 15618
      edition: "%s"
      title: {zh: 虚构的版本, en: an invented edition}
      medium: SOIL
      from: %s
      confidence: C
      source: 虚构
      tables:
        - table: "1"
          title: {zh: 筛选值, en: screening values}
          clause: "4"
          meaning: SCREENING
          unit: mg/kg
          thresholds:
            - {analyte: Cd, value: %s}
      """;

  @TempDir private Path folder = Path.of("");

  private void drop(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  @Test
  void shipsFiveEditions() {
    assertThat(Standards.shipped().list())
        .extracting(Edition::id)
        .containsExactly(
            "GB 15618-2018", "GB 36600-2018", "GB 5084-2021", "GB 2762-2022", "GB/T 14848-2017");
    assertThat(Standards.shipped().findings()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "GB 15618-2018, GB 15618-2018",
    "gb15618-2018, GB 15618-2018",
    "GB15618—2018, GB 15618-2018",
    "GB15618, GB 15618-2018",
    "ＧＢ １５６１８, GB 15618-2018",
    "GB/T 14848-2017, GB/T 14848-2017",
    "gbt14848, GB/T 14848-2017",
    "GB T 14848, GB/T 14848-2017"
  })
  void findsAnEditionHoweverItIsWritten(String written, String id) {
    assertThat(Standards.shipped().find(written).map(Edition::id)).contains(id);
  }

  @Test
  void findsNoOther() {
    assertThat(Standards.shipped().find("GB 15618-1995")).isEmpty();
    assertThat(Standards.shipped().find("15618")).isEmpty();
    assertThat(Standards.shipped().find("")).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "2009-12-31, ",
    "2010-01-01, GB 15618-2010",
    "2018-07-31, GB 15618-2010",
    "2018-08-01, GB 15618-2018",
    "2029-12-31, GB 15618-2018",
    "2030-01-01, GB 15618-2030",
    "2099-01-01, GB 15618-2030"
  })
  void theDayChoosesBetweenEditions(LocalDate day, @Nullable String id) throws IOException {
    drop("older.yaml", LOCAL.formatted("2010", "2010-01-01\nuntil: 2018-07-31", "0.2"));
    drop("newer.yaml", LOCAL.formatted("2030", "2030-01-01", "0.1"));
    Standards standards = Standards.with(folder);

    assertThat(standards.findings()).isEmpty();
    assertThat(standards.list()).hasSize(7);
    assertThat(standards.inForce("GB 15618", day).map(Edition::id).orElse(null)).isEqualTo(id);
    assertThat(standards.find("GB15618").map(Edition::id)).contains("GB 15618-2030");
  }

  @Test
  void beforeTheFirstDayNoneIsInForce() {
    Standards shipped = Standards.shipped();

    assertThat(shipped.inForce("GB 15618", LocalDate.parse("2018-07-31"))).isEmpty();
    assertThat(shipped.inForce("gb15618", LocalDate.parse("2018-08-01"))).isPresent();
    assertThat(shipped.inForce("GB 99999", LocalDate.parse("2024-01-01"))).isEmpty();
  }

  @Test
  void aDroppedFileTakesThePlaceOfTheShippedEdition() throws IOException {
    drop("corrected.yml", LOCAL.formatted("2018", "2018-08-01", "0.25"));
    Standards standards = Standards.with(folder);

    assertThat(standards.list()).hasSize(5);
    Edition edition = standards.find("GB 15618-2018").orElseThrow();
    assertThat(edition.print().file()).isEqualTo("corrected.yml");
    assertThat(edition.thresholds())
        .extracting(Threshold::bound)
        .containsExactly(new Bound.AtMost(new BigDecimal("0.25")));
    assertThat(Standards.shipped().find("GB 15618-2018").orElseThrow().thresholds()).hasSize(79);
  }

  @Test
  void refusesAFaultyFileWholeAndLoadsTheOthers() throws IOException {
    drop("a-faulty.yaml", LOCAL.formatted("2030", "2030-01-01", "0.1").replace("Cd", "Cdd"));
    drop("b-sound.yaml", LOCAL.formatted("2031", "2031-01-01", "0.1"));
    drop("c-twice.yaml", LOCAL.formatted("2031", "2031-01-01", "0.2"));
    drop("readme.txt", "not a standard");
    Standards standards = Standards.with(folder);

    assertThat(standards.list()).extracting(Edition::id).contains("GB 15618-2031").hasSize(6);
    assertThat(standards.findings())
        .extracting(Finding::place)
        .containsExactly("a-faulty.yaml:15", "c-twice.yaml:1");
  }

  @Test
  void saysWhichFolderOrFileCannotBeRead() throws IOException {
    assertThat(Standards.with(folder.resolve("nowhere")).findings())
        .singleElement()
        .satisfies(it -> assertThat(it.say(Language.ZH)).contains("nowhere", "无法读取"));
    Files.write(
        folder.resolve("gbk.yaml"),
        LOCAL.formatted("2030", "2030-01-01", "1").getBytes(Charset.forName("GBK")));
    assertThat(Standards.with(folder).findings())
        .singleElement()
        .satisfies(it -> assertThat(it.say(Language.EN)).contains("gbk.yaml", "not UTF-8"));
  }

  @Test
  void loadsBackgroundContents() throws IOException {
    drop(
        "background.yaml",
        """
        background: made-2024
        title: {zh: 虚构县土壤背景值, en: Background contents of an invented county}
        region: 虚构县
        source: 虚构
        confidence: C
        unit: mg/kg
        values: {As: 11.2, 钴: 12.70, V: 82}
        """);
    Standards standards = Standards.with(folder);

    assertThat(standards.findings()).isEmpty();
    Background background = standards.backgrounds().getFirst();
    assertThat(background.of(Analytes.shipped().get("Co")))
        .contains(new Quantity(new BigDecimal("12.70"), Units.shipped().get("mg/kg")));
    assertThat(background.of(Analytes.shipped().get("Cd"))).isEmpty();
    assertThat(standards.list()).hasSize(5);
  }

  @ParameterizedTest(name = "{0}, {1}: {2} {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GB 2762-2022    | 大米               | polished-rice   |
          GB 2762-2022    | 大米（粉）         | polished-rice   |
          GB 2762-2022    | polished-rice      | polished-rice   |
          GB 2762-2022    | 石头               | -               |
          GB/T 14848-2017 | Ⅲ                  | III             |
          GB/T 14848-2017 | III类              | III             |
          GB/T 14848-2017 | Ⅲ类                | III             |
          GB/T 14848-2017 | 3类                | III             |
          GB 5084-2021    | 水田作物           | paddy-crops     |
          GB 5084-2021    | 蔬菜b              | vegetables-raw  |
          GB 5084-2021    | 水田作物(盐碱土地区)| paddy-crops    | saline
          GB 5084-2021    | paddy-crops+saline | paddy-crops     | saline
          GB 5084-2021    | 水田作物；旱地作物 | -               |
          GB 5084-2021    | 水田作物；火星     | -               |
          GB 15618-2018   | 水田               | -               |
          """)
  void understandsACategoryAndItsConditions(
      String id, String written, String category, @Nullable String condition) {
    Edition edition = Standards.shipped().find(id).orElseThrow();

    if (category.equals("-")) {
      assertThat(edition.choose(written)).isEmpty();
    } else {
      Edition.Choice choice = edition.choose(written).orElseThrow();
      assertThat(choice.category()).contains(category);
      assertThat(choice.conditions()).isEqualTo(condition == null ? Set.of() : Set.of(condition));
    }
  }

  @Test
  void everyShippedEditionSaysWhatItSpeaksOf() {
    for (Edition edition : Standards.shipped().list()) {
      assertThat(edition.statements()).as(edition.id()).isNotEmpty();
      assertThat(edition.print().source().zh()).isNotBlank();
      assertThat(edition.thresholds())
          .allSatisfy(
              it -> {
                assertThat(it.print().line()).isPositive();
                assertThat(edition.print().tables()).containsKey(it.table().table());
                it.category().ifPresent(key -> assertThat(edition.categories()).containsKey(key));
              });
    }
  }

  @Test
  void everyExampleSpeaksOfItsStandard() {
    for (Edition edition : Standards.shipped().list()) {
      String file = edition.print().file().replace(".yaml", ".examples.csv");
      List<CsvTable.Row> examples =
          CsvTable.resource(
                  Standards.class,
                  file,
                  "analyte",
                  "content",
                  "unit",
                  "ph",
                  "land_use",
                  "category",
                  "background",
                  "outcome",
                  "source")
              .rows();
      assertThat(examples).as(file).hasSizeGreaterThan(5);
      for (CsvTable.Row example : examples) {
        assertThat(Analytes.shipped().find(example.get("analyte"))).as(file).isPresent();
        assertThat(Units.shipped().find(example.get("unit"))).as(file).isPresent();
        assertThat(example.get("source")).isNotBlank();
        if (example.get("category").isEmpty()) {
          assertThat(LandUse.values()).extracting(Enum::name).contains(example.get("land_use"));
        } else {
          assertThat(edition.choose(example.get("category"))).as(file).isPresent();
        }
      }
    }
  }

  @Test
  void numbersFromMemoryAreUnverified() {
    assertThat(Standards.shipped().find("GB 5084").orElseThrow().thresholds())
        .allMatch(it -> it.confidence().unverified());
    assertThat(Standards.shipped().find("GB 15618").orElseThrow().thresholds())
        .allMatch(it -> it.confidence() == Confidence.A);
  }
}
