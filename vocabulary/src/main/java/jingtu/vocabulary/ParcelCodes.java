package jingtu.vocabulary;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The forms that codes of parcels have. None could be laid beside a printed rule, so that a code is
 * refused only where it cannot be a code at all: blanks inside, other characters than letters,
 * digits and hyphens, too short or too long.
 */
public final class ParcelCodes {

  private static final int SHORTEST = 4;
  private static final int LONGEST = 32;
  private static final Pattern CHARACTERS = Pattern.compile("[0-9A-Z-]*");
  private static final ParcelCodes SHIPPED =
      new ParcelCodes(
          CsvTable.resource(
              ParcelCodes.class,
              "parcel-codes.csv",
              "form",
              "pattern",
              "example",
              "confidence",
              "source"));

  private final List<Form> forms;

  /**
   * One form of code.
   *
   * @param pattern a regular expression for the whole code
   */
  public record Form(String name, Pattern pattern, Confidence confidence, String source) {}

  private ParcelCodes(CsvTable table) {
    forms = table.rows().stream().map(ParcelCodes::form).toList();
  }

  private static Form form(CsvTable.Row row) {
    Form form =
        new Form(
            row.get("form"),
            Pattern.compile(row.get("pattern")),
            Confidence.valueOf(row.get("confidence")),
            row.get("source"));
    if (!form.pattern().matcher(row.get("example")).matches()) {
      throw row.fault("has an example that is not of its form");
    }
    return form;
  }

  /** The forms that come with the program. */
  public static ParcelCodes shipped() {
    return SHIPPED;
  }

  /** Reads a code in any width and case, without blanks around it. */
  public Parsed<ParcelCode> parse(String written) {
    String code = CodeText.plain(written);
    if (code.indexOf(' ') >= 0) {
      return refused(Message.of("codes.parcel-blank", written));
    }
    if (code.length() < SHORTEST || code.length() > LONGEST) {
      return refused(Message.of("codes.parcel-length", written, code.length(), SHORTEST, LONGEST));
    }
    if (!CHARACTERS.matcher(code).matches()) {
      return refused(Message.of("codes.parcel-character", written));
    }
    return new Parsed.Understood<>(
        new ParcelCode(
            code,
            forms.stream().filter(form -> form.pattern().matcher(code).matches()).findFirst()));
  }

  private static Parsed<ParcelCode> refused(Message problem) {
    return new Parsed.Refused<>(problem, Message.of("codes.parcel-remedy", SHORTEST, LONGEST));
  }
}
