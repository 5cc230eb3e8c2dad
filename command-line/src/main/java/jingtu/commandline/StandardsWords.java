package jingtu.commandline;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jingtu.standards.Bound;
import jingtu.standards.Edition;
import jingtu.standards.PhBand;
import jingtu.standards.Threshold;
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

  String confidence(long a, long b, long c) {
    return say("confidence", a, b, c);
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

  /** When a threshold applies: land use, pH, category, condition. */
  String conditions(Edition edition, Threshold threshold) {
    return Stream.of(
            threshold.landUse().map(it -> of("land-use", it)),
            threshold.band().map(PhBand::toString),
            threshold.category().flatMap(edition::wordsOf).map(it -> it.in(language)),
            threshold.condition().flatMap(edition::wordsOf).map(it -> it.in(language)))
        .flatMap(part -> part.stream())
        .collect(Collectors.joining(" "));
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
