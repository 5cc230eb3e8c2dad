package jingtu.sheets;

/**
 * Where a cell stands.
 *
 * @param sheet the sheet's name; empty in a file that has none, such as a .csv
 * @param row from 1, as spreadsheets count
 * @param column from 1: 4 is D
 */
public record CellAddress(String sheet, int row, int column) {

  public CellAddress {
    if (row < 1 || column < 1) {
      throw new IllegalArgumentException("rows and columns count from 1: " + row + ", " + column);
    }
  }

  /** {@code D} for 4, {@code AA} for 27. */
  public static String letters(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return letters.toString();
  }

  /** As people write it: {@code Metals!D17}, or {@code D17} where there are no sheets. */
  @Override
  public String toString() {
    String cell = letters(column) + row;
    return sheet.isEmpty() ? cell : sheet + "!" + cell;
  }
}
