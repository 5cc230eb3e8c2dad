package jingtu.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssessTests {

  private static final String COLUMNS =
      "sample,analyte,value,qualifier,unit,standard,edition,table,clause,ph_band,land_use,"
          + "screening,control,assessment,reason";

  private static final String SAMPLES =
      """
      样品编号,采样日期,土地利用,pH,镉(mg/kg),汞(µg/kg),铅(mg/kg),乡镇
      A1,2024-05-06,水田,6.0,0.31,56,<0.1,甲乡
      A2,2024-05-07,旱地,5.0,1.6,1400,80,乙乡
      """;

  @TempDir private Path folder = Path.of("");
  private Path samples = Path.of("");

  @BeforeEach
  void writeSamples() throws IOException {
    samples = Files.writeString(folder.resolve("样品.csv"), SAMPLES);
  }

  private Run assess(String... more) {
    List<String> words =
        Stream.concat(
                Stream.of("assess", samples.toString(), "--standard", "GB 15618-2018"),
                Stream.of(more))
            .toList();
    return Run.of(words.toArray(String[]::new));
  }

  private static List<NamedCsvRecord> rows(String csv) throws IOException {
    try (var records =
        CsvReader.builder().ofNamedCsvRecord(csv.startsWith("\uFEFF") ? csv.substring(1) : csv)) {
      return records.stream().toList();
    }
  }

  private static String row(NamedCsvRecord row) {
    return String.join(",", row.getFields().subList(0, COLUMNS.split(",").length - 1));
  }

  @Test
  void writesARowForEachReading() throws IOException {
    Run run = assess();

    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out().lines().findFirst()).contains(COLUMNS);
    assertThat(rows(run.out()).stream().map(AssessTests::row))
        .containsExactly(
            "A1,Cd,0.31,,mg/kg,GB 15618-2018,2018,1,6.1,5.5<pH<=6.5,PADDY,0.4,2.0,"
                + "AT_OR_BELOW_SCREENING",
            "A1,Hg,0.056,,mg/kg,GB 15618-2018,2018,1,6.1,5.5<pH<=6.5,PADDY,0.5,2.5,"
                + "AT_OR_BELOW_SCREENING",
            "A1,Pb,0.1,<,mg/kg,GB 15618-2018,2018,1,6.1,5.5<pH<=6.5,PADDY,100,500,"
                + "AT_OR_BELOW_SCREENING",
            "A2,Cd,1.6,,mg/kg,GB 15618-2018,2018,3,6.3,pH<=5.5,OTHER,0.3,1.5,ABOVE_CONTROL",
            "A2,Hg,1.400,,mg/kg,GB 15618-2018,2018,1,6.2,pH<=5.5,OTHER,1.3,2.0,ABOVE_SCREENING",
            "A2,Pb,80,,mg/kg,GB 15618-2018,2018,1,6.2,pH<=5.5,OTHER,70,400,ABOVE_SCREENING");
    assertThat(rows(run.out()).get(3).getField("reason")).startsWith("样品A2").endsWith("。");
    assertThat(run.err()).isEmpty();
  }

  /** Spreadsheets take a .csv without the signature for the system's old encoding. */
  @Test
  void signsFilesAsUtf8AndPipesNot() throws IOException {
    Path out = folder.resolve("结果.csv");
    Run run = assess("--out", out.toString());

    assertThat(run.out()).isEmpty();
    assertThat(Files.readString(out)).startsWith("\uFEFF" + COLUMNS);
    assertThat(assess().out()).startsWith(COLUMNS);
    assertThat(Files.readString(out).substring(1)).isEqualTo(assess().out());
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("样品.csv", "结果.csv");
  }

  @Test
  void writesAWorkbook() throws IOException {
    Path out = folder.resolve("结果.xlsx");
    assess("--out", out.toString());

    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(out)))) {
      Row first = book.getSheet("评价结果").getRow(1);
      assertThat(first.getCell(1).getStringCellValue()).isEqualTo("Cd");
      assertThat(first.getCell(2).getCellType()).isEqualTo(CellType.NUMERIC);
      assertThat(first.getCell(2).getNumericCellValue()).isEqualTo(0.31);
      assertThat(first.getCell(6).getStringCellValue()).isEqualTo("2018");
      assertThat(book.getSheet("评价结果").getLastRowNum()).isEqualTo(6);
    }
  }

  @Test
  void takesWhatTheFileDoesNotSayFromTheCommandLine() throws IOException {
    Files.writeString(samples, "编号,Cd\nA,310\n");
    Run unsaid = assess();
    assertThat(unsaid.exitCode()).isEqualTo(ExitCode.DONE_WITH_FINDINGS);
    assertThat(unsaid.err()).contains("--ph", "--land-use", "--unit Cd=ug/kg");
    assertThat(rows(unsaid.out()).getFirst().getField("assessment")).isEqualTo("UNDECIDED");

    Run said = assess("--ph", "6.0", "--land-use", "水田", "--unit", "镉=ng/g");
    assertThat(said.exitCode()).as(said.err()).isEqualTo(ExitCode.DONE);
    assertThat(rows(said.out()).getFirst().getField("value")).isEqualTo("0.310");
    assertThat(rows(said.out()).getFirst().getField("assessment"))
        .isEqualTo("AT_OR_BELOW_SCREENING");
  }

  @Test
  void takesTheEditionOfTheDayWhereNoYearIsNamed() throws IOException {
    Files.writeString(samples, SAMPLES.replace("2024-05-06", "2017-05-06"));
    Run run = Run.of("assess", samples.toString(), "--standard", "gb15618");

    List<NamedCsvRecord> rows = rows(run.out());
    assertThat(rows.getFirst().getField("assessment")).isEqualTo("UNDECIDED");
    assertThat(rows.getFirst().getField("edition")).isEmpty();
    assertThat(rows.getFirst().getField("reason")).contains("2017-05-06", "GB 15618");
    assertThat(rows.getLast().getField("edition")).isEqualTo("2018");
    assertThat(run.err()).contains("B2");
    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE_WITH_FINDINGS);
  }

  @Test
  void sumsUpByGroup() throws IOException {
    Path summary = folder.resolve("汇总.csv");
    Run run = assess("--group", "乡镇", "--summary", summary.toString());

    List<NamedCsvRecord> rows = rows(Files.readString(summary));
    assertThat(rows).hasSize(8);
    assertThat(rows.getFirst().getField("group")).isEqualTo("乙乡");
    assertThat(rows.getFirst().getField("analyte")).isEqualTo("*");
    assertThat(rows.getFirst().getField("above_control")).isEqualTo("1");
    assertThat(run.err()).contains("样品 2 个", "甲乡 Pb：1 个，其中未检出 1 个");
  }

  @Test
  void marksTheFaultsInACopy() throws IOException {
    Files.writeString(samples, SAMPLES.replace(",1.6,", ",\"1,6\","));
    Path marked = folder.resolve("标注.csv");
    Run run = assess("--marked", marked.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE_WITH_FINDINGS);
    assertThat(run.err()).contains("E3: “1,6”中有逗号");
    assertThat(Files.readString(marked)).contains("“1,6”中有逗号");
    assertThat(rows(run.out())).hasSize(5);
  }

  @Test
  void showsAPersonWhatBecameOfTheColumns() {
    Run run =
        Run.onTerminal(
            "assess",
            samples.toString(),
            "--standard",
            "GB 15618-2018",
            "--out",
            folder.resolve("a.csv").toString());

    assertThat(run.err()).contains("未参与评价的列（1）：乡镇").contains("样品 2 个，评价结果 6 条，待确认 0 处");
  }

  @Test
  void saysWhyItDidNothing() throws IOException {
    refused("找不到", "--standard", "GB 15618-2018", folder.resolve("无.csv").toString());
    String file = samples.toString();
    refused("缺少参数 --standard", file);
    refused("没有标准“GB 1”", file, "--standard", "GB 1");
    refused("不认识土地利用“月球”", file, "--standard", "GB 15618", "--land-use", "月球");
    refused("pH 74", file, "--standard", "GB 15618", "--ph", "74");
    refused("“钚”", file, "--standard", "GB 15618", "--unit", "钚=mg/kg");
    refused("“mg/kgg”", file, "--standard", "GB 15618", "--unit", "Cd=mg/kgg");
    refused("没有名为“村”的列", file, "--standard", "GB 15618", "--group", "村");
    refused("不能覆盖原表", file, "--standard", "GB 15618", "--out", file);
    refused("无法写入", file, "--standard", "GB 15618", "--out", folder + "/no/such/x.csv");
    Files.writeString(samples, "一份说明\n没有数据\n", StandardCharsets.UTF_8);
    refused("没有找到检测结果表", file, "--standard", "GB 15618");
    assertThat(folder.toFile().list()).containsExactly("样品.csv");
  }

  private static void refused(String said, String... arguments) {
    Run run =
        Run.of(Stream.concat(Stream.of("assess"), Stream.of(arguments)).toArray(String[]::new));

    assertThat(run.exitCode()).as(said).isEqualTo(ExitCode.NOT_DONE);
    assertThat(run.err()).contains(said);
    assertThat(run.out()).isEmpty();
  }

  private Run assessFile(String file, String... words) throws IOException {
    samples = Files.writeString(folder.resolve("其他.csv"), file);
    return Run.of(
        Stream.concat(Stream.of("assess", samples.toString()), Stream.of(words))
            .toArray(String[]::new));
  }

  /** GB/T 8170: 0.349 is 0.3 when rounded to the digits of the threshold 0.3. */
  @Test
  void comparesRoundedValuesOnlyWhereThatIsChosen() throws IOException {
    String file = "样品编号,土地利用,pH,镉(mg/kg)\nA1,水田,5.0,0.349\n";
    String[] exact = {"--standard", "GB 15618-2018"};
    String[] rounded = {"--standard", "GB 15618-2018", "--rounded"};

    assertThat(rows(assessFile(file, exact).out()).getFirst().getField("assessment"))
        .isEqualTo("ABOVE_SCREENING");
    NamedCsvRecord row = rows(assessFile(file, rounded).out()).getFirst();
    assertThat(row.getField("assessment")).isEqualTo("AT_OR_BELOW_SCREENING");
    assertThat(row.getField("reason")).contains("修约值0.3 mg/kg");
  }

  /** GB 36600-2018, table 1, note a. */
  @Test
  void tellsThatAContentIsNotAboveTheLocalBackground() throws IOException {
    Path background =
        Files.writeString(
            folder.resolve("背景.yaml"),
            """
            background: invented-2024
            title: {zh: 虚构县背景值, en: background of an invented county}
            region: {zh: 虚构县, en: an invented county}
            source: {zh: 虚构, en: invented}
            confidence: C
            unit: mg/kg
            values: {As: 30}
            """);
    Run run =
        assessFile(
            "样品编号,砷(mg/kg)\nA1,25\nA2,31\n",
            "--standard",
            "GB 36600-2018",
            "--land-use",
            "第一类用地",
            "--background",
            background.toString());

    assertThat(rows(run.out()))
        .as(run.err())
        .extracting(row -> row.getField("assessment"))
        .containsExactly("ABOVE_SCREENING", "ABOVE_SCREENING");
    assertThat(rows(run.out()))
        .extracting(row -> row.getField("reason").contains("不纳入污染地块管理"))
        .containsExactly(true, false);
  }

  @Test
  void judgesByAStandardOfOnesOwnAndSaysWhatIsWrongWithAnother() throws IOException {
    Path own = Files.createDirectory(folder.resolve("标准"));
    Files.writeString(own.resolve("坏.yaml"), "standard: DB 99/T 2\n");
    Files.writeString(
        own.resolve("好.yaml"),
        """
        standard: DB 99/T 1
        edition: "2020"
        title: {zh: 虚构地方标准, en: an invented local standard}
        medium: SOIL
        from: 2020-01-01
        confidence: C
        source: {zh: 虚构, en: invented}
        tables:
          - table: "1"
            title: {zh: 筛选值, en: screening values}
            clause: "4"
            meaning: SCREENING
            unit: mg/kg
            thresholds:
              - {item: 1, analyte: Tl, value: 1.0}
        """);
    Run run =
        assessFile(
            "样品编号,铊(mg/kg)\nA1,1.0\nA2,1.1\n",
            "--standard",
            "DB 99/T 1-2020",
            "--standards",
            own.toString());

    assertThat(rows(run.out()))
        .as(run.err())
        .extracting(row -> row.getField("assessment"))
        .containsExactly("AT_OR_BELOW_SCREENING", "ABOVE_SCREENING");
    assertThat(rows(run.out()).getFirst().getField("reason")).contains("未核实");
    assertThat(run.err()).contains("坏.yaml");
    assertThat(run.exitCode()).isEqualTo(ExitCode.DONE_WITH_FINDINGS);
  }

  /** GB/T 14848-2017: cadmium of class III is at most 0.005 mg/L. */
  @Test
  void judgesWaterByTheClassThatIsAskedFor() throws IOException {
    String file = "样品编号,镉(mg/L)\nA1,0.005\nA2,0.006\n";
    Run run = assessFile(file, "--standard", "GB/T 14848-2017", "--category", "Ⅲ");

    assertThat(rows(run.out()))
        .as(run.err())
        .extracting(row -> row.getField("assessment") + " " + row.getField("control"))
        .containsExactly("WITHIN 0.005", "EXCEEDS 0.005");
    assertThat(assessFile(file, "--standard", "GB/T 14848-2017", "--category", "Ⅸ").exitCode())
        .isEqualTo(ExitCode.NOT_DONE);
  }
}
