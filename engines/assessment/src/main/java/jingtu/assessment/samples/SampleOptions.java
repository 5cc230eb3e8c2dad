package jingtu.assessment.samples;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import jingtu.standards.Edition;
import jingtu.vocabulary.LandUse;
import jingtu.vocabulary.Ph;
import jingtu.vocabulary.Unit;

/**
 * What whoever sends a file says besides it.
 *
 * @param today the day after which no sample can have been taken
 * @param landUse of samples for which the file does not say it; so for the next three
 * @param units the unit of an analyte's numbers, by symbol, whatever stands over its column; a unit
 *     in a cell still counts for that cell
 * @param group the words over the column by which results are summed up
 */
public record SampleOptions(
    Editions editions,
    LocalDate today,
    Optional<LandUse> landUse,
    Optional<Ph> ph,
    Optional<String> category,
    Optional<LocalDate> date,
    Map<String, Unit> units,
    Optional<String> group) {

  public SampleOptions {
    units = Map.copyOf(units);
  }

  /** Nothing said besides the edition. */
  public static SampleOptions of(Edition edition, LocalDate today) {
    return new SampleOptions(
        Editions.chosen(edition),
        today,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Optional.empty());
  }
}
