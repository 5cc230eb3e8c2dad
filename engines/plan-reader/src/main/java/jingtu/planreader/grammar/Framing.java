package jingtu.planreader.grammar;

import java.util.regex.Pattern;

/**
 * Words that only frame what a plan says: the number before a sentence, what joins names, what is
 * printed around a title.
 */
public final class Framing {

  /**
   * The number before a sentence. Stricter than that of a heading: a sentence may begin with a
   * count, and 1.5公顷 is no item 1.5.
   */
  public static final Pattern SENTENCE_NUMBER =
      Pattern.compile(
          "^(?:[（(〔](?:[一二三四五六七八九十百]{1,4}|[0-9０-９]{1,3})[）)〕]、?"
              + "|[①-⑳]"
              + "|[一二三四五六七八九十]{1,3}(?:是(?!否)|、)"
              + "|第[一二三四五六七八九十百零〇0-9]{1,5}条"
              + "|[0-9]{1,2}[、．.](?![0-9]))\\s*");

  /** What stands between and around the names of those who are responsible. */
  public static final Pattern AROUND_NAMES = Pattern.compile("[、,;:和及与等()]|牵头|配合|参与|负责|责任|落实|单位");

  /** What stands around title, number, issuer and date where they are repeated. */
  public static final Pattern AROUND_HEAD = Pattern.compile("[《》()\"、,。:;]|印发|关于|的?通知|文件");

  /** A day, in digits (year, month and day are groups) or written out. */
  public static final Pattern DAY =
      Pattern.compile("([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日|[二〇零○一三四五六七八九十年月]{7,14}日");

  /** Says that a clause does not name everybody. */
  public static final String AND_OTHERS = "等";

  private Framing() {}
}
