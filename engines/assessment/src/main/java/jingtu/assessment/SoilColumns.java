package jingtu.assessment;

import java.util.List;
import jingtu.vocabulary.LandUse;

/**
 * Soil samples as columns, for batches of millions. Row {@code i} of every column is one sample.
 * The arrays are not copied.
 *
 * @param ph its pH; {@code NaN} where it is not known
 * @param landUse the {@link #code} of its land use; {@link #UNKNOWN} where it is not known
 * @param contentMgPerKg one column for each analyte, in the order in which the judge was given
 *     them: the content in mg/kg, {@code -L} for what was not detected or quantified with the limit
 *     L, {@code NaN} where there is no reading
 */
@SuppressWarnings("ArrayRecordComponent")
public record SoilColumns(double[] ph, byte[] landUse, List<double[]> contentMgPerKg) {

  /** In place of a land use that is not known. */
  public static final byte UNKNOWN = -1;

  public SoilColumns {
    contentMgPerKg = List.copyOf(contentMgPerKg);
    int rows = ph.length;
    if (landUse.length != rows || contentMgPerKg.stream().anyMatch(it -> it.length != rows)) {
      throw new IllegalArgumentException("columns are of one length, that of pH: " + rows);
    }
  }

  /** How a land use is written in the column. Codes are for one run: they are not to be stored. */
  @SuppressWarnings("EnumOrdinal")
  public static byte code(LandUse use) {
    return (byte) use.ordinal();
  }

  public int rows() {
    return ph.length;
  }
}
