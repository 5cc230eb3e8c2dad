package jingtu.planreader.grammar;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jingtu.planreader.grammar.Clause.Rules;

/** Rules that a plan states once for all that follows: 以下均需各乡镇落实，不再列出; 排在第一位的部门为牵头部门，下同. */
public final class OnceStated {

  private static final Pattern OPENING =
      Pattern.compile(
          "[，,；;。]?(?:(?:以下|以上及以下|以上和以下|下列|其余|后续|本方案)[^，,。；;]{0,10}?(?:均|都|由|需)"
              + "|(?:排|列|排名|名列|列名|排序)在?第[一1]|(?:排|列|排名|名列)在?首|第一个(?:单位|部门)为牵头)");
  private static final Pattern IMPLEMENTERS =
      Pattern.compile("(?:均|都)?(?:需要|需|须由|须|应由|由|要|应)?由?(.+?)(?:负责|组织|具体|抓好|贯彻)*(?:落实|实施|执行|完成)");
  private static final Pattern FIRST_LEADS =
      Pattern.compile("(?:第[一1]|首)(?:位|名|个)?[^，。；]{0,8}?为?[^，。；]{0,3}牵头");

  private OnceStated() {}

  /** Where such a rule begins in a clause; its length where there is none. */
  static int startIn(String clause) {
    Matcher opening = OPENING.matcher(clause);
    return opening.find() && isRule(clause.substring(opening.start()))
        ? opening.start()
        : clause.length();
  }

  /** Whether words of running text state a rule for what follows. */
  public static boolean isRule(String words) {
    return words.contains("不再") || words.contains("下同") || FIRST_LEADS.matcher(words).find();
  }

  /** Reads the words of a rule. */
  public static Rules read(String words) {
    if (!isRule(words)) {
      return Rules.NONE;
    }
    Matcher opening = OPENING.matcher(words);
    if (!opening.find()) {
      return Rules.NONE;
    }
    boolean firstLeads = FIRST_LEADS.matcher(words).find();
    return new Rules(
        firstLeads ? List.of() : implementers(words.substring(opening.end())), firstLeads);
  }

  private static List<String> implementers(String words) {
    Matcher named = IMPLEMENTERS.matcher(words);
    return named.lookingAt() ? Units.list(named.group(1)).names() : List.of();
  }
}
