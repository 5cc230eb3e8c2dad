package jingtu.assessment;

/**
 * What came of holding a content against thresholds. {@code WITHIN} and {@code EXCEEDS} speak of
 * limits; a screening value is not a limit.
 */
public enum Outcome {
  /** No threshold of the standard speaks of this analyte under these conditions. */
  NO_THRESHOLD,
  /** Not above the limit. */
  WITHIN,
  /** Not above the screening value. */
  AT_OR_BELOW_SCREENING,
  /** It cannot be said: a condition such as pH is missing, or the detection limit is too high. */
  UNDECIDED,
  /** Above the screening value, not above the control value if there is one. */
  ABOVE_SCREENING,
  /** Above the control value. */
  ABOVE_CONTROL,
  /** Above the limit. */
  EXCEEDS
}
