package jingtu.standards;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  private static final Pattern UP_TO =
      Pattern.compile("(?:(\\d+(?:\\.\\d+)?)<)?pH<=(\\d+(?:\\.\\d+)?)");
  private static final Pattern ABOVE = Pattern.compile("pH>(\\d+(?:\\.\\d+)?)");

  /** Reads what {@link #toString} writes; empty where the text is no band or runs downwards. */
  public static Optional<PhBand> parse(String written) {
    Matcher open = ABOVE.matcher(written);
    Matcher closed = UP_TO.matcher(written);
    if (open.matches()) {
      return valid(Optional.of(open.group(1)), Optional.empty());
    }
    return closed.matches()
        ? valid(Optional.ofNullable(closed.group(1)), Optional.of(closed.group(2)))
        : Optional.empty();
  }

  private static Optional<PhBand> valid(Optional<String> above, Optional<String> upTo) {
    Optional<BigDecimal> low = above.map(BigDecimal::new);
    Optional<BigDecimal> high = upTo.map(BigDecimal::new);
    boolean possible =
        low.map(Ph::isValid).orElse(true)
            && high.map(Ph::isValid).orElse(true)
            && (low.isEmpty() || high.isEmpty() || low.get().compareTo(high.get()) < 0);
    return possible ? Optional.of(new PhBand(low, high)) : Optional.empty();
  }

  /** Whether some pH lies in both. */
  public boolean overlaps(PhBand other) {
    return !endsBefore(other) && !other.endsBefore(this);
  }

  /** Whether all of it lies below the other. */
  public boolean endsBefore(PhBand other) {
    return upTo.isPresent()
        && other.above.isPresent()
        && upTo.get().compareTo(other.above.get()) <= 0;
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
