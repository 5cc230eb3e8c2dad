package jingtu.assessment;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the median of contents that come one by one. Up to {@link #EXACT} of them are kept and it
 * is exact; beyond, they are counted in logarithmic buckets, and it is off by at most 0.05 % of
 * itself (the buckets of DDSketch, Masson et al. 2019, VLDB 12(12)). Either way memory stays
 * bounded.
 *
 * <p>What was not detected takes the rank of its limit.
 */
final class MedianTally {

  static final int EXACT = 1 << 16;

  private static final double RELATIVE_ERROR = 0.0005;
  private static final double LOG_GAMMA = Math.log((1 + RELATIVE_ERROR) / (1 - RELATIVE_ERROR));

  /** A content; one below its limit is written {@code -limit}. */
  private double[] kept = new double[16];

  private int size;
  private final Map<Integer, Bucket> buckets = new TreeMap<>();
  private boolean bucketed;
  private long count;

  /** How many contents fell between two powers of gamma. */
  private static final class Bucket {
    private long below;
    private long measured;
  }

  void add(double content, boolean below) {
    count++;
    if (!bucketed && size == EXACT) {
      spill();
    }
    if (bucketed) {
      count(content, below);
    } else {
      keep(below ? -content : content);
    }
  }

  private void keep(double signed) {
    if (size == kept.length) {
      kept = Arrays.copyOf(kept, 2 * size);
    }
    kept[size++] = signed;
  }

  private void spill() {
    bucketed = true;
    for (int i = 0; i < size; i++) {
      count(Math.abs(kept[i]), isBelow(kept[i]));
    }
    kept = new double[0];
  }

  private void count(double content, boolean below) {
    int index = content == 0 ? Integer.MIN_VALUE : (int) Math.ceil(Math.log(content) / LOG_GAMMA);
    Bucket bucket = buckets.computeIfAbsent(index, any -> new Bucket());
    if (below) {
      bucket.below++;
    } else {
      bucket.measured++;
    }
  }

  /** {@code -0.0} is below zero, too. */
  private static boolean isBelow(double signed) {
    return Double.doubleToRawLongBits(signed) < 0;
  }

  /** The median; empty where nothing was added. */
  Optional<Figure> median() {
    if (count == 0) {
      return Optional.empty();
    }
    return Optional.of(bucketed ? fromBuckets() : fromKept());
  }

  private Figure fromKept() {
    Double[] ranked = Arrays.stream(kept, 0, size).boxed().toArray(Double[]::new);
    Arrays.sort(ranked, Comparator.comparingDouble(Math::abs));
    double low = ranked[(size - 1) / 2];
    double high = ranked[size / 2];
    BigDecimal middle =
        BigDecimal.valueOf(Math.abs(low))
            .add(BigDecimal.valueOf(Math.abs(high)))
            .divide(BigDecimal.valueOf(2));
    return new Figure(middle, isBelow(low) || isBelow(high), false);
  }

  private Figure fromBuckets() {
    long rank = (count + 1) / 2;
    long passed = 0;
    for (Map.Entry<Integer, Bucket> entry : buckets.entrySet()) {
      Bucket bucket = entry.getValue();
      passed += bucket.below + bucket.measured;
      if (passed >= rank) {
        boolean below = rank <= passed - bucket.measured;
        return new Figure(BigDecimal.valueOf(middleOf(entry.getKey())), below, true);
      }
    }
    throw new IllegalStateException("the buckets hold fewer than were counted: " + count);
  }

  private static double middleOf(int index) {
    return index == Integer.MIN_VALUE ? 0 : Math.exp(index * LOG_GAMMA) * (1 - RELATIVE_ERROR);
  }
}
