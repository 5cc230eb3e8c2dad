package jingtu.assessment;

import java.util.List;
import java.util.Optional;
import jingtu.vocabulary.LandUse;
import jingtu.vocabulary.Ph;

/**
 * Numbers the combinations of land use and band of pH that thresholds can tell apart, each of the
 * two also unknown: first all bands of unknown land, then those of the first use, and so on.
 */
final class ColumnKeys {

  private static final LandUse[] USES = LandUse.values();
  private static final double LOWEST_PH = 0;
  private static final double HIGHEST_PH = 14;

  private final List<Ph> upperBounds;
  private final double[] edges;

  /**
   * Keys for bands of pH.
   *
   * @param upperBounds the upper bound of each band, upwards; none where pH does not matter
   */
  ColumnKeys(List<Ph> upperBounds) {
    this.upperBounds = List.copyOf(upperBounds);
    this.edges =
        upperBounds.stream()
            .limit(Math.max(upperBounds.size() - 1, 0))
            .mapToDouble(ph -> ph.value().doubleValue())
            .toArray();
  }

  /** Bands, and one more for pH that is not known. */
  private int stride() {
    return edges.length + 2;
  }

  int count() {
    return stride() * (USES.length + 1);
  }

  /** A pH of the key's band; empty for the key of unknown pH, and where pH does not matter. */
  Optional<Ph> ph(int key) {
    int band = key % stride();
    return band < upperBounds.size() ? Optional.of(upperBounds.get(band)) : Optional.empty();
  }

  Optional<LandUse> landUse(int key) {
    int use = key / stride();
    return use == 0 ? Optional.empty() : Optional.of(USES[use - 1]);
  }

  /** Writes the keys of the rows from {@code first} on. */
  void write(SoilColumns columns, int first, int count, int[] keys) {
    double[] ph = columns.ph();
    byte[] landUse = columns.landUse();
    int stride = stride();
    for (int i = 0; i < count; i++) {
      double value = ph[first + i];
      int band = 0;
      for (double edge : edges) {
        band += value > edge ? 1 : 0;
      }
      boolean known = value >= LOWEST_PH && value <= HIGHEST_PH;
      keys[i] = (landUse[first + i] + 1) * stride + (known ? band : stride - 1);
    }
  }
}
