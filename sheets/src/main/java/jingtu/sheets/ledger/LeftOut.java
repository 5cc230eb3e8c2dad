package jingtu.sheets.ledger;

import java.util.List;
import java.util.Locale;
import jingtu.sheets.Cell;
import jingtu.vocabulary.Message;

/**
 * A row below the header that is no entry.
 *
 * @param cells what is written in it
 */
public record LeftOut(String sheet, int row, Reason reason, List<Cell> cells) {

  public LeftOut {
    cells = List.copyOf(cells);
  }

  /** Why a row is no entry. */
  public enum Reason {
    /** A sum over entries. */
    TOTAL,
    /** The header once more, as on each printed page. */
    REPEATED_HEADER,
    /** A title or note from above the header once more. */
    REPEATED_TITLE,
    /** A note, a signature, a date of filling in. */
    REMARK,
    /** A heading over the entries that follow. */
    SECTION,
    /** A running number and nothing else. */
    NUMBERED_ONLY
  }

  /** The reason in words. */
  public Message why() {
    return Message.of(
        "ledger.left-out." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
