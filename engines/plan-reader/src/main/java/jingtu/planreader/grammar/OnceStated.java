package jingtu.planreader.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jingtu.planreader.grammar.Clause.Rules;

/**
 * Rules that a plan states once for all that follows.
 *
 * <pre>
 *   rule  = scope ( 均 | 都 ) [ 由 ] units ( 落实 | 实施 ) ， once        以下任务均由各镇落实，不再列出
 *         | scope 落实单位 均为 units ， once                          各项任务的落实单位均为各镇，不再列出
 *         | ( 排 | 列 ) 第一位的 [ 部门 ] 为牵头部门 [ ， 下同 ]            排在第一位的部门为牵头部门，下同
 *   scope = 以下 | 下列 | 各项 | 本方案 | 未注明落实单位的 …
 *   once  = 不再列出 | 不再一一注明 | 下同 …
 * </pre>
 */
public final class OnceStated {

  private static final String SCOPE =
      "(?:以下|以上及以下|以上和以下|下列|下述|其余|后续|本方案|各项(?:任务|工作|措施)|(?:未|没有)(?:单独|另行|特别)?(?:注明|列明|明确|标明)[^，,。；;]{1,8})";
  private static final String SAID_ONCE =
      "不再[^，,。；;）)]{0,6}(?:列|注|标|写|赘|重|说|提|现|明确)|不另|以?下同|均同|以下略|从略|省略";
  private static final String UNSAID = "(?:未|没有|没)(?:单独|另行|特别)?(?:注明|列明|明确|标明)";
  private static final String FIRST =
      "(?:(?:排|列|排名|名列|列名|位列|排序|居|列于)在?(?:第[一1]|首|前位|最前)|首位|第[一1](?:个|位|责任|顺位)|首个)";

  private static final Pattern OPENING =
      Pattern.compile(
          "[，,；;。]?(?:"
              + SCOPE
              + "[^。；;]{0,24}?(?:均|都|由|需)|"
              + FIRST
              + "[^，,。；;]{0,10}(?:为|是|牵头))");

  /** What follows the units that a clause names: ，以下不再列出 or ；以下落实单位相同，不再列出. */
  private static final Pattern LIKE_HERE =
      Pattern.compile(
          "[，,；;。](?:以下|下文|后文)?(?:各项|各条|任务|工作|落实单位|的|均)*(?:(?:相同|同上)[，,；;]?)?(?:"
              + SAID_ONCE
              + ")");

  private static final Pattern SCOPE_OPENING = Pattern.compile(SCOPE + "[^。；;]{0,24}?(?=均|都|由|需)");
  private static final Pattern IMPLEMENTERS =
      Pattern.compile(
          "(?:均|都)?(?:需要|需|须由|须|应由|由|要|应)?由?(?<units>[^，,。；;为]+?)(?:负责|组织|具体|抓好|狠抓|抓|贯彻|认真)*(?:落实|实施|执行|完成)");
  private static final Pattern NAMED_IMPLEMENTERS =
      Pattern.compile("(?:落实|实施|执行)(?:单位|主体|部门)(?:均|都)?(?:为|是)(?<units>[^，,。；;]+)");
  private static final Pattern ARE_IMPLEMENTERS =
      Pattern.compile(
          "(?:^|[，,；;])(?<units>[^，,。；;为]+?)(?:均|都)?(?:为|是)(?:[^，,。；;为]{0,10}的)?(?:落实|实施|执行)(?:单位|主体)");
  private static final Pattern MUST_IMPLEMENT =
      Pattern.compile(
          "[，,](?<units>各[^，,。；;为]+?)(?:均|都)(?:应|须|要|需)?(?:负责|组织|具体|抓好|狠抓|抓|贯彻|认真)*(?:落实|实施|执行)");
  private static final Pattern FIRST_LEADS =
      Pattern.compile(FIRST + "[^，。；]{0,10}?为?[^，。；]{0,3}牵头");
  private static final Pattern LOWER_LEVELS =
      Pattern.compile("各[^，,。；;的为由均都需]{1,24}?(?=均|都|负责|组织|具体|抓|落实|实施|[，,。）)]|$)");
  private static final Pattern FOR_ALL = Pattern.compile(SCOPE + "[^。；;]{0,24}?[均都由]");
  private static final Pattern ONCE = Pattern.compile(SAID_ONCE + "|" + UNSAID);

