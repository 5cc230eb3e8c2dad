package jingtu.planreader.revision;

import java.text.Normalizer;
import java.util.regex.Pattern;
import jingtu.planreader.grammar.PageFooter;

/** Words as far as they matter: without blanks, line breaks, page footers and widths. */
final class Folded {

  private static final Pattern FOOTER =
      Pattern.compile("[—－]{1,2}\\s{0,4}\\d{1,4}\\s{0,4}[—－]{1,2}");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\x{FEFF}\\x{200B}-\\x{200F}]+");
  private static final Pattern LINE_BREAK = Pattern.compile("\\s*[\\r\\n\\t]\\s*");
  private static final Pattern QUOTES = Pattern.compile("[“”„‟\"＂「」『』]");
  private static final Pattern DASHES = Pattern.compile("[‐‑‒–—―─－]");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]");

  private Folded() {}

  /** What two printed words have in common that are the same words. */
  static String of(String printed) {
    String text = BLANKS.matcher(withoutFooters(printed)).replaceAll("");
    text = DASHES.matcher(QUOTES.matcher(text).replaceAll("\"")).replaceAll("-");
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  /** Printed words on one line. */
  static String onOneLine(String printed) {
    return LINE_BREAK.matcher(withoutFooters(printed)).replaceAll("").strip();
  }

  /** Whether something is said at all, beyond marks and brackets. */
  static boolean saysSomething(String folded) {
    return WORD.matcher(folded).find();
  }

  private static String withoutFooters(String printed) {
    if (printed.indexOf('\n') < 0 && printed.indexOf('—') < 0 && printed.indexOf('－') < 0) {
      return printed;
    }
    String lines =
        printed
            .lines()
            .filter(line -> !PageFooter.LINE.matcher(line).matches())
            .reduce((above, below) -> above + "\n" + below)
            .orElse("");
    return FOOTER.matcher(lines).replaceAll("");
  }
}
