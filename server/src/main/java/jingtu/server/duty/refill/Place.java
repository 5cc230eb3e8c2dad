package jingtu.server.duty.refill;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellReference;

/**
 * A cell of a form.
 *
 * @param sheet the sheet's name; in a .docx the number of the table, from 1
 * @param row from 0
 * @param column from 0
 */
public record Place(String sheet, int row, int column) implements Comparable<Place> {

  private static final Pattern ADDRESS = Pattern.compile("([A-Za-z]{1,3})([1-9][0-9]{0,6})");

  /** The cell at an address such as {@code C5}. */
  public static Optional<Place> at(String sheet, String address) {
    Matcher parts = ADDRESS.matcher(address);
    return parts.matches()
        ? Optional.of(
            new Place(
                sheet,
                Integer.parseInt(parts.group(2)) - 1,
                CellReference.convertColStringToIndex(parts.group(1))))
        : Optional.empty();
  }

  /** {@code C5}. */
  public String address() {
    return CellReference.convertNumToColString(column) + (row + 1);
  }

  /** {@code Sheet1!C5}. */
  public String text() {
    return sheet + "!" + address();
  }

  Place inRow(int other) {
    return new Place(sheet, other, column);
  }

  @Override
  public int compareTo(Place other) {
    int bySheet = sheet.compareTo(other.sheet);
    int byRow = bySheet == 0 ? Integer.compare(row, other.row) : bySheet;
    return byRow == 0 ? Integer.compare(column, other.column) : byRow;
  }
}
