package jingtu.server.plan.decomposition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;

/**
 * What of a piece of work falls to one year.
 *
 * @param year 1900 to 2099
 * @param text work or amount, in words; never blank, and without a further year in it
 */
public record YearShare(int year, String text) {

  /** A year stands at the beginning or after a separator, and a colon follows. */
  private static final Pattern BEGINNING =
      Pattern.compile("(?:^|[；;\\n])[\\s；;]*((?:19|20)\\d\\d)\\s*\\p{IsHan}{0,2}\\s*[:：]");

  public YearShare {
    text = WrittenList.trimmed(text);
    if (year < 1900 || year > 2099 || text.isEmpty() || BEGINNING.matcher(text).find()) {
      throw new IllegalArgumentException("no share of a year: " + year + " " + text);
    }
  }

  /** The shares as they stand in one cell; {@link #read} understands it. */
  public static String write(List<YearShare> shares, Language language) {
    return shares.stream()
        .map(
            share ->
                Messages.say(
                    Message.of("decomposition.written-year", share.year(), share.text()), language))
        .collect(Collectors.joining(WrittenList.separator(language)));
  }

  /** The shares that a cell tells; empty where it tells something else, or a year twice. */
  public static Optional<List<YearShare>> read(String cell) {
    String words = WrittenList.trimmed(cell);
    Matcher beginning = BEGINNING.matcher(words);
    List<YearShare> shares = new ArrayList<>();
    int at = 0;
    while (at < words.length()) {
      if (!beginning.find(at) || beginning.start() != at) {
        return Optional.empty();
      }
      int year = Integer.parseInt(beginning.group(1));
      int from = beginning.end();
      at = beginning.find(from) ? beginning.start() : words.length();
      String text = WrittenList.trimmed(words.substring(from, at));
      if (text.isEmpty() || shares.stream().anyMatch(share -> share.year() == year)) {
        return Optional.empty();
      }
      shares.add(new YearShare(year, text));
    }
    return Optional.of(List.copyOf(shares));
  }
}
