package jingtu.assessment.samples;

import java.util.Optional;
import jingtu.vocabulary.Analyte;
import jingtu.vocabulary.Unit;

/**
 * What the words over a column say.
 *
 * @param written the words
 * @param meaning what the column holds
 * @param unit the unit in the words, where they state a known one
 * @param unknownUnit what stands where a unit would, and is none that is known
 */
record Heading(String written, Meaning meaning, Optional<Unit> unit, Optional<String> unknownUnit) {

  /** What a column may hold. */
  sealed interface Meaning {}

  record Blank() implements Meaning {}

  record Role(ColumnRole role) implements Meaning {}

  record Content(Analyte analyte) implements Meaning {}

  record LimitOf(Analyte analyte, boolean ofQuantification) implements Meaning {}

  /** The form of a CAS number, whose last digit is wrong. */
  record WrongCas() implements Meaning {}

  /** A unit and nothing else: the cell belongs to a row of units. */
  record UnitAlone() implements Meaning {}

  record Unknown() implements Meaning {}

  Heading(String written, Meaning meaning) {
    this(written, meaning, Optional.empty(), Optional.empty());
  }

  Heading withUnit(Unit other) {
    return new Heading(written, meaning, Optional.of(other), Optional.empty());
  }

  Heading withUnknownUnit(String words) {
    return new Heading(written, meaning, Optional.empty(), Optional.of(words));
  }

  /** Whether it is known what the column holds. */
  boolean isKnown() {
    return switch (meaning) {
      case Role role -> true;
      case Content content -> true;
      case LimitOf limit -> true;
      case Blank blank -> false;
      case WrongCas cas -> false;
      case UnitAlone unit -> false;
      case Unknown unknown -> false;
    };
  }
}
