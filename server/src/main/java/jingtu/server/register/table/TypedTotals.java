package jingtu.server.register.table;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What a set of records amounts to.
 *
 * @param sums by field id
 * @param states how many stand in each state
 * @param counts by field id, how many hold each value
 */
public record TypedTotals(
    long count,
    Map<String, Sum> sums,
    Map<String, Long> states,
    Map<String, Map<String, Long>> counts) {

  /** Of the records that hold a number in a field; absent where none does. */
  public record Sum(long filled, BigDecimal sum, BigDecimal lowest, BigDecimal highest) {}
}
