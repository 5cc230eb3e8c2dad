package jingtu.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import jingtu.testing.Seeded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes as people write them; all but the example of GB 32100-2015 are made up. */
class CodesTests {

  private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private static String say(Parsed<?> parsed) {
    return switch (parsed) {
      case Parsed.Understood<?>(Object code) -> code.toString();
      case Parsed.Refused<?>(Message problem, Message remedy) -> {
        assertThat(Messages.say(problem, Language.EN)).doesNotContain("{");
        assertThat(Messages.say(remedy, Language.ZH)).doesNotContain("{");
        List<String> rest = problem.arguments().subList(1, problem.arguments().size());
        yield problem.key().substring("codes.".length()) + " " + String.join(" ", rest);
      }
    };
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          91350100M000100Y43   | 91350100M000100Y43
          91350100M000100Y4Z   | credit-letter 18 Z
          91350100M000100Y48   | credit-check 8 3
          91410122MA4XK7P2QY   | 91410122MA4XK7P2QY
          12410122415800123W   | 12410122415800123W
          11410122005800456X   | 11410122005800456X
          91999900MA00000180   | 91999900MA00000180
          91999900MA0000008Y   | 91999900MA0000008Y
          91410122ma4xk7p2qy   | 91410122MA4XK7P2QY
          ９１４１０１２２MA4XK7P2QY | 91410122MA4XK7P2QY
          9141 0122 MA4X K7P2 QY | 91410122MA4XK7P2QY
          　91410122MA4XK7P2QY | 91410122MA4XK7P2QY
          91410122MA4XK7P2YQ   | credit-check Q H
          9141O122MA4XK7P2QY   | credit-letter 5 O
          91410122MA4XK7P2SY   | credit-letter 17 S
          91410122MA4XK7P2-Y   | character 17 -
          9141A122MA4XK7P2QY   | digit 5 A
          91410122MA4XK7P2Q    | length 17 18
          410122100012345      | length 15 18
          91410122MA4XK7P2QYY  | length 19 18
          1.2410122415800E+17  | length 19 18
          ''                   | length 0 18
          """)
  void readsUnifiedCreditCodes(String written, String expected) {
    assertThat(say(UnifiedCreditCode.parse(written))).isEqualTo(expected);
  }

  /** The code detects every wrong position, since 31 is prime. */
  @Test
  void findsEveryWrongPositionOfACreditCode() {
    Seeded.forAll(
        2_000,
        random -> random,
        random -> {
          StringBuilder code = new StringBuilder("91350100M000100Y43");
          int place = random.nextInt(18);
          boolean digit = place >= 2 && place < 8;
          char other = CHARACTERS.charAt(random.nextInt(digit ? 10 : 31));
          boolean same = code.charAt(place) == other;
          code.setCharAt(place, other);
          assertThat(UnifiedCreditCode.parse(code.toString()).find().isPresent()).isEqualTo(same);
        });
  }

  @Test
  void refusesACreditCodeThatIsNone() {
    assertThatThrownBy(() -> new UnifiedCreditCode("91350100M000100Y44"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("credit-check");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          410122002004GB00011F00010001       | 410122002004GB00011F00010001
          410122 002004 GB00011 W00000000    | 410122002004GB00011W00000000
          410122002004gb00011f00010001       | 410122002004GB00011F00010001
          ４１０１２２002004GB00011F00010001 | 410122002004GB00011F00010001
          410122002004GB00011                | unit-parcel-only
          410122002004GB00011F0001000        | length 27 28
          410122002004G800011F00010001       | letter 14 8
          41012200200AGB00011F00010001       | digit 12 A
          410122002004GB0001100010001X       | letter 20 0
          410122002004GB00011F0001000O       | digit 28 O
          """)
  void readsRealEstateUnitNumbers(String written, String expected) {
    assertThat(say(RealEstateUnitNumber.parse(written)).strip()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          410122002004GB00011F00010001 | ''
          410122002004JC00011F00010001 | ''
          410122002004GB00011W00000000 | ''
          410122002004KB00011F00010001 | codes.unit-letter[13, K]
          410122002004GB00011W00010001 | codes.unit-nothing-built[W00010001, W00000000]
          410122002004GK00011K00010001 | codes.unit-letter[14, K] codes.unit-letter[20, K]
          """)
  void doubtsLettersThatAreNotVerified(String number, String expected) {
    RealEstateUnitNumber unit = new RealEstateUnitNumber(number);

    assertThat(
            String.join(" ", unit.doubts().stream().map(it -> it.key() + it.arguments()).toList()))
        .isEqualTo(expected);
    assertThat(unit.parcel() + number.substring(19)).isEqualTo(number);
    assertThat(unit.county()).isEqualTo("410122");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          4101221000012     | 4101221000012
          ４１０１２２１０００012 | 4101221000012
          dk-410122-07      | DK-410122-07
          410122 1000012    | parcel-blank
          410               | parcel-length 3 4 32
          地块三十一号      | parcel-character
          """)
  void refusesOnlyWhatCannotBeAParcelCode(String written, String expected) {
    assertThat(say(ParcelCodes.shipped().parse(written)).strip()).isEqualTo(expected);
  }

  @Test
  void saysThatTheRuleOfParcelCodesIsUnverified() {
    ParcelCode known = ParcelCodes.shipped().parse("4101221000012").find().orElseThrow();
    ParcelCode other = ParcelCodes.shipped().parse("DK-410122-07").find().orElseThrow();

    assertThat(known.doubts()).extracting(Message::key).containsExactly("codes.parcel-unverified");
    assertThat(other.doubts()).extracting(Message::key).containsExactly("codes.parcel-form");
    assertThat(Messages.say(known.doubts().getFirst(), Language.ZH)).contains("未核实");
  }
}
