package jingtu.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The number of a real-estate unit: 28 positions, of which the first 19 are the code of its parcel.
 *
 * <p>Source: GB/T 37346-2019: six digits for the county, three for the cadastral zone, three for
 * its part, two letters for ownership and kind of parcel, a serial of five digits; then a letter
 * for what stands on the parcel and eight digits for the unit. The places of digits and letters are
 * checked (confidence A: examples of the standard's annex A.2); the letters themselves and what
 * they imply are not known as well (see {@code real-estate-letters.csv}), so that a letter beyond
 * them is a doubt and no fault.
 *
 * @param number in capitals, without blanks
 */
public record RealEstateUnitNumber(String number) {

  public static final int LENGTH = 28;

  /** The length of the code of a parcel, with which a number begins. */
  private static final int PARCEL = 19;

  /** D a digit, L a letter. */
  private static final String LAYOUT = "DDDDDDDDDDDDLLDDDDDLDDDDDDDD";

  private static final String NOTHING_BUILT = "W00000000";

  private static final List<CsvTable.Row> LETTERS =
      CsvTable.resource(
              RealEstateUnitNumber.class,
              "real-estate-letters.csv",
              "place",
              "letter",
              "chinese",
              "confidence",
              "source")
          .rows();

  public RealEstateUnitNumber {
    Optional<Parsed.Refused<RealEstateUnitNumber>> fault = fault(number, number);
    if (fault.isPresent()) {
      throw new IllegalArgumentException("'" + number + "': " + fault.get().problem());
    }
  }

  /** Reads a number in any width and case, with or without blanks between its parts. */
  public static Parsed<RealEstateUnitNumber> parse(String written) {
    String number = CodeText.compact(written);
    Optional<Parsed.Refused<RealEstateUnitNumber>> fault = fault(number, written);
    return fault.isPresent()
        ? fault.get()
        : new Parsed.Understood<>(new RealEstateUnitNumber(number));
  }

  private static Optional<Parsed.Refused<RealEstateUnitNumber>> fault(
      String number, String written) {
    if (number.length() == PARCEL) {
      return refused(
          Message.of("codes.unit-parcel-only", written), "codes.unit-parcel-only-remedy");
    }
    if (number.length() != LENGTH) {
      return refused(
          Message.of("codes.length", written, number.length(), LENGTH), "codes.unit-remedy");
    }
    for (int i = 0; i < LENGTH; i++) {
      char character = number.charAt(i);
      if (LAYOUT.charAt(i) == 'D' && !CodeText.isDigit(character)) {
        return refused(Message.of("codes.digit", written, i + 1, character), "codes.unit-remedy");
      }
      if (LAYOUT.charAt(i) == 'L' && !CodeText.isLetter(character)) {
        return refused(Message.of("codes.letter", written, i + 1, character), "codes.unit-remedy");
      }
    }
    return Optional.empty();
  }

  private static Optional<Parsed.Refused<RealEstateUnitNumber>> refused(
      Message problem, String remedy) {
    return Optional.of(new Parsed.Refused<>(problem, Message.of(remedy)));
  }

  /** The code of the parcel: the first 19 positions. */
  public String parcel() {
    return number.substring(0, PARCEL);
  }

  /** The county by GB/T 2260. */
  public String county() {
    return number.substring(0, 6);
  }

  /** What looks wrong but is not known well enough to be refused; empty where nothing does. */
  public List<Message> doubts() {
    List<Message> doubts = new ArrayList<>();
    for (int place : List.of(13, 14, 20)) {
      String letter = number.substring(place - 1, place);
      if (LETTERS.stream().noneMatch(row -> isLetter(row, place, letter))) {
        doubts.add(Message.of("codes.unit-letter", place, letter));
      }
    }
    if (number.charAt(PARCEL) == 'W' && !number.endsWith(NOTHING_BUILT)) {
      doubts.add(Message.of("codes.unit-nothing-built", number.substring(PARCEL), NOTHING_BUILT));
    }
    return doubts;
  }

  private static boolean isLetter(CsvTable.Row row, int place, String letter) {
    return row.get("place").equals(String.valueOf(place)) && row.get("letter").equals(letter);
  }

  @Override
  public String toString() {
    return number;
  }
}
