package jingtu.planreader.grammar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * The part of a year that words name.
 *
 * <pre>
 *   part = month [ day 日 | 底 | 末 | 上旬 | 中旬 | 下旬 ]   6月15日, 6月底
 *        | month 至 month                              5—9月
 *        | [ 第 ] number 季度 [ 末 ] | 上半年 | 下半年
 *        | [ 年 | 度 ] ( 底 | 末 | 内 ) | 年中
 * </pre>
 *
 * @param to where the words end
 * @param saysEnd whether they name its end: 底, 末, 内, 旬
 * @param isRange whether they name both its beginning and its end: 5—9月
 */
record YearPart(int to, LocalDate start, LocalDate end, boolean saysEnd, boolean isRange) {

  private static final String ENDS = "底末";
  private static final String DASHES = "至到—-－–~～";

  /**
   * Reads a part of a year.
   *
   * @param afterYear whether the year itself stands before it, so that 底 alone names its end
   */
  static Optional<YearPart> read(String text, int at, int year, boolean afterYear) {
    return months(text, at, year)
        .or(() -> month(text, at, year))
        .or(() -> quarter(text, at, year))
        .or(() -> half(text, at, year))
        .or(() -> wholeYear(text, at, year, afterYear));
  }

  /** 5—9月: the first month leaves 月 to the second. */
  private static Optional<YearPart> months(String text, int at, int year) {
    int end = digitsEnd(text, at);
    if (end == at || !startsWithAny(text, end, DASHES)) {
      return Optional.empty();
    }
    int first = Numerals.read(text.substring(at, end));
    return month(text, end + 1, year)
        .filter(last -> first >= 1 && first < last.end().getMonthValue())
        .map(last -> new YearPart(last.to(), LocalDate.of(year, first, 1), last.end(), true, true));
  }

  private static Optional<YearPart> month(String text, int at, int year) {
    int end = digitsEnd(text, at);
    boolean named = end > at && startsWithAny(text, end, "月");
    int month = named ? Numerals.read(text.substring(at, end)) : 0;
    if (month < 1 || month > 12) {
      return Optional.empty();
    }
    YearMonth whole = YearMonth.of(year, month);
    int to = end + (text.startsWith("月份", end) ? 2 : 1);
    return day(text, to, whole).or(() -> Optional.of(partOf(text, to, whole)));
  }

  private static Optional<YearPart> day(String text, int at, YearMonth month) {
    int end = digitsEnd(text, at);
    int day =
        end > at && startsWithAny(text, end, "日号") ? Numerals.read(text.substring(at, end)) : 0;
    return month.isValidDay(day)
        ? Optional.of(new YearPart(end + 1, month.atDay(day), month.atDay(day), false, false))
        : Optional.empty();
  }

  private static YearPart partOf(String text, int at, YearMonth month) {
    if (text.startsWith("上旬", at)) {
      return new YearPart(at + 2, month.atDay(1), month.atDay(10), true, false);
    }
    if (text.startsWith("中旬", at)) {
      return new YearPart(at + 2, month.atDay(1), month.atDay(20), true, false);
    }
    int tail = text.startsWith("下旬", at) ? 2 : startsWithAny(text, at, ENDS) ? 1 : 0;
    return new YearPart(at + tail, month.atDay(1), month.atEndOfMonth(), tail > 0, false);
  }

  private static Optional<YearPart> quarter(String text, int at, int year) {
    int digit = text.startsWith("第", at) ? at + 1 : at;
    int number = digit < text.length() ? Numerals.digit(text.charAt(digit)) : -1;
    if (number < 1 || number > 4 || !text.startsWith("季度", digit + 1)) {
      return Optional.empty();
    }
    int to = digit + 3;
    int tail = startsWithAny(text, to, ENDS) ? 1 : 0;
    LocalDate first = LocalDate.of(year, number * 3 - 2, 1);
    return Optional.of(
        new YearPart(to + tail, first, first.plusMonths(3).minusDays(1), true, false));
  }

  private static Optional<YearPart> half(String text, int at, int year) {
    boolean first = text.startsWith("上半年", at);
    if (!first && !text.startsWith("下半年", at)) {
      return Optional.empty();
    }
    LocalDate start = LocalDate.of(year, first ? 1 : 7, 1);
    return Optional.of(new YearPart(at + 3, start, start.plusMonths(6).minusDays(1), true, false));
  }

  /** 底, 年底, 度内 after a year, or 年底, 年末, 年内 alone. */
  private static Optional<YearPart> wholeYear(String text, int at, int year, boolean afterYear) {
    boolean unit = text.startsWith("年", at) || (afterYear && text.startsWith("度", at));
    int word = unit ? at + 1 : at;
    boolean alone = unit && (at == 0 || Numerals.digit(text.charAt(at - 1)) < 0);
    if (!afterYear && !alone) {
      return Optional.empty();
    }
    LocalDate first = LocalDate.of(year, 1, 1);
    if (startsWithAny(text, word, ENDS + "内")) {
      return Optional.of(
          new YearPart(word + 1, first, first.plusYears(1).minusDays(1), true, false));
    }
    boolean middle =
        alone && startsWithAny(text, word, "中") && startsWithAny(text, word + 1, "前和、");
    return middle
        ? Optional.of(new YearPart(word + 1, first, first.plusMonths(6).minusDays(1), true, false))
        : Optional.empty();
  }

  private static int digitsEnd(String text, int at) {
    int end = at;
    while (end < Math.min(text.length(), at + 3)
        && (Numerals.digit(text.charAt(end)) >= 0 || text.charAt(end) == '十')) {
      end++;
    }
    return end;
  }

  private static boolean startsWithAny(String text, int at, String characters) {
    return at < text.length() && characters.indexOf(text.charAt(at)) >= 0;
  }
}
