package jingtu.assessment;

/** What thresholds may depend on, and a sample may lack. */
public enum Missing {
  PH,
  LAND_USE,
  /** Crop, food or class of water. */
  CATEGORY,
  /** A circumstance besides the category, such as saline soil. */
  CONDITION
}
