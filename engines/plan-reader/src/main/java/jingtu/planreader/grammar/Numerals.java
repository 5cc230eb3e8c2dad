package jingtu.planreader.grammar;

/** Numbers as plans write them: 12, １２, 十二, 二十, 两, 〇. */
final class Numerals {

  private static final String DIGITS = "〇一二三四五六七八九";

  private Numerals() {}

  /** The value of a whole number below 1,000 in Arabic or Chinese digits, such as 二十三 or 23. */
  static int read(String number) {
    int total = 0;
    int digit = 0;
    for (int i = 0; i < number.length(); i++) {
      char c = number.charAt(i);
      int value = digit(c);
      if (value >= 0) {
        digit = digit * 10 + value;
      } else if (c == '十') {
        total += Math.max(digit, 1) * 10;
        digit = 0;
      } else if (c == '百') {
        total += Math.max(digit, 1) * 100;
        digit = 0;
      }
    }
    return total + digit;
  }

  /**
   * The same text with the numbers as they are meant: full-width digits and signs narrow, letters
   * that a scan made of digits put right: ９８．５％ → 98.5%, 2O22年 → 2022年.
   */
  static String narrow(String text) {
    StringBuilder narrow = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean digit = c >= '０' && c <= '９';
      boolean follows = i > 0 && Character.isDigit(narrow.charAt(i - 1));
      boolean wide = digit || c == '％' || (c == '．' && follows);
      narrow.append(wide ? (char) (c - '０' + '0') : meant(c, follows, i + 1, text));
    }
    return narrow.toString();
  }

  /** O after a digit is 0, l before one is 1, and a small ﹪ is as good as any. */
  private static char meant(char c, boolean afterDigit, int next, String text) {
    boolean beforeDigit = next < text.length() && Character.isDigit(text.charAt(next));
    return switch (c) {
      case '﹪' -> '%';
      case 'O', 'o' -> afterDigit ? '0' : c;
      case 'l' -> beforeDigit ? '1' : c;
      default -> c;
    };
  }

  /** The value of one digit; -1 for any other character. */
  static int digit(char c) {
    if (c == '零' || c == '○') {
      return 0;
    }
    if (c == '两') {
      return 2;
    }
    int han = DIGITS.indexOf(c);
    if (han >= 0) {
      return han;
    }
    return Character.digit(c, 10);
  }
}
