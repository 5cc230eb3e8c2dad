package jingtu.planreader.grammar;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import jingtu.planreader.grammar.Amount.Comparison;

/**
 * Names what is counted where a plan says how many of something to make or finish.
 *
 * <pre>
 *   count = maker number unit thing { joint number unit thing }     建成 3个 示范区 和 1个 基地
 *         | maker thing number unit { joint thing number unit }     新建 监测点位 20个
 *         | verb ( 不少于 | 至少 ) number unit thing                  抽查 不少于10家 企业
 *         | maker examples 等 number unit thing                     清运 河西片等6处 堆场
 * </pre>
 */
final class Counted {

  /** How far into the words the verb may stand, and how long the name after it may be. */
  private static final int LATEST_VERB = 12;

  private static final int LONGEST_NAME = 20;
  private static final int LONGEST_VERB = 4;
  private static final int SHORTEST_SUBJECT = 4;

  private static final Lexicon<String> MAKERS = Lexicon.words("makers.txt");
  private static final Lexicon<String> MEASURES = Lexicon.words("measures.txt");

  private static final Pattern FILLER = Pattern.compile("[了约近共各]+$");
  private static final Pattern JOINT = Pattern.compile("^(?:以及|[、和及与])");
  private static final Pattern NOUN =
      Pattern.compile(
          "^的?(?<noun>[^的并、和及与，,。；;）)（(]"
              + "(?:(?!(?:以及|[、和及与])[0-9一二三四五六七八九十两])"
              + "(?:[（(][^（）()]{1,3}[）)]|[^并，,。；;（(）)])){0,39})");

  private Counted() {}

  /**
   * The name of what an amount counts.
   *
   * @param before the words before it, from the amount before on
   * @param after the words after it
   * @param goesOn whether the amount before it counts things, too
   */
  static Optional<String> name(String before, String after, Amount amount, boolean goesOn) {
    boolean oneOfThem = amount.spelled() && amount.value().compareTo(BigDecimal.ONE) == 0;
    if (amount.unit().isEmpty()
        || amount.isShare()
        || oneOfThem
        || MEASURES.atEndOf(before).isPresent()) {
      return Optional.empty();
    }
    Optional<String> noun = nounIn(after);
    boolean among = before.endsWith("等") && makes(before);
    Optional<String> counted =
        noun.filter(it -> among || isMaker(before) || (goesOn && joins(before)));
    return counted
        .or(() -> made(before, goesOn))
        .or(
            () ->
                noun.filter(it -> amount.compares(Comparison.AT_LEAST))
                    .flatMap(it -> done(before, it)));
  }

  /** Whether some words speak of making or finishing something that they name. */
  static boolean makes(String before) {
    return made(before, false).isPresent();
  }

  /** The noun with which some words open: 示范区 in 示范区和1个基地. */
  static Optional<String> nounIn(String words) {
    Matcher noun = NOUN.matcher(words);
    return noun.find() ? Optional.of(noun.group("noun")) : Optional.empty();
  }

  private static boolean isMaker(String before) {
    return MAKERS.atEndOf(FILLER.matcher(before).replaceFirst("")).isPresent();
  }

  private static boolean joins(String before) {
    return before.length() > 1 && JOINT.matcher(before.substring(before.length() - 1)).find();
  }

  /** The thing named between the verb and its number. */
  private static Optional<String> made(String before, boolean goesOn) {
    if (goesOn && JOINT.matcher(before).find()) {
      return name(JOINT.matcher(before).replaceFirst(""));
    }
    return IntStream.rangeClosed(0, Math.min(LATEST_VERB, before.length() - 1))
        .mapToObj(
            i -> MAKERS.at(before, i).flatMap(verb -> named(before, i, i + verb.getKey().length())))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The thing after a verb, with what the verb speaks of before it: 退化耕地落实措施. */
  private static Optional<String> named(String before, int verb, int thing) {
    String about = Subject.withoutOpenings(Subject.withoutTime(before.substring(0, verb)));
    boolean subject =
        about.length() >= SHORTEST_SUBJECT
            && "在对向从由按以".indexOf(about.charAt(0)) < 0
            && !Units.isUnit(about)
            && !Units.isLowerLevel(about);
    return name(before.substring(thing))
        .map(name -> subject ? about + before.substring(verb) : name);
  }

  private static Optional<String> name(String thing) {
    boolean fits = thing.length() >= 2 && thing.length() <= LONGEST_NAME;
    return fits ? Optional.of(thing) : Optional.empty();
  }

  /** 抽查 and 企业: what is done to how many of what. */
  private static Optional<String> done(String before, String noun) {
    String verb = Subject.withoutOpenings(Subject.withoutTime(before));
    boolean brief = verb.length() >= 2 && verb.length() <= LONGEST_VERB;
    return brief ? Optional.of(verb + noun) : Optional.empty();
  }
}
