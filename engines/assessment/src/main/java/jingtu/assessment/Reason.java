package jingtu.assessment;

import java.util.List;
import java.util.Optional;
import jingtu.standards.Edition;
import jingtu.vocabulary.Quantity;

/**
 * Why an assessment came out as it did, as fields. {@link Assessment#reason(jingtu.vocabulary
 * .Language)} makes a sentence of them.
 *
 * @param ground what the outcome rests on
 * @param missing what is not known of the sample. Where the outcome is decided it is the same
 *     whatever that may be; where it is {@link Ground#SOMETHING_MISSING} this is to be supplied
 * @param whateverThePh what the outcome would be at any pH, where pH is what is missing
 * @param assumedFirstClass whether land of unknown class was judged as class 1
 * @param comparison how contents were compared
 * @param screening the screening values that may apply
 * @param control the control values that may apply
 * @param limit the limits that may apply
 * @param background where thresholds let contents pass up to the local background
 * @param statement what the standard says of the outcome
 */
public record Reason(
    Ground ground,
    List<Missing> missing,
    Optional<Outcome> whateverThePh,
    boolean assumedFirstClass,
    Comparison comparison,
    Optional<Span> screening,
    Optional<Span> control,
    Optional<Span> limit,
    Optional<BackgroundRule> background,
    Optional<Edition.Statement> statement) {

  public Reason {
    missing = List.copyOf(missing);
  }

  /**
   * What came of the rule that a content not above the local background is not managed as polluted
   * land although it is above the screening value. The outcome stays what it is. Above the control
   * value the background is named too, but what the standard says of that value stands.
   *
   * @param content the background; empty where it was not given, so that the rule was not applied
   * @param passes whether the content is not above it
   * @param statement what the standard says where it passes
   */
  public record BackgroundRule(
      Optional<Quantity> content, boolean passes, Optional<Edition.Statement> statement) {}
}
