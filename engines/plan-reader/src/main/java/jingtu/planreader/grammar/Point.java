package jingtu.planreader.grammar;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A day, month, quarter, half or year.
 *
 * <pre>
 *   point = year [ part ] | ( 今年 | 本年度 | 次年 ) [ part ] | part
 * </pre>
 *
 * @param hasYear whether the year is printed
 * @param yearKnown whether the year is printed, or follows from that of the plan
 * @param saysEnd whether it names its end: 底, 末, 内, 旬
 * @param isBareYear whether it is a year and nothing else
 * @param isRange whether it names both its beginning and its end: 5—9月
 */
record Point(
    int from,
    int to,
    LocalDate start,
    LocalDate end,
    boolean hasYear,
    boolean yearKnown,
    boolean saysEnd,
    boolean isBareYear,
    boolean isRange) {

  private static final Lexicon<String> THIS_YEAR =
      Lexicon.of("今年", "本年度", "本年", "当年度", "当年", "年度内");
  private static final Lexicon<String> NEXT_YEAR =
      Lexicon.of("次年度", "次年", "翌年", "第二年", "下一年度", "下年度", "下一年", "明年");

  /** The year is needed to make a date, but neither text nor title names one. */
  private static final int ANY_YEAR = 2000;

  /** Reads a point; {@code knownYear} completes one that does not print its year. */
  static Optional<Point> read(String text, int from, Optional<Integer> knownYear) {
    int year = yearAt(text, from);
    return year > 0
        ? Optional.of(inPrintedYear(text, from, year))
        : inKnownYear(text, from, knownYear);
  }

  private static Point inPrintedYear(String text, int from, int year) {
    int at = text.indexOf('年', from) + 1;
    return YearPart.read(text, at, year, true)
        .map(part -> of(from, part, true, true))
        .orElseGet(() -> wholeYear(from, at, year, true));
  }

  private static Optional<Point> inKnownYear(String text, int from, Optional<Integer> knownYear) {
    int thisYear = THIS_YEAR.at(text, from).map(word -> word.getKey().length()).orElse(0);
    int nextYear = NEXT_YEAR.at(text, from).map(word -> word.getKey().length()).orElse(0);
    int at = from + Math.max(thisYear, nextYear);
    int year = knownYear.orElse(ANY_YEAR) + (nextYear > 0 ? 1 : 0);
    boolean spoken = at > from;
    Optional<Point> part =
        YearPart.read(text, at, year, spoken)
            .map(read -> of(from, read, false, knownYear.isPresent()));
    boolean due = thisYear > 0 && (text.startsWith("完成", at) || text.startsWith("前", at));
    return part.or(
        () ->
            due && knownYear.isPresent()
                ? Optional.of(wholeYear(from, at, year, false))
                : Optional.empty());
  }

  /** 2018 in 2018—2020年. */
  static Optional<Point> bareYear(String text, int from) {
    if (from + 5 > text.length() || "—-－–~～至".indexOf(text.charAt(from + 4)) < 0) {
      return Optional.empty();
    }
    int year = number(text, from, from + 4);
    return isYear(year) ? Optional.of(wholeYear(from, from + 4, year, true)) : Optional.empty();
  }

  private static Point of(int from, YearPart part, boolean hasYear, boolean yearKnown) {
    return new Point(
        from,
        part.to(),
        part.start(),
        part.end(),
        hasYear,
        yearKnown,
        part.saysEnd(),
        false,
        part.isRange());
  }

  /** A year and nothing else; one that is spoken of, not printed, is meant to its end. */
  private static Point wholeYear(int from, int to, int year, boolean printed) {
    return new Point(
        from,
        to,
        LocalDate.of(year, 1, 1),
        LocalDate.of(year, 12, 31),
        printed,
        true,
        !printed,
        printed,
        false);
  }

  private static int yearAt(String text, int from) {
    boolean fits = from + 5 <= text.length() && text.charAt(from + 4) == '年';
    int year = fits ? number(text, from, from + 4) : 0;
    return isYear(year) ? year : 0;
  }

  private static boolean isYear(int year) {
    return year >= 1950 && year < 2100;
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = Numerals.digit(text.charAt(i));
      if (digit < 0) {
        return 0;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
