package jingtu.planreader.grammar;

import java.util.regex.Pattern;

/** What a column of a task table holds, as its heading says. */
public enum Column {
  NUMBER,
  /** What is to be done, or the task or chapter that it belongs to. */
  TEXT,
  TARGET,
  /** Who has to do it: 牵头单位, 责任单位, 配合单位. */
  UNITS,
  /** By when: 完成时限. */
  TIME,
  /** People and remarks, which oblige to nothing. */
  ASIDE;

  private static final Pattern NUMBER_HEADING = Pattern.compile("^(?:序号|编号|序|No\\.?)$");
  private static final Pattern TIME_HEADING = Pattern.compile("时限|期限|时间|进度|完成日期|截止");
  private static final Pattern ASIDE_HEADING =
      Pattern.compile("^备注|说明|领导|责任人|负责人|联系|电话|姓名|职务|依据|分值|得分");
  private static final Pattern UNITS_HEADING =
      Pattern.compile(
          "(?:牵头|责任|配合|参与|参加|落实|实施|协办|主办|承办|协助|指导|监督).{0,4}(?:单位|部门|主体|机构|科室|股室|处室)|^(?:牵头|责任|配合|参与|主办|协办)$|^单位$");
  private static final Pattern TARGET_HEADING = Pattern.compile("目标|指标");

  /** Reads a heading. */
  public static Column of(String heading) {
    if (NUMBER_HEADING.matcher(heading).find()) {
      return NUMBER;
    }
    if (ASIDE_HEADING.matcher(heading).find()) {
      return ASIDE;
    }
    if (UNITS_HEADING.matcher(heading).find()) {
      return UNITS;
    }
    if (heading.length() <= 10 && TIME_HEADING.matcher(heading).find()) {
      return TIME;
    }
    return heading.length() <= 10 && TARGET_HEADING.matcher(heading).find() ? TARGET : TEXT;
  }
}
