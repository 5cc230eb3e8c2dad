package jingtu.standards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that must be refused, each with the line, the reason and what to do. */
class FaultyFilesTests {

  private static final String SOUND =
      """
      standard: DB 99/T 1
      edition: "2024"
      title: {zh: 虚构的地方标准, en: an invented local standard}
      medium: SOIL
      from: 2024-01-01
      confidence: C
      source: 虚构
      notes:
        a: {zh: 注, en: note}
      tables:
        - table: "1"
          title: {zh: 筛选值, en: screening values}
          clause: "4"
          meaning: SCREENING
          unit: mg/kg
          columns:
            - {band: "pH<=6.5"}
            - {band: "pH>6.5"}
          thresholds:
            - {analyte: Cd, landUse: PADDY, values: [0.3, 0.6]}
            - {analyte: Cd, landUse: OTHER, values: [0.3, 0.6]}
        - table: "2"
          title: {zh: 管制值, en: control values}
          clause: "5"
          meaning: CONTROL
          unit: mg/kg
          thresholds:
            - {analyte: Cd, value: 2.0}
      statements:
        - {outcome: ABOVE_SCREENING, clause: "6", zh: 可能存在风险, en: there may be a risk}
      """;

  private static List<Finding> findings(String yaml) {
    return switch (StandardsFile.read("made.yaml", yaml)) {
      case StandardsFile.Refused(List<Finding> findings) -> findings;
      case StandardsFile.OfEdition edition -> List.of();
      case StandardsFile.OfBackground background -> List.of();
    };
  }

  @Test
  void theSoundFileIsSound() {
    assertThat(findings(SOUND)).isEmpty();
  }

