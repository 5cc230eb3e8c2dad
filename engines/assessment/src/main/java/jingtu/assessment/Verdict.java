package jingtu.assessment;

import java.util.Optional;
import jingtu.vocabulary.Result;

/** What a result comes to in one situation. */
record Verdict(
    Situation situation, AnalyteTable.Applying applying, Outcome outcome, Ground ground) {

  static Verdict of(AnalyteTable table, Situation situation, Result result, Comparison comparison) {
    AnalyteTable.Applying applying = table.applying(situation);
    Outcome outcome =
        applying
            .limit()
            .map(limit -> againstLimit(Position.of(result, limit, comparison)))
            .orElseGet(() -> againstValues(result, applying, comparison));
    return new Verdict(situation, applying, outcome, ground(outcome, result));
  }

  /** Whatever it is, it falls into the class of all that exceeds the other classes. */
  static Verdict beyondAllLimits(Situation situation) {
    return new Verdict(
        situation,
        new AnalyteTable.Applying(Optional.empty(), Optional.empty(), Optional.empty()),
        Outcome.WITHIN,
        Ground.COMPARED);
  }

  private static Outcome againstLimit(Position position) {
    return switch (position) {
      case NOT_ABOVE -> Outcome.WITHIN;
      case ABOVE -> Outcome.EXCEEDS;
      case UNSURE -> Outcome.UNDECIDED;
    };
  }

  private static Outcome againstValues(
      Result result, AnalyteTable.Applying applying, Comparison comparison) {
    if (applying
        .control()
        .map(it -> Position.of(result, it, comparison) == Position.ABOVE)
        .orElse(false)) {
      return Outcome.ABOVE_CONTROL;
    }
    return applying
        .screening()
        .map(
            it ->
                switch (Position.of(result, it, comparison)) {
                  case NOT_ABOVE -> Outcome.AT_OR_BELOW_SCREENING;
                  case ABOVE -> Outcome.ABOVE_SCREENING;
                  case UNSURE -> Outcome.UNDECIDED;
                })
        .orElse(Outcome.NO_THRESHOLD);
  }

  private static Ground ground(Outcome outcome, Result result) {
    return switch (outcome) {
      case NO_THRESHOLD -> Ground.CASE_NOT_COVERED;
      case UNDECIDED ->
          result instanceof Result.NotDetected ? Ground.LIMIT_UNKNOWN : Ground.LIMIT_TOO_HIGH;
      case WITHIN, AT_OR_BELOW_SCREENING, ABOVE_SCREENING, ABOVE_CONTROL, EXCEEDS ->
          Ground.COMPARED;
    };
  }
}
