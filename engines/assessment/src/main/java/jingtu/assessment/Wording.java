package jingtu.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jingtu.standards.Bound;
import jingtu.standards.Edition;
import jingtu.standards.PhBand;
import jingtu.standards.Threshold;
import jingtu.vocabulary.Analyte;
import jingtu.vocabulary.Confidence;
import jingtu.vocabulary.LandUse;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import jingtu.vocabulary.Unit;

/** How the office names things in one language: land, bands, thresholds, clauses. */
record Wording(Edition edition, Language language) {

  String say(Message message) {
    return Messages.say(message, language);
  }

  /** Several things named one after the other; nothing for none. */
  String list(Stream<String> things) {
    return things.collect(Collectors.joining(say(Message.of("assessment.list-separator"))));
  }

  String name(Analyte analyte) {
    return switch (language) {
      case ZH -> analyte.chinese();
      case EN -> analyte.english();
    };
  }

  String name(LandUse use) {
    return say(Message.of("assessment.land-use." + key(use)));
  }

  String name(Outcome outcome) {
    return say(Message.of("assessment.outcome." + key(outcome)));
  }

  String category(String key) {
    return Optional.ofNullable(edition.categories().get(key))
        .map(words -> words.in(language))
        .orElse(key);
  }

  String condition(String key) {
    return Optional.ofNullable(edition.conditions().get(key))
        .map(words -> words.in(language))
        .orElse(key);
  }

  String missing(List<Missing> things) {
    return things.stream()
        .map(thing -> say(Message.of("assessment.missing." + key(thing))))
        .collect(Collectors.joining(say(Message.of("assessment.and"))));
  }

  String toSupply(List<Missing> things) {
    return list(things.stream().map(it -> say(Message.of("assessment.supply." + key(it)))));
  }

  private static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The word for how much there is of something measured in a unit: content, concentration; empty
   * where the name of what was measured says it, as of pH and temperature.
   */
  Optional<String> amount(Unit unit) {
    return switch (unit.dimension()) {
      case MASS_FRACTION -> Optional.of(say(Message.of("assessment.amount.content")));
      case MASS_CONCENTRATION, ACTIVITY_CONCENTRATION ->
          Optional.of(say(Message.of("assessment.amount.concentration")));
      case COUNT_CONCENTRATION, TEMPERATURE, NUMBER, TURBIDITY, COLOUR -> Optional.empty();
    };
  }

  String number(BigDecimal value, Unit unit) {
    boolean bare = unit.dimension() == Unit.Dimension.NUMBER;
    return value.toPlainString() + (bare ? "" : " " + unit.symbol());
  }

  String band(PhBand band) {
    return band.toString().replace("<=", "\u2264");
  }

  String clause(String clause) {
    boolean number = !clause.isEmpty() && Character.isDigit(clause.charAt(0));
    return number ? say(Message.of("assessment.clause", clause)) : clause;
  }

  /** The table that a threshold stands in, with the standard. */
  String place(Threshold threshold) {
    return say(Message.of("assessment.place", edition.id(), table(threshold)));
  }

  String table(Threshold threshold) {
    return say(Message.of("assessment.table", threshold.table().table()));
  }

  /** What the threshold is called, with the class where it holds for one. */
  String kind(Threshold threshold) {
    return switch (threshold.table().meaning()) {
      case SCREENING -> say(Message.of("assessment.kind.screening"));
      case CONTROL -> say(Message.of("assessment.kind.control"));
      case LIMIT -> limitKind(threshold);
    };
  }

  private String limitKind(Threshold threshold) {
    boolean classes = edition.beyond().isPresent();
    return threshold
        .category()
        .filter(category -> classes)
        .map(category -> say(Message.of("assessment.kind.class-limit", category(category))))
        .orElseGet(() -> say(Message.of("assessment.kind.limit")));
  }

  /** The number or the ranges of a threshold. */
  String bound(Threshold threshold) {
    return switch (threshold.bound()) {
      case Bound.AtMost(BigDecimal most) -> number(most, threshold.unit());
      case Bound.Within(List<Bound.Range> ranges) ->
          ranges.stream()
              .map(range -> range(range.from(), range.to()))
              .collect(Collectors.joining(say(Message.of("assessment.or"))));
      case Bound.NotDetectable() -> say(Message.of("assessment.not-detectable"));
    };
  }

  private String range(BigDecimal from, BigDecimal to) {
    return say(Message.of("assessment.range", from.toPlainString(), to.toPlainString()));
  }

  /** From the lowest to the highest of the numbers that may apply. */
  String span(Span span) {
    boolean numbers =
        span.lowest().bound() instanceof Bound.AtMost
            && span.highest().bound() instanceof Bound.AtMost;
    return numbers && !span.isOne()
        ? range(Span.height(span.lowest()), Span.height(span.highest()))
            + " "
            + span.highest().unit().symbol()
        : bound(span.highest());
  }

  /** Remarks in brackets, or nothing. */
  String bracketed(List<String> remarks) {
    return remarks.isEmpty()
        ? ""
        : say(
            Message.of(
                "assessment.brackets",
                String.join(say(Message.of("assessment.remark-separator")), remarks)));
  }

  /** The remark that a fact is not verified, where it is not. */
  Stream<String> unverified(Confidence confidence) {
    return confidence.unverified()
        ? Stream.of(say(Message.of("assessment.unverified")))
        : Stream.empty();
  }

  String contentClass(ContentClass found) {
    String name = category(found.key());
    if (edition.beyond().equals(Optional.of(found.key()))) {
      return say(Message.of("assessment.class.beyond", name));
    }
    return found.atWorst()
        ? say(Message.of("assessment.class.at-worst", name))
        : say(Message.of("assessment.class.keeps", name));
  }

  /** A sample's outcome, with what decides and what could not be judged. */
  String ofSample(SampleAssessment sample) {
    if (sample.assessments().isEmpty()) {
      return say(Message.of("assessment.sample.empty", sample.sample().id()));
    }
    String outcome = name(sample.outcome());
    String deciding = list(sample.deciding().stream().map(this::name));
    StringBuilder sentence =
        new StringBuilder(
            say(
                Message.of(
                    "assessment.sample.whole",
                    sample.sample().id(),
                    edition.id(),
                    sample.assessments().size(),
                    outcome,
                    deciding)));
    sample
        .contentClass()
        .ifPresent(
            it -> sentence.append(say(Message.of("assessment.sample.class", contentClass(it)))));
    if (!sample.undecided().isEmpty() && sample.outcome() != Outcome.UNDECIDED) {
      String undecided = list(sample.undecided().stream().map(this::name));
      sentence.append(say(Message.of("assessment.sample.undecided", undecided)));
    }
    return sentence + say(Message.of("assessment.full-stop"));
  }
}
