package jingtu.sheets;

/**
 * One cell as it stands in the file.
 *
 * @param text what it holds, without white space around it: a number in the shortest decimal form
 *     that gives back the stored value, a date as ISO 8601, an error as shown ({@code #DIV/0!})
 * @param format the number format in which a number or date is shown, as the file writes it: {@code
 *     0.00%}; empty where there is none, and always in a .csv
 */
public record Cell(CellAddress address, Kind kind, String text, String format) {

  /** A cell without a number format. */
  public Cell(CellAddress address, Kind kind, String text) {
    this(address, kind, text, "");
  }

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

  /** Whether the file shows the number a hundred times larger with a percent sign: 0.05 as 5%. */
  public boolean shownAsPercent() {
    return kind == Kind.NUMBER && format.indexOf('%') >= 0;
  }
}
