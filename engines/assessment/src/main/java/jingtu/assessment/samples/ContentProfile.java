package jingtu.assessment.samples;

import java.math.BigDecimal;

/**
 * How the contents of one column are spread, in tenths of a power of ten. It takes the same memory
 * for ten values as for a billion.
 */
final class ContentProfile {

  private static final int BINS_PER_DECADE = 10;
  private static final int LOWEST_DECADE = -12;
  private static final int DECADES = 27;

  private final long[] bins = new long[DECADES * BINS_PER_DECADE];
  private long numbers;
  private long others;

  /** Takes a content up; zero has no power of ten and only counts as a number. */
  void add(BigDecimal content) {
    numbers++;
    double value = content.doubleValue();
    if (value > 0) {
      int bin = (int) Math.floor((Math.log10(value) - LOWEST_DECADE) * BINS_PER_DECADE);
      bins[Math.clamp(bin, 0, bins.length - 1)]++;
    }
  }

  /** Counts a cell that holds something else than a number. */
  void addOther() {
    others++;
  }

  /** Whether most cells hold numbers. */
  boolean isNumeric() {
    return numbers > others;
  }

  /** How many contents above zero were taken up. */
  long count() {
    long count = 0;
    for (long bin : bins) {
      count += bin;
    }
    return count;
  }

  /** The median of the contents above zero to within a tenth of a power of ten; 0 without any. */
  double median() {
    long half = (count() + 1) / 2;
    long passed = 0;
    for (int i = 0; half > 0 && i < bins.length; i++) {
      passed += bins[i];
      if (passed >= half) {
        return Math.pow(10, LOWEST_DECADE + (i + 0.5) / BINS_PER_DECADE);
      }
    }
    return 0;
  }
}
