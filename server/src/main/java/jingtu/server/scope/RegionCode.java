package jingtu.server.scope;

import java.util.regex.Pattern;

/**
 * The code of a region: six digits down to the county (GB/T 2260), nine for a township, twelve for
 * a village (statistical codes).
 */
public record RegionCode(String digits) implements Comparable<RegionCode> {

  private static final Pattern FORM = Pattern.compile("\\d{6}|\\d{9}|\\d{12}");

  public RegionCode {
    if (!isOne(digits)) {
      throw new IllegalArgumentException("a region code has 6, 9 or 12 digits, not " + digits);
    }
  }

  /** Whether the text has the form of a region code. */
  public static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public int compareTo(RegionCode other) {
    return digits.compareTo(other.digits);
  }

  @Override
  public String toString() {
    return digits;
  }
}
