package jingtu.planreader.grammar;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jingtu.planreader.Target.Comparator;

/**
 * A number with its unit and the words that compare.
 *
 * <pre>
 *   amount     = [ origin ] [ comparison ] number unit [ bound ]     由 85% 提高到 90% 以上
 *   origin     = [ 由 | 从 ] number unit
 *   number     = digits [ 万 | 亿 ] [ 至 digits ] | 百分之 digits | 三十
 *   bound      = 以上 | 以下 | 以内 | 左右
 * </pre>
 *
 * @param from where the number begins
 * @param to where its bound ends, or its unit
 * @param value the number written out; the lower end of a range
 * @param unit empty where the number stands alone: pH值提高到5.5
 * @param upper the upper end of a range
 * @param subjectEnd where the words before it end that name what is measured
 * @param origin the value that it starts from: 85% in 由85%提高到90%
 * @param spelled whether it is written in Chinese numerals, which are often no measure: 三个方面
 */
record Amount(
    int from,
    int to,
    BigDecimal value,
    Optional<BigDecimal> upper,
    String unit,
    Optional<String> bound,
    Optional<Comparison> comparison,
    int subjectEnd,
    Optional<String> origin,
    boolean spelled) {

  /** The words of comparison stand within this many characters before a number. */
  private static final int WINDOW = 12;

  private static final Lexicon<Comparison> COMPARISONS =
      Lexicon.meanings("comparisons.csv", Comparison.class);
  private static final Lexicon<String> UNITS = Lexicon.words("target-units.txt");
  private static final Lexicon<String> MEASURES = Lexicon.words("measures.txt");

  private static final String DIGITS = "(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,12})(?:\\.[0-9]{1,6})?";
  private static final String FACTOR = "[千百]?万|亿|千|百";
  private static final Pattern NUMBER =
      Pattern.compile(
          ("(?<![0-9.第含])(?:(?<lower>DIGITS)(?<factor>FACTOR)?(?:%?[至到—–~～-](?<upper>DIGITS)(?<upperFactor>FACTOR)?)?"
                  + "|(?<of>[百千])分之(?<share>[0-9]{1,3}(?:\\.[0-9]{1,2})?|[一二三四五六七八九十百零]{1,5})"
                  + "|(?<tenths>[一二三四五六七八九1-9])成(?<half>[一二三四五六七八九半]?)(?=[以左的，。；、和及]|$)"
                  + "|(?<![一二三四五六七八九十百千两])(?<spelled>[一二两三四五六七八九十百]{1,5}))[余多]?")
              .replace("DIGITS", DIGITS)
              .replace("FACTOR", FACTOR));
  private static final Pattern BOUND =
      Pattern.compile("^(?:[（(][^（）()]{1,8}[）)])?(?<bound>及?以上|以下|以内|之内|左右|上下)");
  private static final Pattern MORE_NUMBERS =
      Pattern.compile("(?:[、和及][0-9]{1,12}(?:\\.[0-9]{1,6})?(?=[^.]))+");
  private static final Pattern BARE_NUMBER = Pattern.compile("(?:及?以[上下内]|左右|[，,。；;）)]|$)");
  private static final Pattern SPAN_OF_TIME = Pattern.compile("个(?:月|工作日|小时|季度)");
  private static final Pattern FROM =
      Pattern.compile("[由从](?:[^，,由从0-9]{0,6}[0-9]{4}年)?[^，,由从]{0,4}$");

  /** What a word of comparison makes of the number after it. */
  enum Comparison {
    AT_LEAST,
    AT_MOST,
    EQUAL,
    FALL,
    RISE
  }

  /** The amounts in some words, in order; a value to start from goes with the one to reach. */
  static List<Amount> in(String words) {
    List<Amount> amounts = new ArrayList<>();
    Matcher number = NUMBER.matcher(words);
    while (number.find()) {
      Optional<Amount> read = read(words, number);
      if (read.isPresent() && !amounts.isEmpty() && read.get().startsFrom(amounts.getLast())) {
        amounts.add(read.get().from(amounts.removeLast(), words));
      } else {
        read.ifPresent(amounts::add);
      }
    }
    return amounts;
  }

  private static Optional<Amount> read(String words, Matcher number) {
    String share = group(number, "share");
    if (!share.isEmpty()) {
      String unit = "百".equals(group(number, "of")) ? "%" : "‰";
      return Optional.of(read(words, number, valueOf(share, ""), unit, number.end()));
    }
    String tenths = group(number, "tenths");
    if (!tenths.isEmpty()) {
      String more = group(number, "half").replace('半', '五');
      BigDecimal tens = valueOf(tenths, "").multiply(BigDecimal.TEN);
      BigDecimal percent = more.isEmpty() ? tens : tens.add(valueOf(more, ""));
      return Optional.of(read(words, number, percent, "%", number.end()));
    }
    String spelled = group(number, "spelled");
    String factor = group(number, "factor");
    BigDecimal value =
        spelled.isEmpty()
            ? valueOf(
                group(number, "lower"), factor.isEmpty() ? group(number, "upperFactor") : factor)
            : valueOf(spelled, "");
    return unitAt(words, number.end())
        .or(
            () ->
                BARE_NUMBER.matcher(words.substring(number.end())).lookingAt() && spelled.isEmpty()
                    ? Optional.of("")
                    : Optional.empty())
        .map(unit -> read(words, number, value, unit, unitEnd(words, number.end(), unit)));
  }

  /** The unit of a number; one of several numbers may leave it to the last: 2、3个. */
  private static Optional<String> unitAt(String words, int at) {
    Matcher more = MORE_NUMBERS.matcher(words).region(at, words.length());
    return UNITS
        .at(words, more.lookingAt() ? more.end() : at)
        .map(Map.Entry::getKey)
        .filter(unit -> !SPAN_OF_TIME.matcher(words.substring(at)).lookingAt());
  }

  private static int unitEnd(String words, int at, String unit) {
    return words.startsWith(unit, at) ? at + unit.length() : at;
  }

  private static Amount read(
      String words, Matcher number, BigDecimal value, String unit, int unitEnd) {
    Matcher bound = BOUND.matcher(words.substring(unitEnd, Math.min(words.length(), unitEnd + 14)));
    Optional<String> limit = bound.find() ? Optional.of(bound.group("bound")) : Optional.empty();
    String before = words.substring(Math.max(0, number.start() - WINDOW), number.start());
    Optional<Map.Entry<String, Comparison>> comparison = COMPARISONS.atEndOf(before);
    String upper = group(number, "upper");
    return new Amount(
        number.start(),
        limit.isPresent() ? unitEnd + bound.end() : unitEnd,
        value,
        upper.isEmpty()
            ? Optional.empty()
            : Optional.of(valueOf(upper, group(number, "upperFactor"))),
        unit,
        limit,
        comparison.map(Map.Entry::getValue),
        number.start() - comparison.map(word -> word.getKey().length()).orElse(0),
        Optional.empty(),
        !group(number, "spelled").isEmpty());
  }

  /** The words of a group; empty where the number has no such part. */
  private static String group(Matcher number, String name) {
    return Optional.ofNullable(number.group(name)).orElse("");
  }

  /** The value of digits, with what they count in: 20, 万 → 200000. */
  private static BigDecimal valueOf(String digits, String factor) {
    boolean arabic = Character.digit(digits.charAt(0), 10) >= 0;
    BigDecimal value =
        arabic
            ? new BigDecimal(digits.replace(",", ""))
            : BigDecimal.valueOf(Numerals.read(digits));
    for (int i = 0; i < factor.length(); i++) {
      int power = "百千万".indexOf(factor.charAt(i));
      value = value.scaleByPowerOfTen(power < 0 ? 8 : power + 2);
    }
    BigDecimal written = value.stripTrailingZeros();
    return written.scale() < 0 ? written.setScale(0) : written;
  }

  /** Whether only a word of comparison stands between another amount and this one. */
  private boolean startsFrom(Amount other) {
    return comparison.isPresent() && subjectEnd == other.to && other.comparison.isEmpty();
  }

  private Amount from(Amount other, String words) {
    Matcher opening = FROM.matcher(words.substring(0, other.from));
    boolean led = opening.find();
    int start = led ? opening.start() : other.subjectEnd;
    String says = words.substring(led ? start + 1 : start, other.to);
    return new Amount(
        from, to, value, upper, unit, bound, comparison, start, Optional.of(says), spelled);
  }

  /** The same amount, compared as another one where it has no word of its own. */
  Amount comparedAs(Amount other) {
    return comparison.isPresent() ? this : compared(other.comparison);
  }

  /** The same amount, as the least that is wanted if other words say so. */
  Amount atLeastIf(boolean said) {
    return said && comparison.isEmpty() ? compared(Optional.of(Comparison.AT_LEAST)) : this;
  }

  private Amount compared(Optional<Comparison> with) {
    return new Amount(from, to, value, upper, unit, bound, with, subjectEnd, origin, spelled);
  }

  boolean isShare() {
    return "%".equals(unit);
  }

  boolean compares(Comparison with) {
    return comparison.equals(Optional.of(with));
  }

  /** The name of what is measured: a change of it where the words say how far it falls or rises. */
  String named(String name) {
    if (compares(Comparison.FALL)) {
      return isShare() || unit.startsWith("个百分") ? fallOf(name) : name + "减少量";
    }
    boolean measured = MEASURES.atEndOf(name).isPresent();
    return compares(Comparison.RISE) && measured ? name + "增长比例" : name;
  }

  static String fallOf(String name) {
    return name.replaceAll("下降的?比例$", "") + "下降比例";
  }

  Wanted wanted() {
    boolean most = comparator() == Comparator.AT_MOST;
    return Wanted.number(comparator(), most ? upper.orElse(value) : value, unit);
  }

  private Comparator comparator() {
    String limit = bound.orElse("");
    if (limit.equals("左右") || limit.equals("上下")) {
      return Comparator.ABOUT;
    }
    if (limit.endsWith("以上")) {
      return Comparator.AT_LEAST;
    }
    if (!limit.isEmpty()) {
      return Comparator.AT_MOST;
    }
    boolean all = isShare() && value.compareTo(BigDecimal.valueOf(100)) == 0;
    if (all) {
      return Comparator.EQUAL;
    }
    return switch (comparison.orElse(Comparison.EQUAL)) {
      case AT_LEAST, FALL, RISE -> Comparator.AT_LEAST;
      case AT_MOST -> Comparator.AT_MOST;
      case EQUAL -> isShare() || upper.isPresent() ? Comparator.AT_LEAST : Comparator.EQUAL;
    };
  }
}
