package jingtu.sheets.xlsx;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Numbers as a workbook stores them: doubles in decimal, and days counted from an epoch. */
final class StoredNumber {

  private static final int DIGITS_THAT_A_DOUBLE_KEEPS = 15;
  private static final double DAYS_TO_9999 = 2_958_466;
  private static final double DAYS_TO_9999_FROM_1904 = DAYS_TO_9999 - 1_462;
  private static final double MILLISECONDS_OF_A_DAY = 86_400_000;

  private static final DateTimeFormatter WITH_SECONDS = DateTimeFormatter.ISO_LOCAL_TIME;

  private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);

  /** Day 0 of the 1900 system, for days after the 29 February 1900 that it counts in error. */
  private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);

  private static final int DAY_THAT_NEVER_WAS = 60;

  private StoredNumber() {}

  /**
   * The shortest decimal that gives back the stored double, without an exponent: {@code
   * 0.10000000000000001} is 0.1. Empty where it is no finite number.
   */
  static Optional<String> shortest(String stored) {
    if (isShortest(stored)) {
      return Optional.of(stored);
    }
    try {
      double value = Double.parseDouble(stored);
      return Double.isFinite(value) ? Optional.of(plain(value)) : Optional.empty();
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  private static String plain(double value) {
    if (value == 0) {
      return "0";
    }
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }

  /** Digits with at most one point, so few that a double keeps them all, and none to spare. */
  private static boolean isShortest(String stored) {
    int length = stored.length();
    if (length == 0 || length > DIGITS_THAT_A_DOUBLE_KEEPS) {
      return false;
    }
    int point = -1;
    for (int i = 0; i < length; i++) {
      char character = stored.charAt(i);
      if (character == '.' && point < 0) {
        point = i;
      } else if (character < '0' || character > '9') {
        return false;
      }
    }
    boolean spareZeroAhead = stored.charAt(0) == '0' && length > 1 && point != 1;
    boolean spareBehind = point >= 0 && (stored.endsWith("0") || point == length - 1);
    return point != 0 && !spareZeroAhead && !spareBehind;
  }

  /**
   * The day, time or both that a number stands for (ECMA-376 part 1, 18.17.4), to a millisecond, as
   * ISO 8601. Empty where Excel shows no date either.
   */
  static Optional<String> date(double days, boolean from1904) {
    double end = from1904 ? DAYS_TO_9999_FROM_1904 : DAYS_TO_9999;
    if (!(days >= 0 && days < end)) {
      return Optional.empty();
    }
    long whole = (long) days;
    long milliseconds = Math.round((days - whole) * MILLISECONDS_OF_A_DAY);
    if (!from1904 && (whole == DAY_THAT_NEVER_WAS || days == 0)) {
      return Optional.empty();
    }
    if (whole == 0 && milliseconds > 0 && milliseconds < MILLISECONDS_OF_A_DAY) {
      return Optional.of(
          WITH_SECONDS.format(LocalTime.MIDNIGHT.plus(milliseconds, ChronoUnit.MILLIS)));
    }
    LocalDateTime moment =
        day(whole, from1904).atStartOfDay().plus(milliseconds, ChronoUnit.MILLIS);
    LocalTime time = moment.toLocalTime();
    String day = moment.toLocalDate().toString();
    return Optional.of(
        time.equals(LocalTime.MIDNIGHT) ? day : day + "T" + WITH_SECONDS.format(time));
  }

  private static LocalDate day(long whole, boolean from1904) {
    if (from1904) {
      return EPOCH_1904.plusDays(whole);
    }
    return EPOCH_1900.plusDays(whole < DAY_THAT_NEVER_WAS ? whole + 1 : whole);
  }
}
