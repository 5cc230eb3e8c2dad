package jingtu.commandline;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jingtu.standards.Bound;
import jingtu.standards.Edition;
import jingtu.standards.PhBand;
import jingtu.standards.Threshold;
import jingtu.vocabulary.Confidence;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;

/** The words of the commands of standards, in one language. */
record StandardsWords(Language language) {

  String say(String key, Object... arguments) {
    return Messages.say(Message.of("standards-command." + key, arguments), language);
  }

  /** The word for one of a kind: {@code medium}, {@code land-use}, {@code meaning}. */
  String of(String kind, Enum<?> value) {
    return named(kind, value.name());
  }

  String named(String kind, String name) {
    return say(kind + "." + name.toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  List<String> heads(String... names) {
    return Stream.of(names).map(name -> say("head." + name)).toList();
  }

  /** How many numbers are verified how well: {@code B 26, C 55 (unverified)}. */
  String confidences(ToLongFunction<Confidence> count) {
    return Stream.of(Confidence.values())
        .filter(it -> count.applyAsLong(it) > 0)
        .map(it -> say(it.unverified() ? "count-unverified" : "count", it, count.applyAsLong(it)))
        .collect(Collectors.joining(say("comma")));
  }

  String bound(Bound bound) {
    return switch (bound) {
      case Bound.AtMost(BigDecimal value) -> value.toPlainString();
      case Bound.NotDetectable not -> say("not-detectable");
      case Bound.Within(List<Bound.Range> ranges) ->
          ranges.stream()
              .map(it -> say("range", it.from().toPlainString(), it.to().toPlainString()))
              .collect(Collectors.joining(" " + say("or") + " "));
    };
  }

  /**
   * When the thresholds of one line of a table and one value apply: land use, pH, category,
   * condition. Several differ in their category only, and the table has a name for all of them.
   */
  String conditions(Edition edition, List<Threshold> line) {
    Threshold threshold = line.getFirst();
    String categories =
        line.stream()
            .flatMap(it -> it.category().stream())
            .flatMap(key -> edition.wordsOf(key).stream())
            .map(it -> it.in(language))
            .collect(Collectors.joining(say("comma")));
    return Stream.of(
            threshold.landUse().map(it -> of("land-use", it)),
            threshold.band().map(PhBand::toString),
            Optional.of(inScope(threshold, categories)).filter(it -> !it.isEmpty()),
            threshold.condition().flatMap(edition::wordsOf).map(it -> it.in(language)))
        .flatMap(part -> part.stream())
        .collect(Collectors.joining(" "));
  }

  private String inScope(Threshold threshold, String categories) {
    return threshold
        .print()
        .scope()
        .map(scope -> scope.in(language))
        .filter(scope -> !scope.equals(categories))
        .map(scope -> say("scope", scope, categories))
        .orElse(categories);
  }

  /** What the standard says of an outcome, with its clause. */
  String statement(Edition.Statement statement) {
    String outcome = named("outcome", statement.outcome());
    String clause =
        Character.isDigit(statement.clause().charAt(0))
            ? say("clause", statement.clause())
            : statement.clause();
    String cited = statement.confidence().unverified() ? say("confidence-mark", clause) : clause;
    String words = statement.words().in(language);
    return statement
        .condition()
        .map(it -> say("statement-if", outcome, named("statement-condition", it), words, cited))
        .orElseGet(() -> say("statement", outcome, words, cited));
  }
}
