package jingtu.planreader.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the responsibility clauses of a paragraph: the bracket that closes it, a sentence such as
 * 责任单位：… at its end, and brackets that close one of several run-on tasks inside it.
 */
public final class ClauseFinder {

  private static final Pattern ROLE_SIGN =
      Pattern.compile("牵头|负责|责任|配合|参与|落实|协助|单位|部门|指导|实施|主办|承办|协办|监督");

  /** No clause is without one of these: a word on roles, or the end of an office's name. */
  private static final Pattern UNIT_SIGN =
      Pattern.compile(ROLE_SIGN.pattern() + "|局|委|厅|办|政府|中心|公司");

  private static final String ENDS = "。；;！!";

  /** A clause is no longer than this; it keeps the search linear in hostile text. */
  private static final int LONGEST = 1_500;

  private ClauseFinder() {}

  /**
   * A clause and where it stands, brackets and the full stop after it included.
   *
   * @param balanced whether its bracket opens and closes
   */
  public record Found(int from, int to, int inside, Clause clause, boolean balanced) {}

  /** The clauses of a paragraph in order; the last one stands at its end. */
  public static List<Found> in(String paragraph) {
    List<Found> found = new ArrayList<>();
    if (!UNIT_SIGN.matcher(paragraph).find()) {
      return found;
    }
    if (ClauseGrammar.startsWithLabel(paragraph, 0)) {
      Optional<Clause> whole = ClauseGrammar.parse(paragraph);
      if (whole.isPresent()) {
        found.add(new Found(0, paragraph.length(), 0, whole.get(), true));
        return found;
      }
    }
    int[] pairs = Brackets.pairs(paragraph);
    int at = 0;
    while (at < paragraph.length()) {
      Optional<Found> next =
          Brackets.opens(paragraph.charAt(at))
              ? bracketAt(paragraph, at, pairs[at])
              : Optional.empty();
      next.ifPresent(found::add);
      at = next.map(Found::to).orElse(at + 1);
    }
    int end = found.isEmpty() ? 0 : found.getLast().to();
    if (end < paragraph.length()) {
      withoutBracket(paragraph, end).ifPresent(found::add);
    }
    return found;
  }

  private static Optional<Found> bracketAt(String paragraph, int open, int close) {
    if (close < 0) {
      return unclosed(paragraph, open);
    }
    if (close - open > LONGEST) {
      return Optional.empty();
    }
    String inside = paragraph.substring(open + 1, close);
    int to = close + 1;
    if (to < paragraph.length() && ENDS.indexOf(paragraph.charAt(to)) >= 0) {
      to++;
    }
    boolean closes = to == paragraph.length();
    boolean afterSentence = open > 0 && ENDS.indexOf(paragraph.charAt(open - 1)) >= 0;
    boolean beforeStop = to > close + 1;
    if (!(closes || afterSentence || beforeStop)) {
      return Optional.empty();
    }
    Optional<Clause> said =
        ROLE_SIGN.matcher(inside).find() ? ClauseGrammar.parse(inside) : Optional.empty();
    int end = to;
    return said.or(() -> closes && afterSentence ? ClauseGrammar.parseNames(inside) : said)
        .map(clause -> new Found(open, end, open + 1, clause, true));
  }

  /** The closing bracket is missing, and everything to the end of the paragraph is a clause. */
  private static Optional<Found> unclosed(String paragraph, int open) {
    if (paragraph.length() - open > LONGEST) {
      return Optional.empty();
    }
    String inside = paragraph.substring(open + 1);
    if (!ROLE_SIGN.matcher(inside).find()) {
      return Optional.empty();
    }
    return ClauseGrammar.parse(inside)
        .filter(clause -> clause.unclear().isEmpty())
        .map(clause -> new Found(open, paragraph.length(), open + 1, clause, false));
  }

  /** The last sentence names units and their roles and says nothing else. */
  private static Optional<Found> withoutBracket(String paragraph, int after) {
    int end = paragraph.length();
    int last = end - 1;
    while (last > after && ENDS.indexOf(paragraph.charAt(last)) >= 0) {
      last--;
    }
    int start = last;
    while (start > after
        && last - start < LONGEST
        && "。！!".indexOf(paragraph.charAt(start - 1)) < 0) {
      start--;
    }
    String sentence = paragraph.substring(start, end);
    int label = labelledFrom(sentence);
    if (start + label == 0 || sentence.length() > LONGEST) {
      return Optional.empty();
    }
    boolean labelled = ClauseGrammar.startsWithLabel(sentence, label);
    int from = start + label;
    boolean balanced =
        !(Brackets.closes(paragraph.charAt(last)) && Brackets.openingOf(paragraph, last) < from);
    return ClauseGrammar.parse(
            balanced ? paragraph.substring(from, end) : paragraph.substring(from, last))
        .filter(clause -> labelled || (clause.unclear().isEmpty() && !clause.lead().isEmpty()))
        .map(clause -> new Found(from, end, from, clause, balanced));
  }

  private static int labelledFrom(String sentence) {
    for (int i = 0; i < sentence.length(); i++) {
      boolean begins = i == 0 || "；;".indexOf(sentence.charAt(i - 1)) >= 0;
      if (begins && ClauseGrammar.startsWithLabel(sentence, i)) {
        return i;
      }
    }
    return 0;
  }
}
