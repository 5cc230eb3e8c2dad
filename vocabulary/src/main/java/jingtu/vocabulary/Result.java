package jingtu.vocabulary;

/** What a laboratory says of one analyte in one sample. */
public sealed interface Result {

  /** A measured content. */
  record Measured(Quantity content) implements Result {}

  /** Not detected: the true content lies somewhere from zero to the detection limit. */
  record BelowDetection(Quantity detectionLimit) implements Result {}

  /** Detected, but too little to be measured: the content lies below the quantification limit. */
  record BelowQuantification(Quantity quantificationLimit) implements Result {}

  /** Not detected, and the limit was not told, so nothing bounds the content. */
  record NotDetected() implements Result {}
}
