package jingtu.sheets;

/**
 * One cell as it stands in the file.
 *
 * @param text what it holds, without white space around it: a number in the shortest decimal form
 *     that gives back the stored value, a date as ISO 8601, an error as shown ({@code #DIV/0!})
 */
public record Cell(CellAddress address, Kind kind, String text) {

  /** What the file says that the cell holds; in a .csv everything is text. */
  public enum Kind {
    EMPTY,
    TEXT,
    NUMBER,
    DATE,
    FLAG,
    ERROR
  }

  public boolean isEmpty() {
    return kind == Kind.EMPTY;
  }
}
