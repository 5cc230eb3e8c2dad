package jingtu.server.plan.decomposition;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jingtu.planreader.Deadline;
import jingtu.planreader.Span;
import jingtu.vocabulary.Language;

/**
 * Deadlines as a table for offices shows them: a day as it was understood, which may be more than
 * is printed (a year, the last day of a month); everything else in the words of the text, since
 * nobody reads R/P5Y.
 */
final class WrittenDeadlines {

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private WrittenDeadlines() {}

  /** Each wording once, in the order of the text; empty where there is no deadline. */
  static String of(List<Deadline> deadlines, Function<Span, String> words) {
    return deadlines.stream()
        .map(
            deadline ->
                DAY.matcher(deadline.notation()).matches()
                    ? deadline.notation()
                    : words.apply(deadline.span()).strip())
        .distinct()
        .collect(Collectors.joining(WrittenList.separator(Language.ZH)));
  }
}
