package jingtu.server.plan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A date of which not every digit is known; an X stands for each that is not, as in {@code
 * XXXX-12-31}, in the manner of ISO 8601-2.
 */
final class UnknownDigits {

  private static final Pattern FORM = Pattern.compile("[\\dX]{4}-[\\dX]{2}-[\\dX]{2}");

  private UnknownDigits() {}

  /** Whether the text is such a date, and some day of the calendar may be meant by it. */
  static boolean isOne(String text) {
    return text.indexOf('X') >= 0
        && FORM.matcher(text).matches()
        && IntStream.rangeClosed(0, 9999)
            .filter(year -> fits("%04d".formatted(year), text.substring(0, 4)))
            .anyMatch(year -> hasDay(year, text));
  }

  private static boolean hasDay(int year, String text) {
    return IntStream.rangeClosed(1, 12)
        .mapToObj(month -> YearMonth.of(year, month))
        .flatMap(month -> IntStream.rangeClosed(1, month.lengthOfMonth()).mapToObj(month::atDay))
        .map(LocalDate::toString)
        .anyMatch(day -> fits(day.substring(5), text.substring(5)));
  }

  private static boolean fits(String digits, String pattern) {
    return IntStream.range(0, digits.length())
        .allMatch(i -> pattern.charAt(i) == 'X' || pattern.charAt(i) == digits.charAt(i));
  }
}
