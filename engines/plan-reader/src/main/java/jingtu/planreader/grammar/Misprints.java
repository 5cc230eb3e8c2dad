package jingtu.planreader.grammar;

import java.util.List;
import java.util.regex.Pattern;

/** What looks wrong in the words themselves. */
public final class Misprints {

  private static final Pattern MASKED =
      Pattern.compile(
          "[*＊×]{1,8}(?=[年月日%％亩吨个家项处座号])|[*＊×]{2,8}|(?<![A-Za-z])[xX]{2,6}(?=[年月日%％亩吨个家项处])");
  private static final Pattern CLAUSE_END =
      Pattern.compile("[（(【][^（）()【】]{0,120}(?:牵头|按职责|责任单位|配合单位|等参与)[^（）()【】]{0,120}[）)】][。；;]?$");

  private Misprints() {}

  /** Numbers that a compiler or copyist made illegible: **%, 20××年. */
  public static List<int[]> maskedNumbers(String words) {
    return MASKED.matcher(words).results().map(m -> new int[] {m.start(), m.end()}).toList();
  }

  /** Whether words end in a bracket that speaks of responsibility. */
  public static boolean endsLikeClause(String words) {
    String end = words.substring(Math.max(0, words.length() - 260));
    return CLAUSE_END.matcher(end).find();
  }
}