  @ParameterizedTest(name = "{0} -> {1}: line {2}, {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          standard: DB 99/T 1              | standart: DB 99/T 1              | 1  | 不认识的项“standart”。 可用：standard, edition
          edition: "2024"                  | edition: 二〇二四                | 2  | “edition”的值“二〇二四”无法使用
          title: {zh: 虚构的地方标准, en: an invented local standard} | title: {zh: 虚构的地方标准} | 3 | 缺少“en”。 请补上“en”。
          title: {zh: 虚构的地方标准, en: an invented local standard} | title: [1] | 3 | 写法不对。 此处应为“项: 值”的列表。
          medium: SOIL                     | medium: MUD                      | 4  | “medium”的值“MUD”无法使用。 可用：SOIL, IRRIGATION_WATER
          medium: SOIL                     | medium: GROUNDWATER              | 20 | 单位 mg/kg 不能用于介质 GROUNDWATER
          from: 2024-01-01                 | from: 2024年                     | 5  | “from”的值“2024年”不是日期。 请写为 2018-08-01 的形式
          from: 2024-01-01                 | from: 2024-02-30                 | 5  | 不是日期
          from: 2024-01-01                 | {from: 2024-01-01}               | 6  | 不是有效的 YAML
          confidence: C                    | confidence: D                    | 6  | “confidence”的值“D”无法使用。 可用：A, B, C
          source: 虚构                     | until: 2023-01-01                | 7  | 实施日期 2024-01-01 晚于废止日期 2023-01-01
          source: 虚构                     | confidence: A                    | 7  | “confidence”给了两次
          source: 虚构                     | source: ""                       | 7  | “source”的写法不对。 此处应为一段文字或一个数
          clause: "4"                      | note: "4"                        | 13 | 不认识的项“note”
          meaning: SCREENING               | meaning: HARMLESS                | 14 | “meaning”的值“HARMLESS”无法使用。 可用：SCREENING, CONTROL, LIMIT
          unit: mg/kg                      | unit: mg pro kg                  | 15 | “unit”的值“mg pro kg”无法使用。 可用：%, g/kg
          unit: mg/kg                      | unit: mg/L                       | 20 | 单位 mg/L 不能用于介质 SOIL。 土壤和食品用质量分数
          - {band: "pH<=6.5"}              | - {band: "pH<6.5"}               | 17 | “band”的值“pH<6.5”无法使用。 请写为 pH<=5.5
          - {band: "pH<=6.5"}              | - {band: "7.5<pH<=6.5"}          | 17 | “band”的值“7.5<pH<=6.5”无法使用
          - {band: "pH<=6.5"}              | - {band: "pH<=65"}               | 17 | “band”的值“pH<=65”无法使用
          - {band: "pH>6.5"}               | - {band: "5.5<pH<=6.5"}          | 18 | pH 分档“5.5<pH<=6.5”没有排在“pH<=6.5”之后，或与之重叠
          - {band: "pH>6.5"}               | - {band: "pH>6.0"}               | 18 | 没有排在“pH<=6.5”之后，或与之重叠
          - {band: "pH>6.5"}               | - {band: "pH<=6.5"}              | 18 | 没有排在“pH<=6.5”之后，或与之重叠
          analyte: Cd, landUse: PADDY      | analyte: Cdd, landUse: PADDY     | 20 | 不认识的项目“Cdd”。 请用已收录的符号
          analyte: Cd, landUse: PADDY      | landUse: PADDY                   | 20 | 缺少“analyte”
          analyte: Cd, landUse: PADDY      | analyte: Cd, landUse: MOON       | 20 | “landUse”的值“MOON”无法使用
          analyte: Cd, landUse: PADDY      | analyte: Cd, landUse: OTHER      | 21 | Cd 在相同条件下的值与第 20 行重复
          analyte: Cd, landUse: PADDY      | analyte: Cd, landUse: PADDY, limit: 3 | 20 | 不认识的项“limit”
          analyte: Cd, landUse: PADDY      | analyte: Cd, landUse: PADDY, notes: [b] | 20 | “notes”的值“b”无法使用。 可用：a
          analyte: Cd, landUse: PADDY      | analyte: Cd, landUse: PADDY, category: x | 20 | “category”的值“x”无法使用
          analyte: Cd, landUse: PADDY      | analyte: Cd, landUse: PADDY, value: 1 | 20 | 一行须有 value
          analyte: Cd, landUse: PADDY      | analyte: Cd, landUse: PADDY, band: "pH>1" | 20 | “band”给了两次
          PADDY, values: [0.3, 0.6]        | PADDY, values: [0.3]             | 20 | 有 1 个值，而表有 2 列。 本表有 2 列
          PADDY, values: [0.3, 0.6]        | PADDY, values: 0.3               | 20 | “values”的写法不对。 此处应为以方括号或短横线写的列表
          PADDY, values: [0.3, 0.6]        | PADDY, values: [0.3, -0.6]       | 20 | “value”的值“-0.6”不是数
          PADDY, values: [0.3, 0.6]        | PADDY, values: [0.3, 6e-1]       | 20 | “value”的值“6e-1”不是数
          PADDY, values: [0.3, 0.6]        | PADDY, values: ["0,3", 0.6]      | 20 | “value”的值“0,3”不是数
          PADDY, values: [0.3, 0.6]        | PADDY, values: [{within: [[7, 6]]}, 0.6] | 20 | 范围须有起、止两个数，起不大于止
          PADDY, values: [0.3, 0.6]        | PADDY, values: [0.3, 2.6]        | 28 | Cd 的管制值 2.0 mg/kg 低于筛选值 2.6 mg/kg。 请与标准原文核对
          analyte: Cd, value: 2.0          | analyte: Cd, value: 500, unit: µg/kg | 28 | Cd 的管制值 500 µg/kg 低于筛选值 0.6 mg/kg
          outcome: ABOVE_SCREENING         | outcome: POLLUTED                | 30 | “outcome”的值“POLLUTED”无法使用
          """)
  void refusesWithLineReasonAndRemedy(String sound, String faulty, int line, String said) {
    assertThat(SOUND).contains(sound);
    List<Finding> findings =
        findings(SOUND.replaceFirst(Pattern.quote(sound), Matcher.quoteReplacement(faulty)));

    assertThat(findings).isNotEmpty();
    assertThat(findings.getFirst().place()).isEqualTo("made.yaml:" + line);
    assertThat(findings.getFirst().say(Language.ZH)).contains(said);
    assertThat(findings).allSatisfy(it -> assertThat(it.say(Language.EN)).isNotBlank());
  }

  @Test
  void tellsAllFaultyLinesAtOnce() {
    String yaml =
        SOUND.replace("landUse: PADDY", "landUse: MOON").replace("value: 2.0", "value: x");

    assertThat(findings(yaml))
        .extracting(Finding::place)
        .containsExactly("made.yaml:20", "made.yaml:28");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                    | 1 | 不是有效的 YAML
          '- a'                 | 1 | 写法不对
          '{a: 1'               | 1 | 不是有效的 YAML
          'a: &x [*x'           | 1 | 不是有效的 YAML
          """)
  void refusesWhatIsNoStandard(String yaml, int line, String said) {
    assertThat(findings(yaml).getFirst().place()).isEqualTo("made.yaml:" + line);
    assertThat(findings(yaml).getFirst().say(Language.ZH)).contains(said);
  }

  @Test
  void refusesWhatIsNestedTooDeep() {
    assertThat(findings("a: " + "[".repeat(100_000)).getFirst().say(Language.ZH))
        .contains("不是有效的 YAML");
    assertThat(findings("a: " + "[".repeat(50_000) + "]".repeat(50_000))).isNotEmpty();
  }

  @Test
  void refusesAFaultyBackground() {
    List<Finding> findings =
        findings(
            """
            background: made
            title: {zh: 背景值, en: background}
            region: 虚构县
            source: 虚构
            confidence: C
            unit: mg/kg
            values:
              As: 11.2
              砷: 12
              Xx: 3
            """);

    assertThat(findings).extracting(Finding::place).containsExactly("made.yaml:9", "made.yaml:10");
    assertThat(findings.getFirst().say(Language.ZH)).contains("“砷”给了两次");
  }
}
