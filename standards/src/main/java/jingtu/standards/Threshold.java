package jingtu.standards;

import java.util.List;
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
 * @param condition what must hold besides, as a key of {@link Edition#conditions()}; empty where
 *     nothing must
 * @param print how its line of the table is printed
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
    Confidence confidence,
    Optional<String> condition,
    Print print) {

  /**
   * The line of the table that it stands in.
   *
   * @param item the item's number
   * @param name the analyte as the table names it
   * @param scope the categories as the table names them, where one number holds for several
   * @param notes keys of the edition's notes
   * @param line the line of the file
   */
  public record Print(
      Optional<String> item,
      String name,
      Optional<Edition.Words> scope,
      List<String> notes,
      int line) {
    public Print {
      notes = List.copyOf(notes);
    }
  }
}
