package jingtu.assessment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import jingtu.standards.Edition;
import jingtu.standards.PhBand;
import jingtu.standards.Threshold;
import jingtu.vocabulary.LandUse;
import jingtu.vocabulary.Quantity;
import jingtu.vocabulary.Reading;
import jingtu.vocabulary.Result;

/** What follows from the verdicts in all situations that a sample may be in. */
record Conclusion(
    Edition edition,
    Rules rules,
    Statements statements,
    AnalyteTable table,
    List<Verdict> verdicts) {

  Assessment assess(Sample sample, Reading reading, boolean assumedFirstClass) {
    Optional<Outcome> whatever = withoutPh();
    Optional<Outcome> agreed = whatever.isPresent() ? Optional.empty() : agreed(Verdict::outcome);
    Outcome outcome = agreed.orElse(Outcome.UNDECIDED);
    Ground ground = agreed.flatMap(all -> agreed(Verdict::ground)).orElse(Ground.SOMETHING_MISSING);
    Optional<Span> screening = span(AnalyteTable.Applying::screening);
    Optional<Span> control = span(AnalyteTable.Applying::control);
    Optional<Span> limit = span(AnalyteTable.Applying::limit);
    boolean above = outcome == Outcome.ABOVE_SCREENING || outcome == Outcome.ABOVE_CONTROL;
    Optional<Threshold> decidingScreening =
        deciding(screening, above ? Span::highest : Span::lowest, outcome);
    Optional<Threshold> decidingControl =
        deciding(control, outcome == Outcome.ABOVE_CONTROL ? Span::highest : Span::lowest, outcome);
    Optional<Threshold> decidingLimit =
        deciding(limit, outcome == Outcome.EXCEEDS ? Span::highest : Span::lowest, outcome);
    Reason reason =
        new Reason(
            ground,
            missing(outcome, ground),
            whatever,
            assumedFirstClass,
            rules.comparison(),
            screening,
            control,
            limit,
            background(outcome, reading.result(), decidingScreening),
            statements.of(outcome, control.isPresent()));
    return new Assessment(
        sample,
        reading,
        edition,
        value(reading.result()),
        agreed(verdict -> bandOf(verdict.applying())).flatMap(band -> band),
        agreed(verdict -> verdict.situation().landUse()).flatMap(use -> use).or(sample::landUse),
        agreed(verdict -> verdict.situation().category()).flatMap(category -> category),
        decidingScreening,
        decidingControl,
        decidingLimit,
        contentClass(reading.result()),
        outcome,
        reason);
  }

  private static Optional<PhBand> bandOf(AnalyteTable.Applying applying) {
    return applying.screening().or(applying::control).flatMap(Threshold::band);
  }

  /**
   * What the outcome would be whatever the pH, where the thresholds depend on a pH that is not
   * known. It is told, not taken: without pH a reading is not decided.
   */
  private Optional<Outcome> withoutPh() {
    return agreed(Verdict::outcome)
        .filter(all -> all != Outcome.UNDECIDED && all != Outcome.NO_THRESHOLD)
        .filter(all -> varies(Missing.PH));
  }

  /** What all verdicts agree in; empty where they do not. */
  private <T> Optional<T> agreed(Function<Verdict, T> what) {
    T first = what.apply(verdicts.getFirst());
    for (Verdict verdict : verdicts) {
      if (!what.apply(verdict).equals(first)) {
        return Optional.empty();
      }
    }
    return Optional.of(first);
  }

  private Optional<Span> span(Function<AnalyteTable.Applying, Optional<Threshold>> which) {
    List<Threshold> thresholds = new ArrayList<>(verdicts.size());
    for (Verdict verdict : verdicts) {
      which.apply(verdict.applying()).ifPresent(thresholds::add);
    }
    return Span.of(thresholds);
  }

  /** The threshold that decides: of several the one that is hardest to keep, or to be above. */
  private static Optional<Threshold> deciding(
      Optional<Span> span, Function<Span, Threshold> end, Outcome outcome) {
    return span.filter(it -> outcome != Outcome.UNDECIDED || it.isOne()).map(end);
  }

  /**
   * What is not known. Where the verdicts disagree these are the things that alone can change one:
   * what need not be supplied is not asked for.
   */
  private List<Missing> missing(Outcome outcome, Ground ground) {
    if (verdicts.size() == 1) {
      return List.of();
    }
    if (withoutPh().isPresent()) {
      return List.of(Missing.PH);
    }
    boolean all = outcome != Outcome.UNDECIDED || ground != Ground.SOMETHING_MISSING;
    return Arrays.stream(Missing.values())
        .filter(thing -> all ? varies(thing) : decides(thing))
        .toList();
  }

  private boolean varies(Missing thing) {
    return pairs().anyMatch(pair -> pair[0].situation().differsOnlyIn(thing, pair[1].situation()));
  }

  private boolean decides(Missing thing) {
    return pairs()
        .filter(pair -> pair[0].outcome() != pair[1].outcome())
        .anyMatch(pair -> pair[0].situation().differsOnlyIn(thing, pair[1].situation()));
  }

  private Stream<Verdict[]> pairs() {
    return verdicts.stream()
        .flatMap(one -> verdicts.stream().map(other -> new Verdict[] {one, other}));
  }

  private Optional<Quantity> value(Result result) {
    return Judge.contentOf(result).map(content -> content.to(table.thresholds().getFirst().unit()));
  }

  private Optional<Reason.BackgroundRule> background(
      Outcome outcome, Result result, Optional<Threshold> screening) {
    boolean applies = outcome == Outcome.ABOVE_SCREENING || outcome == Outcome.ABOVE_CONTROL;
    if (!applies || !screening.map(Threshold::background).orElse(false)) {
      return Optional.empty();
    }
    Optional<Quantity> background =
        Optional.ofNullable(rules.background().get(table.thresholds().getFirst().analyte()));
    boolean passes =
        background
            .flatMap(it -> Judge.contentOf(result).map(content -> content.compareTo(it) <= 0))
            .orElse(false);
    return Optional.of(new Reason.BackgroundRule(background, passes, statements.ofBackground()));
  }

  /** The best class whose limit the content keeps, where the standard knows such classes. */
  private Optional<ContentClass> contentClass(Result result) {
    if (edition.beyond().isEmpty()) {
      return Optional.empty();
    }
    boolean unsure = false;
    for (String category : edition.categories().keySet()) {
      Situation situation =
          new Situation(
              Optional.empty(), Optional.<LandUse>empty(), Optional.of(category), Optional.empty());
      Optional<Position> position =
          table.applying(situation).limit().map(it -> Position.of(result, it, rules.comparison()));
      if (position.equals(Optional.of(Position.NOT_ABOVE))) {
        return Optional.of(new ContentClass(category, unsure));
      }
      unsure |= position.equals(Optional.of(Position.UNSURE));
    }
    return unsure
        ? Optional.empty()
        : edition.beyond().map(beyond -> new ContentClass(beyond, false));
  }
}
