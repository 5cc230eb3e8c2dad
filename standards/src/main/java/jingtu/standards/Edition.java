package jingtu.standards;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jingtu.vocabulary.Confidence;
import jingtu.vocabulary.Medium;

/**
 * One edition of a standard: a dated set of thresholds, with what the standard says of contents
 * above and below them.
 *
 * @param standard the number without the year: {@code GB 15618}
 * @param edition the year: {@code 2018}
 * @param title its names, in both languages
 * @param from the first day on which it is in force
 * @param until the last such day; empty while it is in force
 * @param categories names of the crops, foods or classes of water, keyed as thresholds name them,
 *     in the order of the standard, the best class first; empty where thresholds have none
 * @param statements what the standard says of an outcome, in its own words and with the clause
 */
public record Edition(
    String standard,
    String edition,
    Words title,
    Medium medium,
    LocalDate from,
    Optional<LocalDate> until,
    Map<String, Words> categories,
    List<Threshold> thresholds,
    List<Statement> statements,
    Confidence confidence) {

  /** A phrase in both languages. */
  public record Words(String zh, String en) {}

  /**
   * What the standard says of an outcome.
   *
   * @param outcome {@code AT_OR_BELOW_SCREENING}, {@code ABOVE_SCREENING} …
   * @param condition empty, or what must hold besides: {@code control} where the analyte has a
   *     control value, {@code no-control} where it has none, {@code background} where the content
   *     is not above the local background
   * @param clause the clause cited
   */
  public record Statement(
      String outcome,
      Optional<String> condition,
      String clause,
      Words words,
      Confidence confidence) {}

  /** The number as it is cited: {@code GB 15618-2018}. */
  public String id() {
    return standard + "-" + edition;
  }

  public boolean inForceOn(LocalDate day) {
    return !day.isBefore(from) && until.map(last -> !day.isAfter(last)).orElse(true);
  }
}
