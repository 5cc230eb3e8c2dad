package jingtu.assessment.samples;

import static org.assertj.core.api.Assertions.assertThat;

import jingtu.assessment.samples.Heading.Content;
import jingtu.assessment.samples.Heading.LimitOf;
import jingtu.assessment.samples.Heading.Role;
import jingtu.assessment.samples.Heading.Unknown;
import jingtu.assessment.samples.Heading.WrongCas;
import jingtu.vocabulary.Analytes;
import jingtu.vocabulary.Unit;
import jingtu.vocabulary.Units;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadingsTests {

  private final Headings headings = new Headings(Analytes.shipped(), Units.shipped());

  @ParameterizedTest(name = "{0} is {1} in {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          As               | As  | -
          镉               | Cd  | -
          总镉             | Cd  | -
          7440-43-9        | Cd  | -
          镉(mg/kg)        | Cd  | mg/kg
          镉（mg/kg）      | Cd  | mg/kg
          镉（Cd）         | Cd  | -
          镉（Cd）mg/kg    | Cd  | mg/kg
          镉(Cd)(µg/kg)    | Cd  | µg/kg
          总镉 mg/kg       | Cd  | mg/kg
          Cd_mg_kg         | Cd  | mg/kg
          Hg (ng/g)        | Hg  | µg/kg
          镉含量(mg/kg)    | Cd  | mg/kg
          镉，mg·kg⁻¹      | Cd  | mg/kg
          cd               | Cd  | -
          六价铬(mg/kg)    | Cr6 | mg/kg
          铬（六价）       | Cr6 | -
          苯并[a]芘        | BaP | -
          苯并[a]芘(mg/kg) | BaP | mg/kg
          V mg/L           | V   | mg/L
          """)
  void findsAnalyteAndUnit(String written, String symbol, String unit) {
    Heading heading = headings.read(written);

    assertThat(heading.meaning()).isEqualTo(new Content(Analytes.shipped().get(symbol)));
    assertThat(heading.unit().map(Unit::symbol).orElse("-")).isEqualTo(unit);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          样品编号         | SAMPLE
          样品编号（必填） | SAMPLE
          ID               | SAMPLE
          点位编号         | POINT
          采样日期         | DATE
          pH               | PH
          pH（无量纲）     | PH
          ｐＨ值           | PH
          深度(cm)         | DEPTH
          depth_cm         | DEPTH
          土地利用类型     | LAND_USE
          检测项目         | ITEM
          检测结果(mg/kg)  | RESULT
          检出限           | DETECTION_LIMIT
          x                | NOT_USED
          经度             | NOT_USED
          zone             | NOT_USED
          """)
  void findsRoles(String written, ColumnRole role) {
    assertThat(headings.read(written).meaning()).isEqualTo(new Role(role));
  }

  @Test
  void findsTheLimitOfAnAnalyte() {
    LimitOf cadmium = new LimitOf(Analytes.shipped().get("Cd"), false);

    assertThat(headings.read("镉检出限(mg/kg)").meaning()).isEqualTo(cadmium);
    assertThat(headings.read("Cd MDL").meaning()).isEqualTo(cadmium);
    assertThat(headings.read("Cd_LOQ").meaning()).isEqualTo(new LimitOf(cadmium.analyte(), true));
  }

  /** An available fraction is another quantity than the total that standards speak of. */
  @ParameterizedTest
  @ValueSource(strings = {"有效态镉", "镉（有效态）", "镉（有效态）(mg/kg)", "Cdd", "Cdd(mg/kg)", "12.5"})
  void takesNothingForAnAnalyteThatSaysMore(String written) {
    assertThat(headings.read(written).meaning()).isEqualTo(new Unknown());
  }

  @Test
  void seesThatACasNumberIsMistyped() {
    assertThat(headings.read("7440-43-8").meaning()).isEqualTo(new WrongCas());
  }

  @Test
  void keepsAUnitThatIsNotKnown() {
    Heading heading = headings.read("镉(mg/kgg)");

    assertThat(heading.meaning()).isEqualTo(new Content(Analytes.shipped().get("Cd")));
    assertThat(heading.unknownUnit()).contains("mg/kgg");
  }

  @Test
  void findsTheUnitThatATitleStates() {
    assertThat(headings.unitOfTitle("重金属检测结果（单位：mg/kg）").map(Unit::symbol)).contains("mg/kg");
    assertThat(headings.unitOfTitle("检测单位：某实验室")).isEmpty();
  }
}
