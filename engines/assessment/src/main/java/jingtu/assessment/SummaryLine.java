package jingtu.assessment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import jingtu.vocabulary.Analyte;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import jingtu.vocabulary.Unit;

/**
 * The statistics of one analyte in one group.
 *
 * @param unit of all figures; empty where no number was told
 * @param nonDetectRule what stands for non-detects in mean and standard deviation
 * @param count all readings
 * @param nonDetects those that were not detected or not quantified, with or without a limit
 * @param otherUnit those in a unit that does not convert, left out of the figures
 * @param min the least; the lowest limit where that is lower
 * @param median by rank, a non-detect at the rank of its limit, so that it is never too low
 * @param mean of the numbers: of what was measured, and of half the limits where that was chosen
 * @param max the greatest that was measured; the highest limit where nothing was
 * @param standardDeviation of the numbers, as of a sample (n - 1)
 * @param outcomes how many readings came to each outcome
 */
public record SummaryLine(
    String group,
    Analyte analyte,
    Optional<Unit> unit,
    NonDetects nonDetectRule,
    long count,
    long nonDetects,
    long otherUnit,
    Optional<Figure> min,
    Optional<Figure> median,
    Optional<Figure> mean,
    Optional<Figure> max,
    Optional<Figure> standardDeviation,
    Map<Outcome, Long> outcomes) {

  public SummaryLine {
    outcomes = Map.copyOf(outcomes);
  }

  public long count(Outcome outcome) {
    return outcomes.getOrDefault(outcome, 0L);
  }

  /** Readings that were decided: neither {@code UNDECIDED} nor {@code NO_THRESHOLD}. */
  public long decided() {
    return count - count(Outcome.UNDECIDED) - count(Outcome.NO_THRESHOLD);
  }

  /** The share of the decided readings above the screening value, those above control included. */
  public OptionalDouble shareAboveScreening() {
    return share(Outcome.ABOVE_SCREENING, Outcome.ABOVE_CONTROL);
  }

  /** The share of the decided readings above the control value. */
  public OptionalDouble shareAboveControl() {
    return share(Outcome.ABOVE_CONTROL);
  }

  /** The share of the decided readings that exceed a limit. */
  public OptionalDouble shareExceeding() {
    return share(Outcome.EXCEEDS);
  }

  private OptionalDouble share(Outcome... which) {
    long part = Arrays.stream(which).mapToLong(this::count).sum();
    return decided() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / decided());
  }

  /** What has to stand beside the figures. */
  public List<String> remarks(Language language) {
    List<Message> remarks = new ArrayList<>();
    if (nonDetects > 0) {
      remarks.add(
          switch (nonDetectRule) {
            case LEFT_OUT -> Message.of("assessment.summary.left-out", nonDetects);
            case HALF_LIMIT -> Message.of("assessment.summary.halved", nonDetects);
          });
    }
    if (otherUnit > 0) {
      remarks.add(Message.of("assessment.summary.other-unit", otherUnit));
    }
    if (median.map(Figure::approximate).orElse(false)) {
      remarks.add(Message.of("assessment.summary.approximate"));
    }
    return remarks.stream().map(remark -> Messages.say(remark, language)).toList();
  }
}
