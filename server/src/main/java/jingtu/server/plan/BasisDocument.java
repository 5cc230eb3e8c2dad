package jingtu.server.plan;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jingtu.planreader.ReadPlan;
import jingtu.planreader.grammar.Titles;

/**
 * A document that a plan names as its basis.
 *
 * @param title as printed, without white space
 * @param number the document number in brackets after the title
 */
public record BasisDocument(String title, Optional<String> number) {

  /** Longer than any number, shorter than any sentence. */
  private static final int LONGEST_NUMBER = 40;

  private static final Pattern BLANK = Pattern.compile("[\\s\\u3000]+");

  /** The basis documents of a plan, in the order in which they are named. */
  static List<BasisDocument> of(ReadPlan plan, Words words) {
    String printed = BLANK.matcher(words.of(plan.span())).replaceAll("");
    return plan.head().basis().stream()
        .map(title -> new BasisDocument(title, numberAfter(title, printed)))
        .toList();
  }

  private static Optional<String> numberAfter(String title, String printed) {
    String quoted = "《" + title + "》";
    int at = printed.indexOf(quoted);
    if (at < 0) {
      return Optional.empty();
    }
    String rest = printed.substring(at + quoted.length());
    boolean inBrackets = rest.startsWith("（") || rest.startsWith("(");
    String near = rest.substring(0, Math.min(LONGEST_NUMBER, rest.length()));
    return inBrackets ? Titles.number(near.substring(1)) : Optional.empty();
  }
}
