package jingtu.planreader.grammar;

import java.util.regex.Pattern;

/** Tells from its words whether a line goes on in the next one, and whether a line begins anew. */
public final class Joints {

  private static final String GOES_ON = "，,、（(《〈“‘—/";
  private static final String COMPLETE = "。；;！!？?：:）)】〕]”》";

  /** A shorter line is a heading, a name or a date. */
  private static final int SHORTEST_CUT = 14;

  private static final Pattern REST_OF_NUMBER =
      Pattern.compile("[0-9]{0,6}(?:\\.[0-9]+)?(?:[%％年月日号个家处座亩吨公万亿项户]|以)");
  private static final Pattern LABEL_ALONE = Pattern.compile("^.{2,8}[：:]$");

  private Joints() {}

  /** Whether a line plainly goes on: it ends in a comma, an opening bracket or a bare label. */
  public static boolean goesOn(String words) {
    char last = words.charAt(words.length() - 1);
    return GOES_ON.indexOf(last) >= 0
        || (LABEL_ALONE.matcher(words).matches() && ClauseGrammar.startsWithLabel(words, 0));
  }

  /** Whether a line break stands inside a number, or between a number and its unit. */
  public static boolean cutsNumber(String words, String following) {
    return words.length() >= SHORTEST_CUT
        && Character.isDigit(words.charAt(words.length() - 1))
        && REST_OF_NUMBER.matcher(following).lookingAt();
  }

  /** Whether a line is running text that stops in the middle of a sentence. */
  public static boolean stopsShort(String words) {
    return words.length() >= SHORTEST_CUT
        && !isComplete(words)
        && words.indexOf('，') > 0
        && (words.indexOf('。') > 0 || Enumerator.at(words).isEmpty())
        && Titles.day(words).isEmpty();
  }

  /** Whether a line may end a paragraph by its last character. */
  public static boolean isComplete(String words) {
    return COMPLETE.indexOf(words.charAt(words.length() - 1)) >= 0;
  }

  /** Whether a line begins a paragraph of its own: with a number or a label. */
  public static boolean beginsAnew(String words) {
    return Enumerator.at(words).isPresent() || ClauseGrammar.startsWithLabel(words, 0);
  }

  /** How many brackets and quotes are open after some words, given how many were before. */
  public static int openAfter(int before, String text, int from, int to) {
    int depth = before;
    for (int i = from; i < to; i++) {
      depth = Math.max(0, depth + Brackets.step(text.charAt(i)));
    }
    return depth;
  }

  /** Whether some words close a bracket or quote before they open one, and soon. */
  public static boolean closesFirst(String words) {
    for (int i = 0; i < Math.min(words.length(), 300); i++) {
      if (Brackets.step(words.charAt(i)) != 0) {
        return Brackets.step(words.charAt(i)) < 0;
      }
    }
    return false;
  }

  /** Whether a new paragraph may begin inside a line here: after the end of a sentence. */
  public static boolean runsOn(String words, int at) {
    char before = words.charAt(at - 1);
    char here = words.charAt(at);
    return "。；：）)".indexOf(before) >= 0 && opensNumber(here);
  }

  /** Whether a number of a heading may begin with this character. */
  public static boolean opensNumber(char c) {
    return Brackets.opens(c) || Numerals.digit(c) > 0 || c == '十';
  }

  /** The first words from a place on, enough to see a number. */
  public static String opening(String words, int at) {
    return words.substring(at, Math.min(words.length(), at + 40));
  }
}
