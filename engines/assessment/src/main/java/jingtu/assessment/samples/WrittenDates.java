package jingtu.assessment.samples;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads days as people write them, year first: {@code 2024-05-06}, {@code 2024/5/6}, {@code
 * 2024.5.6}, {@code 20240506}, with the words for year, month and day between, with or without a
 * time behind.
 */
final class WrittenDates {

  private static final Pattern PARTS =
      Pattern.compile("(\\d{4})\\D{1,3}(\\d{1,2})\\D{1,3}(\\d{1,2})(?:\\D.*)?");

  private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

  private WrittenDates() {}

  /** The day; empty where the text is no day, or one that the calendar does not have. */
  static Optional<LocalDate> read(String text) {
    String words = WordList.halfWidth(text);
    return read(PARTS.matcher(words)).or(() -> read(DIGITS.matcher(words)));
  }

  private static Optional<LocalDate> read(Matcher parts) {
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(parts.group(1)),
              Integer.parseInt(parts.group(2)),
              Integer.parseInt(parts.group(3))));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}
