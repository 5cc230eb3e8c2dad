package jingtu.assessment.samples;

/**
 * What stands in place of a sample's id in rows that are no samples. Words: {@code row-words.csv}.
 */
enum RowWord {
  /** The row tells each column's detection limit. */
  LIMITS,
  /** A mean, a limit value or the like. */
  NO_SAMPLE
}
