package jingtu.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jingtu.vocabulary.LandUse;
import jingtu.vocabulary.Ph;
import jingtu.vocabulary.Reading;

/**
 * What was taken at one place and time, with what was found in it.
 *
 * @param id as the laboratory or the survey wrote it
 * @param sampledOn the day of sampling; empty where it is not known
 * @param ph the pH of the soil; empty where it was not measured
 * @param landUse the use of the land; empty where it is not known
 * @param category the crop, food or class of water with its circumstances, as written; empty where
 *     none was chosen
 * @param readings one for each analyte
 */
public record Sample(
    String id,
    Optional<LocalDate> sampledOn,
    Optional<Ph> ph,
    Optional<LandUse> landUse,
    Optional<String> category,
    List<Reading> readings) {

  public Sample {
    readings = List.copyOf(readings);
  }
}
