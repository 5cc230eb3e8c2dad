package jingtu.planreader.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;

/** A way to write the numbers of an automatic numbering: 1, 一, ①, 甲, iv … */
enum Numerals {
  DECIMAL,
  DECIMAL_ZERO,
  FULL_WIDTH,
  /** 十一, 一百零一. */
  COUNTING,
  /** 一一, 一〇一. */
  DIGITS,
  LEGAL,
  LEGAL_TRADITIONAL,
  STEMS,
  BRANCHES,
  CIRCLED,
  PARENTHESISED,
  FULL_STOPPED,
  CIRCLED_COUNTING,
  UPPER_ROMAN,
  LOWER_ROMAN,
  UPPER_LETTER,
  LOWER_LETTER,
  /** Prints no number: bullets and “none”. */
  NOTHING;

  private static final Properties SIGNS = signs();
  private static final int ROMAN_LIMIT = 4000;
  private static final int COUNTING_LIMIT = 100_000_000;

  private static Properties signs() {
    Properties signs = new Properties();
    try (InputStream file = Numerals.class.getResourceAsStream("numerals.properties")) {
      if (file == null) {
        throw new IllegalStateException("no numerals.properties");
      }
      signs.load(new InputStreamReader(file, StandardCharsets.UTF_8));
      return signs;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read numerals.properties", e);
    }
  }

  /** By the name of ECMA-376, 17.18.59; decimal for what is not known. */
  static Numerals ofWord(String name) {
    return switch (name) {
      case "bullet", "none" -> NOTHING;
      case "decimalZero" -> DECIMAL_ZERO;
      case "decimalFullWidth", "decimalFullWidth2" -> FULL_WIDTH;
      case "chineseCounting",
          "chineseCountingThousand",
          "japaneseCounting",
          "taiwaneseCounting",
          "taiwaneseCountingThousand",
          "koreanCounting" ->
          COUNTING;
      case "ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand" -> DIGITS;
      case "chineseLegalSimplified" -> LEGAL;
      case "ideographLegalTraditional", "japaneseLegal" -> LEGAL_TRADITIONAL;
      case "ideographTraditional" -> STEMS;
      case "ideographZodiac", "ideographZodiacTraditional" -> BRANCHES;
      case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" -> CIRCLED;
      case "decimalEnclosedParen" -> PARENTHESISED;
      case "decimalEnclosedFullstop" -> FULL_STOPPED;
      case "ideographEnclosedCircle" -> CIRCLED_COUNTING;
      case "upperRoman" -> UPPER_ROMAN;
      case "lowerRoman" -> LOWER_ROMAN;
      case "upperLetter" -> UPPER_LETTER;
      case "lowerLetter" -> LOWER_LETTER;
      default -> DECIMAL;
    };
  }

  /** By the number that a .doc holds ([MS-OSHARED] 2.2.1.3 MSONFC). */
  static Numerals ofBinaryWord(int code) {
    return switch (code) {
      case 1 -> UPPER_ROMAN;
      case 2 -> LOWER_ROMAN;
      case 3 -> UPPER_LETTER;
      case 4 -> LOWER_LETTER;
      case 10, 16, 33, 35, 37, 39, 41 -> COUNTING;
      case 11, 17, 36, 40 -> DIGITS;
      case 14, 19 -> FULL_WIDTH;
      case 18, 28 -> CIRCLED;
      case 22 -> DECIMAL_ZERO;
      case 23, 255 -> NOTHING;
      case 26 -> FULL_STOPPED;
      case 27 -> PARENTHESISED;
      case 29 -> CIRCLED_COUNTING;
      case 30 -> STEMS;
      case 31, 32 -> BRANCHES;
      case 34 -> LEGAL_TRADITIONAL;
      case 38 -> LEGAL;
      default -> DECIMAL;
    };
  }

  /** By the {@code type} attribute or {@code list-style-type} of a web page's list. */
  static Numerals ofPage(String name) {
    return switch (name) {
      case "I", "upper-roman" -> UPPER_ROMAN;
      case "i", "lower-roman" -> LOWER_ROMAN;
      case "A", "upper-alpha", "upper-latin" -> UPPER_LETTER;
      case "a", "lower-alpha", "lower-latin" -> LOWER_LETTER;
      case "decimal-leading-zero" -> DECIMAL_ZERO;
      case "cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal" -> COUNTING;
      case "cjk-decimal" -> DIGITS;
      case "simp-chinese-formal" -> LEGAL;
      case "trad-chinese-formal" -> LEGAL_TRADITIONAL;
      case "cjk-heavenly-stem" -> STEMS;
      case "cjk-earthly-branch" -> BRANCHES;
      case "none", "disc", "circle", "square" -> NOTHING;
      default -> DECIMAL;
    };
  }

