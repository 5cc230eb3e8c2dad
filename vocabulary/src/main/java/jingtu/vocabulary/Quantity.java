package jingtu.vocabulary;

import java.math.BigDecimal;

/** A number as it was written, with its unit. */
public record Quantity(BigDecimal value, Unit unit) implements Comparable<Quantity> {

  /**
   * The same quantity in another unit, exactly: the decimal point moves, no digit is lost.
   *
   * @throws IncommensurableUnits where the units measure different things
   */
  public Quantity to(Unit other) {
    if (!unit.convertsTo(other)) {
      throw new IncommensurableUnits(unit, other);
    }
    return new Quantity(value.scaleByPowerOfTen(unit.power() - other.power()), other);
  }

  /** Compares contents, not digits: 0.3 mg/kg equals 300 µg/kg and 0.30 mg/kg. */
  @Override
  public int compareTo(Quantity other) {
    return to(other.unit).value.compareTo(other.value);
  }

  /** The number without an exponent, a blank, the unit. */
  @Override
  public String toString() {
    return value.toPlainString() + (unit.symbol().isEmpty() ? "" : " " + unit);
  }

  /** Units of different dimensions were to be converted: a defect of the program. */
  public static final class IncommensurableUnits extends RuntimeException {
    IncommensurableUnits(Unit from, Unit to) {
      super("'" + from + "' cannot be written in '" + to + "'");
    }
  }
}
