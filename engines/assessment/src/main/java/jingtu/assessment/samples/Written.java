package jingtu.assessment.samples;

import java.math.BigDecimal;
import java.util.Optional;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Unit;

/** What one cell says of one analyte, before it is known which unit its column has. */
sealed interface Written {

  /**
   * A measured number.
   *
   * @param unit the cell's own unit, where it states one
   */
  record Amount(BigDecimal value, Optional<Unit> unit) implements Written {}

  /**
   * Below a limit that the cell tells.
   *
   * @param ofQuantification whether the limit is that of quantification, not of detection
   * @param qualifier what stood beside the number, as written
   */
  record Below(BigDecimal limit, Optional<Unit> unit, boolean ofQuantification, String qualifier)
      implements Written {}

  /** Below a limit that the cell does not tell. */
  record NotDetected(boolean ofQuantification, String qualifier) implements Written {}

  /** Not measured: the cell is empty or says so. */
  record NotMeasured() implements Written {}

  /** Not understood. */
  record Unreadable(Message problem, Message remedy) implements Written {}
}
