package jingtu.sheets.ledger;

import java.util.List;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;

/**
 * The ledgers of a file.
 *
 * @param leftOut sheets that are no ledgers
 * @param findings what broke the reading off
 */
public record LedgerBook(
    List<LedgerReading> ledgers, List<LeftOutSheet> leftOut, List<Finding> findings) {

  public LedgerBook {
    ledgers = List.copyOf(ledgers);
    leftOut = List.copyOf(leftOut);
    findings = List.copyOf(findings);
  }

  /** A sheet that is no ledger. */
  public record LeftOutSheet(String sheet, Reason reason) {

    /** Why a sheet is no ledger. */
    public enum Reason {
      /** The file hides it from its readers. */
      HIDDEN,
      /** Nothing is written on it. */
      EMPTY,
      /** No row on it could be the header of a table. */
      NO_TABLE
    }

    /** The reason in words. */
    public Message why() {
      return switch (reason) {
        case HIDDEN -> Message.of("ledger.sheet-hidden", sheet);
        case EMPTY -> Message.of("ledger.sheet-empty", sheet);
        case NO_TABLE -> Message.of("ledger.sheet-no-table", sheet);
      };
    }
  }
}
