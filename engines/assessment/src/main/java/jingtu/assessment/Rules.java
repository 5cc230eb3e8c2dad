package jingtu.assessment;

import java.util.Map;
import jingtu.vocabulary.Analyte;
import jingtu.vocabulary.Quantity;

/**
 * What whoever asks has chosen for judging. {@link #USUAL} chooses nothing; every departure from it
 * is printed in the reasons that it touches.
 *
 * @param comparison with all digits, or rounded
 * @param unknownClassIsFirst whether construction land of unknown class is judged as class 1 (GB
 *     36600-2018, clause 5.3.1); otherwise it stays undecided where the classes differ
 * @param background contents of the local soil, a mass fraction each, for the analytes whose
 *     thresholds ask for them (GB 36600-2018, tables 1 and 2, note a)
 */
public record Rules(
    Comparison comparison, boolean unknownClassIsFirst, Map<Analyte, Quantity> background) {

  /** Full values, no class assumed, no background known. */
  public static final Rules USUAL = new Rules(Comparison.FULL_VALUE, false, Map.of());

  public Rules {
    background = Map.copyOf(background);
  }

  public Rules comparing(Comparison chosen) {
    return new Rules(chosen, unknownClassIsFirst, background);
  }

  public Rules takingUnknownClassAsFirst() {
    return new Rules(comparison, true, background);
  }

  public Rules withBackground(Map<Analyte, Quantity> contents) {
    return new Rules(comparison, unknownClassIsFirst, contents);
  }
}
