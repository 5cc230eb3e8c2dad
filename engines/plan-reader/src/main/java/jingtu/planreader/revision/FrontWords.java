package jingtu.planreader.revision;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import jingtu.planreader.Head;
import jingtu.planreader.grammar.Framing;

/**
 * Title, number, issuer and date, as they are repeated around a plan: where they change, the head
 * tells it, and the lines that repeat them do not tell it again.
 */
final class FrontWords {

  /** Stands for the title inside a sentence. */
  private static final String TITLE = "\uE000";

  private final String title;
  private final List<String> words;
  private final Optional<LocalDate> date;

  FrontWords(Head head) {
    title = Folded.of(head.title());
    words =
        Stream.of(Stream.of(head.title()), head.number().stream(), head.issuer().stream())
            .flatMap(each -> each)
            .map(Folded::of)
            .filter(word -> !word.isEmpty())
            .sorted(Comparator.comparingInt((String word) -> -word.length()))
            .toList();
    date = head.date();
  }

  /** The sentence, unless it says nothing but those words; its key leaves the title open. */
  Optional<Sentence> without(Sentence sentence) {
    String rest = sentence.key();
    for (String word : words) {
      rest = rest.replace(word, "");
    }
    rest = Framing.DAY.matcher(rest).replaceAll(this::unlessItsDate);
    if (rest.length() == sentence.key().length()) {
      return Optional.of(sentence);
    }
    if (Framing.AROUND_HEAD.matcher(rest).replaceAll("").isEmpty()) {
      return Optional.empty();
    }
    String key = title.isEmpty() ? sentence.key() : sentence.key().replace(title, TITLE);
    return Optional.of(new Sentence(sentence.printed(), sentence.number(), sentence.words(), key));
  }

  private String unlessItsDate(MatchResult found) {
    boolean its =
        found.group(1) == null
            ? date.isPresent()
            : date.filter(
                    day ->
                        day.getYear() == Integer.parseInt(found.group(1))
                            && day.getMonthValue() == Integer.parseInt(found.group(2))
                            && day.getDayOfMonth() == Integer.parseInt(found.group(3)))
                .isPresent();
    return its ? "" : Matcher.quoteReplacement(found.group());
  }
}
