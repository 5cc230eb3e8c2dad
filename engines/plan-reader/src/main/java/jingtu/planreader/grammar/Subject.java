package jingtu.planreader.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a target measures: the words before the number, freed of dates, areas and words that lead up
 * to the name, and parted where two things share one number.
 *
 * @param names what is measured; several where a joint subject shares its measure: 化肥、农药使用量
 * @param scope the area named before it, such as 全县
 * @param baseline what it is compared with: 2013年 in 比2013年下降
 */
record Subject(List<String> names, Optional<String> scope, Optional<String> baseline) {

  private static final Lexicon<String> OPENINGS = Lexicon.words("subject-openings.txt");
  private static final Lexicon<String> MEASURES = Lexicon.words("measures.txt");
  private static final List<String[]> JOINED = joined();

  private static final Pattern SCOPE =
      Pattern.compile("^(?:全[省市县区州域旗盟]|我[省市县区州]|本[省市县区州]|辖区内?)(?=.{2})");
  private static final Pattern WHOLE_AREA = Pattern.compile("全[省市县区州]");
  private static final Pattern AREA =
      Pattern.compile(
          "^(?:全[省市县区]|各?县[（(]市[）)]|各?县[（(]市、区[）)]|各?乡镇|各[县市区镇乡]+|城区|县城|农村|城市|城镇|建成区|市区|中心城区)");
  private static final Pattern COMPARED =
      Pattern.compile(
          "(?:要|将|应)?(?:(?:比|较)(?<than>[^，]{2,20}?年|上年)(?:度|底)?|在(?<ground>[^，]{2,20}?年)的?基础上|[与同](?<with>[^，]{2,24}?)相比)(?:要|应)?");
  private static final Pattern TRAILING =
      Pattern.compile("(?:(?<!平)均|都|的|完成|实现|要|应|须|总体|分别|力争|争取|努力|到|[、，])+$");
  private static final Pattern JOINT = Pattern.compile("[、和及与]");
  private static final Pattern DEED =
      Pattern.compile("(?:实行|实施|开展|推行|推广|推进|采取|落实)(?<deed>[^，,。；;]{2,12})$");
  private static final Pattern SAID_BEFORE = Pattern.compile("(?:上述|以上|前述|这)?(?:[两二三四五六]项|各项)?指标");
  private static final Pattern BARE_MEASURE = Pattern.compile("^.{0,3}(?:率|量|比例|面积)$");

  /** Reads the words before a number; {@code previous} is the subject before it in the sentence. */
  static Optional<Subject> read(String words, Optional<Subject> previous) {
    Optional<String> baseline = Optional.empty();
    String rest = withoutTime(words);
    Matcher compared = COMPARED.matcher(rest);
    if (compared.find()) {
      baseline =
          Optional.ofNullable(compared.group("than"))
              .or(() -> Optional.ofNullable(compared.group("ground")))
              .or(() -> Optional.ofNullable(compared.group("with")))
              .map(Subject::bareYear);
      rest = rest.substring(0, compared.start()) + rest.substring(compared.end());
    }
    rest = withoutOpenings(rest);
    Matcher scope = SCOPE.matcher(rest);
    Optional<String> area = Optional.empty();
    if (scope.find()) {
      area = Optional.of(scope.group());
      rest = withoutOpenings(rest.substring(scope.end()));
    }
    rest = TRAILING.matcher(rest).replaceFirst("");
    if (SAID_BEFORE.matcher(rest).matches() && previous.isPresent()) {
      return previous;
    }
    if (rest.length() < 2) {
      return Optional.empty();
    }
    if (BARE_MEASURE.matcher(rest).matches()
        && previous.filter(p -> p.names().size() > 1).isPresent()) {
      return Optional.of(new Subject(previous.get().withMeasure(rest), area, baseline));
    }
    return Optional.of(new Subject(parted(rest), area, baseline));
  }

  /** 2015年 as the year that it is; other baselines as written. */
  private static String bareYear(String baseline) {
    return baseline.matches("[0-9]{4}年") ? baseline.substring(0, 4) : baseline;
  }

  /** The names with another measure: 化肥使用量 → 化肥利用率. */
  private List<String> withMeasure(String measure) {
    return names.stream().map(name -> stem(name) + measure).toList();
  }

  private static String stem(String name) {
    Optional<String> measure = sharedMeasure(name);
    return measure.map(m -> name.substring(0, name.length() - m.length())).orElse(name);
  }

