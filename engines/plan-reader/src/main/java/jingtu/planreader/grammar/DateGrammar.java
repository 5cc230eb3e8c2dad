package jingtu.planreader.grammar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jingtu.planreader.grammar.DatePhrase.Kind;

/**
 * Reads the words of a sentence that say when something is to be done.
 *
 * <pre>
 *   time       = recurrence | interval | [ 自 ] point { 、 point } [ 前 | 起 ]
 *   recurrence = 每 [ number ] unit [ point without year ] | 按月 | 月调度 | number 年为一个周期 …
 *   point      = [ year ] ( month [ day | 底 | 旬 ] | 底 | 内 | 季度 | 半年 ) | year
 * </pre>
 *
 * Years in titles, document numbers, programme names and baselines (比2015年, 在2018年…基础上) are no
 * deadlines.
 */
public final class DateGrammar {

  private final String text;
  private final Optional<Integer> titleYear;
  private final List<DatePhrase> found = new ArrayList<>();

  private DateGrammar(String text, Optional<Integer> titleYear) {
    this.text = text;
    this.titleYear = titleYear;
  }

  /** Whether a sentence speaks of finishing the task of a year: 完成年度…任务. */
  public static boolean isYearsWork(String sentence) {
    return sentence.contains("完成") && sentence.contains("任务");
  }

  /**
   * The words of time in a sentence, in order.
   *
   * @param titleYear the year that the plan's title names; it completes dates without a year
   */
  public static List<DatePhrase> read(String sentence, Optional<Integer> titleYear) {
    DateGrammar grammar = new DateGrammar(sentence, titleYear);
    grammar.scan();
    return List.copyOf(grammar.found);
  }

