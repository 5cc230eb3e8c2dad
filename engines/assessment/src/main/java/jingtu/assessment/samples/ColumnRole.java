package jingtu.assessment.samples;

/** What a column holds that is not the content of one analyte. Words: {@code column-words.csv}. */
enum ColumnRole {
  /** The sample's own number, of which there is one. */
  SAMPLE,
  /** Where it was taken: stands for the sample's number where there is none, and may come again. */
  POINT,
  DATE,
  PH,
  LAND_USE,
  /** Crop, food or class of water, for standards that distinguish them. */
  CATEGORY,
  DEPTH,
  /** The name of what was measured, in a sheet with one result a row. */
  ITEM,
  RESULT,
  UNIT,
  DETECTION_LIMIT,
  QUANTIFICATION_LIMIT,
  /** Known, and of no use in judging: coordinates, notes, methods. */
  NOT_USED
}