  private OnceStated() {}

  /** Where such a rule begins in a clause; its length where there is none. */
  static int startIn(String clause) {
    Matcher opening = OPENING.matcher(clause);
    int start =
        opening.find() && isRule(clause.substring(opening.start()))
            ? opening.start()
            : clause.length();
    Matcher like = LIKE_HERE.matcher(clause);
    return like.find() ? Math.min(start, like.start()) : start;
  }

  /** Whether some words state a rule for what follows. */
  private static boolean isRule(String words) {
    return ONCE.matcher(words).find() || FIRST_LEADS.matcher(words).find() || isForAll(words);
  }

  /** 以下任务均由各镇落实: what all lower governments have to do needs no 不再列出. */
  private static boolean isForAll(String words) {
    List<String> units = implementers(words);
    return FOR_ALL.matcher(words).find()
        && !units.isEmpty()
        && units.stream().allMatch(Units::isLowerLevel);
  }

  /** The rules that a text states, from all of its sentences. */
  public static Rules in(String text) {
    List<String> implementers = new ArrayList<>();
    boolean firstLeads = false;
    for (int[] sentence : Sentences.clauses(text)) {
      Rules rules = read(text.substring(sentence[0], sentence[1]));
      implementers.addAll(rules.implementers());
      firstLeads |= rules.firstLeads();
    }
    return new Rules(implementers, firstLeads);
  }

  /** The rules at the end of a clause; what they leave out, the clause itself has said. */
  static Rules endOf(String rules, List<String> implementersOfClause) {
    Rules read = in(rules);
    boolean likeHere = read.equals(Rules.NONE) && ONCE.matcher(rules).find();
    return likeHere ? new Rules(implementersOfClause, false) : read;
  }

  /** Reads the words of a rule. */
  static Rules read(String words) {
    if (FIRST_LEADS.matcher(words).find()) {
      return new Rules(List.of(), true);
    }
    boolean rule = ONCE.matcher(words).find() || isForAll(words);
    return rule ? new Rules(implementers(words), false) : Rules.NONE;
  }

  private static List<String> implementers(String words) {
    for (Pattern pattern : List.of(NAMED_IMPLEMENTERS, ARE_IMPLEMENTERS, MUST_IMPLEMENT)) {
      Matcher named = pattern.matcher(words);
      if (named.find()) {
        return Units.list(named.group("units")).names();
      }
    }
    Matcher scope = SCOPE_OPENING.matcher(words);
    List<String> named =
        scope.find() ? afterScope(words.substring(scope.end())) : List.<String>of();
    return named.isEmpty() ? lowerLevels(words) : named;
  }

  /** The lower governments that a rule names in whatever way: 以下任务均含各镇，不再列出. */
  private static List<String> lowerLevels(String words) {
    return LOWER_LEVELS
        .matcher(words)
        .results()
        .map(found -> Units.list(found.group()).names())
        .filter(names -> names.stream().allMatch(Units::isLowerLevel))
        .findFirst()
        .orElse(List.of());
  }

  private static List<String> afterScope(String words) {
    return Optional.of(IMPLEMENTERS.matcher(words))
        .filter(Matcher::lookingAt)
        .map(units -> Units.list(units.group("units")).names())
        .filter(names -> names.stream().allMatch(it -> Units.isUnit(it) || Units.isLowerLevel(it)))
        .orElse(List.of());
  }
}