  private void scan() {
    int titles = 0;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      titles += c == '《' || c == '〔' ? 1 : c == '》' || c == '〕' ? -1 : 0;
      titles = Math.max(0, titles);
      int next = titles == 0 && mayBegin(c) ? phrase(i) : i;
      i = Math.max(i + 1, next);
    }
  }

  private static boolean mayBegin(char c) {
    return Numerals.digit(c) >= 0 || "十每按逐分年月季上下今本当双".indexOf(c) >= 0;
  }

  /** Reads a phrase that begins here and tells where it ends; the same place where none begins. */
  private int phrase(int i) {
    int end = RecurrenceGrammar.read(text, i, found::add);
    if (end > i) {
      return end;
    }
    end = interval(i);
    return end > i ? end : points(i);
  }

  private int interval(int i) {
    Optional<Point> first = Point.read(text, i, titleYear).or(() -> Point.bareYear(text, i));
    if (first.isEmpty()) {
      return i;
    }
    int joint = first.get().to();
    int after = joint;
    while (after < text.length() && "至到—-－–~～".indexOf(text.charAt(after)) >= 0) {
      after++;
    }
    if (after == joint) {
      return i;
    }
    Optional<Point> last = Point.read(text, after, Optional.of(first.get().end().getYear()));
    if (last.isEmpty()) {
      return i;
    }
    boolean name = isNameOfPeriod(i, last.get().to());
    if (!name) {
      String notation = first.get().start() + "/" + last.get().end();
      found.add(new DatePhrase(i, last.get().to(), notation, Kind.INTERVAL, false));
    }
    return last.get().to();
  }

  /** （2018—2020年） and 2016—2020年度《…》 belong to the name of a programme. */
  private boolean isNameOfPeriod(int from, int to) {
    boolean bracketed =
        from > 0
            && Brackets.opens(text.charAt(from - 1))
            && to < text.length()
            && Brackets.closes(text.charAt(to));
    return bracketed || text.startsWith("度", to) || text.startsWith("《", to);
  }

  /** One point, or several joined by 、 that share the word after the last. */
  private int points(int i) {
    List<Point> points = new ArrayList<>();
    int at = i;
    while (true) {
      Optional<Integer> year =
          points.isEmpty() ? titleYear : Optional.of(points.getFirst().end().getYear());
      Optional<Point> point = Point.read(text, at, year);
      if (point.isEmpty()) {
        break;
      }
      points.add(point.get());
      at = point.get().to();
      boolean more = at < text.length() && "、和及".indexOf(text.charAt(at)) >= 0;
      if (!more) {
        break;
      }
      at++;
    }
    if (points.isEmpty()) {
      return i;
    }
    int to = points.getLast().to();
    Marker marker = Marker.after(text, to);
    boolean attribute =
        points.size() == 1 && points.getFirst().isBareYear() && text.startsWith("度", to);
    if (attribute) {
      found.add(new DatePhrase(i, to + 1, "R/P1Y", Kind.YEARLY_BY_NATURE, true));
      return to + 1;
    }
    boolean limit = marker.limits() || isLedIn(i) || points.stream().anyMatch(Point::saysEnd);
    boolean meant = points.getFirst().hasYear() || limit;
    if (meant && !isBaseline(i, to)) {
      points.forEach(point -> found.add(phrase(point, marker)));
    }
    return to + marker.length();
  }

  private DatePhrase phrase(Point point, Marker marker) {
    boolean assumed = !point.hasYear();
    if (marker.opens()) {
      LocalDate start = point.saysEnd() ? point.end() : point.start();
      return new DatePhrase(
          point.from(), point.to() + marker.length(), start + "/..", Kind.OPEN_START, assumed);
    }
    String notation = point.yearKnown() ? point.end().toString() : yearly(point);
    Kind kind = point.yearKnown() ? Kind.DATE : Kind.RECURRENCE;
    return new DatePhrase(point.from(), point.to() + marker.length(), notation, kind, assumed);
  }

  /** A day without a year in a plan of several years comes round every year. */
  private static String yearly(Point point) {
    return "R/P1Y;-" + point.end().toString().substring(4);
  }

  private boolean isLedIn(int from) {
    return from > 0 && "于在到至前".indexOf(text.charAt(from - 1)) >= 0;
  }

  private boolean isBaseline(int from, int to) {
    if (from > 0 && "比较同以".indexOf(text.charAt(from - 1)) >= 0) {
      return true;
    }
    String after = text.substring(to, Math.min(text.length(), to + 40));
    String clause = after.split("[，,。；;]", 2)[0];
    boolean onGround = precededBy(from, "在") && clause.contains("基础上");
    boolean compared = (precededBy(from, "与") || precededBy(from, "同")) && clause.startsWith("相比");
    return onGround
        || compared
        || clause.startsWith("以来")
        || clause.startsWith("的")
        || clause.startsWith("为基")
        || clause.startsWith("基础上")
        || clause.startsWith("相比")
        || clause.startsWith("同期")
        || clause.startsWith("水平")
        || clause.startsWith("底以来");
  }

  private boolean precededBy(int at, String word) {
    return text.startsWith(word, at - word.length());
  }

  /** The word after a point in time. */
  private record Marker(int length, boolean limits, boolean opens) {

    static Marker after(String text, int at) {
      for (String word : new String[] {"之前", "以前", "前"}) {
        if (text.startsWith(word, at)) {
          return new Marker(word.length(), true, false);
        }
      }
      for (String word : new String[] {"开始", "起"}) {
        if (text.startsWith(word, at)) {
          return new Marker(word.length(), true, true);
        }
      }
      return new Marker(0, false, false);
    }
  }

  /**
   * A day, month, quarter, half or year.
   *
   * @param saysEnd whether it names its end: 底, 末, 内, 旬
   */
  private record Point(
      int from,
      int to,
      LocalDate start,
      LocalDate end,
      boolean hasYear,
      boolean yearKnown,
      boolean saysEnd,
      boolean isBareYear) {

    private static final String[] NOW = {"今年", "本年度", "本年", "当年", "年度内"};

    /** The year is needed to make a date, but neither text nor title names one. */
    private static final int ANY_YEAR = 2000;

    static Optional<Point> read(String text, int from, Optional<Integer> knownYear) {
      int year = yearAt(text, from);
      int at = year > 0 ? text.indexOf('年', from) + 1 : from;
      if (year == 0) {
        for (String now : NOW) {
          at = at == from && text.startsWith(now, from) ? from + now.length() : at;
        }
      }
      boolean hasYear = year > 0;
      int inYear = hasYear ? year : knownYear.orElse(ANY_YEAR);
      boolean known = hasYear || knownYear.isPresent();
      Optional<Part> part = Part.read(text, at, inYear, at > from);
      if (part.isEmpty()) {
        return hasYear
            ? Optional.of(
                new Point(
                    from,
                    at,
                    LocalDate.of(year, 1, 1),
                    LocalDate.of(year, 12, 31),
                    true,
                    true,
                    false,
                    true))
            : Optional.empty();
      }
      Part read = part.get();
      return Optional.of(
          new Point(
              from, read.to(), read.start(), read.end(), hasYear, known, read.saysEnd(), false));
    }

    /** 2018 in 2018—2020年. */
    static Optional<Point> bareYear(String text, int from) {
      if (from + 5 > text.length() || "—-－–~～至".indexOf(text.charAt(from + 4)) < 0) {
        return Optional.empty();
      }
      int year = number(text, from, from + 4);
      return year >= 1950 && year < 2100
          ? Optional.of(
              new Point(
                  from,
                  from + 4,
                  LocalDate.of(year, 1, 1),
                  LocalDate.of(year, 12, 31),
                  true,
                  true,
                  false,
                  true))
          : Optional.empty();
    }

    private static int yearAt(String text, int from) {
      boolean fits = from + 5 <= text.length() && text.charAt(from + 4) == '年';
      int year = fits ? number(text, from, from + 4) : 0;
      return year >= 1950 && year < 2100 ? year : 0;
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

  /** The part of a year that words name. */
  private record Part(int to, LocalDate start, LocalDate end, boolean saysEnd) {

    static Optional<Part> read(String text, int at, int year, boolean afterYear) {
      return month(text, at, year)
          .or(() -> quarter(text, at, year))
          .or(() -> half(text, at, year))
          .or(() -> wholeYear(text, at, year, afterYear));
    }

    private static Optional<Part> month(String text, int at, int year) {
      int end = digitsEnd(text, at);
      int month =
          end > at && end < text.length() && text.charAt(end) == '月'
              ? Numerals.read(text.substring(at, end))
              : 0;
      if (month < 1 || month > 12) {
        return Optional.empty();
      }
      int to = end + (text.startsWith("月份", end) ? 2 : 1);
      YearMonth whole = YearMonth.of(year, month);
      LocalDate first = whole.atDay(1);
      int dayEnd = digitsEnd(text, to);
      if (dayEnd > to && dayEnd < text.length() && "日号".indexOf(text.charAt(dayEnd)) >= 0) {
        int day = Numerals.read(text.substring(to, dayEnd));
        if (day >= 1 && day <= whole.lengthOfMonth()) {
          return Optional.of(new Part(dayEnd + 1, whole.atDay(day), whole.atDay(day), false));
        }
      }
      if (text.startsWith("上旬", to)) {
        return Optional.of(new Part(to + 2, first, whole.atDay(10), true));
      }
      if (text.startsWith("中旬", to)) {
        return Optional.of(new Part(to + 2, first, whole.atDay(20), true));
      }
      int tail = text.startsWith("下旬", to) ? 2 : startsWithAny(text, to, "底末") ? 1 : 0;
      return Optional.of(new Part(to + tail, first, whole.atEndOfMonth(), tail > 0));
    }

    private static Optional<Part> quarter(String text, int at, int year) {
      int digit = text.startsWith("第", at) ? at + 1 : at;
      int number = digit < text.length() ? Numerals.digit(text.charAt(digit)) : -1;
      if (number < 1 || number > 4 || !text.startsWith("季度", digit + 1)) {
        return Optional.empty();
      }
      int to = digit + 3;
      int tail = startsWithAny(text, to, "底末") ? 1 : 0;
      LocalDate first = LocalDate.of(year, number * 3 - 2, 1);
      return Optional.of(new Part(to + tail, first, first.plusMonths(3).minusDays(1), true));
    }

    private static Optional<Part> half(String text, int at, int year) {
      boolean first = text.startsWith("上半年", at);
      if (!first && !text.startsWith("下半年", at)) {
        return Optional.empty();
      }
      LocalDate start = LocalDate.of(year, first ? 1 : 7, 1);
      return Optional.of(new Part(at + 3, start, start.plusMonths(6).minusDays(1), true));
    }

    /** 底, 年底, 末, 内 after a year, or 年底, 年末, 年内 alone. */
    private static Optional<Part> wholeYear(String text, int at, int year, boolean afterYear) {
      int word = text.startsWith("年", at) ? at + 1 : at;
      boolean alone = word > at && (at == 0 || Numerals.digit(text.charAt(at - 1)) < 0);
      boolean names = startsWithAny(text, word, "底末内") && (afterYear || alone);
      return names
          ? Optional.of(
              new Part(word + 1, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), true))
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
}
