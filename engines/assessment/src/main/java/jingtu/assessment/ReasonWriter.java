package jingtu.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jingtu.standards.Bound;
import jingtu.standards.Edition;
import jingtu.standards.Threshold;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Quantity;
import jingtu.vocabulary.Result;

/** Makes the sentence of an assessment: what was found, how it compares, what follows. */
final class ReasonWriter {

  private final Assessment assessment;
  private final Reason reason;
  private final Wording words;

  ReasonWriter(Assessment assessment, Language language) {
    this.assessment = assessment;
    this.reason = assessment.reason();
    this.words = new Wording(assessment.edition(), language);
  }

  String sentence() {
    String body =
        switch (reason.ground()) {
          case COMPARED -> compared();
          case LIMIT_TOO_HIGH -> limitTooHigh();
          case LIMIT_UNKNOWN -> say("assessment.undecided.limit-unknown");
          case UNIT_DIFFERS -> unitDiffers();
          case SOMETHING_MISSING -> somethingMissing();
          case CATEGORY_UNKNOWN -> categoryUnknown();
          case ANALYTE_NOT_COVERED ->
              say("assessment.none.analyte", assessment.edition().id(), analyte());
          case LAND_NOT_COVERED -> landNotCovered();
          case CASE_NOT_COVERED -> caseNotCovered();
        };
    return head() + body + contentClass() + say("assessment.full-stop");
  }

  private String say(String key, Object... arguments) {
    return words.say(Message.of(key, arguments));
  }

  private String analyte() {
    return words.name(assessment.analyte());
  }

  // What was found.

  private String head() {
    String sample = say("assessment.head.sample", assessment.sample().id(), circumstances());
    return switch (assessment.reading().result()) {
      case Result.Measured(Quantity content) -> measured(sample, content);
      case Result.BelowDetection(Quantity limit) ->
          say("assessment.head.not-detected", sample, analyte(), asRead(limit));
      case Result.BelowQuantification(Quantity limit) ->
          say("assessment.head.below-quantification", sample, analyte(), asRead(limit));
      case Result.NotDetected() -> say("assessment.head.limit-unknown", sample, analyte());
    };
  }

  private String measured(String sample, Quantity content) {
    return words
        .amount(content.unit())
        .map(amount -> say("assessment.head.measured", sample, analyte(), amount, asRead(content)))
        .orElseGet(() -> say("assessment.head.valued", sample, analyte(), asRead(content)));
  }

  /** What of the sample the thresholds ask for, in brackets. */
  private String circumstances() {
    List<String> known = new ArrayList<>();
    if (reason.assumedFirstClass()) {
      known.add(say("assessment.assumed-first-class"));
    } else {
      assessment.landUse().ifPresent(use -> known.add(words.name(use)));
    }
    if (assessment.edition().beyond().isEmpty()) {
      assessment.category().ifPresent(category -> known.add(words.category(category)));
    }
    deciding()
        .filter(it -> !reason.missing().contains(Missing.CONDITION))
        .flatMap(Threshold::condition)
        .ifPresent(it -> known.add(words.condition(it)));
    assessment.sample().ph().ifPresent(ph -> known.add("pH " + ph));
    return words.bracketed(known);
  }

  private Optional<Threshold> deciding() {
    return assessment.screening().or(assessment::control).or(assessment::limit);
  }

  /** The number with the unit of the report, and in that of the standard where it is another. */
  private String asRead(Quantity content) {
    String read = words.number(content.value(), content.unit());
    return assessment
        .value()
        .filter(value -> !value.unit().equals(content.unit()))
        .map(value -> say("assessment.converted", read, words.number(value.value(), value.unit())))
        .orElse(read);
  }

  // How it compares, and what follows.

