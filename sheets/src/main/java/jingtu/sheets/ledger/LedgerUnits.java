package jingtu.sheets.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jingtu.vocabulary.CsvTable;

/** Units that ledgers write, by the ways they are written; see units.csv. */
final class LedgerUnits {

  private static final Map<String, String> SYMBOLS = new HashMap<>();

  static {
    for (CsvTable.Row row :
        CsvTable.resource(LedgerUnits.class, "units.csv", "symbol", "aliases").rows()) {
      SYMBOLS.put(Word.key(row.get("symbol")), row.get("symbol"));
      row.list("aliases").forEach(alias -> SYMBOLS.put(Word.key(alias), row.get("symbol")));
    }
  }

  private LedgerUnits() {}

  /** The symbol of the unit that a text names. */
  static Optional<String> find(String written) {
    return Optional.ofNullable(SYMBOLS.get(Word.key(written)));
  }
}
