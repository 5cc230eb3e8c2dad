package jingtu.planreader.grammar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  /** 十一五 ended with 2010, and every period after it five years later. */
  private static final int FIRST_PERIOD_ENDS = 2010;

  private static final Pattern END_OF_PERIOD =
      Pattern.compile("十(?<number>[一二三四五六七])五”?(?:规划|时期|期间)?(?:期?末|结束前|收官)(?:之?前)?");

  /**
   * 2020年前列入清单的企业, 2015年底前投产的企业: says of which kind something is, not by when to act. A verb with
   * another object is a duty, as in 2027年底前建成统一的平台: in doubt a deadline is kept.
   */
  private static final Pattern ATTRIBUTE =
      Pattern.compile(
          "(?:之前|以前|前)?(?:[（(]含[^（）()]{0,6}[）)])?"
              + "(?:已(?:列入|纳入|建成|投产|设立|登记|关停|审批|取得)[^，,。；;]{0,16}的"
              + "|(?:列入|纳入)[^，,。；;]{0,10}(?:清单|名单|名录)的"
              + "|(?:建成|投产|设立|登记|关停|审批|取得)的)");

  private static final Pattern CLAUSE = Pattern.compile("[，,。；;]");

  private final String text;
  private final Optional<Integer> titleYear;
  private final List<DatePhrase> found = new ArrayList<>();

  /** Whether the sentence has said 每年. */
  private boolean everyYear;

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
    DateGrammar grammar = new DateGrammar(Numerals.narrow(sentence), titleYear);
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
    return Numerals.digit(c) >= 0 || "十每按逐分年月季上下今本当双周旬半次翌第明".indexOf(c) >= 0;
  }

  /** Reads a phrase that begins here and tells where it ends; the same place where none begins. */
  private int phrase(int i) {
    int end = RecurrenceGrammar.read(text, i, this::addRecurrence);
    if (end > i) {
      return end;
    }
    end = endOfPeriod(i);
    if (end > i) {
      return end;
    }
    end = interval(i);
    return end > i ? end : points(i);
  }

  /** 到“十四五”末: the last day of a five-year period. */
  private int endOfPeriod(int i) {
    Matcher period = END_OF_PERIOD.matcher(text).region(i, Math.min(text.length(), i + 12));
    if (!period.lookingAt()) {
      return i;
    }
    int year = FIRST_PERIOD_ENDS + 5 * (Numerals.digit(period.group("number").charAt(0)) - 1);
    found.add(new DatePhrase(i, period.end(), year + "-12-31", Kind.DATE, false));
    return period.end();
  }

  private int interval(int i) {
    Optional<Point> first = Point.read(text, i, titleYear).or(() -> Point.bareYear(text, i));
    if (first.isEmpty()) {
      return i;
    }
    int joint = first.get().to() + (text.startsWith("起至", first.get().to()) ? 1 : 0);
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
    int end = last.get().to() + (text.startsWith("止", last.get().to()) ? 1 : 0);
    if (!isNameOfPeriod(i, end)) {
      String notation = first.get().start() + "/" + last.get().end();
      found.add(new DatePhrase(i, end, notation, Kind.INTERVAL, false));
    }
    return end;
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
          points.isEmpty() ? yearHere() : Optional.of(points.getFirst().end().getYear());
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

  private void addRecurrence(DatePhrase phrase) {
    found.add(phrase);
    everyYear |= phrase.kind() == Kind.RECURRENCE && phrase.notation().startsWith("R/P1Y");
  }

  /** The year of a point without one; none after 每年, with which it comes round every year. */
  private Optional<Integer> yearHere() {
    return titleYear.filter(year -> !everyYear);
  }

  private DatePhrase phrase(Point point, Marker marker) {
    boolean assumed = !point.hasYear();
    if (marker.opens()) {
      LocalDate start = point.saysEnd() ? point.end() : point.start();
      return new DatePhrase(
          point.from(), point.to() + marker.length(), start + "/..", Kind.OPEN_START, assumed);
    }
    int to = point.to() + marker.length();
    if (!point.yearKnown()) {
      return new DatePhrase(point.from(), to, yearly(point), Kind.RECURRENCE, assumed);
    }
    return point.isRange()
        ? new DatePhrase(
            point.from(), to, point.start() + "/" + point.end(), Kind.INTERVAL, assumed)
        : new DatePhrase(point.from(), to, point.end().toString(), Kind.DATE, assumed);
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
    String clause = CLAUSE.split(after, 2)[0];
    boolean onGround = precededBy(from, "在") && clause.contains("基础上");
    boolean compared = (precededBy(from, "与") || precededBy(from, "同")) && clause.startsWith("相比");
    return onGround
        || ATTRIBUTE.matcher(clause).lookingAt()
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

    private static final Lexicon<String> LIMITS = Lexicon.of("之前", "以前", "前");
    private static final Lexicon<String> OPENS = Lexicon.of("开始", "起");

    static Marker after(String text, int at) {
      int limit = LIMITS.at(text, at).map(word -> word.getKey().length()).orElse(0);
      int opening = OPENS.at(text, at).map(word -> word.getKey().length()).orElse(0);
      return new Marker(limit + opening, limit + opening > 0, opening > 0);
    }
  }
}
