package jingtu.assessment;

import java.math.BigDecimal;
import java.util.Optional;
import jingtu.standards.Edition;
import jingtu.vocabulary.Confidence;

/**
 * One class of a pollution index: a band of its values with a name.
 *
 * @param from the lower end; empty where the band has none
 * @param to the upper end; empty where the band has none
 * @param published the year of the source; empty where none was read
 */
public record IndexClass(
    PollutionIndex index,
    Optional<BigDecimal> from,
    boolean fromInside,
    Optional<BigDecimal> to,
    boolean toInside,
    Edition.Words name,
    Optional<Integer> published,
    Confidence confidence,
    String source) {

  boolean holds(BigDecimal value) {
    return isAbove(value) && isBelow(value);
  }

  private boolean isAbove(BigDecimal value) {
    return from.map(value::compareTo)
        .map(side -> side > 0 || (side == 0 && fromInside))
        .orElse(true);
  }

  private boolean isBelow(BigDecimal value) {
    return to.map(value::compareTo).map(side -> side < 0 || (side == 0 && toInside)).orElse(true);
  }
}