  private String compared() {
    return switch (assessment.outcome()) {
      case AT_OR_BELOW_SCREENING ->
          comparison(reason.screening().orElseThrow(), false, true) + consequence();
      case ABOVE_SCREENING ->
          comparison(reason.screening().orElseThrow(), true, true)
              + reason.control().map(it -> comparison(it, false, false)).orElse("")
              + background()
              + consequence();
      case ABOVE_CONTROL ->
          comparison(reason.control().orElseThrow(), true, true) + background() + consequence();
      case WITHIN ->
          reason.limit().isEmpty()
              ? say("assessment.compared.beyond", words.category(assessment.category().orElse("")))
              : comparison(reason.limit().orElseThrow(), false, true) + consequence();
      case EXCEEDS -> comparison(reason.limit().orElseThrow(), true, true) + consequence();
      case NO_THRESHOLD, UNDECIDED ->
          throw new IllegalStateException("nothing was compared: " + assessment.outcome());
    };
  }

  /**
   * “… not above the screening value 0.3 mg/kg of GB 15618-2018, table 1”.
   *
   * @param first whether the standard has to be named
   */
  private String comparison(Span span, boolean above, boolean first) {
    Threshold threshold = above ? span.highest() : span.lowest();
    String place = first ? words.place(threshold) : words.table(threshold);
    String relation =
        switch (threshold.bound()) {
          case Bound.AtMost most -> above ? "above" : "not-above";
          case Bound.Within within -> above ? "outside" : "inside";
          case Bound.NotDetectable undetected -> above ? "detected" : "undetected";
        };
    String compared = subject(threshold) + (first ? whatever() : "");
    return say(
        "assessment.compared." + relation,
        compared,
        place,
        words.kind(threshold),
        words.bound(threshold),
        remarks(span, threshold, above));
  }

  /** What is compared, where it is not the content itself: the rounded one, a limit. */
  private String subject(Threshold threshold) {
    return switch (assessment.reading().result()) {
      case Result.Measured(Quantity content) -> rounded(content, threshold);
      case Result.BelowDetection below ->
          threshold.bound() instanceof Bound.NotDetectable ? "" : say("assessment.detection-limit");
      case Result.BelowQuantification below ->
          threshold.bound() instanceof Bound.NotDetectable
              ? ""
              : say("assessment.quantification-limit");
      case Result.NotDetected() -> "";
    };
  }

  private String rounded(Quantity content, Threshold threshold) {
    if (reason.comparison() == Comparison.FULL_VALUE
        || !(threshold.bound() instanceof Bound.AtMost(BigDecimal most))) {
      return "";
    }
    BigDecimal value = Position.compared(content, most, threshold, reason.comparison());
    return say("assessment.rounded", words.number(value, threshold.unit()));
  }

  /** “whatever the pH”, where something is missing that does not change the outcome. */
  private String whatever() {
    return reason.missing().isEmpty()
        ? ""
        : say("assessment.whatever", words.missing(reason.missing()));
  }

  private String remarks(Span span, Threshold threshold, boolean above) {
    List<String> remarks = new ArrayList<>();
    if (!span.isOne()) {
      remarks.add(say(above ? "assessment.highest" : "assessment.lowest"));
    } else {
      assessment
          .band()
          .filter(band -> threshold.band().isPresent())
          .ifPresent(band -> remarks.add(words.band(band)));
    }
    words.unverified(threshold.confidence()).forEach(remarks::add);
    return words.bracketed(remarks);
  }

  private String background() {
    return reason
        .background()
        .map(
            rule ->
                rule.content()
                    .map(
                        content ->
                            say(
                                rule.passes()
                                    ? "assessment.background.not-above"
                                    : "assessment.background.above",
                                content))
                    .orElseGet(() -> say("assessment.background.unknown")))
        .orElse("");
  }

  /** What the standard says of it, with the clause. Nothing is added where it says nothing. */
  private String consequence() {
    Optional<Edition.Statement> statement =
        reason
            .background()
            .filter(rule -> rule.passes() && assessment.outcome() == Outcome.ABOVE_SCREENING)
            .flatMap(Reason.BackgroundRule::statement)
            .or(reason::statement);
    return statement.map(this::consequence).orElse("");
  }

