package jingtu.vocabulary;

/**
 * A unit whose ratio to the base of its dimension is a power of ten, so that conversion shifts the
 * decimal point and is exact.
 *
 * @param symbol as Jingtu writes it: {@code mg/kg}
 * @param dimension what it measures; units of one dimension convert into each other
 * @param power the unit is 10^power of the dimension's base: mg/kg is 10⁻⁶ kg/kg
 */
public record Unit(String symbol, Dimension dimension, int power) {

  /** What is measured; in brackets the base. */
  public enum Dimension {
    /** Mass in mass (kg/kg). */
    MASS_FRACTION,
    /** Mass in volume (g/L). */
    MASS_CONCENTRATION,
    /** Number in volume (1/L). */
    COUNT_CONCENTRATION,
    /** Degrees Celsius. */
    TEMPERATURE,
    /** A bare number, such as pH. */
    NUMBER,
    /** Nephelometric turbidity units. */
    TURBIDITY,
    /** Platinum-cobalt degrees of colour. */
    COLOUR,
    /** Activity in volume (Bq/L). */
    ACTIVITY_CONCENTRATION
  }

  /** Whether quantities in the one can be written in the other. */
  public boolean convertsTo(Unit other) {
    return dimension == other.dimension;
  }

  @Override
  public String toString() {
    return symbol;
  }
}
