package jingtu.vocabulary;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A word or code for a use of land, and what it means for the standards.
 *
 * @param scheme the classification that the code belongs to; {@code words} for plain words
 * @param code empty for plain words
 * @param chinese its name; empty where only the code is known
 * @param landUse empty where the code does not settle it, since uses of several kinds bear it
 * @param residentialOrPublic whether it is residential, public administration or public service
 *     use; empty where the word does not say
 * @param from the first day on which the classification is in force; empty for plain words
 * @param until the last such day; empty while it is in force
 * @param note where it is written, or what to write instead
 */
public record LandUseTerm(
    String scheme,
    String code,
    String chinese,
    Optional<LandUse> landUse,
    Optional<Boolean> residentialOrPublic,
    Optional<LocalDate> from,
    Optional<LocalDate> until,
    Confidence confidence,
    String note) {

  public boolean inForceOn(LocalDate day) {
    return from.map(first -> !day.isBefore(first)).orElse(true)
        && until.map(last -> !day.isAfter(last)).orElse(true);
  }

  /** Whether both mean the same for the standards. */
  boolean agreesWith(LandUseTerm other) {
    return landUse.equals(other.landUse) && residentialOrPublic.equals(other.residentialOrPublic);
  }
}
