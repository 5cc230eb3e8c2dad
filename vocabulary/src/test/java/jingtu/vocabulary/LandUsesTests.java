package jingtu.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LandUsesTests {

  private static final LandUses LAND_USES = LandUses.shipped();
  private static final LocalDate DAY = LocalDate.parse("2024-06-01");

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          水田             | PADDY
          水旱轮作         | PADDY_UPLAND_ROTATION
          旱地             | OTHER
          水浇地           | OTHER
          菜地             | OTHER
          其他             | OTHER
          果园             | ORCHARD
          paddy            | PADDY
          PADDY            | PADDY
          CLASS_1          | CLASS_1
          0101             | PADDY
          0103             | OTHER
          第一类用地       | CLASS_1
          第二类用地       | CLASS_2
          R                | CLASS_1
          r2               | CLASS_1
          居住用地（R）    | CLASS_1
          A33              | CLASS_1
          A5               | CLASS_1
          A6               | CLASS_1
          A1               | CLASS_2
          A35              | CLASS_2
          B1               | CLASS_2
          M                | CLASS_2
          工业用地(M)      | CLASS_2
          W                | CLASS_2
          S                | CLASS_2
          U                | CLASS_2
          G2               | CLASS_2
          社区公园         | CLASS_1
          G1 社区公园      |
          A                |
          A3               |
          G                |
          G1               |
          0701             | CLASS_1
          070102           | CLASS_1
          080403           | CLASS_1
          080401           | CLASS_2
          0804             |
          08               |
          0806             | CLASS_1
          1001             | CLASS_2
          100102           | CLASS_2
          规划用途不明确   | CLASS_1
          居住用地(M)      |
          耕地             |
          火星             |
          """)
  void knowsWordsAndCodes(String written, LandUse expected) {
    assertThat(LAND_USES.find(written, DAY)).isEqualTo(Optional.ofNullable(expected));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"R2, true", "A1, true", "A, true", "08, true", "0703, true", "M, false", "G1, false"})
  void knowsResidentialAndPublicUse(String written, boolean expected) {
    assertThat(LAND_USES.term(written, DAY).orElseThrow().residentialOrPublic()).contains(expected);
  }

  @Test
  void aClassDoesNotSayWhetherTheUseIsPublic() {
    assertThat(LAND_USES.term("第一类用地", DAY).orElseThrow().residentialOrPublic()).isEmpty();
  }

  @Test
  void aCoarseCodeSaysWhatToWriteInstead() {
    LandUseTerm coarse = LAND_USES.term("A", DAY).orElseThrow();

    assertThat(coarse.landUse()).isEmpty();
    assertThat(coarse.note()).contains("更细的代码");
  }

  @ParameterizedTest(name = "{0} on {1}: {2}")
  @CsvSource({
    "080403, 2023-11-21,",
    "080403, 2023-11-22, CLASS_1",
    "A33, 2011-12-31,",
    "A33, 2012-01-01, CLASS_1",
    "水田, 1990-01-01, PADDY"
  })
  void codesHoldWhileTheirClassificationIsInForce(String code, LocalDate day, LandUse expected) {
    assertThat(LAND_USES.find(code, day)).isEqualTo(Optional.ofNullable(expected));
  }

  @Test
  void refusesACodeOfTwoMeaningsOnOneDay() {
    String heading =
        "scheme,code,chinese,land_use,residential_or_public,from,until,confidence,note\n";
    String first = "one,X1,,CLASS_1,,2020-01-01,2021-12-31,C,\n";

    assertThatThrownBy(
            () -> LandUses.read("made.csv", heading + first + "two,x1,,CLASS_2,,2021-12-31,,C,\n"))
        .isInstanceOf(CsvTable.Faulty.class)
        .hasMessageContaining("made.csv:3")
        .hasMessageContaining("ambiguous");
    LandUses successive =
        LandUses.read("made.csv", heading + first + "two,x1,,CLASS_2,,2022-01-01,,C,\n");
    assertThat(successive.find("X1", LocalDate.parse("2021-12-31"))).contains(LandUse.CLASS_1);
    assertThat(successive.find("X1", LocalDate.parse("2022-01-01"))).contains(LandUse.CLASS_2);
  }
}
