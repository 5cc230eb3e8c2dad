package jingtu.server.register;

import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import jingtu.vocabulary.Parsed;
import jingtu.vocabulary.UnifiedCreditCode;

/** Codes made by chance that are sound and belong to nobody. */
public final class MadeCodes {

  private static final String DIGITS = "0123456789";
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  /** GB/T 37346-2019; D a digit, L a letter. */
  private static final String ESTATE_UNIT = "DDDDDDDDDDDDLLDDDDDLDDDDDDDD";

  private MadeCodes() {}

  /** A unified social credit code with its check digit. */
  public static String creditCode(RandomGenerator random) {
    String body = "91" + some(random, DIGITS, 6) + some(random, CREDIT, 9);
    return CREDIT
        .chars()
        .mapToObj(check -> body + (char) check)
        .filter(code -> UnifiedCreditCode.parse(code) instanceof Parsed.Understood<?>)
        .findFirst()
        .orElseThrow();
  }

  /** The number of a real-estate unit, as offices write it: also in small letters, with blanks. */
  public static String estateUnit(RandomGenerator random) {
    String number =
        ESTATE_UNIT
            .chars()
            .mapToObj(place -> some(random, place == 'D' ? DIGITS : LETTERS, 1))
            .collect(Collectors.joining());
    return switch (random.nextInt(4)) {
      case 0 -> number.toLowerCase(Locale.ROOT);
      case 1 -> number.substring(0, 19) + " " + number.substring(19);
      default -> number;
    };
  }

  /**
   * A code of a parcel; some look like a number with too many digits, like one with an exponent, or
   * begin with zeros or a hyphen.
   */
  public static String parcelCode(RandomGenerator random) {
    return switch (random.nextInt(5)) {
      case 0 -> some(random, DIGITS, 19);
      case 1 -> "000" + some(random, DIGITS, 4);
      case 2 -> some(random, DIGITS, 2) + "E" + some(random, DIGITS, 3);
      case 3 -> "-" + some(random, DIGITS, 5);
      default -> some(random, DIGITS + LETTERS + "-", random.nextInt(4, 33));
    };
  }

  private static String some(RandomGenerator random, String of, int count) {
    StringBuilder made = new StringBuilder();
    for (int i = 0; i < count; i++) {
      made.append(of.charAt(random.nextInt(of.length())));
    }
    return made.toString();
  }
}
