package jingtu.planreader;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A value that a plan wants of an indicator.
 *
 * @param indicator name as written, completed from the sentence where subjects are joined
 * @param comparator how the value is to be compared
 * @param value empty where the number is set elsewhere; then {@code reference} has the words
 * @param unit as written: %, 亩, 吨 …; numbers are written out, so never 万亩
 * @param by the date by which it is wanted, as one of the sentence's deadlines
 * @param baseline what it is compared with, where the text names one
 * @param scope the part of the place or group that it concerns, as printed
 * @param implied whether the value was read out of words such as 全覆盖
 * @param aspirational whether the text only strives for it: 力争, 努力
 */
public record Target(
    Span span,
    String indicator,
    Comparator comparator,
    Optional<BigDecimal> value,
    String unit,
    Optional<Deadline> by,
    Optional<String> baseline,
    Optional<String> reference,
    Optional<String> scope,
    boolean implied,
    boolean aspirational) {

  /** How a reached value is held against the wanted one. */
  public enum Comparator {
    AT_LEAST(">="),
    AT_MOST("<="),
    BELOW("<"),
    EQUAL("="),
    ABOUT("~");

    private final String sign;

    Comparator(String sign) {
      this.sign = sign;
    }

    public String sign() {
      return sign;
    }
  }
}
