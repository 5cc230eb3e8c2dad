package jingtu.server.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jingtu.planreader.PlanReading;
import jingtu.planreader.ReadPlan;

/**
 * The marks by which a document says that it is a state secret. A mark stands on a line of its own,
 * alone or before a star and the years it holds, in the top of the document or in the head of a
 * plan. The words themselves lie in {@code secrecy-marks.txt}, one a line. Source: GB/T 9704-2012,
 * 7.2.2.
 */
final class SecrecyMarks {

  private static final String BLANK = "[ \\t\\u3000]*";
  private static final Pattern MARK_LINE =
      Pattern.compile(
          "^%1$s((?:%2$s)(?:%1$s[★☆*＊].*)?)%1$s$".formatted(BLANK, words()), Pattern.MULTILINE);
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
    return line.find() ? Optional.of(line.group(1)) : Optional.empty();
  }

  private static String words() {
    try (InputStream file = SecrecyMarks.class.getResourceAsStream("/plan/secrecy-marks.txt")) {
      if (file == null) {
        throw new IllegalStateException("secrecy-marks.txt is not in the program");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(
              word ->
                  word.codePoints()
                      .mapToObj(Character::toString)
                      .collect(Collectors.joining(BLANK)))
          .collect(Collectors.joining("|"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read secrecy-marks.txt", e);
    }
  }
}
