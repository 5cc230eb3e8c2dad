package jingtu.assessment;

import java.math.BigDecimal;

/**
 * A statistic of contents.
 *
 * @param below whether the true one lies below the value, since it falls on what was not detected
 * @param approximate whether it was estimated rather than counted out
 */
public record Figure(BigDecimal value, boolean below, boolean approximate) {

  static Figure of(double value) {
    return new Figure(BigDecimal.valueOf(value), false, false);
  }

  /** The number, with {@code <} before a limit and {@code ≈} before an estimate. */
  @Override
  public String toString() {
    return (below ? "<" : "") + (approximate ? "\u2248" : "") + value.toPlainString();
  }
}
