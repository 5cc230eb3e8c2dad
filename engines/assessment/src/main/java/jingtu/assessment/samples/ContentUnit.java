package jingtu.assessment.samples;

import jingtu.vocabulary.Message;
import jingtu.vocabulary.Unit;

/** In which unit the bare numbers of a column are. */
sealed interface ContentUnit {

  /**
   * The unit is known.
   *
   * @param assumed whether nobody stated it and the numbers fit the unit of the standard
   */
  record Known(Unit unit, boolean assumed) implements ContentUnit {}

  /**
   * The unit is in doubt, so the numbers are not judged.
   *
   * @param written what stands where a unit would; empty where nothing does
   * @param why as the reason for not judging
   */
  record InDoubt(String written, Message why) implements ContentUnit {}
}
