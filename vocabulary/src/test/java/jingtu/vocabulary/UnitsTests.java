package jingtu.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import jingtu.testing.Seeded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTests {

  private static final Units UNITS = Units.shipped();

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mg/kg       | mg/kg
          MG/KG       | mg/kg
          ｍｇ／ｋｇ  | mg/kg
          ㎎/㎏       | mg/kg
          mg·kg-1     | mg/kg
          mg·kg⁻¹     | mg/kg
          mg kg⁻¹     | mg/kg
          mg kg−1     | mg/kg
          mg•kg^-1    | mg/kg
          毫克/千克   | mg/kg
          µg/g        | mg/kg
          μg/g        | mg/kg
          ug/g        | mg/kg
          ppm         | mg/kg
          ×10⁻⁶       | mg/kg
          10-6        | mg/kg
          µg/kg       | µg/kg
          μg·kg⁻¹     | µg/kg
          ug/kg       | µg/kg
          微克/千克   | µg/kg
          ng/g        | µg/kg
          ppb         | µg/kg
          ng/kg       | ng/kg
          g/kg        | g/kg
          ‰           | g/kg
          %           | %
          ％          | %
          mg/L        | mg/L
          mg/l        | mg/L
          毫克/升     | mg/L
          ug/L        | µg/L
          μg·L⁻¹      | µg/L
          MPN/L       | MPN/L
          MPN/100mL   | MPN/100mL
          个/10L      | 个/10L
          ℃           | ℃
          °C          | ℃
          -           | -
          无量纲      | -
          ppt         |
          cmol/kg     |
          mg          |
          """)
  void knowsWhatLaboratoriesWrite(String written, String symbol) {
    assertThat(UNITS.find(written).map(Unit::symbol)).isEqualTo(Optional.ofNullable(symbol));
  }

  @ParameterizedTest(name = "{0} {1} is {2} {3}")
  @CsvSource({
    "0.3, mg/kg, 300, µg/kg",
    "134.5, µg/kg, 0.1345, mg/kg",
    "0.025, %, 250, mg/kg",
    "0.00001, mg/kg, 10, ng/kg",
    "60, µg/L, 0.06, mg/L",
    "10, 个/10L, 1, MPN/L",
    "4, MPN/100mL, 40, MPN/L"
  })
  void convertsExactly(String value, String unit, String expected, String other) {
    Quantity converted = new Quantity(new BigDecimal(value), UNITS.get(unit)).to(UNITS.get(other));

    assertThat(converted.value()).isEqualByComparingTo(expected);
  }

  @Test
  void convertingThereAndBackLosesNothing() {
    Seeded.forAll(
        2_000,
        UnitsTests::quantity,
        quantity ->
            UNITS.list().stream()
                .filter(quantity.unit()::convertsTo)
                .forEach(
                    unit -> {
                      Quantity there = quantity.to(unit);
                      assertThat(there.to(quantity.unit())).isEqualTo(quantity);
                      assertThat(there.compareTo(quantity)).isZero();
                    }));
  }

  private static Quantity quantity(RandomGenerator random) {
    BigInteger digits = BigInteger.valueOf(random.nextLong(1_000_000_000_000L));
    BigDecimal value = new BigDecimal(digits, random.nextInt(-6, 18));
    return new Quantity(value, Seeded.oneOf(random, UNITS.list()));
  }

  @Test
  void doesNotConvertWhatMeasuresSomethingElse() {
    Quantity soil = new Quantity(BigDecimal.ONE, UNITS.get("mg/kg"));

    assertThatThrownBy(() -> soil.to(UNITS.get("mg/L")))
        .isInstanceOf(Quantity.IncommensurableUnits.class);
    assertThatThrownBy(() -> UNITS.get("mg per kg")).isInstanceOf(Units.UnknownUnit.class);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "7440-43-9, true",
    "57465-28-8, true",
    "7440-43-8, false",
    "440-43-9, false",
    "7440439, false",
    "'', false",
    "0000-00-0, false"
  })
  void knowsTheCheckDigitOfACasNumber(String written, boolean valid) {
    assertThat(Cas.isValid(written)).isEqualTo(valid);
  }

  @Test
  void noChangedDigitOfACasNumberPasses() {
    List<String> numbers =
        Analytes.shipped().list().stream()
            .flatMap(analyte -> analyte.cas().stream())
            .map(Cas::number)
            .toList();
    Seeded.forAll(
        1_000,
        random -> {
          String number = Seeded.oneOf(random, numbers);
          int last = Character.digit(number.charAt(number.length() - 1), 10);
          int other = (last + 1 + random.nextInt(9)) % 10;
          return number.substring(0, number.length() - 1) + other;
        },
        changed -> assertThat(Cas.isValid(changed)).isFalse());
  }
}
