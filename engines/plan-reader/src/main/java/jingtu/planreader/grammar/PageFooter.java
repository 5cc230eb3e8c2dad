package jingtu.planreader.grammar;

import java.util.regex.Pattern;

/** What stands at the foot of a printed page and says nothing but its number. */
public final class PageFooter {

  /** A whole line: - 12 -, 第12页, 第12页 共30页. */
  public static final Pattern LINE =
      Pattern.compile(
          "\\s*(?:[-–─·]{1,2}\\s*\\d{1,4}\\s*[-–─·]{1,2}"
              + "|第\\s*\\d{1,4}\\s*页(?:[，,/\\s]*共\\s*\\d{1,4}\\s*页)?)\\s*");

  private PageFooter() {}
}
