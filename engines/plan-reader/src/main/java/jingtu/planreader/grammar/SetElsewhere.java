package jingtu.planreader.grammar;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads targets whose number stands in another paper.
 *
 * <pre>
 *   target = 完成 authority ( 下达 | 要求 ) 的 thing ( 任务 | 指标 )     完成省里下达的治理任务
 *          | 完成 thing 任务 （ … 另行下达 ）                          完成治理任务（指标另行下达）
 *          | measure ( 达到 | 不低于 ) authority ( 下达 | 规定 ) 的 指标   回收率达到省定目标
 * </pre>
 */
final class SetElsewhere {

  private static final Lexicon<String> MEASURES = Lexicon.words("measures.txt");

  private static final Pattern SET_ABOVE =
      Pattern.compile(
          "完成(?<authority>[^，,。；;的]{1,16}?(?:下达|要求|确定|明确|分解))的?(?<thing>[^，,。；;]{0,50}?(?:任务|指标|目标))(?![^，,。；;（(]{0,3}(?:书|清单|分解))");
  private static final Pattern SET_LATER =
      Pattern.compile(
          "完成(?<thing>[^，,。；;（(]{2,50}?任务)[（(][^（）()]{0,12}(?<authority>另行下达|另行通知|另文下达|另行明确)[）)]");
  private static final Pattern MEETS_DEMAND =
      Pattern.compile(
          "(?<subject>[^，,。；;：:]{2,70}?)(?:达到|满足|完成|不低于|不少于)(?<authority>[^，,。；;0-9]{0,14}?(?:下达|规定|确定|要求|[省市县国]定)的?(?:[^，,。；;0-9]{0,6}?(?:要求|指标|目标)))");
  private static final Pattern SIGN = Pattern.compile("完成|达到|满足|不低于|不少于");

  private static final Pattern ABOUT = Pattern.compile("(?:地|地块|耕地|企业|场|园|点|矿|村|物|区)$");
  private static final int LONGEST_THING = 14;

  private SetElsewhere() {}

  static Targets in(TargetPart part) {
    return SIGN.matcher(part.words()).find() ? task(part).or(() -> demand(part)) : Targets.NONE;
  }

  private static Targets task(TargetPart part) {
    Matcher task = SET_ABOVE.matcher(part.words());
    if (!task.find()) {
      task = SET_LATER.matcher(part.words());
      if (!task.find()) {
        return Targets.NONE;
      }
    }
    String before = part.words().substring(0, task.start());
    String name = whose(before) + Subject.withoutOpenings(task.group("thing"));
    Subject thing = Subject.named(name);
    Wanted wanted = Wanted.setElsewhere("", task.group("authority"));
    TargetPhrase target = part.target(task.start(), task.end(), name, thing, wanted);
    return new Targets(List.of(target), Optional.empty());
  }

  /** What the task is about where that stands before it: 退化耕地 in 退化耕地完成市里下达的治理任务. */
  private static String whose(String before) {
    String about = Subject.withoutOpenings(Subject.withoutTime(before));
    boolean thing =
        about.length() >= 4
            && about.length() <= LONGEST_THING
            && !Units.isUnit(about)
            && !Units.isLowerLevel(about)
            && ABOUT.matcher(about).find();
    return thing ? about : "";
  }

  private static Targets demand(TargetPart part) {
    Matcher demand = MEETS_DEMAND.matcher(part.words());
    if (!demand.lookingAt() || MEASURES.atEndOf(demand.group("subject")).isEmpty()) {
      return Targets.NONE;
    }
    return Subject.read(demand.group("subject"), part.before())
        .map(subject -> demanded(part, demand, subject))
        .orElse(Targets.NONE);
  }

  private static Targets demanded(TargetPart part, Matcher demand, Subject subject) {
    String name = String.join("、", subject.names());
    String indicator = subject.baseline().isPresent() ? Amount.fallOf(name) : name;
    Wanted wanted = Wanted.setElsewhere("%", demand.group("authority"));
    TargetPhrase target = part.target(demand.start(), demand.end(), indicator, subject, wanted);
    return new Targets(List.of(target), Optional.of(subject));
  }
}
