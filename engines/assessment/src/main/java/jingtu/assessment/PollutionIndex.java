package jingtu.assessment;

/** An index of how far contents lie above a reference, with its own classes. */
public enum PollutionIndex {
  /** P = C/S of one analyte, S a screening value or a background. */
  SINGLE_FACTOR,
  /** P = √((mean² + greatest²)/2) of single factors (HJ/T 166-2004). */
  NEMEROW,
  /** I = log₂(C/(1.5·B)) of one analyte, B its background (Müller). */
  GEO_ACCUMULATION,
  /** E = T·C/B of one analyte, T its toxic response factor (Hakanson). */
  ECOLOGICAL_RISK,
  /** The sum of the ecological risks (Hakanson). */
  RISK_INDEX,
  /** (C/Cref of the sample)/(C/Cref of the background), ref a conservative element. */
  ENRICHMENT,
  /** The geometric mean of single factors. */
  POLLUTION_LOAD
}
