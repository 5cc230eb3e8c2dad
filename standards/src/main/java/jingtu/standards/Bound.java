package jingtu.standards;

import java.math.BigDecimal;
import java.util.List;

/** What a threshold allows, in the threshold's unit. */
public sealed interface Bound {

  /** The value itself is allowed; above it is not. */
  record AtMost(BigDecimal value) implements Bound {}

  /** Allowed where one of the ranges holds the value, its ends included: pH 6.5 to 8.5. */
  record Within(List<Range> ranges) implements Bound {
    public Within {
      ranges = List.copyOf(ranges);
    }
  }

  /** The analyte must not be detected. */
  record NotDetectable() implements Bound {}

  /** Both ends included. */
  record Range(BigDecimal from, BigDecimal to) {
    public Range {
      if (from.compareTo(to) > 0) {
        throw new IllegalArgumentException("a range runs upwards: " + from + " to " + to);
      }
    }
  }
}
