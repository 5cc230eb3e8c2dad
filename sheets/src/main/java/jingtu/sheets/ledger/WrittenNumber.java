package jingtu.sheets.ledger;

import java.math.BigDecimal;

/**
 * A number as people write it.
 *
 * @param low the number, or the lower end of a range
 * @param high the same number, or the upper end
 * @param about whether words say that it is not exact: {@code 约}, {@code 余}, {@code 以上}
 * @param unit the symbol of the unit behind it; empty where none is written
 */
public record WrittenNumber(BigDecimal low, BigDecimal high, boolean about, String unit) {

  /** Whether it is one number and not a range. */
  public boolean single() {
    return low.compareTo(high) == 0;
  }
}
