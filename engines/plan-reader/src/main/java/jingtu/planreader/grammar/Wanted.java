package jingtu.planreader.grammar;

import java.math.BigDecimal;
import java.util.Optional;
import jingtu.planreader.Target.Comparator;

/**
 * What a target asks for.
 *
 * @param value empty where the number is set elsewhere; then {@code reference} has the words
 * @param unit as written; numbers are written out, so never 万亩
 * @param implied whether the value was read out of words such as 全覆盖
 */
record Wanted(
    Comparator comparator,
    Optional<BigDecimal> value,
    String unit,
    Optional<String> reference,
    boolean implied) {

  static Wanted number(Comparator comparator, BigDecimal value, String unit) {
    return new Wanted(comparator, Optional.of(value), unit, Optional.empty(), false);
  }

  /** 达到国家下达的指标要求: the number stands in another paper. */
  static Wanted setElsewhere(String unit, String reference) {
    return new Wanted(Comparator.AT_LEAST, Optional.empty(), unit, Optional.of(reference), false);
  }

  /** 全覆盖: all of it. */
  static Wanted all() {
    return new Wanted(
        Comparator.EQUAL, Optional.of(BigDecimal.valueOf(100)), "%", Optional.empty(), true);
  }
}
