package jingtu.assessment;

import java.util.Optional;
import jingtu.vocabulary.LandUse;
import jingtu.vocabulary.Ph;

/** One way the circumstances of a sample may be; what does not matter is empty. */
record Situation(
    Optional<Ph> ph,
    Optional<LandUse> landUse,
    Optional<String> category,
    Optional<String> condition) {

  /** Whether it differs from another in nothing but one thing. */
  boolean differsOnlyIn(Missing thing, Situation other) {
    return !get(thing).equals(other.get(thing)) && with(thing, other).equals(other);
  }

  private Object get(Missing thing) {
    return switch (thing) {
      case PH -> ph;
      case LAND_USE -> landUse;
      case CATEGORY -> category;
      case CONDITION -> condition;
    };
  }

  private Situation with(Missing thing, Situation other) {
    return switch (thing) {
      case PH -> new Situation(other.ph, landUse, category, condition);
      case LAND_USE -> new Situation(ph, other.landUse, category, condition);
      case CATEGORY -> new Situation(ph, landUse, other.category, condition);
      case CONDITION -> new Situation(ph, landUse, category, other.condition);
    };
  }
}
