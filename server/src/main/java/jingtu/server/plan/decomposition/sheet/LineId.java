package jingtu.server.plan.decomposition.sheet;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a line of a file: {@code 1.12.2} is the second organisation of row 12 of the first table.
 *
 * @param table counts from 1
 * @param row as the table counts
 * @param part counts from 1
 */
public record LineId(int table, int row, int part) implements Comparable<LineId> {

  private static final Pattern FORM = Pattern.compile("(\\d{1,6})\\.(\\d{1,7})\\.(\\d{1,6})");

  /** The id that {@link #toString} writes; empty for anything else. */
  public static Optional<LineId> of(String text) {
    Matcher id = FORM.matcher(text);
    return id.matches()
        ? Optional.of(
            new LineId(
                Integer.parseInt(id.group(1)),
                Integer.parseInt(id.group(2)),
                Integer.parseInt(id.group(3))))
        : Optional.empty();
  }

  @Override
  public int compareTo(LineId other) {
    if (table != other.table) {
      return Integer.compare(table, other.table);
    }
    return row != other.row ? Integer.compare(row, other.row) : Integer.compare(part, other.part);
  }

  @Override
  public String toString() {
    return table + "." + row + "." + part;
  }
}
