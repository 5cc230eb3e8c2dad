package jingtu.server.register.exchange.cell;

/**
 * Texts that a spreadsheet would run as a formula when it opens a .csv, with an apostrophe before
 * them that keeps it from doing so, and back.
 *
 * <p>A text is guarded where it begins, after any apostrophes and white space, with one of {@code =
 * + - @}, in their full width too, or where a tab or a line's end stands first (OWASP, “CSV
 * Injection”). One that begins like a guarded text gets a further apostrophe, so that each text
 * comes back as it was.
 */
public final class GuardedText {

  private static final char GUARD = '\'';
  private static final String STARTERS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

  private GuardedText() {}

  /** The text as it may stand in a .csv. */
  public static String guard(String text) {
    return isLikeAFormula(text) ? GUARD + text : text;
  }

  /** The text that stands in a .csv, without its guard. */
  public static String unguard(String text) {
    boolean guarded = !text.isEmpty() && text.charAt(0) == GUARD;
    return guarded && isLikeAFormula(text.substring(1)) ? text.substring(1) : text;
  }

  private static boolean isLikeAFormula(String text) {
    int at = 0;
    while (at < text.length() && text.charAt(at) == GUARD) {
      at++;
    }
    int first = at;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    boolean controlFirst = at > first && text.charAt(first) < ' ';
    return controlFirst || (at < text.length() && STARTERS.indexOf(text.charAt(at)) >= 0);
  }
}
