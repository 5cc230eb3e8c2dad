package jingtu.standards;

import java.util.Optional;
import jingtu.vocabulary.Analyte;
import jingtu.vocabulary.Confidence;
import jingtu.vocabulary.LandUse;
import jingtu.vocabulary.Unit;

/**
 * One number of a standard with the conditions under which it applies.
 *
 * @param landUse the land that it speaks of; empty where it holds for all land of the standard
 * @param band the pH that it speaks of; empty where pH does not matter
 * @param category the crop, food or class of water that it speaks of, as a key of the edition's
 *     {@link Edition#categories()}; empty where there are none
 * @param bound what is allowed
 * @param unit the unit of the bound
 * @param table where it is printed
 * @param background whether the standard lets a content pass that is above the value but not above
 *     the local background (GB 36600-2018, table 1, note a)
 * @param confidence how well the number was verified
 */
public record Threshold(
    Analyte analyte,
    Optional<LandUse> landUse,
    Optional<PhBand> band,
    Optional<String> category,
    Bound bound,
    Unit unit,
    TableRef table,
    boolean background,
    Confidence confidence) {}