  private String consequence(Edition.Statement statement) {
    List<String> remarks =
        Stream.concat(
                Stream.of(words.clause(statement.clause())),
                words.unverified(statement.confidence()))
            .toList();
    return say(
        "assessment.consequence", statement.words().in(words.language()), words.bracketed(remarks));
  }

  private String contentClass() {
    return assessment
        .contentClass()
        .map(it -> say("assessment.class.of-item", words.contentClass(it)))
        .orElse("");
  }

  // Why it stays open, and what to do.

  private String limitTooHigh() {
    Span span = reason.screening().or(reason::limit).or(reason::control).orElseThrow();
    boolean quantification = assessment.reading().result() instanceof Result.BelowQuantification;
    return say(
        "assessment.undecided.limit-too-high",
        say(quantification ? "assessment.quantification-limit" : "assessment.detection-limit"),
        words.place(span.highest()),
        words.kind(span.highest()),
        words.span(span),
        unverified(span));
  }

  private String unverified(Span span) {
    return words.bracketed(words.unverified(span.highest().confidence()).toList());
  }

  private String unitDiffers() {
    Span span = reason.screening().or(reason::limit).or(reason::control).orElseThrow();
    return say(
        "assessment.undecided.unit",
        assessment.value().map(value -> value.unit().symbol()).orElse(""),
        assessment.edition().id(),
        span.highest().unit());
  }

  private String somethingMissing() {
    List<Span> spans =
        Stream.of(reason.screening(), reason.control(), reason.limit())
            .flatMap(Optional::stream)
            .toList();
    boolean anyVaries = spans.stream().anyMatch(span -> !span.isOne());
    String values =
        words.list(
            spans.stream()
                .filter(span -> !span.isOne() || !anyVaries)
                .map(
                    span ->
                        say(
                            "assessment.undecided.values",
                            words.table(span.highest()),
                            plainKind(span),
                            words.span(span),
                            unverified(span))));
    return say(
        "assessment.undecided.missing",
        assessment.edition().id(),
        values,
        words.missing(reason.missing()),
        words.toSupply(reason.missing()) + options() + foreseen());
  }

  /** What the outcome would be at any pH, in brackets; nothing where that is not so. */
  private String foreseen() {
    return words.bracketed(
        reason.whateverThePh().stream()
            .map(outcome -> say("assessment.undecided.foreseen", words.name(outcome)))
            .toList());
  }

  /** The kind without the class: the span is over all classes. */
  private String plainKind(Span span) {
    return switch (span.highest().table().meaning()) {
      case SCREENING -> say("assessment.kind.screening");
      case CONTROL -> say("assessment.kind.control");
      case LIMIT -> say("assessment.kind.limit");
    };
  }

  /** The circumstances that may be chosen from, where one of them is missing. */
  private String options() {
    if (!reason.missing().contains(Missing.CONDITION)) {
      return "";
    }
    Stream<String> conditions =
        assessment.edition().thresholds().stream()
            .filter(it -> it.analyte().equals(assessment.analyte()))
            .flatMap(it -> it.condition().stream())
            .distinct()
            .map(words::condition);
    return words.bracketed(conditions.toList());
  }

  private String categoryUnknown() {
    return say(
        "assessment.undecided.category",
        assessment.edition().id(),
        assessment.sample().category().orElse(""),
        words.list(assessment.edition().categories().keySet().stream().map(words::category)));
  }

  private String landNotCovered() {
    return say(
        "assessment.none.land",
        assessment.edition().id(),
        assessment.landUse().map(words::name).orElse(""));
  }

  private String caseNotCovered() {
    return say(
        "assessment.none.case",
        assessment.edition().id(),
        assessment.category().map(words::category).orElse(""),
        analyte());
  }
}
