package jingtu.sheets.ledger;

import jingtu.sheets.CellAddress;
import jingtu.sheets.CellFinding;
import jingtu.vocabulary.Message;

/** Findings about cells of a ledger, with the sentences {@code ledger.<key>} and its remedy. */
final class Doubts {

  private Doubts() {}

  static CellFinding at(CellAddress cell, String key, Object... arguments) {
    return new CellFinding(
        cell,
        Message.of("ledger." + key, arguments),
        Message.of("ledger." + key + "-remedy", arguments));
  }
}
