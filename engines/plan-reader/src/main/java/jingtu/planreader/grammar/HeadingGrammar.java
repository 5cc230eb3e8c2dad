package jingtu.planreader.grammar;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parts a numbered paragraph into its heading and what follows on the same line.
 *
 * @param enumerator its number
 * @param headingEnd where the heading ends, its full stop not included
 * @param restStart where the text after a run-in heading begins; the paragraph's length where the
 *     heading stands alone
 */
public record HeadingGrammar(Enumerator enumerator, int headingEnd, int restStart) {

  /** Headings are short; a longer first sentence is text. */
  private static final int LONGEST_RUN_IN = 42;

  private static final int LONGEST = 64;
  private static final int LONGEST_ARTICLE_NAME = 20;
  private static final Pattern NAME_AND_COLON =
      Pattern.compile("[^，、。；：,;:0-9（(《“]{3,20}[：:](?=.{6})");

  /** Reads a paragraph; {@code gap} is where a blank stood after the number, or -1. */
  public static Optional<HeadingGrammar> read(String paragraph, int gap) {
    return Enumerator.at(paragraph).flatMap(number -> read(paragraph, number, gap));
  }

  private static Optional<HeadingGrammar> read(String paragraph, Enumerator number, int gap) {
    int length = paragraph.length();
    if (paragraph.charAt(0) == '第' && paragraph.charAt(number.length() - 1) == '条') {
      return articleName(paragraph, number);
    }
    Optional<HeadingGrammar> spaced = closedByBlank(paragraph, number, gap);
    if (spaced.isPresent() && isName(paragraph, number.length(), gap)) {
      return spaced;
    }
    Optional<HeadingGrammar> labelled = closedByColon(paragraph, number);
    if (labelled.isPresent()) {
      return labelled;
    }
    int stop = sentenceEnd(paragraph, number.length());
    int size = (stop < 0 ? length : stop) - number.length();
    if (stop >= 0 && stop < length - 1) {
      if (size > 0 && size <= LONGEST_RUN_IN) {
        return Optional.of(new HeadingGrammar(number, stop, stop + 1));
      }
      return closedByBlank(paragraph, number, gap);
    }
    if (size <= 0 || size > LONGEST) {
      return closedByBlank(paragraph, number, gap);
    }
    if (ClauseGrammar.startsWithLabel(paragraph, number.length())) {
      return Optional.empty();
    }
    return Optional.of(new HeadingGrammar(number, stop < 0 ? length : stop, length));
  }

  /** 第三条 alone, or with a name; what says more is the text of the article. */
  private static Optional<HeadingGrammar> articleName(String paragraph, Enumerator number) {
    int length = paragraph.length();
    boolean name =
        length - number.length() <= LONGEST_ARTICLE_NAME
            && paragraph.chars().noneMatch(c -> "，。；：,;:".indexOf(c) >= 0);
    return name ? Optional.of(new HeadingGrammar(number, length, length)) : Optional.empty();
  }

  /** 1.摸清底数：逐宗建档。 A name, a colon and a sentence. */
  private static Optional<HeadingGrammar> closedByColon(String paragraph, Enumerator number) {
    Matcher name = NAME_AND_COLON.matcher(paragraph).region(number.length(), paragraph.length());
    boolean label = ClauseGrammar.startsWithLabel(paragraph, number.length());
    return !label && name.lookingAt() && paragraph.indexOf('。', name.end()) > 0
        ? Optional.of(new HeadingGrammar(number, name.end() - 1, name.end()))
        : Optional.empty();
  }

  private static Optional<HeadingGrammar> closedByBlank(
      String paragraph, Enumerator number, int gap) {
    boolean fits = gap >= number.length() + 3 && gap <= number.length() + LONGEST_RUN_IN;
    return fits && Character.isLetter(paragraph.charAt(gap - 1))
        ? Optional.of(new HeadingGrammar(number, gap, gap))
        : Optional.empty();
  }

  /** Whether the words before a blank name something and a sentence follows. */
  private static boolean isName(String paragraph, int from, int gap) {
    boolean brief = gap - from <= 20 && paragraph.length() - gap >= 15;
    return brief
        && paragraph.indexOf('。', gap) > 0
        && paragraph
            .substring(from, gap)
            .chars()
            .noneMatch(c -> "，、。；：,;:0123456789".indexOf(c) >= 0);
  }

  /** The first full stop outside brackets, or -1; it is not sought beyond the longest heading. */
  private static int sentenceEnd(String paragraph, int from) {
    int depth = 0;
    for (int i = from; i < Math.min(paragraph.length(), from + LONGEST + 2); i++) {
      depth = Math.max(0, depth + Brackets.step(paragraph.charAt(i)));
      boolean stop = "。；;！!".indexOf(paragraph.charAt(i)) >= 0 || isAsciiStop(paragraph, from, i);
      if (depth == 0 && stop) {
        return i;
      }
    }
    return -1;
  }

  /** 1.建立名录.动态更新: a full stop typed on a Latin keyboard. */
  private static boolean isAsciiStop(String paragraph, int from, int i) {
    return ".．".indexOf(paragraph.charAt(i)) >= 0
        && i > from + 2
        && Character.UnicodeScript.of(paragraph.charAt(i - 1)) == Character.UnicodeScript.HAN;
  }

  /** Whether the heading is all that its paragraph says. */
  public boolean standsAlone(String paragraph) {
    return restStart >= paragraph.length();
  }
}
