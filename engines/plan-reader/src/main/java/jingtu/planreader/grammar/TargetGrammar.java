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
 * Reads the values that a sentence sets: numbers with a unit, 零增长, 全覆盖, and what is set elsewhere:
 * 完成上级下达的…任务.
 *
 * <pre>
 *   target = subject comparison number unit [ 以上 | 以下 | 左右 ]     回收率 达到 80 % 以上
 *          | subject number unit [ 以上 | 以下 ]                      亩均用量 13.6 公斤 以下
 *          | verb number unit [ 以上 ] [ 的 ] thing                  完成 60 % 以上 整治任务
 *          | subject ( 零 | 负 ) 增长
 *          | subject 全覆盖
 *          | 完成 authority ( 下达 | 要求 ) 的 thing ( 任务 | 指标 )
 *          | subject ( 达到 | 满足 ) authority 下达的指标要求
 * </pre>
 */
public final class TargetGrammar {

  /** The subject of a number stands within this many characters before it. */
  private static final int WINDOW = 90;

  private static final Lexicon<Comparison> COMPARISONS =
      Lexicon.meanings("comparisons.csv", Comparison.class);
  private static final Lexicon<String> UNITS = Lexicon.words("target-units.txt");
  private static final Lexicon<String> MEASURES = Lexicon.words("measures.txt");

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![0-9.])(?<digits>[0-9]{1,12}(?:\\.[0-9]{1,6})?)(?<factor>[千百]?万|亿|千|百)?");
  private static final Pattern BOUND =
      Pattern.compile("^(?:[（(][^（）()]{1,8}[）)])?(?<bound>及?以上|以下|以内|之内|左右|上下)");
  private static final Pattern GROWTH =
      Pattern.compile(
          "(?<subject>[^，,。；;：:]{2,60}?)(?:要|均|都)?(?:努力|力争|基本|继续)?(?:实现|保持|达到)?(?<kind>零增长|负增长|“零增长”|“负增长”)(?!行动|方案|计划|工作|目标|任务)");
  private static final Pattern COVERAGE =
      Pattern.compile("(?<subject>[^，,。；;：:]{2,60}?)(?:整[省市县区]|全[省市县区域])?(?:实现|达到)?全覆盖");
  private static final Pattern SET_ABOVE =
      Pattern.compile(
          "完成(?<authority>[^，,。；;的]{1,16}?(?:下达|要求|确定|明确|分解))的?(?<thing>[^，,。；;]{0,50}?(?:任务|指标|目标))(?![^，,。；;（(]{0,3}(?:书|清单|分解))");
  private static final Pattern SET_LATER =
      Pattern.compile(
          "完成(?<thing>[^，,。；;（(]{2,50}?任务)[（(][^（）()]{0,12}(?<authority>另行下达|另行通知|另文下达|另行明确)[）)]");
  private static final Pattern MEETS_DEMAND =
      Pattern.compile(
          "(?<subject>[^，,。；;：:]{2,70}?)(?:达到|满足|完成)(?<authority>[^，,。；;]{1,14}?(?:下达|规定|确定|要求)的?(?:[^，,。；;]{0,6}?(?:要求|指标|目标)))");
  private static final Pattern STRIVES = Pattern.compile("力争|努力|争取|力求");

  private final String text;
  private final List<TargetPhrase> found = new ArrayList<>();
  private Optional<Subject> previous = Optional.empty();
  private boolean strives;

  private TargetGrammar(String text) {
    this.text = text;
  }

  /** What a word of comparison makes of the number after it. */
  enum Comparison {
    AT_LEAST,
    AT_MOST,
    EQUAL,
    FALL,
    RISE
  }

  /** The targets of a sentence, in order. */
  public static List<TargetPhrase> read(String sentence) {
    TargetGrammar grammar = new TargetGrammar(sentence);
    for (int[] part : Sentences.commaParts(sentence)) {
      grammar.part(part[0], part[1]);
    }
    return List.copyOf(grammar.found);
  }

  private void part(int from, int to) {
    String words = text.substring(from, to);
    boolean striving = STRIVES.matcher(words).find();
    boolean leadsUp = strives && DateGrammar.read(words, Optional.empty()).isEmpty();
    boolean aspirational = striving || leadsUp;
    int before = found.size();
    if (!setElsewhere(words, from, aspirational) && !growth(words, from, aspirational)) {
      numbers(words, from, aspirational);
      if (found.size() == before) {
        coverage(words, from, aspirational);
      }
    }
    strives = striving && found.size() == before;
  }

  private boolean setElsewhere(String words, int offset, boolean aspirational) {
    if (!words.contains("完成") && !words.contains("达到") && !words.contains("满足")) {
      return false;
    }
    Matcher later = SET_LATER.matcher(words);
    Matcher above = SET_ABOVE.matcher(words);
    boolean isAbove = above.find();
    if (isAbove || later.find()) {
      Matcher task = isAbove ? above : later;
      String thing = Subject.withoutOpenings(task.group("thing"));
      add(
          offset + task.start(),
          offset + task.end(),
          thing,
          "",
          task.group("authority"),
          aspirational);
      return true;
    }
    Matcher demand = MEETS_DEMAND.matcher(words);
    if (demand.find() && DIGIT.matcher(demand.group("authority")).find()) {
      return false;
    }
    if (demand.lookingAt() && MEASURES.atEndOf(demand.group("subject")).isPresent()) {
      Optional<Subject> subject = Subject.read(demand.group("subject"), previous);
      previous = subject.or(() -> previous);
      subject.ifPresent(
          read ->
              found.add(
                  new TargetPhrase(
                      offset + demand.start(),
                      offset + demand.end(),
                      read.baseline().isPresent()
                          ? fallName(String.join("、", read.names()))
                          : String.join("、", read.names()),
                      Comparator.AT_LEAST,
                      Optional.empty(),
                      "%",
                      read.baseline(),
                      Optional.of(demand.group("authority")),
                      read.scope(),
                      false,
                      aspirational)));
      return subject.isPresent();
    }
    return false;
  }

  private static final Pattern DIGIT = Pattern.compile("[0-9]");

  private void add(
      int from, int to, String thing, String unit, String reference, boolean aspirational) {
    found.add(
        new TargetPhrase(
            from,
            to,
            thing,
            Comparator.AT_LEAST,
            Optional.empty(),
            unit,
            Optional.empty(),
            Optional.of(reference),
            Optional.empty(),
            false,
            aspirational));
  }

  private boolean growth(String words, int offset, boolean aspirational) {
    if (!words.contains("零增长") && !words.contains("负增长")) {
      return false;
    }
    Matcher growth = GROWTH.matcher(words);
    if (!growth.find()) {
      return false;
    }
    Optional<Subject> subject = Subject.read(growth.group("subject"), previous);
    if (subject.isEmpty()) {
      return false;
    }
    previous = subject;
    Comparator comparator =
        growth.group("kind").contains("零") ? Comparator.AT_MOST : Comparator.BELOW;
    for (String name : subject.get().names()) {
      String measured = MEASURES.atEndOf(name).isPresent() ? name : name + "使用量";
      found.add(
          new TargetPhrase(
              offset + growth.start(),
              offset + growth.end(),
              measured + "增长率",
              comparator,
              Optional.of(BigDecimal.ZERO),
              "%",
              subject.get().baseline(),
              Optional.empty(),
              subject.get().scope(),
              false,
              aspirational));
    }
    return true;
  }

  private void coverage(String words, int offset, boolean aspirational) {
    if (!words.contains("全覆盖")) {
      return;
    }
    Matcher coverage = COVERAGE.matcher(words);
    if (coverage.find()) {
      Subject.read(coverage.group("subject"), Optional.empty())
          .ifPresent(
              subject ->
                  found.add(
                      new TargetPhrase(
                          offset + coverage.start(),
                          offset + coverage.end(),
                          subject.names().getFirst() + "覆盖率",
                          Comparator.EQUAL,
                          Optional.of(BigDecimal.valueOf(100)),
                          "%",
                          Optional.empty(),
                          Optional.empty(),
                          subject.scope(),
                          true,
                          aspirational)));
    }
  }

  /** A number with its unit and the words around it. */
  private record Amount(
      int from,
      int to,
      BigDecimal value,
      String unit,
      Optional<String> bound,
      Optional<Comparison> comparison,
      int subjectEnd) {}

  private void numbers(String words, int offset, boolean aspirational) {
    List<Amount> amounts = amounts(words);
    int separately = words.indexOf("分别");
    if (separately > 0 && amounts.size() > 1) {
      separately(words, offset, separately, amounts, aspirational);
      return;
    }
    int start = 0;
    for (Amount amount : amounts) {
      target(words, offset, Math.max(start, amount.from() - WINDOW), amount, aspirational);
      start = amount.to();
    }
  }

  private static List<Amount> amounts(String words) {
    List<Amount> amounts = new ArrayList<>();
    Matcher number = NUMBER.matcher(words);
    while (number.find()) {
      Optional<String> unit = UNITS.at(words, number.end()).map(Map.Entry::getKey);
      if (unit.isPresent()) {
        amounts.add(amount(words, number, unit.get()));
      }
    }
    return amounts;
  }

  private static Amount amount(String words, Matcher number, String unit) {
    int to = number.end() + unit.length();
    Matcher bound = BOUND.matcher(words.substring(to, Math.min(words.length(), to + 14)));
    Optional<String> limit = bound.find() ? Optional.of(bound.group("bound")) : Optional.empty();
    int end = limit.isPresent() ? to + bound.end() : to;
    String before = words.substring(Math.max(0, number.start() - WINDOW), number.start());
    Optional<Map.Entry<String, Comparison>> comparison = COMPARISONS.atEndOf(before);
    int subjectEnd = number.start() - comparison.map(word -> word.getKey().length()).orElse(0);
    return new Amount(
        number.start(),
        end,
        value(number),
        unit.replace('％', '%'),
        limit,
        comparison.map(Map.Entry::getValue),
        subjectEnd);
  }

  private static BigDecimal value(Matcher number) {
    BigDecimal digits = new BigDecimal(number.group("digits"));
    String factor = number.group("factor") == null ? "" : number.group("factor");
    BigDecimal times = BigDecimal.ONE;
    for (int i = 0; i < factor.length(); i++) {
      int power = "百千万".indexOf(factor.charAt(i));
      times = times.scaleByPowerOfTen(power < 0 ? 8 : power + 2);
    }
    BigDecimal value = digits.multiply(times);
    return value.scale() < 0 ? value.setScale(0) : value;
  }

  private void target(String words, int offset, int start, Amount amount, boolean aspirational) {
    String thing = thingAfter(words, amount.to());
    boolean percent = "%".equals(amount.unit());
    String before = words.substring(start, amount.subjectEnd());
    Optional<Subject> subject = Subject.read(before, previous);
    boolean measured =
        subject.isPresent() && MEASURES.atEndOf(subject.get().names().getLast()).isPresent();
    if (percent && !measured && !thing.isEmpty() && amount.comparison().isEmpty()) {
      shareOf(offset + start, offset + amount.to(), before, thing, amount, aspirational);
      return;
    }
    boolean says =
        amount.comparison().isPresent()
            || amount.bound().isPresent()
            || (percent && measured)
            || counts(before, amount);
    if (subject.isEmpty()
        || !says
        || (amount.comparison().equals(Optional.of(Comparison.EQUAL)) && !measured)) {
      return;
    }
    previous = subject;
    for (String name : subject.get().names()) {
      found.add(
          phrase(
              offset + start,
              offset + amount.to(),
              named(name, amount),
              subject.get(),
              amount,
              aspirational));
    }
  }

  /** 新建点位20个: a count at the end of what is to be made. */
  private static boolean counts(String before, Amount amount) {
    return MAKES.matcher(before).find() && !"%".equals(amount.unit());
  }

  private static final Pattern MAKES =
      Pattern.compile("^(?:.{0,12})(?:新建|建成|建设|新增|完成|布设|创建|培育|打造|配备)[^，]{2,20}$");

  private static String named(String name, Amount amount) {
    if (amount.comparison().equals(Optional.of(Comparison.FALL))) {
      return fallName(name);
    }
    boolean rise = amount.comparison().equals(Optional.of(Comparison.RISE));
    return rise && MEASURES.atEndOf(name).isPresent() ? name + "增长比例" : name;
  }

  private static String fallName(String name) {
    String bare = name.replaceAll("下降的?比例$", "");
    return bare + "下降比例";
  }

  /** 完成60%以上整治任务, 覆盖80%以上的行政村: so much of something. */
  private void shareOf(
      int from, int to, String before, String thing, Amount amount, boolean aspirational) {
    int covers = before.lastIndexOf("覆盖");
    Optional<Subject> subject =
        covers > 0
            ? Subject.read(before.substring(0, covers).replaceFirst("实现", ""), previous)
            : Optional.empty();
    String indicator =
        covers > 0
            ? subject.map(s -> s.names().getFirst()).orElse("") + "覆盖" + thing + "比例"
            : thing + (before.contains("完成") ? "完成率" : "比例");
    Subject named = new Subject(List.of(indicator), scopeIn(before), Optional.empty());
    found.add(phrase(from, to, indicator, named, amount, aspirational));
  }

  private static Optional<String> scopeIn(String before) {
    Matcher scope = Pattern.compile("全[省市县区州]").matcher(before);
    return scope.find() ? Optional.of(scope.group()) : Optional.empty();
  }

  private static String thingAfter(String words, int at) {
    int start = words.startsWith("的", at) ? at + 1 : at;
    String thing = words.substring(start, Math.min(words.length(), start + 40));
    return thing.replaceAll("[；;。）)]+$", "");
  }

  private void separately(
      String words, int offset, int separately, List<Amount> amounts, boolean aspirational) {
    Optional<Subject> whole =
        Subject.read(words.substring(Math.max(0, separately - WINDOW), separately), previous);
    String joint = whole.map(s -> s.scope().orElse("") + String.join("、", s.names())).orElse("");
    List<String> names = Subject.each(joint, amounts.size());
    boolean parted = names.size() == amounts.size();
    for (int i = 0; i < amounts.size() && !joint.isEmpty(); i++) {
      Amount amount =
          amounts.get(i).comparison().isPresent()
              ? amounts.get(i)
              : like(amounts.getFirst(), amounts.get(i));
      Subject one =
          new Subject(
              List.of(parted ? names.get(i) : joint),
              Optional.empty(),
              whole.flatMap(Subject::baseline));
      found.add(
          phrase(
              offset + separately,
              offset + amount.to(),
              named(one.names().getFirst(), amount),
              one,
              amount,
              aspirational));
    }
  }

  private static Amount like(Amount first, Amount amount) {
    return new Amount(
        amount.from(),
        amount.to(),
        amount.value(),
        amount.unit(),
        amount.bound(),
        first.comparison(),
        amount.subjectEnd());
  }

  private static TargetPhrase phrase(
      int from, int to, String indicator, Subject subject, Amount amount, boolean aspirational) {
    return new TargetPhrase(
        from,
        to,
        indicator,
        comparator(amount),
        Optional.of(amount.value()),
        amount.unit(),
        subject.baseline(),
        Optional.empty(),
        subject.scope(),
        false,
        aspirational);
  }

  private static Comparator comparator(Amount amount) {
    String bound = amount.bound().orElse("");
    if (bound.equals("左右") || bound.equals("上下")) {
      return Comparator.ABOUT;
    }
    if (bound.endsWith("以上")) {
      return Comparator.AT_LEAST;
    }
    if (!bound.isEmpty()) {
      return Comparator.AT_MOST;
    }
    boolean all =
        "%".equals(amount.unit()) && amount.value().compareTo(BigDecimal.valueOf(100)) == 0;
    if (all) {
      return Comparator.EQUAL;
    }
    return switch (amount.comparison().orElse(Comparison.EQUAL)) {
      case AT_LEAST, FALL, RISE -> Comparator.AT_LEAST;
      case AT_MOST -> Comparator.AT_MOST;
      case EQUAL -> "%".equals(amount.unit()) ? Comparator.AT_LEAST : Comparator.EQUAL;
    };
  }
}
