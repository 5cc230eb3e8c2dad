package jingtu.assessment;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jingtu.standards.Bound;
import jingtu.standards.Threshold;

/**
 * The thresholds of one kind that may apply to a sample, by the lowest and the highest. They are
 * the same where all is known of the sample that the standard asks for.
 */
public record Span(Threshold lowest, Threshold highest) {

  /** The span of some thresholds in one unit; empty where there are none. */
  static Optional<Span> of(List<Threshold> thresholds) {
    if (thresholds.size() <= 1) {
      return thresholds.stream().findFirst().map(only -> new Span(only, only));
    }
    Comparator<Threshold> upwards = Comparator.comparing(Span::height);
    return Optional.of(
        new Span(Collections.min(thresholds, upwards), Collections.max(thresholds, upwards)));
  }

  /** How high a content may be: its most, the top of its ranges, nothing. */
  static BigDecimal height(Threshold threshold) {
    return switch (threshold.bound()) {
      case Bound.AtMost(BigDecimal value) -> value;
      case Bound.Within(List<Bound.Range> ranges) ->
          ranges.stream().map(Bound.Range::to).reduce(BigDecimal.ZERO, BigDecimal::max);
      case Bound.NotDetectable() -> BigDecimal.ZERO;
    };
  }

  /** Whether it is one number. */
  public boolean isOne() {
    return lowest.bound().equals(highest.bound());
  }
}
