package jingtu.planreader.grammar;

import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jingtu.planreader.grammar.DatePhrase.Kind;

/** Reads words that say how often: 每年, 每3年, 按季度, 月调度, 10年为一个周期. */
final class RecurrenceGrammar {

  private static final String NUMBER = "[0-9]{1,2}|[一二两三四五六七八九十]{1,2}";
  private static final Pattern EVERY =
      Pattern.compile("每(?<number>" + NUMBER + ")?个?(?<unit>半年|年度|年|季度|季|月|周|星期|日|天)(?!份|均|亩)");
  private static final Pattern CYCLE =
      Pattern.compile("(?<number>" + NUMBER + ")年(?:为(?:一个?|1个?)?周期|[一1]次|[一1]轮)");
  private static final Pattern BY_UNIT =
      Pattern.compile("(?:按|逐)(?<unit>季度|季|月|年|周|旬|日)(?!度|底|内|份|龄|限)");
  private static final Pattern RHYTHM =
      Pattern.compile("(?<unit>年|季度?|月度?|周|日)(?:调度|总结|评估|通报|会商|分析|报制度|报告制度|报表|考核制度|例会|研判)");
  private static final Pattern YEARLY_BY_NATURE = Pattern.compile("(?:分|按|本)?年度(?!内)");
  private static final Pattern YEAR_END = Pattern.compile("(?:年底|年末|底|末)(?:前|之前)?");
  private static final Pattern MONTH_DAYS =
      Pattern.compile("([0-9]{1,2})月(?:([0-9]{1,2})日|底|末|份)?");

  private RecurrenceGrammar() {}

  /** Reads a recurrence that begins at {@code i}; answers where it ends, or {@code i}. */
  static int read(String text, int i, Consumer<DatePhrase> found) {
    char c = text.charAt(i);
    if (c == '每') {
      return every(text, i, found);
    }
    if (c == '按' || c == '逐') {
      int end = simple(BY_UNIT, text, i, found, Kind.RECURRENCE);
      return end > i ? end : yearly(text, i, found);
    }
    if (Numerals.digit(c) >= 0 || c == '十') {
      return cycle(text, i, found);
    }
    int end = afterDigit(text, i) ? i : simple(RHYTHM, text, i, found, Kind.RECURRENCE);
    return end > i ? end : yearly(text, i, found);
  }

  private static boolean afterDigit(String text, int i) {
    return i > 0
        && (Numerals.digit(text.charAt(i - 1)) >= 0 || "每半上本全".indexOf(text.charAt(i - 1)) >= 0);
  }

  private static int every(String text, int i, Consumer<DatePhrase> found) {
    Matcher every = EVERY.matcher(text).region(i, Math.min(text.length(), i + 8));
    every.useTransparentBounds(true);
    if (!every.lookingAt()) {
      return i;
    }
    int number =
        every.group("number") == null ? 1 : Math.max(1, Numerals.read(every.group("number")));
    String period = period(every.group("unit"), number);
    int end = every.end();
    List<String> days = new ArrayList<>();
    int to = "P1Y".equals(period) ? daysOfYear(text, end, days) : end;
    if (days.isEmpty()) {
      found.accept(new DatePhrase(i, end, "R/" + period, Kind.RECURRENCE, false));
      return end;
    }
    days.forEach(
        day ->
            found.accept(new DatePhrase(i, to, "R/" + period + ";" + day, Kind.RECURRENCE, false)));
    return to;
  }

  /** 每年 6月、12月底前: the days of the year by which, each as --MM-DD. */
  private static int daysOfYear(String text, int at, List<String> days) {
    Matcher end = YEAR_END.matcher(text).region(at, text.length());
    if (end.lookingAt()) {
      days.add("--12-31");
      return end.end();
    }
    int to = at;
    Matcher day = MONTH_DAYS.matcher(text).region(at, text.length());
    while (day.lookingAt()) {
      Optional<MonthDay> read = monthDay(day.group(1), day.group(2));
      if (read.isEmpty()) {
        break;
      }
      days.add(read.get().toString());
      to = day.end();
      boolean more = to < text.length() && "、和及".indexOf(text.charAt(to)) >= 0;
      day.region(more ? to + 1 : text.length(), text.length());
    }
    return to < text.length() && text.charAt(to) == '前' ? to + 1 : to;
  }

  private static Optional<MonthDay> monthDay(String month, String day) {
    int m = Numerals.read(month);
    if (m < 1 || m > 12) {
      return Optional.empty();
    }
    int last = YearMonth.of(2023, m).lengthOfMonth();
    int d = day == null ? last : Numerals.read(day);
    return d >= 1 && d <= last ? Optional.of(MonthDay.of(m, d)) : Optional.empty();
  }

  private static int cycle(String text, int i, Consumer<DatePhrase> found) {
    Matcher cycle = CYCLE.matcher(text).region(i, text.length());
    if (!cycle.lookingAt() || afterDigit(text, i)) {
      return i;
    }
    String period = period("年", Numerals.read(cycle.group("number")));
    found.accept(new DatePhrase(i, cycle.end(), "R/" + period, Kind.RECURRENCE, false));
    return cycle.end();
  }

  private static int simple(
      Pattern pattern, String text, int i, Consumer<DatePhrase> found, Kind kind) {
    Matcher words = pattern.matcher(text).region(i, text.length());
    if (!words.lookingAt()) {
      return i;
    }
    found.accept(
        new DatePhrase(i, words.end(), "R/" + period(words.group("unit"), 1), kind, false));
    return words.end();
  }

  /** 年度 is an adjective: of every year. 上年度 and 下年度 name a year. */
  private static int yearly(String text, int i, Consumer<DatePhrase> found) {
    Matcher words = YEARLY_BY_NATURE.matcher(text).region(i, text.length());
    boolean named = i > 0 && "上下去前多跨".indexOf(text.charAt(i - 1)) >= 0;
    if (!words.lookingAt() || named) {
      return i;
    }
    found.accept(new DatePhrase(i, words.end(), "R/P1Y", Kind.YEARLY_BY_NATURE, true));
    return words.end();
  }

  private static String period(String unit, int number) {
    return switch (unit.charAt(0)) {
      case '半' -> "P" + number * 6 + "M";
      case '年' -> "P" + number + "Y";
      case '季' -> "P" + number * 3 + "M";
      case '月' -> "P" + number + "M";
      case '旬' -> "P" + number * 10 + "D";
      case '周', '星' -> "P" + number + "W";
      default -> "P" + number + "D";
    };
  }
}
