package jingtu.vocabulary;

import java.math.BigDecimal;

/** A pH value, from 0 to 14. */
public record Ph(BigDecimal value) implements Comparable<Ph> {

  private static final BigDecimal HIGHEST = BigDecimal.valueOf(14);

  public Ph {
    if (!isValid(value)) {
      throw new IllegalArgumentException("pH lies between 0 and 14, not at " + value);
    }
  }

  /** Whether a number can be a pH value. */
  public static boolean isValid(BigDecimal value) {
    return value.signum() >= 0 && value.compareTo(HIGHEST) <= 0;
  }

  @Override
  public int compareTo(Ph other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toPlainString();
  }
}
