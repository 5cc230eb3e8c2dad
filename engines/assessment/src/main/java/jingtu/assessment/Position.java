package jingtu.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import jingtu.standards.Bound;
import jingtu.standards.Threshold;
import jingtu.vocabulary.Quantity;
import jingtu.vocabulary.Result;

/** Where a content lies against one threshold. */
enum Position {
  /**
   * Allowed: not above it, within its ranges. A content equal to a threshold does not exceed it.
   */
  NOT_ABOVE,
  ABOVE,
  /** The content is known too vaguely. */
  UNSURE;

  /**
   * Holds a result against a threshold. The units must convert into each other; a bare "not
   * detected" has none.
   */
  static Position of(Result result, Threshold threshold, Comparison comparison) {
    return switch (threshold.bound()) {
      case Bound.AtMost(BigDecimal most) -> against(most, result, threshold, comparison);
      case Bound.Within within -> inside(within, result, threshold, comparison);
      case Bound.NotDetectable() -> undetected(result);
    };
  }

  private static Position against(
      BigDecimal most, Result result, Threshold threshold, Comparison comparison) {
    return switch (result) {
      case Result.Measured(Quantity content) ->
          compared(content, most, threshold, comparison).compareTo(most) > 0 ? ABOVE : NOT_ABOVE;
      case Result.BelowDetection(Quantity limit) -> below(limit, most, threshold);
      case Result.BelowQuantification(Quantity limit) -> below(limit, most, threshold);
      case Result.NotDetected() -> UNSURE;
    };
  }

  /** What lies below a limit is surely not above a threshold that is not below the limit. */
  private static Position below(Quantity limit, BigDecimal most, Threshold threshold) {
    return limit.to(threshold.unit()).value().compareTo(most) > 0 ? UNSURE : NOT_ABOVE;
  }

  private static Position inside(
      Bound.Within within, Result result, Threshold threshold, Comparison comparison) {
    return switch (result) {
      case Result.Measured(Quantity content) ->
          within.ranges().stream().anyMatch(range -> holds(range, content, threshold, comparison))
              ? NOT_ABOVE
              : ABOVE;
      case Result.BelowDetection below -> UNSURE;
      case Result.BelowQuantification below -> UNSURE;
      case Result.NotDetected undetected -> UNSURE;
    };
  }

  private static boolean holds(
      Bound.Range range, Quantity content, Threshold threshold, Comparison comparison) {
    return compared(content, range.from(), threshold, comparison).compareTo(range.from()) >= 0
        && compared(content, range.to(), threshold, comparison).compareTo(range.to()) <= 0;
  }

  private static Position undetected(Result result) {
    return switch (result) {
      case Result.Measured(Quantity content) -> content.value().signum() > 0 ? ABOVE : NOT_ABOVE;
      case Result.BelowQuantification detected -> ABOVE;
      case Result.BelowDetection undetected -> NOT_ABOVE;
      case Result.NotDetected undetected -> NOT_ABOVE;
    };
  }

  /** The number that is compared: all digits, or as many decimals as the bound has. */
  static BigDecimal compared(
      Quantity content, BigDecimal bound, Threshold threshold, Comparison comparison) {
    BigDecimal full = content.to(threshold.unit()).value();
    return switch (comparison) {
      case FULL_VALUE -> full;
      case ROUNDED -> full.setScale(Math.max(bound.scale(), 0), RoundingMode.HALF_EVEN);
    };
  }
}
