package jingtu.assessment;

import java.util.Arrays;

/**
 * Four columns that are compared in one go, so that a row's standing stays in registers. A group
 * with fewer analytes repeats its last one, with thresholds that nothing exceeds.
 *
 * @param columns the indexes of the columns
 * @param values for each key the four screening values, then the four control values
 */
@SuppressWarnings("ArrayRecordComponent")
record ColumnGroup(int[] columns, double[] values) {

  static final int SIZE = 4;

  /** The group of the columns {@code covered[from]} and the next three, as far as there are any. */
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
    return new ColumnGroup(columns, values);
  }

  /**
   * How the rows of a block stand after some groups.
   *
   * @param largest the largest ratio of content to screening value; {@code NaN} where a content is
   *     missing
   * @param worst the column of that ratio
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
    int indexA = columns[0];
    int indexB = columns[1];
    int indexC = columns[2];
    int indexD = columns[3];
    double[] columnA = soil.contentMgPerKg().get(indexA);
    double[] columnB = soil.contentMgPerKg().get(indexB);
    double[] columnC = soil.contentMgPerKg().get(indexC);
    double[] columnD = soil.contentMgPerKg().get(indexD);
    double[] largest = standing.largest();
    int[] worst = standing.worst();
    int[] above = standing.above();
    long[] signs = standing.signs();
    for (int i = 0; i < count; i++) {
      int at = keys[i] * 2 * SIZE;
      double a = columnA[first + i];
      double b = columnB[first + i];
      double c = columnC[first + i];
      double d = columnD[first + i];
      double ratioA = a / values[at];
      double ratioB = b / values[at + 1];
      double ratioC = c / values[at + 2];
      double ratioD = d / values[at + 3];
      double most = largest[i];
      int worstOf = ratioA > most ? indexA : worst[i];
      most = Math.max(most, ratioA);
      worstOf = ratioB > most ? indexB : worstOf;
      most = Math.max(most, ratioB);
      worstOf = ratioC > most ? indexC : worstOf;
      most = Math.max(most, ratioC);
      worstOf = ratioD > most ? indexD : worstOf;
      largest[i] = Math.max(most, ratioD);
      worst[i] = worstOf;
      above[i] |=
          (a > values[at + SIZE] ? 1 : 0)
              | (b > values[at + SIZE + 1] ? 1 : 0)
              | (c > values[at + SIZE + 2] ? 1 : 0)
              | (d > values[at + SIZE + 3] ? 1 : 0);
      signs[i] |=
          Double.doubleToRawLongBits(a)
              | Double.doubleToRawLongBits(b)
              | Double.doubleToRawLongBits(c)
              | Double.doubleToRawLongBits(d);
    }
  }
}
