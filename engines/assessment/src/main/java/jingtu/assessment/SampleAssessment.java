package jingtu.assessment;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jingtu.standards.Edition;
import jingtu.vocabulary.Analyte;
import jingtu.vocabulary.Language;

/**
 * What came of a sample as a whole: the worst of its readings.
 *
 * @param assessments one for each reading, in the same order
 * @param outcome the worst, in the order of {@link Outcome}; {@code NO_THRESHOLD} for a sample
 *     without readings
 * @param deciding the analytes with that outcome
 * @param undecided the analytes that could not be judged, whatever the outcome
 * @param contentClass the worst class of water among the readings; empty for other standards
 */
public record SampleAssessment(
    Sample sample,
    Edition edition,
    List<Assessment> assessments,
    Outcome outcome,
    List<Analyte> deciding,
    List<Analyte> undecided,
    Optional<ContentClass> contentClass) {

  public SampleAssessment {
    assessments = List.copyOf(assessments);
    deciding = List.copyOf(deciding);
    undecided = List.copyOf(undecided);
  }

  /** The whole of a sample's assessments against one edition. */
  static SampleAssessment of(Sample sample, Edition edition, List<Assessment> assessments) {
    Outcome worst =
        assessments.stream()
            .map(Assessment::outcome)
            .max(Comparator.naturalOrder())
            .orElse(Outcome.NO_THRESHOLD);
    return new SampleAssessment(
        sample,
        edition,
        assessments,
        worst,
        analytes(assessments, worst),
        analytes(assessments, Outcome.UNDECIDED),
        worstClass(edition, assessments));
  }

  private static List<Analyte> analytes(List<Assessment> assessments, Outcome outcome) {
    return assessments.stream()
        .filter(assessment -> assessment.outcome() == outcome)
        .map(Assessment::analyte)
        .toList();
  }

  private static Optional<ContentClass> worstClass(Edition edition, List<Assessment> assessments) {
    List<String> order = List.copyOf(edition.categories().keySet());
    return assessments.stream()
        .flatMap(assessment -> assessment.contentClass().stream())
        .max(
            Comparator.comparingInt((ContentClass it) -> order.indexOf(it.key()))
                .thenComparing(it -> !it.atWorst()));
  }

  /** The outcome in one sentence, with the analytes that decide and those left undecided. */
  public String reason(Language language) {
    return new Wording(edition, language).ofSample(this);
  }
}
