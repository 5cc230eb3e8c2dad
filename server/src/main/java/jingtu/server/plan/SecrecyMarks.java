package jingtu.server.plan;

import static java.util.stream.Collectors.joining;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jingtu.planreader.PlanReading;
import jingtu.planreader.ReadPlan;

/**
 * The marks by which a document says that it is a state secret. A mark stands on a line or in a
 * table cell of its own, alone or before a star and the years it holds, or in the head of a plan.
 * The words themselves lie in {@code secrecy-marks.txt}, one a line. Source: GB/T 9704-2012, 7.2.2.
 */
final class SecrecyMarks {

  private static final String BLANK = "[ \\t\\u3000]*";
  private static final Pattern MARK_LINE =
      Pattern.compile(
          "(?:^|\t)%1$s((?:%2$s)(?:%1$s[★☆*＊][^\t\n]*)?)%1$s(?:$|\t)".formatted(BLANK, words()),
          Pattern.MULTILINE);
  private static final Pattern MARK = Pattern.compile("^(?:%s)".formatted(words()));

  private SecrecyMarks() {}

  /** The first mark, as printed. */
  static Optional<String> find(PlanReading reading) {
    return reading.plans().stream()
        .map(ReadPlan::head)
        .flatMap(head -> head.disclosure().stream())
        .filter(disclosure -> MARK.matcher(disclosure).find())
        .findFirst()
        .or(() -> inLines(reading.text()));
  }

  private static Optional<String> inLines(String text) {
    Matcher line = MARK_LINE.matcher(text);
    return line.find() ? Optional.of(line.group(1).strip()) : Optional.empty();
  }

  private static String words() {
    return PlanData.lines("secrecy-marks.txt").stream()
        .map(word -> word.codePoints().mapToObj(Character::toString).collect(joining(BLANK)))
        .collect(joining("|"));
  }
}
