package jingtu.vocabulary;

import java.util.Map;
import java.util.Optional;

/**
 * The code of an enterprise, institution or other organisation: 18 positions, the last of which
 * checks the others.
 *
 * <p>Source: GB 32100-2015: digits and capitals without I, O, S, V and Z; one position for the
 * department of registration, one for the kind of organisation, six digits for the region, nine for
 * the organisation itself; check digit by weights 3^(i-1) mod 31 (confidence A: the example printed
 * with the algorithm, 91350100M000100Y4 and 3, is a test).
 *
 * @param code in capitals, without blanks
 */
public record UnifiedCreditCode(String code) {

  public static final int LENGTH = 18;

  private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int MODULUS = CHARACTERS.length();
  private static final int REGION_FROM = 2;
  private static final int REGION_TO = 8;

  /** What a letter that is not used was probably meant to be. */
  private static final Map<Character, Character> MISTAKEN =
      Map.of('I', '1', 'O', '0', 'Z', '2', 'S', '5', 'V', 'U');

  public UnifiedCreditCode {
    Optional<Parsed.Refused<UnifiedCreditCode>> fault = fault(code, code);
    if (fault.isPresent()) {
      throw new IllegalArgumentException("'" + code + "': " + fault.get().problem());
    }
  }

  /** Reads a code in any width and case, with or without blanks. */
  public static Parsed<UnifiedCreditCode> parse(String written) {
    String code = CodeText.compact(written);
    Optional<Parsed.Refused<UnifiedCreditCode>> fault = fault(code, written);
    return fault.isPresent() ? fault.get() : new Parsed.Understood<>(new UnifiedCreditCode(code));
  }

  private static Optional<Parsed.Refused<UnifiedCreditCode>> fault(String code, String written) {
    if (code.length() != LENGTH) {
      return refused(
          Message.of("codes.length", written, code.length(), LENGTH), "codes.credit-remedy");
    }
    for (int i = 0; i < LENGTH; i++) {
      char character = code.charAt(i);
      Character meant = MISTAKEN.get(character);
      if (meant != null) {
        return Optional.of(
            new Parsed.Refused<>(
                Message.of("codes.credit-letter", written, i + 1, character),
                Message.of("codes.credit-letter-remedy", meant)));
      }
      if (CHARACTERS.indexOf(character) < 0) {
        return refused(
            Message.of("codes.character", written, i + 1, character), "codes.credit-remedy");
      }
      if (i >= REGION_FROM && i < REGION_TO && !CodeText.isDigit(character)) {
        return refused(Message.of("codes.digit", written, i + 1, character), "codes.credit-remedy");
      }
    }
    char expected = checkDigit(code);
    return code.charAt(LENGTH - 1) == expected
        ? Optional.empty()
        : refused(
            Message.of("codes.credit-check", written, code.charAt(LENGTH - 1), expected),
            "codes.credit-check-remedy");
  }

  private static Optional<Parsed.Refused<UnifiedCreditCode>> refused(
      Message problem, String remedy) {
    return Optional.of(new Parsed.Refused<>(problem, Message.of(remedy)));
  }

  /** The check digit over the first 17 positions of a code. */
  private static char checkDigit(String code) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < LENGTH - 1; i++) {
      sum += CHARACTERS.indexOf(code.charAt(i)) * weight;
      weight = weight * 3 % MODULUS;
    }
    return CHARACTERS.charAt((MODULUS - sum % MODULUS) % MODULUS);
  }

  @Override
  public String toString() {
    return code;
  }
}
