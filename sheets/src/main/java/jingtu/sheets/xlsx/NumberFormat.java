package jingtu.sheets.xlsx;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * How a cell shows its number (ECMA-376 part 1, 18.8.30 and 18.8.31).
 *
 * @param code as the file writes it; empty for the general format
 * @param date whether the number is a day, a time or both
 */
record NumberFormat(String code, boolean date) {

  static final NumberFormat GENERAL = new NumberFormat("", false);

  /** The formats that files use by number without writing them (18.8.30), dates left out. */
  private static final Map<Integer, String> BUILT_IN =
      Map.ofEntries(
          Map.entry(1, "0"),
          Map.entry(2, "0.00"),
          Map.entry(3, "#,##0"),
          Map.entry(4, "#,##0.00"),
          Map.entry(9, "0%"),
          Map.entry(10, "0.00%"),
          Map.entry(11, "0.00E+00"),
          Map.entry(12, "# ?/?"),
          Map.entry(13, "# ??/??"),
          Map.entry(46, "[h]:mm:ss"),
          Map.entry(48, "##0.0E+0"),
          Map.entry(49, "@"));

  /** What a format says literally or to the program: quoted, escaped, spaced, in brackets. */
  private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"?|[\\\\_*].|\\[[^\\]]*]");

  /** Hours, minutes or seconds that go on counting: a duration, no time of day. */
  private static final Pattern ELAPSED = Pattern.compile("(?i)\\[(h+|m+|s+)]");

  private static final Pattern DAY_OR_TIME = Pattern.compile("(?i)[ymdhs]");
  private static final Pattern NUMBER = Pattern.compile("[0#?@]|General");

  /** A format that the file writes out. */
  static NumberFormat of(String code) {
    String first = LITERAL.matcher(code.split(";", 2)[0]).replaceAll("");
    boolean date = DAY_OR_TIME.matcher(first).find() && !isNumber(first);
    boolean duration = ELAPSED.matcher(code).find();
    return new NumberFormat(code.equals("General") ? "" : code, date && !duration);
  }

  /** Fractions of seconds, {@code ss.000}, are no digits of a number. */
  private static boolean isNumber(String code) {
    return NUMBER.matcher(code.replaceAll("[sS]\\.0+", "")).find();
  }

  /** A format known by its number, also those of Chinese and other Asian programs. */
  static NumberFormat builtIn(int number) {
    boolean date =
        (number >= 14 && number <= 22)
            || (number >= 27 && number <= 36)
            || number == 45
            || number == 47
            || (number >= 50 && number <= 58);
    return date
        ? new NumberFormat("yyyy-mm-dd", true)
        : new NumberFormat(BUILT_IN.getOrDefault(number, ""), false);
  }
}
