package jingtu.assessment.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import jingtu.assessment.samples.SampleRow.Held;
import jingtu.assessment.samples.SampleRow.SampleResult;
import jingtu.assessment.samples.SampleRow.Sound;
import jingtu.sheets.CellFinding;
import jingtu.sheets.SheetFile;
import jingtu.standards.Edition;
import jingtu.standards.Standards;
import jingtu.testing.Needs;
import jingtu.testing.Seeded;
import jingtu.vocabulary.LandUse;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Ph;
import jingtu.vocabulary.Result;
import jingtu.vocabulary.Unit;
import jingtu.vocabulary.Units;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleSheetsTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
  private static final Edition FARMLAND = Standards.shipped().find("GB 15618-2018").orElseThrow();
  private static final Edition SITES = Standards.shipped().find("GB 36600-2018").orElseThrow();
  private static final String CITY = "city-topsoil/cumcm2011a_samples319.csv";

  @TempDir private Path folder = Path.of("");
  private final List<CellFinding> findings = new ArrayList<>();
  private final List<SampleRow> samples = new ArrayList<>();
  private List<SheetOutline> outlines = List.of();

  private static SampleOptions sites(Map<String, Unit> units) {
    return new SampleOptions(
        Editions.chosen(SITES),
        TODAY,
        Optional.of(LandUse.CLASS_2),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        units,
        Optional.empty());
  }

  private void read(String csv, SampleOptions options) {
    try {
      read(Files.writeString(folder.resolve("样品.csv"), csv), options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(Path file, SampleOptions options) {
    SheetFile sheets = ((SheetFile.Opened) SheetFile.open(file)).file();
    SampleSheets survey = SampleSheets.survey(sheets, options);
    findings.addAll(survey.findings());
    outlines = survey.outlines();
    assertThat(survey.read(samples::add, findings::add)).isEmpty();
  }

  /** Each result as {@code id analyte qualifier value unit}, held ones with a question mark. */
  private List<String> results() {
    return samples.stream()
        .flatMap(row -> row.results().stream().map(it -> row.sample().id() + " " + written(it)))
        .toList();
  }

  private static String written(SampleResult result) {
    return switch (result) {
      case Held held -> held.analyte() + " ?" + held.value() + " " + held.unit();
      case Sound sound ->
          sound.analyte()
              + " "
              + sound.reading().qualifier()
              + switch (sound.reading().result()) {
                case Result.Measured measured -> measured.content();
                case Result.BelowDetection below -> below.detectionLimit();
                case Result.BelowQuantification below -> below.quantificationLimit();
                case Result.NotDetected none -> "";
              };
    };
  }

  private List<String> marks() {
    return findings.stream().map(finding -> finding.at().toString()).toList();
  }

  private String said(int index) {
    return findings.get(index).finding().say(Language.ZH);
  }

  @Test
  void readsUnitsFromHeaderCellAndUnitRow() {
    read(
        """
        样品编号,镉(mg/kg),汞 µg/kg,Pb_mg_kg,砷
        ,,,,mg/kg
        A,0.3,56,20,9
        B,300µg/kg,<2,0.02g/kg,ND(0.4)
        """,
        sites(Map.of()));

    assertThat(results())
        .containsExactly(
            "A Cd 0.3 mg/kg",
            "A Hg 56 µg/kg",
            "A Pb 20 mg/kg",
            "A As 9 mg/kg",
            "B Cd 300 µg/kg",
            "B Hg <2 µg/kg",
            "B Pb 0.02 g/kg",
            "B As ND0.4 mg/kg");
    assertThat(findings).isEmpty();
  }

  @Test
  void readsAHeaderOverTwoRowsWithTheUnitOfAGroup() {
    read(
        """
        检测报告附表
        样品编号,采样日期,重金属(mg/kg),,有机物(µg/kg)
        ,,镉,铅,苯并[a]芘
        A,2024-05-06,0.3,20,12
        """,
        sites(Map.of()));

    assertThat(results()).containsExactly("A Cd 0.3 mg/kg", "A Pb 20 mg/kg", "A BaP 12 µg/kg");
    assertThat(samples.getFirst().sample().sampledOn()).contains(LocalDate.of(2024, 5, 6));
  }

  @Test
  void readsTheUnitOfATitle() {
    read("重金属检测结果（单位：mg/kg）\n样品编号,镉,铅\nA,0.3,20\n", sites(Map.of()));

    assertThat(results()).containsExactly("A Cd 0.3 mg/kg", "A Pb 20 mg/kg");
    assertThat(outlines.getFirst().assumed()).isEmpty();
  }

  @Test
  void takesDetectionLimitsFromTheirRowAndTheirColumns() {
    read(
        """
        样品编号,镉(mg/kg),铅(mg/kg),铅检出限(mg/kg)
        检出限,0.01,,
        A,ND,未检出,0.1
        平均值,0.5,20,
        """,
        sites(Map.of()));

    assertThat(results()).containsExactly("A Cd ND0.01 mg/kg", "A Pb 未检出0.1 mg/kg");
    assertThat(findings).isEmpty();
    assertThat(outlines.getFirst().noSamples()).containsExactly("A4 平均值");
  }

  @Test
  void joinsTheRowsOfASampleInALongSheet() {
    read(
        """
        样品编号,检测项目,结果,单位,检出限
        A,pH,6.8,无量纲,
        A,镉,0.3,mg/kg,0.01
        ,铅,未检出,mg/kg,0.1
        B,镉,0.2,mg/kg,0.01
        """,
        sites(Map.of()));

    assertThat(results()).containsExactly("A Cd 0.3 mg/kg", "A Pb 未检出0.1 mg/kg", "B Cd 0.2 mg/kg");
    assertThat(samples).hasSize(2);
    assertThat(samples.getFirst().sample().ph()).contains(new Ph(new java.math.BigDecimal("6.8")));
    assertThat(findings).isEmpty();
  }

  @Test
  void marksEachUnusableUnitOfALongSheetInItsRow() {
    read(
        """
        样品编号,检测项目,结果,单位
        A,镉,0.3,mg/kg
        B,镉,0.3,mg/kgg
        C,镉,0.3,
        D,镉,0.3,mg/L
        E,镉,0.3,mg/kgg
        E,镉,0.4,mg/kg
        E,钚,1,mg/kg
        """,
        sites(Map.of()));

    assertThat(marks()).containsExactly("D3", "D4", "D5", "D6", "B7", "B8");
    assertThat(results())
        .containsExactly(
            "A Cd 0.3 mg/kg",
            "B Cd ?0.3 mg/kgg",
            "C Cd ?0.3 ",
            "D Cd ?0.3 mg/L",
            "E Cd ?0.3 mg/kgg",
            "E Cd 0.4 mg/kg");
  }

  @Test
  void holdsBackAColumnWithoutUnitThatDoesNotLookLikeTheStandards() {
    String rows =
        IntStream.range(0, 20)
            .mapToObj(i -> "S" + i + "," + (200 + i) + "," + (5 + i) + ",0.2\n")
            .reduce("样品编号,Cd,As,苯\n", String::concat);
    read(rows, sites(Map.of()));

    assertThat(marks()).containsExactly("B1", "D1");
    assertThat(said(0)).contains("看起来是 µg/kg", "--unit Cd=ug/kg");
    assertThat(results())
        .contains("S0 Cd ?200 ", "S0 As 5 mg/kg")
        .noneMatch(it -> it.contains("Cd 2"));
    assertThat(outlines.getFirst().assumed()).containsExactly("As (mg/kg)");
  }

  @Test
  void takesTheUnitThatIsGivenBesideTheFile() {
    read(
        "样品编号,Cd\nA,200\nB,0.3mg/kg\n",
        sites(Map.of("Cd", Units.shipped().find("ng/g").orElseThrow())));

    assertThat(results()).containsExactly("A Cd 200 µg/kg", "B Cd 0.3 mg/kg");
    assertThat(findings).isEmpty();
  }

  /** What is a thousandth of the usual would look safe; what is a thousand times may be true. */
  @Test
  void doubtNeverMakesSoilLookSafer() {
    String low =
        IntStream.range(0, 12)
            .mapToObj(i -> "S" + i + "," + (i == 3 ? "0.0002" : "0.2") + "\n")
            .reduce("样品编号,镉(mg/kg)\n", String::concat);
    read(low, sites(Map.of()));
    assertThat(marks()).containsExactly("B5");
    assertThat(results()).contains("S3 Cd ?0.0002 mg/kg", "S4 Cd 0.2 mg/kg");

    samples.clear();
    findings.clear();
    read(low.replace("0.0002", "200"), sites(Map.of()));
    assertThat(marks()).containsExactly("B5");
    assertThat(results()).contains("S3 Cd 200 mg/kg");

    samples.clear();
    findings.clear();
    read("样品编号,铅(mg/kg)\nA,0.02\nB,0.03\n", sites(Map.of()));
    assertThat(marks()).containsExactly("B1");
    assertThat(results()).containsExactly("A Pb ?0.02 mg/kg", "B Pb ?0.03 mg/kg");

    samples.clear();
    findings.clear();
    read("样品编号,铅(mg/kg)\nA,20000\nB,30000\n", sites(Map.of()));
    assertThat(marks()).containsExactly("B1");
    assertThat(results()).containsExactly("A Pb 20000 mg/kg", "B Pb 30000 mg/kg");
  }

  @Test
  void namesTheColumnsThatPlayNoPart() {
    read("编号,x,y,有效态镉,镉(mg/kg),总镉(mg/kg),说明\nA,1,2,0.1,0.3,0.4,好\n", sites(Map.of()));

    assertThat(outlines.getFirst().notUsed()).containsExactly("x", "y", "有效态镉", "总镉(mg/kg)", "说明");
    assertThat(marks()).containsExactlyInAnyOrder("D1", "F1");
    assertThat(results()).containsExactly("A Cd 0.3 mg/kg");
  }

  @Test
  void tellsAPointFromASample() {
    read(
        "点位编号,采样日期,镉(mg/kg)\nP1,2024-05-01,0.3\nP1,2024-08-01,0.3\nP1,2024-08-01,0.4\n",
        sites(Map.of()));

    assertThat(marks()).containsExactly("A4");
    assertThat(results()).hasSize(3);
  }

  @Test
  void saysOnceWhatNoRowTells() {
    read("样品编号,镉(mg/kg)\nA,0.3\nB,0.4\n", SampleOptions.of(FARMLAND, TODAY));

    assertThat(findings).hasSize(2);
    assertThat(said(0)).contains("pH", "--ph");
    assertThat(said(1)).contains("土地利用", "--land-use");
  }

  @Test
  void findsNoTableWhereThereIsNone() {
    read("一份说明\n没有数据\n", sites(Map.of()));

    assertThat(samples).isEmpty();
    assertThat(outlines.getFirst().status()).isEqualTo(SheetOutline.Status.NO_TABLE);
  }

  @Test
  void findsTheTrapOfTheCity() {
    read(Needs.shared("data", CITY.split("/")), sites(Map.of()));

    assertThat(marks()).containsExactlyInAnyOrder("G1", "J1");
    assertThat(said(0)).contains("Cd", "看起来是 µg/kg = ng/g");
    assertThat(outlines.getFirst().notUsed()).containsExactly("x", "y", "alt", "zone");
    assertThat(outlines.getFirst().assumed())
        .containsExactly(
            "As (mg/kg)", "Cr (mg/kg)", "Cu (mg/kg)", "Ni (mg/kg)", "Pb (mg/kg)", "Zn (mg/kg)");
    assertThat(samples).hasSize(319);
    assertThat(results().stream().filter(it -> it.contains("?"))).hasSize(2 * 319);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2024-05-06", "2024/5/6", "2024.5.6", "20240506", "2024年5月6日", "2024-05-06 10:30"})
  void readsDays(String written) {
    assertThat(WrittenDates.read(written)).contains(LocalDate.of(2024, 5, 6));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2023-02-30", "2024", "05/06/2024", "春季", "45418"})
  void readsNoDayWhereThereIsNone(String written) {
    assertThat(WrittenDates.read(written)).isEmpty();
  }

  @Test
  void findsEveryRepeatedId() {
    SampleIds ids = new SampleIds();
    for (int i = 0; i < 100_000; i++) {
      assertThat(ids.add("S" + i, i)).isEmpty();
    }
    for (int i = 0; i < 100_000; i += 7) {
      assertThat(ids.add("S" + i, -1)).hasValue(i);
    }
  }

  @Test
  void measuresTheMiddleOfAColumn() {
    Seeded.forAll(
        200,
        random ->
            random
                .doubles(1 + random.nextInt(300), -8, 8)
                .map(it -> Math.pow(10, it))
                .sorted()
                .toArray(),
        values -> {
          ContentProfile profile = new ContentProfile();
          for (double value : values) {
            profile.add(java.math.BigDecimal.valueOf(value));
          }
          double median = values[(values.length - 1) / 2];
          assertThat(Math.log10(profile.median() / median)).isBetween(-0.1, 0.1);
        });
  }
}
