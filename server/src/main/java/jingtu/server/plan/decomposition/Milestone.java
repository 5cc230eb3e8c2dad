package jingtu.server.plan.decomposition;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jingtu.vocabulary.Language;

/**
 * What is to be reached by a day.
 *
 * @param text what is reached, in words; never blank, and without a further day in it
 */
public record Milestone(LocalDate day, String text) {

  /** A day or month at the beginning or after a separator: 2026-06-30, 2026/6/30, 2026.6. */
  private static final Pattern BEGINNING =
      Pattern.compile(
          "(?:^|[；;\\n])[\\s；;]*((?:19|20)\\d\\d)\\s*[-/.\\p{IsHan}]\\s*(\\d{1,2})"
              + "(?:\\s*[-/.\\p{IsHan}]\\s*(\\d{1,2}))?(?!\\d)\\p{IsHan}{0,3}(?:[\\s:：，,]|$)\\s*");

  public Milestone {
    text = WrittenList.trimmed(text);
    boolean year = day.getYear() >= 1900 && day.getYear() <= 2099;
    if (!year || text.isEmpty() || BEGINNING.matcher(text).find() || readsOn(text)) {
      throw new IllegalArgumentException("no milestone: " + day + " " + text);
    }
  }

  /** Whether the words would lose their first sign when they stand after a day. */
  private static boolean readsOn(String text) {
    return ":：，,".indexOf(text.charAt(0)) >= 0;
  }

  /** The milestones as they stand in one cell; {@link #read} understands it. */
  public static String write(List<Milestone> milestones, Language language) {
    return milestones.stream()
        .map(milestone -> milestone.day() + " " + milestone.text())
        .collect(Collectors.joining(WrittenList.separator(language)));
  }

  /**
   * The milestones that a cell tells; empty where it tells something else. A month means its last
   * day.
   */
  public static Optional<List<Milestone>> read(String cell) {
    String words = WrittenList.trimmed(cell);
    Matcher beginning = BEGINNING.matcher(words);
    List<Milestone> milestones = new ArrayList<>();
    int at = 0;
    while (at < words.length()) {
      if (!beginning.find(at) || beginning.start() != at) {
        return Optional.empty();
      }
      Optional<LocalDate> day = day(beginning);
      int from = beginning.end();
      at = beginning.find(from) ? beginning.start() : words.length();
      String text = WrittenList.trimmed(words.substring(from, at));
      if (day.isEmpty() || text.isEmpty() || readsOn(text)) {
        return Optional.empty();
      }
      milestones.add(new Milestone(day.get(), text));
    }
    return Optional.of(List.copyOf(milestones));
  }

  private static Optional<LocalDate> day(Matcher found) {
    try {
      YearMonth month =
          YearMonth.of(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)));
      return Optional.of(
          found.group(3) == null
              ? month.atEndOfMonth()
              : month.atDay(Integer.parseInt(found.group(3))));
    } catch (DateTimeException notOne) {
      return Optional.empty();
    }
  }
}
