package jingtu.assessment;

import java.util.Arrays;

/**
 * Eight columns that are compared in one go, so that a row's standing stays in registers. A group
 * with fewer analytes repeats its last one, with thresholds that nothing exceeds.
 *
 * <p>Ratios are compared by their bits, which order numbers from zero up as the numbers themselves,
 * and {@code NaN} above all: the processor then needs no branch.
 *
 * @param from the place of its first analyte among those that the edition covers
 * @param columns the indexes of the columns
 * @param values for each key the eight screening values, then the eight control values
 */
@SuppressWarnings("ArrayRecordComponent")
record ColumnGroup(int from, int[] columns, double[] values) {

  static final int SIZE = 8;

  /** The group of the columns {@code covered[from]} and the next seven, as far as there are any. */
  static ColumnGroup of(int[] covered, ColumnTable[] tables, int from, int keys) {
    int[] columns = new int[SIZE];
    double[] values = new double[keys * 2 * SIZE];
    Arrays.fill(values, Double.POSITIVE_INFINITY);
    for (int i = 0; i < SIZE; i++) {
      int index = Math.min(from + i, covered.length - 1);
      columns[i] = covered[index];
      for (int key = 0; key < keys && index == from + i; key++) {
        values[key * 2 * SIZE + i] = tables[index].screening()[key];
        values[key * 2 * SIZE + SIZE + i] = tables[index].control()[key];
      }
    }
    return new ColumnGroup(from, columns, values);
  }

  /**
   * How the rows of a block stand after some groups.
   *
   * @param largest the largest ratio of content to screening value; {@code NaN} where a content is
   *     missing
   * @param worst the place of its analyte among those that the edition covers
   * @param above not 0 where a content is above its control value
   * @param signs the signs of all contents or-ed together: negative where one is
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Standing(double[] largest, int[] worst, int[] above, long[] signs) {

    Standing(int rows) {
      this(new double[rows], new int[rows], new int[rows], new long[rows]);
    }

    /** Before the first group. No ratio is so small that it does not take the place of -1. */
    void reset() {
      Arrays.fill(largest, -1);
      Arrays.fill(above, 0);
      Arrays.fill(signs, 0);
    }

    /** Whether a content of the row is missing or was not detected. */
    boolean isOdd(int row) {
      return signs[row] < 0 || Double.isNaN(largest[row]);
    }
  }

  /** Compares the rows from {@code first} on; {@code keys[i]} belongs to row {@code first + i}. */
  void compare(SoilColumns soil, int first, int count, int[] keys, Standing standing) {
    double[][] contents = new double[SIZE][];
    Arrays.setAll(contents, i -> soil.contentMgPerKg().get(columns[i]));
    for (int i = 0; i < count; i++) {
      int at = keys[i] * 2 * SIZE;
      long largest = Double.doubleToRawLongBits(standing.largest[i]);
      int worst = standing.worst[i];
      int above = standing.above[i];
      long signs = standing.signs[i];
      for (int j = 0; j < SIZE; j++) {
        double content = contents[j][first + i];
        long ratio = Double.doubleToRawLongBits(content / values[at + j]);
        worst = ratio > largest ? from + j : worst;
        largest = Math.max(largest, ratio);
        above |= content > values[at + SIZE + j] ? 1 : 0;
        signs |= Double.doubleToRawLongBits(content);
      }
      standing.largest[i] = Double.longBitsToDouble(largest);
      standing.worst[i] = worst;
      standing.above[i] = above;
      standing.signs[i] = signs;
    }
  }
}
