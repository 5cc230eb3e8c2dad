package jingtu.sheets.xlsx;

import java.util.Optional;
import java.util.OptionalInt;
import jingtu.sheets.CellArea;

/** References as the file writes them: {@code D17}, {@code A1:C3} (ECMA-376 part 1, 18.18.62). */
final class CellReference {

  /** No column of any program is named by more letters. */
  private static final int LETTERS = 3;

  private static final int DIGITS = 7;

  private CellReference() {}

  /** The column of a reference; empty where it names none. */
  static Optional<Integer> column(String reference) {
    int letters = letters(reference);
    if (letters == 0 || letters > LETTERS) {
      return Optional.empty();
    }
    int column = 0;
    for (int i = 0; i < letters; i++) {
      column = column * 26 + Character.toUpperCase(reference.charAt(i)) - 'A' + 1;
    }
    return Optional.of(column);
  }

  private static int letters(String reference) {
    int letters = 0;
    while (letters < reference.length() && isLetter(reference.charAt(letters))) {
      letters++;
    }
    return letters;
  }

  private static boolean isLetter(char character) {
    return (character >= 'A' && character <= 'Z') || (character >= 'a' && character <= 'z');
  }

  /** The row of a reference; empty where it names none. */
  static OptionalInt row(String reference) {
    String digits = reference.substring(letters(reference));
    boolean number =
        !digits.isEmpty()
            && digits.length() <= DIGITS
            && digits.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    return number ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
  }

  /** The area of a reference to one or two cells; empty where it is none. */
  static Optional<CellArea> area(String reference) {
    String[] corners = reference.replace("$", "").split(":", -1);
    String first = corners[0];
    String last = corners[corners.length - 1];
    OptionalInt top = row(first);
    OptionalInt bottom = row(last);
    Optional<Integer> left = column(first);
    Optional<Integer> right = column(last);
    boolean whole = top.isPresent() && bottom.isPresent() && left.isPresent() && right.isPresent();
    if (!whole
        || top.getAsInt() < 1
        || bottom.getAsInt() < top.getAsInt()
        || right.get() < left.get()) {
      return Optional.empty();
    }
    return Optional.of(new CellArea(top.getAsInt(), left.get(), bottom.getAsInt(), right.get()));
  }
}
