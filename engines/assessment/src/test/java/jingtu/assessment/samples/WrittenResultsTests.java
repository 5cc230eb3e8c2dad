package jingtu.assessment.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import jingtu.assessment.samples.Written.Amount;
import jingtu.assessment.samples.Written.Below;
import jingtu.assessment.samples.Written.NotDetected;
import jingtu.assessment.samples.Written.NotMeasured;
import jingtu.assessment.samples.Written.Unreadable;
import jingtu.sheets.Cell;
import jingtu.sheets.CellAddress;
import jingtu.testing.Seeded;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Messages;
import jingtu.vocabulary.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenResultsTests {

  private static final Unit MG_PER_KG = new Unit("mg/kg", Unit.Dimension.MASS_FRACTION, -6);

  private final WrittenResults results =
      new WrittenResults(unit -> unit.equals("mg/kg") ? Optional.of(MG_PER_KG) : Optional.empty());

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          0.31          | 0.31
          12            | 12
          .5            | 0.5
          1.2E-3        | 0.0012
          7.9e1         | 79
          1.2×10⁻³      | 0.0012
          1.2*10^-3     | 0.0012
          ０．２１      | 0.21
          ' 0.3 '       | 0.3
          0             | 0
          0.3mg/kg      | 0.3
          0.3 （mg/kg） | 0.3
          """)
  void readsNumbers(String written, BigDecimal expected) {
    assertThat(results.read(written.replace("'", "")))
        .isInstanceOfSatisfying(
            Amount.class, number -> assertThat(number.value()).isEqualByComparingTo(expected));
  }

  @Test
  void keepsTheUnitThatACellStates() {
    assertThat(results.read("0.3mg/kg"))
        .isEqualTo(new Amount(new BigDecimal("0.3"), Optional.of(MG_PER_KG)));
    assertThat(results.read("<0.3 mg/kg"))
        .isEqualTo(new Below(new BigDecimal("0.3"), Optional.of(MG_PER_KG), false, "<"));
  }

  @ParameterizedTest(name = "{0} is below {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <0.01         | 0.01  | false | <
          ＜0.01        | 0.01  | false | <
          ≤0.01         | 0.01  | false | ≤
          < 1E-2        | 0.01  | false | <
          小于0.01      | 0.01  | false | 小于
          ND(0.01)      | 0.01  | false | ND
          ND（0.01）    | 0.01  | false | ND
          ND<0.01       | 0.01  | false | ND<
          未检出(0.002) | 0.002 | false | 未检出
          0.01L         | 0.01  | false | L
          0.01ND        | 0.01  | false | ND
          <0.01L        | 0.01  | false | <
          <LOQ(0.05)    | 0.05  | true  | <LOQ
          0.05 BQL      | 0.05  | true  | BQL
          """)
  void readsLimits(String written, BigDecimal limit, boolean ofQuantification, String qualifier) {
    assertThat(results.read(written))
        .isEqualTo(new Below(limit, Optional.empty(), ofQuantification, qualifier));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ND", "n.d.", "ＮＤ", "未检出", "低于检出限", "BDL", "<MDL", "未 检 出"})
  void readsWordsForNotDetected(String written) {
    assertThat(results.read(written)).isEqualTo(new NotDetected(false, written));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "/", "—", "——", "未测", "N/A"})
  void readsWordsForNotMeasured(String written) {
    assertThat(results.read(written)).isEqualTo(new NotMeasured());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0,35         | 逗号
          1,200        | 逗号
          １，２００   | 逗号
          0.1~0.2      | 范围
          0.1～0.2     | 范围
          0.1-0.2      | 范围
          0.1—0.2      | 范围
          0.1至0.2     | 范围
          3.2±0.4      | 不确定度
          3.2+/-0.4    | 不确定度
          -0.12        | 负
          <-0.12       | 不是
          <            | 只有
          >500         | 上限
          偏高         | 不是
          0.3偏高      | 不是
          0.1.2        | 不是
          1E999999999  | 不是
          0.3 mg/kgg   | 不是
          L            | 不是
          """)
  void saysWhatItCannotRead(String written, String said) {
    assertThat(results.read(written))
        .isInstanceOfSatisfying(
            Unreadable.class,
            unreadable ->
                assertThat(Messages.say(unreadable.problem(), Language.ZH))
                    .contains(said)
                    .contains(written));
  }

  @Test
  void doesNotReadErrorsDatesAndFlagsAsNumbers() {
    CellAddress at = new CellAddress("", 1, 1);
    assertThat(results.read(new Cell(at, Cell.Kind.ERROR, "#DIV/0!")))
        .isInstanceOf(Unreadable.class);
    assertThat(results.read(new Cell(at, Cell.Kind.DATE, "2024-05-06")))
        .isInstanceOf(Unreadable.class);
    assertThat(results.read(new Cell(at, Cell.Kind.FLAG, "true"))).isInstanceOf(Unreadable.class);
    assertThat(results.read(new Cell(at, Cell.Kind.EMPTY, ""))).isEqualTo(new NotMeasured());
  }

  @Test
  void answersWhateverACellHolds() {
    String alphabet = "0123456789.,<＜>≤-+/()（）eE×10^~±LNDmgk% 未检出到—\u00a0";
    Seeded.forAll(
        5_000,
        random -> {
          StringBuilder text = new StringBuilder();
          for (int i = random.nextInt(90); i > 0; i--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
          }
          return text.toString();
        },
        text -> assertThat(results.read(text)).isNotNull());
  }
}