  /** Parts one subject into as many as there are numbers: 全市和各县污泥处理率分别达到…. */
  static List<String> each(String words, int count) {
    String[] parts = JOINT.split(words, -1);
    if (parts.length != count) {
      return List.of();
    }
    String last = parts[count - 1];
    Matcher area = AREA.matcher(last);
    String shared = area.find() ? last.substring(area.end()) : sharedMeasure(last).orElse("");
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean whole = i == count - 1 || MEASURES.atEndOf(parts[i]).isPresent();
      names.add(whole ? parts[i] : parts[i] + shared);
    }
    return names;
  }

  /** 化肥、农药使用量 is two things; 规模养殖场、养殖小区设施配套率 is one. */
  private static List<String> parted(String words) {
    for (String[] pair : JOINED) {
      int at = words.indexOf(pair[0]);
      if (at >= 0) {
        String before = words.substring(0, at);
        String after = words.substring(at + pair[0].length());
        return List.of(before + pair[1] + after, before + pair[2] + after);
      }
    }
    Matcher joint = JOINT.matcher(words);
    Optional<String> measure = sharedMeasure(words);
    if (!joint.find() || measure.isEmpty()) {
      return List.of(words);
    }
    List<String> whole = List.of(JOINT.split(words));
    if (whole.stream().allMatch(Subject::isMeasure)) {
      return whole;
    }
    Optional<String> tail = tailOfAlikes(whole);
    if (tail.isPresent()) {
      return withTail(whole, tail.get());
    }
    String first = words.substring(0, joint.start());
    String second = words.substring(joint.end());
    String thing = second.substring(0, Math.max(0, second.length() - measure.get().length()));
    boolean alike =
        !thing.isEmpty()
            && thing.length() <= 5
            && first.length() >= thing.length()
            && !JOINT.matcher(thing).find()
            && thing.indexOf('的') < 0
            && MEASURES.atEndOf(first).isEmpty();
    return alike ? List.of(first + measure.get(), second) : List.of(words);
  }

  /** 无害化处理率 in 生活垃圾、餐厨垃圾无害化处理率: what follows the word in which all names end. */
  private static Optional<String> tailOfAlikes(List<String> parts) {
    String first = parts.getFirst();
    String last = parts.getLast();
    for (int length = first.length() - 1; length >= 2; length--) {
      String head = first.substring(first.length() - length);
      int at = last.indexOf(head);
      if (at > 0 && parts.stream().limit(parts.size() - 1).allMatch(p -> p.endsWith(head))) {
        return Optional.of(last.substring(at + length));
      }
    }
    return Optional.empty();
  }

  private static List<String> withTail(List<String> parts, String tail) {
    return parts.stream().map(part -> part.endsWith(tail) ? part : part + tail).toList();
  }

  private static boolean isMeasure(String name) {
    return name.length() >= 3 && MEASURES.atEndOf(name).isPresent();
  }

  /** Whether the last name is that of something measured: 回收率, 面积. */
  boolean isMeasured() {
    return MEASURES.atEndOf(names.getLast()).isPresent();
  }

  /** The same measure of another area: 城区污水处理率, then 乡镇 → 乡镇污水处理率. */
  Subject in(Subject area) {
    String name = names.getFirst();
    Matcher own = AREA.matcher(name);
    String measure = own.find() ? name.substring(own.end()) : name;
    return new Subject(List.of(area.names().getFirst() + measure), area.scope(), area.baseline());
  }

  /** The area with which some words begin, after a date: 全县 in 到2025年全县…. */
  static Optional<String> areaAhead(String words) {
    if (words.chars().noneMatch(c -> "全我本辖".indexOf(c) >= 0)) {
      return Optional.empty();
    }
    Matcher scope = SCOPE.matcher(withoutOpenings(withoutTime(words)));
    return scope.find() ? Optional.of(scope.group()) : Optional.empty();
  }

  /** Whether a name says itself of which area: 城区污水处理率. */
  static boolean namesArea(String name) {
    return AREA.matcher(name).find();
  }

  /** What is done in some words: 轮作休耕 in 对退化耕地实行轮作休耕. */
  static Optional<String> deedIn(String words) {
    Matcher deed = DEED.matcher(words);
    return deed.find() ? Optional.of(deed.group("deed")) : Optional.empty();
  }

  /** The same, where a bare 面积 is that of what is done: 轮作休耕面积. */
  Subject completedBy(Optional<String> deed) {
    boolean bare = names.size() == 1 && names.getFirst().length() == 2 && isMeasured();
    return deed.filter(it -> bare)
        .map(it -> new Subject(List.of(it + names.getFirst()), scope, baseline))
        .orElse(this);
  }

  /** 整治任务完成率: the share of a thing that is done. */
  Subject doneShare() {
    String thing = names.getFirst().replaceAll("(?:完成|的)$", "");
    return new Subject(List.of(thing + "完成率"), scope, baseline);
  }

  /** The area that some words name anywhere: 全县. */
  static Optional<String> scopeIn(String words) {
    Matcher scope = WHOLE_AREA.matcher(words);
    return scope.find() ? Optional.of(scope.group()) : Optional.empty();
  }

  static Subject named(String name) {
    return new Subject(List.of(name), Optional.empty(), Optional.empty());
  }

  Subject withBaseline(Optional<String> other) {
    return new Subject(names, scope, other);
  }

  /** 使用量, 利用率: the measure with the two characters that say of what kind. */
  private static Optional<String> sharedMeasure(String words) {
    return MEASURES
        .atEndOf(words)
        .map(Map.Entry::getKey)
        .map(
            end ->
                words.substring(
                    Math.max(0, words.length() - end.length() - (end.length() == 1 ? 2 : 0))));
  }

  static String withoutTime(String words) {
    StringBuilder rest = new StringBuilder();
    int at = 0;
    for (DatePhrase date : DateGrammar.read(words, Optional.empty())) {
      if (date.from() >= at && date.kind() != DatePhrase.Kind.YEARLY_BY_NATURE) {
        rest.append(words, at, date.from());
        at = date.to();
      }
    }
    return rest.append(words, at, words.length()).toString();
  }

  static String withoutOpenings(String words) {
    String rest = words;
    Optional<Map.Entry<String, String>> opening = OPENINGS.at(rest, 0);
    while (opening.isPresent() && !opensMeasure(rest, opening.get().getKey())) {
      rest = rest.substring(opening.get().getKey().length());
      opening = OPENINGS.at(rest, 0);
    }
    return rest;
  }

  /** 完成率 and 总量 are names, not words that lead up to one. */
  private static boolean opensMeasure(String words, String opening) {
    String rest = words.substring(opening.length());
    return MEASURES.at(rest, 0).filter(measure -> measure.getKey().length() == 1).isPresent();
  }

  private static List<String[]> joined() {
    return Lexicon.words("joined-subjects.csv").all().stream()
        .map(line -> line.split(",", -1))
        .toList();
  }
}
