package jingtu.server.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TitleWordsTests {

  @ParameterizedTest(name = "{0}: {1}, {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          禾汀县土壤污染防治工作方案（2026—2030年）       | 2026-01-01/2030-12-31 | WORK_PLAN
          禾汀县土壤污染防治工作方案（2026年至2030年）     | 2026-01-01/2030-12-31 | WORK_PLAN
          禾汀县2019年土壤污染防治攻坚战实施方案           | 2019-01-01/2019-12-31 | ANNUAL_PLAN
          禾汀县2018-2020年土壤污染防治攻坚战实施方案       | 2018-01-01/2020-12-31 | SPECIAL_ACTION
          禾汀县2027年度土壤污染防治计划                  | 2027-01-01/2027-12-31 | ANNUAL_PLAN
          禾汀县“十四五”土壤污染防治规划                  | 2021-01-01/2025-12-31 | PROGRAMME
          禾汀县2026年土壤污染防治任务分解表               | 2026-01-01/2026-12-31 | TASK_TABLE
          """)
  void readsYearsAndKindOutOfATitle(String title, String years, PlanKind kind) {
    Optional<Validity> validity = TitleWords.years(title);

    assertThat(validity.map(Validity::toString)).contains(years);
    assertThat(TitleWords.kind(title, validity)).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"禾汀县土壤污染防治工作方案", "2026号", "禾汀县方案（2030—2026年）甲"})
  void proposesNoYearsWhereATitleNamesNone(String title) {
    assertThat(TitleWords.years(title)).isEmpty();
  }

  @Test
  void aTitleWithoutKnownWordsIsOfAnotherKind() {
    assertThat(TitleWords.kind("关于土壤的若干说明", Optional.empty())).isEqualTo(PlanKind.OTHER);
  }

  @ParameterizedTest(name = "{0} is of {1}")
  @CsvSource({
    "国务院办公厅,NATION",
    "东临省人民政府,PROVINCE",
    "东临省城镇污水治理方案,PROVINCE",
    "东临市2019年土壤污染防治方案,CITY",
    "东临省河口市砚坪县人民政府,COUNTY",
    "砚坪县石漪镇人民政府,TOWNSHIP",
    "河口市滩头管理区管理委员会,AREA",
    "某县土壤污染防治工作方案,COUNTY",
  })
  void readsTheLevelOutOfAName(String name, PlanLevel level) {
    assertThat(TitleWords.level(name)).contains(level);
  }

  @ParameterizedTest
  @ValueSource(strings = {"土壤污染防治行动计划", "县人民政府", ""})
  void aNameWithoutAPlaceHasNoLevel(String name) {
    assertThat(TitleWords.level(name)).isEmpty();
  }
}
