package jingtu.assessment;

/** What an {@link Outcome} rests on. */
public enum Ground {
  /** The content was held against the thresholds. */
  COMPARED,
  /** The detection or quantification limit lies above the threshold. */
  LIMIT_TOO_HIGH,
  /** Not detected, and the limit was not told. */
  LIMIT_UNKNOWN,
  /** The unit of the reading and that of the threshold measure different things. */
  UNIT_DIFFERS,
  /** Something about the sample is not known, and the outcome depends on it. */
  SOMETHING_MISSING,
  /** The standard has no category of the name that the sample has. */
  CATEGORY_UNKNOWN,
  /** The standard does not speak of the analyte. */
  ANALYTE_NOT_COVERED,
  /** The standard does not speak of such land. */
  LAND_NOT_COVERED,
  /** The standard speaks of the analyte, but not for the sample's category or pH. */
  CASE_NOT_COVERED
}
