package jingtu.planreader.grammar;

import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jingtu.planreader.grammar.DatePhrase.Kind;

/**
 * Reads words that say how often.
 *
 * <pre>
 *   recurrence = 每 [ 隔 ] [ number [ 至 number ] ] unit [ parts of the year ]     每3年, 每年6月底前
 *              | number unit ( 为一个周期 | 一次 | verb 一次 )                   10年为一个周期, 半年巡查一次
 *              | 一 unit 一 verb                                             一月一调度
 *              | ( 按 | 逐 ) unit                                            按季度
 *              | unit verb                                                  月调度
 * </pre>
 */
final class RecurrenceGrammar {

  private static final String NUMBER = "[0-9]{1,2}|[一二两三四五六七八九十]{1,2}";
  private static final String UNIT = "半年|半月|年度|年|季度|季|月|旬|周|星期|日|天";
  private static final Pattern EVERY =
      pattern("每隔?(?:(?:NUMBER)[年个月]{0,2}[至到—–~～-])?(?<number>NUMBER)?个?(?<unit>UNIT)(?!份|均|亩)");
  private static final Pattern CYCLE =
      pattern(
          "(?:(?<number>NUMBER)个?(?<unit>年|季度|月|周)|(?<half>半年))"
              + "(?:为(?:一个?|1个?)?周期|[^，,。；;0-9一二两至到底末前内起后的]{0,4}(?:至少)?[一1][次轮])");
  private static final Pattern ONE_EACH =
      Pattern.compile(
          "(?:[一1](?<unit>年|季度?|月|旬|周|日)|(?<half>半年))[一1](?=[\u4e00-\u9fff]{1,2})(?![次轮个])");
  private static final Pattern BY_UNIT =
      Pattern.compile("(?:按|逐)(?<unit>季度|季|月|年|周|旬|日)(?!度|底|内|份|龄|限)");
  private static final Pattern RHYTHM =
      Pattern.compile("(?<unit>年|季度?|月度?|旬|周|日)(?:调度|总结|评估|通报|会商|分析|报制度|报告制度|报表|考核制度|例会|研判)");
  private static final Pattern YEARLY_BY_NATURE =
      Pattern.compile("(?<![上下去前次多跨])(?<![上下前]一)(?:分|按|本)?年度(?!内|底|末|完成|[0-9]{1,2}月)");
  private static final Pattern AND = Pattern.compile("[、和及]");

  /** Days of the year are read in a year that is no leap year. */
  private static final int COMMON_YEAR = 2023;

  private RecurrenceGrammar() {}

  private static Pattern pattern(String shape) {
    return Pattern.compile(shape.replace("NUMBER", NUMBER).replace("UNIT", UNIT));
  }

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
    if (Numerals.digit(c) >= 0 || c == '十' || c == '半') {
      int end = cycle(CYCLE, text, i, found);
      return end > i ? end : cycle(ONE_EACH, text, i, found);
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

  /** 每年 6月、12月底前: the days of the year by which, each as --MM-DD; a period counts to its end. */
  private static int daysOfYear(String text, int at, List<String> days) {
    int to = at;
    Optional<YearPart> part = YearPart.read(text, at, COMMON_YEAR, true);
    while (part.isPresent()) {
      Optional<YearPart> last = untilPart(text, part.get().to());
      YearPart read = last.orElse(part.get());
      days.add(MonthDay.from(read.end()).toString());
      to = read.to();
      Matcher and = AND.matcher(text).region(to, text.length());
      part =
          and.lookingAt() ? YearPart.read(text, and.end(), COMMON_YEAR, false) : Optional.empty();
    }
    return to > at && text.startsWith("前", to) ? to + 1 : to;
  }

  /** 至9月 after 5月. */
  private static Optional<YearPart> untilPart(String text, int at) {
    boolean until = at < text.length() && "至到—-–~～".indexOf(text.charAt(at)) >= 0;
    return until ? YearPart.read(text, at + 1, COMMON_YEAR, false) : Optional.empty();
  }

  private static int cycle(Pattern pattern, String text, int i, Consumer<DatePhrase> found) {
    Matcher cycle = pattern.matcher(text).region(i, text.length());
    if (!cycle.lookingAt() || afterDigit(text, i)) {
      return i;
    }
    found.accept(new DatePhrase(i, cycle.end(), "R/" + periodOf(cycle), Kind.RECURRENCE, false));
    return cycle.end();
  }

  private static String periodOf(Matcher cycle) {
    if (cycle.group("half") != null) {
      return period("半年", 1);
    }
    boolean counted = cycle.pattern() == CYCLE;
    return period(cycle.group("unit"), counted ? Numerals.read(cycle.group("number")) : 1);
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
    Matcher words =
        YEARLY_BY_NATURE.matcher(text).useTransparentBounds(true).region(i, text.length());
    if (!words.lookingAt()) {
      return i;
    }
    found.accept(new DatePhrase(i, words.end(), "R/P1Y", Kind.YEARLY_BY_NATURE, true));
    return words.end();
  }

  private static String period(String unit, int number) {
    if ("半月".equals(unit)) {
      return "P" + number * 15 + "D";
    }
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
