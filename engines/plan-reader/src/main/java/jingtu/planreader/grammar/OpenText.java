package jingtu.planreader.grammar;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells what kind of statement a sentence makes that no clause closes. */
public final class OpenText {

  private static final Pattern GOAL_HEADING = Pattern.compile("目标|指标|愿景");
  private static final Pattern PREAMBLE_HEADING =
      Pattern.compile("指导思想|基本原则|工作原则|总体思路|总体要求|重要意义|重要性|形势|背景|适用范围|编制依据|现状|必要性");
  private static final Pattern RETROSPECT_HEADING =
      Pattern.compile(
          "积极进展|主要成效|取得.{0,6}(?:进展|成效|成绩)|(?:工作|发展)回顾|存在(?:的)?(?:主要)?问题|环境现状|面临.{0,6}形势");
  private static final Pattern HORIZON =
      Pattern.compile(
          "^(?:[^，。：:]{2,8}[：:])?(?:力争|努力|争取)?(?:到|至|截至)(?:(?:19|20)[0-9]{2}年|本世纪|“?十[二三四五]五”?)");
  private static final Pattern OBLIGES =
      Pattern.compile("要|应|须|必须|不得|禁止|严禁|负责|确保|限期|责令|实行|建立|开展|制定|报送|报告|上报|公布|公开|完成|组织|落实");
  private static final Pattern REQUEST = Pattern.compile("请.{2,60}(?:报|反馈|提交|完成|制定|印发)");
  private static final int LONGEST_LABEL = 24;

  private OpenText() {}

  /** What a sentence without a clause is. */
  public enum Kind {
    GOAL,
    OBLIGATION,
    NEITHER
  }

  /**
   * The kind of a sentence.
   *
   * @param path the headings above it
   * @param dated whether it says when
   * @param bound whether it names an actor or an event
   * @param measured whether it sets a target
   */
  public static Kind kindOf(
      List<String> path, String words, boolean dated, boolean bound, boolean measured) {
    boolean horizon = HORIZON.matcher(words).find();
    if (words.length() < 6 || Titles.isDay(words)) {
      return Kind.NEITHER;
    }
    if (path.isEmpty()) {
      return horizon ? Kind.GOAL : Kind.NEITHER;
    }
    if (path.stream().anyMatch(heading -> RETROSPECT_HEADING.matcher(heading).find())) {
      return Kind.NEITHER;
    }
    String last = path.getLast();
    boolean underGoals = GOAL_HEADING.matcher(last).find() && !last.contains("责任");
    if (underGoals || (horizon && (measured || isPreamble(path)))) {
      return Kind.GOAL;
    }
    if (isPreamble(path)) {
      return horizon || measured ? Kind.GOAL : Kind.NEITHER;
    }
    return measured || dated || (bound && (OBLIGES.matcher(words).find() || isAssigned(words)))
        ? Kind.OBLIGATION
        : Kind.NEITHER;
  }

  /** Whether it names by a label the unit whose work it is: 某工程，项目单位某局。 */
  private static boolean isAssigned(String words) {
    return Sentences.commaParts(words).stream()
        .anyMatch(part -> ActorGrammar.isLabelled(words.substring(part[0], part[1])));
  }

  private static boolean isPreamble(List<String> path) {
    return PREAMBLE_HEADING.matcher(path.getLast()).find();
  }

  /** Whether a sentence of a covering letter asks somebody for something: 请各镇于6月20日前报送. */
  public static boolean isRequest(String words) {
    return REQUEST.matcher(words).find();
  }

  /** The area of which a sentence speaks: 全县. */
  public static Optional<String> areaIn(String sentence) {
    return Subject.scopeIn(sentence);
  }

  /** Where the label sentence ends with which a paragraph opens (加强农膜回收。); 0 without one. */
  public static int labelEnd(String paragraph) {
    int stop = paragraph.indexOf('。');
    boolean label =
        stop >= 4
            && stop <= LONGEST_LABEL
            && stop < paragraph.length() - 1
            && paragraph
                .substring(0, stop)
                .chars()
                .noneMatch(c -> "，,；;：:0123456789".indexOf(c) >= 0)
            && ActorGrammar.find(paragraph.substring(0, stop)).isEmpty()
            && EventGrammar.read(paragraph.substring(0, stop)).isEmpty();
    return label ? stop + 1 : 0;
  }
}
