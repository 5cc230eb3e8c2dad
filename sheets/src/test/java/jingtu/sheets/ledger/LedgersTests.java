package jingtu.sheets.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jingtu.testing.Needs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two made ledgers are read as was written by hand, before there was a reader. */
class LedgersTests {

  @TempDir Path folder;

  private void readsAsExpected(String name, Consumer<Path> maker) {
    Path made = folder.resolve(name + ".xlsx");
    maker.accept(made);

    assertThat(SaidLedger.lines(SaidLedger.read(made))).isEqualTo(expected(name));
    // What the browser's tests are given is the same; -Dledgers=write makes it anew.
    Path fixture = Needs.repository().resolve("e2e/fixtures/ledgers/" + name + ".xlsx");
    if ("write".equals(System.getProperty("ledgers"))) {
      maker.accept(fixture);
    }
    assertThat(SaidLedger.lines(SaidLedger.read(fixture))).isEqualTo(expected(name));
  }

  private static List<String> expected(String name) {
    try (InputStream file = LedgersTests.class.getResourceAsStream(name + ".expected.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::stripTrailing)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void readsARegisterOfProducersOfHazardousWaste() {
    readsAsExpected("hazardous-waste", MadeLedgers::hazardousWaste);
  }

  @Test
  void readsAListOfVillageDumpsWithASheetForEachTownship() {
    readsAsExpected("village-waste", MadeLedgers::villageWaste);
  }

  /**
   * Sheets without merged cells, as a .csv: what stands where, in the words of {@link SaidLedger}.
   */
  private List<String> said(String csv) {
    try {
      Path file = folder.resolve("ledger.csv");
      Files.write(file, csv.getBytes(StandardCharsets.UTF_8));
      return SaidLedger.lines(SaidLedger.read(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void setsGroupsOverTheirColumnsWhereNothingIsMerged() {
    assertThat(
            said(
                """
                序号,单位名称,排放口,,面积,备注
                ,,经度,纬度,,
                ,,,,亩,
                1,甲厂,113.5,34.7,3,
                """))
        .startsWith(
            "ledger of ",
            "numbered by A",
            "column B 单位名称: Words[2] filled 1/1 distinct 1",
            "column C 排放口/经度: Longitude filled 1/1 distinct 1",
            "column D 排放口/纬度: Latitude filled 1/1 distinct 1",
            "column E 面积: Quantity[亩, 0 decimals, 3..3] filled 1/1 distinct 1",
            "column F 备注: Words[0] filled 0/1 distinct 0",
            "points C D");
  }

  @Test
  void doesNotTakeAFirstEntryOfOneCellForTheHeader() {
    assertThat(said("名称,乡镇,备注\n,,待补\n甲厂,城关镇,\n"))
        .contains("row !2 :  |  | 待补", "doubt C2 ledger.lone-value");
  }

  @Test
  void takesTheNumbersOfColumnsForPartOfTheHeader() {
    assertThat(said("名称,面积,人数,户数,备注\n甲,1,2,3,4\n柳村,12,30,9,\n"))
        .contains("column B 面积: Figure[0 decimals, 12..12] filled 1/1 distinct 1")
        .endsWith("row !3 : 柳村 | 12 | 30 | 9 |");
  }

  @Test
  void proposesColumnsOfALedgerThatIsStillEmpty() {
    assertThat(said("某县污染源台账\n序号,单位名称,统一社会信用代码,面积（亩）,联系电话\n1\n2\n"))
        .containsExactly(
            "ledger of ",
            "title A1 某县污染源台账",
            "numbered by A",
            "column B 单位名称: Words[0] filled 0/0 distinct 0",
            "column C 统一社会信用代码: CreditCode filled 0/0 distinct 0",
            "column D 面积: Quantity[亩, 0 decimals] filled 0/0 distinct 0",
            "column E 联系电话: Phone filled 0/0 distinct 0",
            "left out !3 NUMBERED_ONLY 1",
            "left out !4 NUMBERED_ONLY 2");
  }

  /** What becomes of a row between others; {@code entry} where it is one. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          7,丁厂,柳河镇,12,正常      | entry
          ,丁厂,柳河镇,12,正常       | entry
          7,合计利用厂,柳河镇,12,    | entry
          7,小计量器厂,柳河镇,12,    | entry
          7,再生资源总计,柳河镇,12,  | entry
          合计,,,36,                 | TOTAL
          合  计,,,36,               | TOTAL
          ,合计：,,36,               | TOTAL
          ,合计,3家,36,              | TOTAL
          共计3家,,,36,              | TOTAL
          城关镇小计,,,36,           | TOTAL
          ,,城关镇小计,36,           | TOTAL
          9,总计,,36,                | TOTAL
          7,城关镇小计,柳河镇,12,    | entry
          序号,名称,乡镇,面积,状态   | REPEATED_HEADER
          某县台账,,,,               | REPEATED_TITLE
          填报单位：某局,,,,         | REPEATED_TITLE
          7,,,,                      | NUMBERED_ONLY
          注：面积为估算,,,,         | REMARK
          备注,,,,                   | REMARK
          填表人：甲,,审核人：乙,,   | REMARK
          一、城关镇,,,,             | SECTION
          ,丁厂,,,                   | entry lone-value
          """)
  void tellsEntriesFromOtherRows(String row, String expected) {
    List<String> lines =
        said(
            "某县台账,,,,\n填报单位：某局,,,,\n序号,名称,乡镇,面积,状态\n1,甲厂,城关镇,12,正常\n2,乙厂,城关镇,24,正常\n"
                + row
                + "\n8,丙厂,城关镇,5,停产\n");

    assertThat(lines)
        .filteredOn(line -> line.startsWith("left out !6"))
        .hasSize(expected.startsWith("entry") ? 0 : 1);
    assertThat(lines)
        .filteredOn(line -> line.startsWith("row !6"))
        .hasSize(expected.startsWith("entry") ? 1 : 0);
    assertThat(lines)
        .filteredOn(line -> line.startsWith("left out !6 ") || line.contains("lone-value"))
        .allMatch(line -> line.contains(expected.replace("entry ", "")));
  }

  @Test
  void takesWhatStandsBelowTheLastEntryForRemarks() {
    assertThat(said("名称,乡镇,面积\n甲厂,城关镇,3\n乙厂,城关镇,4\n以上数据截至三月\n,,2026年3月5日\n"))
        .contains("left out !4 REMARK 以上数据截至三月", "left out !5 REMARK 2026年3月5日");
  }

  @Test
  void keepsWhatStandsInAColumnWithoutHeading() {
    assertThat(said("名称,乡镇\n甲厂,城关镇,待核\n乙厂,城关镇\n"))
        .contains("column C C: Words[2] filled 1/2 distinct 1", "doubt C2 ledger.no-heading");
  }

  /** What a column is by its heading and its values. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          面积（亩）   | 3;4.5;—                    | Quantity[亩, 1 decimals, 3..4.5]
          面积         | 3亩;4.5亩;5                | Quantity[亩, 1 decimals, 3..5]
          面积         | 3亩;4m²;5亩;6亩;7亩        | Quantity[亩, 0 decimals, 3..7] other-unit
          数量         | 3;4;5                      | Figure[0 decimals, 3..5]
          数量         | 3;4;5;6;若干               | Figure[0 decimals, 3..6] no-number
          数量         | 3;若干;不详                | Words[2]
          行业代码     | 2611;2614;3360             | Words[4]
          证书编号     | 007;008                    | Words[3]
          完成率       | 60%;85.5%                  | Quantity[%, 1 decimals, 60..85.5]
          检查日期     | 2026.3.5;2026年3月6日;2026.4 | Day month
          检查日期     | 2026.3;2026.4;长期         | DayInWords
          检查情况     | 2026.3.5;2026-03-06        | Day
          备注         | 2026.3;2026.4              | Figure[1 decimals, 2026.3..2026.4]
          建成年份     | 2019;2020;2021             | DayInWords
          检查时间     | 20260305;20260306          | Day
          编码         | 20260305;20260306          | Words[8]
          是否完成     | 是;否;是                   | Flag
          有无手续     | 有;无;无                   | Flag
          是否完成     | √;√;×;√;大部完成           | Flag no-flag
          有无手续     | 无;无;无                   | Flag
          是否完成     | —;/                        | Flag
          备注         | 无;无;无                   | Words[0]
          联系电话     | 13800000001;6000003        | Phone
          联系电话     | 13800000001;6000003;138    | Phone no-phone
          联系         | 13800000001;13900000002    | Phone
          信用代码     | 91350100M000100Y43;91350100M000100Y44 | CreditCode credit-check
          代码         | 91350100M000100Y43;91419900MA4000001F | CreditCode
          不动产单元号 | 410122002004GB00011F00010001;410122002004GB00011 | EstateUnit unit-parcel-only
          东经         | 113°31′24″;113.5           | Longitude
          坐标         | 113.5,34.7;113.6，34.8     | Coordinates
          位置         | 113.5,34.7;113.6，34.8     | Coordinates
          乡镇         | 甲乡;甲乡;乙镇;甲乡;乙镇;甲乡 | Choice[甲乡; 乙镇]
          乡镇         | 甲乡;乙镇;丙镇;丁镇;甲乡;甲乡 | Words[2]
          责任人       | 甲某;甲某;乙某;甲某;乙某;甲某 | Words[2]
          """)
  void findsWhatAColumnIs(String heading, String values, String expected) {
    StringBuilder csv = new StringBuilder("名称,\"" + heading + "\"\n");
    int number = 0;
    for (String value : List.of(values.split(";", -1))) {
      csv.append("第").append((char) ('A' + number++)).append("厂,\"").append(value).append("\"\n");
    }
    List<String> lines = said(csv.toString());
    String doubts =
        lines.stream()
            .filter(line -> line.startsWith("doubt"))
            .map(line -> " " + line.substring(line.indexOf('.') + 1))
            .distinct()
            .collect(Collectors.joining());
    String column =
        lines.stream().filter(line -> line.startsWith("column B")).findFirst().orElseThrow();

    assertThat(column.replaceAll("^.*?: | filled .*$", "") + doubts).isEqualTo(expected);
  }

  @Test
  void leavesOutWhatIsNoTable() {
    assertThat(said("填报说明\n每点一行\n")).containsExactly("left out sheet  NO_TABLE");
  }
}