  /**
   * The mark of a document's level, counted from 1: GB/T 9704-2012, 7.3.3. Below the last, digits.
   */
  static String markOfLevel(int level, int number) {
    String mark = SIGNS.getProperty("level." + level, SIGNS.getProperty("level.3"));
    int blank = mark.indexOf(' ');
    return mark.substring(blank + 1).replace("%s", valueOf(mark.substring(0, blank)).write(number));
  }

  /** The number in this writing; in digits where the writing has no sign for it. */
  String write(int number) {
    return switch (this) {
      case DECIMAL -> Integer.toString(number);
      case DECIMAL_ZERO -> String.format(Locale.ROOT, "%02d", number);
      case FULL_WIDTH -> digits(number, SIGNS.getProperty("full-width"));
      case COUNTING -> counting(number, "counting", SIGNS.getProperty("counting.zero"));
      case DIGITS -> digits(number, SIGNS.getProperty("counting.digits"));
      case LEGAL -> counting(number, "legal", SIGNS.getProperty("legal.digits").substring(0, 1));
      case LEGAL_TRADITIONAL ->
          counting(
              number,
              "legal-traditional",
              SIGNS.getProperty("legal-traditional.digits").substring(0, 1));
      case STEMS -> sign(number, "stems");
      case BRANCHES -> sign(number, "branches");
      case CIRCLED -> sign(number, "circled");
      case PARENTHESISED -> sign(number, "parenthesised");
      case FULL_STOPPED -> sign(number, "full-stopped");
      case CIRCLED_COUNTING -> sign(number, "circled-counting");
      case UPPER_ROMAN -> roman(number);
      case LOWER_ROMAN -> roman(number).toLowerCase(Locale.ROOT);
      case UPPER_LETTER -> letter(number, 'A');
      case LOWER_LETTER -> letter(number, 'a');
      case NOTHING -> "";
    };
  }

  private static String sign(int number, String name) {
    String signs = SIGNS.getProperty(name);
    boolean known = 1 <= number && number <= signs.length();
    return known ? signs.substring(number - 1, number) : Integer.toString(number);
  }

  private static String digits(int number, String digits) {
    StringBuilder written = new StringBuilder();
    String decimal = Integer.toString(Math.max(0, number));
    for (int i = 0; i < decimal.length(); i++) {
      written.append(digits.charAt(decimal.charAt(i) - '0'));
    }
    return written.toString();
  }

  /** 10 is 十 and 15 is 十五 when counting, but 壹拾伍 in legal writing; a gap is one zero. */
  private static String counting(int number, String name, String zero) {
    if (number <= 0 || number >= COUNTING_LIMIT) {
      return number == 0 ? zero : Integer.toString(number);
    }
    String digits = SIGNS.getProperty(name + ".digits");
    String places = SIGNS.getProperty(name + ".places");
    StringBuilder written = new StringBuilder();
    if (number >= 10_000) {
      written.append(belowTenThousand(number / 10_000, digits, places, zero));
      written.append(places.charAt(3));
    }
    int rest = number % 10_000;
    if (number >= 10_000 && rest > 0 && rest < 1000) {
      written.append(zero);
    }
    written.append(belowTenThousand(rest, digits, places, zero));
    String shortTen = digits.substring(1, 2) + places.charAt(0);
    boolean shortens = name.equals("counting") && written.indexOf(shortTen) == 0;
    return shortens ? written.substring(1) : written.toString();
  }

  private static String belowTenThousand(int number, String digits, String places, String zero) {
    StringBuilder written = new StringBuilder();
    boolean gap = false;
    for (int place = 3; place >= 0; place--) {
      int digit = number / (int) Math.pow(10, place) % 10;
      if (digit == 0) {
        gap = !written.isEmpty();
        continue;
      }
      written.append(gap ? zero : "").append(digits.charAt(digit));
      written.append(place > 0 ? places.substring(place - 1, place) : "");
      gap = false;
    }
    return written.toString();
  }

  private static String roman(int number) {
    if (number <= 0 || number >= ROMAN_LIMIT) {
      return Integer.toString(number);
    }
    int[] values = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    String[] signs = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
    StringBuilder written = new StringBuilder();
    int left = number;
    for (int i = 0; i < values.length; i++) {
      written.append(signs[i].repeat(left / values[i]));
      left %= values[i];
    }
    return written.toString();
  }

  /** After z comes aa, then bb, as Word counts. */
  private static String letter(int number, char first) {
    if (number <= 0 || number > 26 * 30) {
      return Integer.toString(number);
    }
    return Character.toString(first + (number - 1) % 26).repeat((number - 1) / 26 + 1);
  }
}
