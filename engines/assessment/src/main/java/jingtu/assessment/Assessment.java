package jingtu.assessment;

import java.util.Optional;
import jingtu.standards.Edition;
import jingtu.standards.PhBand;
import jingtu.standards.TableRef;
import jingtu.standards.Threshold;
import jingtu.vocabulary.Analyte;
import jingtu.vocabulary.LandUse;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Quantity;
import jingtu.vocabulary.Reading;

/**
 * What came of holding one reading of a sample against an edition of a standard.
 *
 * @param value the content, or the limit below which it lies, in the unit of the thresholds; as
 *     read where there are none or the units measure different things; empty where no number was
 *     told
 * @param band the pH that the thresholds speak of; empty where pH does not matter or is not known
 * @param landUse the land that it was judged as; empty where it is not known
 * @param category the category that it was judged as, as a key of the edition; empty where none is
 *     known or thresholds have none
 * @param screening the screening value that decides; empty where there is none, and where several
 *     may apply and the outcome depends on which
 * @param control likewise the control value
 * @param limit likewise the limit
 * @param contentClass the class of water that the content falls into; empty for other standards
 */
public record Assessment(
    Sample sample,
    Reading reading,
    Edition edition,
    Optional<Quantity> value,
    Optional<PhBand> band,
    Optional<LandUse> landUse,
    Optional<String> category,
    Optional<Threshold> screening,
    Optional<Threshold> control,
    Optional<Threshold> limit,
    Optional<ContentClass> contentClass,
    Outcome outcome,
    Reason reason) {

  public Analyte analyte() {
    return reading.analyte();
  }

  /** The table that the deciding number is printed in. */
  public Optional<TableRef> table() {
    Optional<Threshold> deciding = outcome == Outcome.ABOVE_CONTROL ? control : screening;
    return deciding.or(() -> limit).map(Threshold::table);
  }

  /** The clause that says what follows; where the edition has none, that of the table. */
  public Optional<String> clause() {
    return reason
        .statement()
        .map(Edition.Statement::clause)
        .or(() -> table().map(TableRef::clause));
  }

  /** The reason as one sentence that names sample, number, unit, standard, table and clause. */
  public String reason(Language language) {
    return new ReasonWriter(this, language).sentence();
  }
}
