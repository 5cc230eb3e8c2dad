package jingtu.assessment.samples;

import java.time.LocalDate;
import java.util.Optional;
import jingtu.sheets.CellAddress;
import jingtu.vocabulary.LandUse;
import jingtu.vocabulary.Ph;

/** What a row says of its sample besides the results. */
record SampleHead(
    String id,
    CellAddress at,
    Optional<LocalDate> day,
    Optional<Ph> ph,
    Optional<LandUse> landUse,
    Optional<String> category,
    Optional<String> group) {

  SampleHead withPh(Ph other) {
    return new SampleHead(id, at, day, Optional.of(other), landUse, category, group);
  }
}
