package jingtu.assessment;

/** How a measured content is held against a threshold (GB/T 8170-2008). */
public enum Comparison {
  /** With all its digits: what the standards mean where they say nothing. */
  FULL_VALUE,
  /** Rounded, half to even, to the decimals of the threshold. */
  ROUNDED
}
