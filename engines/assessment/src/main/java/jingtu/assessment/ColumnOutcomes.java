package jingtu.assessment;

/**
 * What came of the samples in {@link SoilColumns}, row by row. The arrays are the judge's own, not
 * copies.
 *
 * @param outcome the {@link #code} of the worst outcome of the sample's readings
 * @param worstAnalyte the index of the analyte whose ratio is the largest, the first of equal ones;
 *     {@link #NONE} where nothing was measured that has a screening value
 * @param largestRatio content by screening value (the lowest that may apply) of that analyte; 0
 *     where there is none
 */
@SuppressWarnings("ArrayRecordComponent")
public record ColumnOutcomes(byte[] outcome, byte[] worstAnalyte, double[] largestRatio) {

  /** In place of the worst analyte. */
  public static final byte NONE = -1;

  private static final Outcome[] OUTCOMES = Outcome.values();

  /** How an outcome is written in the column; a worse one is greater. Not to be stored. */
  @SuppressWarnings("EnumOrdinal")
  public static byte code(Outcome outcome) {
    return (byte) outcome.ordinal();
  }

  /** The outcome of a row. */
  public Outcome outcomeOf(int row) {
    return OUTCOMES[outcome[row]];
  }

  /** Room for so many rows. */
  public static ColumnOutcomes ofRows(int rows) {
    return new ColumnOutcomes(new byte[rows], new byte[rows], new double[rows]);
  }
}
