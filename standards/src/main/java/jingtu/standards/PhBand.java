package jingtu.standards;

import java.math.BigDecimal;
import java.util.Optional;
import jingtu.vocabulary.Ph;

/**
 * A range of pH. Its lower bound is outside, its upper bound inside (GB 15618-2018, table 1: {@code
 * 5.5<pH<=6.5}).
 *
 * @param above the lower bound, itself outside; empty where the band has none
 * @param upTo the upper bound, itself inside; empty where the band has none
 */
public record PhBand(Optional<BigDecimal> above, Optional<BigDecimal> upTo) {

  public PhBand {
    if (above.isPresent() && upTo.isPresent() && above.get().compareTo(upTo.get()) >= 0) {
      throw new IllegalArgumentException("a band of pH runs upwards: " + above + ", " + upTo);
    }
  }

  public boolean contains(Ph ph) {
    return above.map(bound -> ph.value().compareTo(bound) > 0).orElse(true)
        && upTo.map(bound -> ph.value().compareTo(bound) <= 0).orElse(true);
  }

  /** As printed: {@code pH<=5.5}, {@code 5.5<pH<=6.5}, {@code pH>7.5}. */
  @Override
  public String toString() {
    if (upTo.isEmpty()) {
      return above.map(bound -> "pH>" + bound.toPlainString()).orElse("pH");
    }
    return above.map(bound -> bound.toPlainString() + "<").orElse("")
        + "pH<="
        + upTo.get().toPlainString();
  }
}
