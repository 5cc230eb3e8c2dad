package jingtu.server.duty.refill;

import java.util.List;

/**
 * A cell of a form as it came, or several that are merged.
 *
 * @param place its upper left corner
 * @param text what is read in it; of a formula the formula itself
 * @param room how many narrow characters fit into it; 0 where it grows with its text
 * @param width of one line, in narrow characters; 0 where it is not known
 * @param choices what its drop-down list offers; empty where it has none
 * @param summed whether a formula of the form reckons with it
 */
public record FormCell(
    Place place,
    int rowSpan,
    int columnSpan,
    String text,
    Content content,
    Format format,
    int room,
    int width,
    List<String> choices,
    boolean summed) {

  public FormCell {
    choices = List.copyOf(choices);
  }

  /** What a cell holds. */
  public enum Content {
    EMPTY,
    TEXT,
    NUMBER,
    /** Is reckoned; never written into. */
    FORMULA,
    /** Holds what cannot be replaced by a text: a table or a picture. */
    OTHER
  }

  /** As what its value is shown. */
  public enum Format {
    GENERAL,
    TEXT,
    NUMBER,
    PERCENT,
    DAY
  }

  /** Whether something may be written into it. */
  public boolean takes() {
    return content != Content.FORMULA && content != Content.OTHER;
  }

  /** Whether it is a word of the form itself. */
  boolean isLabel() {
    return content == Content.TEXT;
  }

  boolean covers(int row, int column) {
    return row >= place.row()
        && row < place.row() + rowSpan
        && column >= place.column()
        && column < place.column() + columnSpan;
  }
}
