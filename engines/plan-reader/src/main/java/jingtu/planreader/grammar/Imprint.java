package jingtu.planreader.grammar;

import java.util.regex.Pattern;

/**
 * What a web page prints under a document: who runs the site, its registration, its addresses. 主办：
 * on a line of its own names the one who runs the site, not one who has a duty.
 */
public final class Imprint {

  private static final int LONGEST = 100;

  private static final Pattern SURE =
      Pattern.compile("^(?:主办|承办|协办)[：:]|网站标识码|ICP备|公网安备|版权所有|技术支持[：:]|网站地图|建议使用.{0,12}浏览器");
  private static final Pattern LIKELY =
      Pattern.compile("^(?:主办|承办|协办|运维|维护)(?:单位|部门)[：:]|^(?:联系)?(?:地址|电话|邮编|邮政编码|传真|网址)[：:]");

  private Imprint() {}

  /** Whether a line is part of an imprint wherever it stands. */
  public static boolean isSure(String line) {
    return line.length() <= LONGEST && line.indexOf('。') < 0 && SURE.matcher(line).find();
  }

  /** Whether a line is part of an imprint beside one that is for sure. */
  public static boolean isLikely(String line) {
    return line.length() <= LONGEST && line.indexOf('。') < 0 && LIKELY.matcher(line).find();
  }
}
