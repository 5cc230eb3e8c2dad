package jingtu.assessment;

/** What number stands for a content that was not detected. */
public enum NonDetects {
  /** None: it is counted and left out. */
  LEFT_OUT,
  /** Half its limit, where the limit is known (HJ 1185-2021, not verified). */
  HALF_LIMIT
}
