package jingtu.server.organisation.names;

/** How a name is printed, and what of that does not matter. */
final class PrintedName {

  private static final int HALF_WIDTH = 0xFEE0;

  private PrintedName() {}

  /** Without blanks, with brackets of one width. */
  static String tidy(String printed) {
    StringBuilder text = new StringBuilder();
    printed
        .codePoints()
        .filter(c -> !Character.isWhitespace(c))
        .map(c -> c == '(' + HALF_WIDTH || c == ')' + HALF_WIDTH ? c - HALF_WIDTH : c)
        .forEach(text::appendCodePoint);
    return text.toString();
  }

  /** Without a word that says no more than the kind of office before it. */
  static String withoutSurplus(String name) {
    return NameWords.rowsOf("surplus-after").stream()
        .filter(pair -> name.endsWith(pair.getFirst() + pair.getLast()))
        .findFirst()
        .map(pair -> name.substring(0, name.length() - pair.getLast().length()))
        .orElse(name);
  }
}
