package jingtu.sheets.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What people write into cells, as values: {@code 2026年3月5日}, {@code 约12亩}, {@code √}, {@code
 * 113°31′24″}. Width, case and blanks do not matter. What is ambiguous stays as vague as it was
 * written, and what is not understood is empty: nothing is guessed.
 */
public final class ValueText {

  /** The first and last year that a ledger's day is taken for one. */
  private static final int FIRST_YEAR = 1900;

  private static final int LAST_YEAR = 2100;
  private static final int CENTURY = 2000;

  private static final Pattern TIME_OF_DAY = Pattern.compile("[ Tt]\\d{1,2}:\\d{2}(:\\d{2})?.*$");
  private static final Pattern DAY_TAIL = Pattern.compile(Word.DAY_TAIL.pattern() + "+$");
  private static final Pattern YEAR_OR_MONTH =
      Pattern.compile(Word.YEAR.pattern() + "|" + Word.MONTH.pattern() + "|[./]");
  private static final Pattern DAY_MARK = Pattern.compile(Word.DAY.pattern() + "$");
  private static final Pattern DATE = Pattern.compile("(\\d{4}|\\d{2})-(\\d{1,2})-(\\d{1,2})");
  private static final Pattern DIGITS_OF_DATE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{1,2})-?");
  private static final Pattern DIGITS_OF_MONTH = Pattern.compile("(\\d{4})(\\d{2})");
  private static final Pattern YEAR = Pattern.compile("(\\d{4})-?");

  private static final String FIGURE =
      "([-+]?(?:\\d{1,3}(?:,\\d{3})+|0|[1-9]\\d*|0(?=\\.))(?:\\.\\d+)?)";
  private static final Pattern NUMBER =
      Pattern.compile(
          "(%s)?%s(?:%s%s)?(.*)"
              .formatted(Word.ABOUT_BEFORE.pattern(), FIGURE, Word.RANGE.pattern(), FIGURE));
  private static final Pattern ABOUT_AFTER = Pattern.compile(Word.ABOUT_AFTER.pattern());

  private static final Pattern DEGREE = Pattern.compile(Word.DEGREE.pattern());
  private static final Pattern MINUTE = Pattern.compile(Word.MINUTE.pattern());

  /** Looked for before the minutes: in the compatibility form the sign is theirs, twice. */
  private static final Pattern SECOND = Pattern.compile(Word.SECOND.pattern());

  private static final Pattern LONGITUDE_MARKS = around(Word.LONGITUDE_MARK);
  private static final Pattern LATITUDE_MARKS = around(Word.LATITUDE_MARK);
  private static final Pattern DECIMAL_DEGREES = Pattern.compile("(\\d{1,3}(?:\\.\\d+)?)d?");
  private static final Pattern DEGREES =
      Pattern.compile("(\\d{1,3})d(?:(\\d{1,2}(?:\\.\\d+)?)m(?:(\\d{1,2}(?:\\.\\d+)?)s?)?)?");
  private static final Pattern POINT_SEPARATOR =
      Pattern.compile(Word.COORDINATES_SEPARATOR.pattern());

  /** Decimals of a degree that are kept: a centimetre. */
  private static final int DEGREE_DECIMALS = 7;

  /** Whole degrees around the land and sea of China. */
  private static final BigDecimal WEST = BigDecimal.valueOf(73);

  private static final BigDecimal EAST = BigDecimal.valueOf(136);
  private static final BigDecimal SOUTH = BigDecimal.valueOf(3);
  private static final BigDecimal NORTH = BigDecimal.valueOf(54);

  private static final Pattern PHONE =
      Pattern.compile(
          "(?:\\+?86-?)?1[3-9]\\d{9}|\\(?0\\d{2,3}\\)?-?\\d{7,8}(?:-\\d{1,5})?|[48]00-?\\d{3}-?\\d{4}");
  private static final Pattern LOCAL_PHONE = Pattern.compile("[2-8]\\d{6,7}");
  private static final Pattern BETWEEN_PHONES = Pattern.compile("[/,;\\u3001]");

  private ValueText() {}

  private static Pattern around(Word marks) {
    return Pattern.compile("^" + marks.pattern() + "+|" + marks.pattern() + "+$");
  }

  /** Whether nothing is written, or a mark that nothing is to be written: {@code —}, {@code 无}. */
  public static boolean isBlank(String written) {
    return Word.key(written).isEmpty() || Word.BLANK.is(written);
  }

  /** Yes or no: {@code 是}, {@code √}, {@code 有}; {@code 否}, {@code ×}, {@code 无}. */
  public static Optional<Boolean> flag(String written) {
    if (Word.YES.is(written)) {
      return Optional.of(true);
    }
    return Word.NO.is(written) ? Optional.of(false) : Optional.empty();
  }

  /**
   * A day with the precision in which it is written: {@code 2026.3.5}, {@code 2026年3月5日}, {@code
   * 20260305}, {@code 26.3.5} (of this century), {@code 2026-03} and {@code 2026年3月底前} (a month),
   * {@code 2026年} and {@code 2026} (a year), {@code 长期}, {@code 至今}. A time of day is left off.
   */
  public static Optional<WrittenDay> day(String written) {
    if (Word.OPEN.is(written)) {
      return Optional.of(new WrittenDay.Open());
    }
    if (Word.UNTIL_NOW.is(written)) {
      return Optional.of(new WrittenDay.UntilNow());
    }
    String key = Word.key(TIME_OF_DAY.matcher(written.strip()).replaceFirst(""));
    String whole = DAY_TAIL.matcher(key).replaceFirst("");
    String plain = YEAR_OR_MONTH.matcher(DAY_MARK.matcher(whole).replaceFirst("")).replaceAll("-");
    try {
      return Optional.ofNullable(dated(plain));
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }

  private static @Nullable WrittenDay dated(String plain) {
    for (Pattern form : List.of(DATE, DIGITS_OF_DATE)) {
      Matcher date = form.matcher(plain);
      if (date.matches()) {
        return on(date.group(1), number(date, 2), number(date, 3));
      }
    }
    for (Pattern form : List.of(MONTH, DIGITS_OF_MONTH)) {
      Matcher month = form.matcher(plain);
      if (month.matches() && isYear(number(month, 1))) {
        return new WrittenDay.InMonth(YearMonth.of(number(month, 1), number(month, 2)));
      }
    }
    Matcher year = YEAR.matcher(plain);
    return year.matches() && isYear(number(year, 1))
        ? new WrittenDay.InYear(Year.of(number(year, 1)))
        : null;
  }

  private static @Nullable WrittenDay on(String year, int month, int day) {
    boolean shortYear = year.length() == 2;
    int whole = Integer.parseInt(year) + (shortYear ? CENTURY : 0);
    return isYear(whole) ? new WrittenDay.On(LocalDate.of(whole, month, day), shortYear) : null;
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static boolean isYear(int year) {
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  /**
   * A number with what stands around it: {@code 3,500}, {@code 约12亩}, {@code 200余m³}, {@code 5-6},
   * {@code 60%}. Empty where it begins with a zero too many, as codes and telephone numbers do, or
   * where what follows is no known unit.
   */
  public static Optional<WrittenNumber> number(String written) {
    Matcher parts = NUMBER.matcher(Word.key(written));
    if (!parts.matches()) {
      return Optional.empty();
    }
    String tail = parts.group(4);
    String behind = ABOUT_AFTER.matcher(tail).replaceFirst("");
    Optional<String> unit = behind.isEmpty() ? Optional.of("") : LedgerUnits.find(behind);
    BigDecimal low = figure(parts.group(2));
    BigDecimal high = parts.group(3) == null ? low : figure(parts.group(3));
    if (unit.isEmpty() || high.compareTo(low) < 0) {
      return Optional.empty();
    }
    boolean about = parts.group(1) != null || !behind.equals(tail);
    return Optional.of(new WrittenNumber(low, high, about, unit.get()));
  }

  private static BigDecimal figure(String digits) {
    return new BigDecimal(digits.replace(",", ""));
  }

  /**
   * A longitude within China in decimal degrees: {@code 113.5234}, {@code 东经113°31′24″}, {@code
   * E113°31'24"}.
   */
  public static Optional<BigDecimal> longitude(String written) {
    return degrees(written, LONGITUDE_MARKS).filter(it -> within(it, WEST, EAST));
  }

  /** A latitude within China in decimal degrees. */
  public static Optional<BigDecimal> latitude(String written) {
    return degrees(written, LATITUDE_MARKS).filter(it -> within(it, SOUTH, NORTH));
  }

  /**
   * Longitude and latitude in one text, {@code 113.52,34.71}, in either order: within China the
   * greater of the two is always the longitude.
   */
  public static Optional<WrittenPoint> point(String written) {
    String[] parts = POINT_SEPARATOR.split(Word.key(written), -1);
    if (parts.length != 2) {
      return Optional.empty();
    }
    return point(parts[0], parts[1]).or(() -> point(parts[1], parts[0]));
  }

  private static Optional<WrittenPoint> point(String longitude, String latitude) {
    return longitude(longitude)
        .flatMap(east -> latitude(latitude).map(north -> new WrittenPoint(east, north)));
  }

  private static boolean within(BigDecimal degrees, BigDecimal from, BigDecimal to) {
    return degrees.compareTo(from) >= 0 && degrees.compareTo(to) <= 0;
  }

  private static Optional<BigDecimal> degrees(String written, Pattern marks) {
    String key = SECOND.matcher(Word.key(written)).replaceAll("s");
    String signs = MINUTE.matcher(DEGREE.matcher(key).replaceAll("d")).replaceAll("m");
    String plain = marks.matcher(signs).replaceAll("");
    Matcher decimal = DECIMAL_DEGREES.matcher(plain);
    if (decimal.matches()) {
      return Optional.of(new BigDecimal(decimal.group(1)));
    }
    Matcher parts = DEGREES.matcher(plain);
    return parts.matches() ? sexagesimal(parts) : Optional.empty();
  }

  private static Optional<BigDecimal> sexagesimal(Matcher parts) {
    BigDecimal sixty = BigDecimal.valueOf(60);
    BigDecimal minutes = parts.group(2) == null ? BigDecimal.ZERO : new BigDecimal(parts.group(2));
    BigDecimal seconds = parts.group(3) == null ? BigDecimal.ZERO : new BigDecimal(parts.group(3));
    if (minutes.compareTo(sixty) >= 0 || seconds.compareTo(sixty) >= 0) {
      return Optional.empty();
    }
    BigDecimal all =
        new BigDecimal(parts.group(1))
            .multiply(sixty)
            .add(minutes)
            .multiply(sixty)
            .add(seconds)
            .divide(BigDecimal.valueOf(3600), DEGREE_DECIMALS, RoundingMode.HALF_UP);
    BigDecimal plain = all.stripTrailingZeros();
    return Optional.of(plain.scale() < 0 ? plain.setScale(0) : plain);
  }

  /** Whether the text is one or more telephone numbers with their area codes. */
  public static boolean isPhone(String written) {
    return arePhones(written, false);
  }

  /** Whether it is one or more telephone numbers, area codes or not. */
  static boolean isLocalPhone(String written) {
    return arePhones(written, true);
  }

  private static boolean arePhones(String written, boolean local) {
    String plain = Normalizer.normalize(written, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    List<String> numbers = BETWEEN_PHONES.splitAsStream(plain).map(Word::key).toList();
    return !numbers.isEmpty()
        && numbers.stream()
            .allMatch(
                number ->
                    PHONE.matcher(number).matches()
                        || (local && LOCAL_PHONE.matcher(number).matches()));
  }
}
