package jingtu.server.register.exchange.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jingtu.server.register.definition.Field;
import jingtu.sheets.HeaderText;
import jingtu.vocabulary.CsvTable;

/**
 * Ids for fields whose labels are Chinese, from a file of usual labels; {@code f7} for the seventh
 * column where the file has none. No two are alike.
 */
final class FieldIds {

  private static final String FILE = "/register/exchange/field-ids.csv";
  private static final Map<String, String> USUAL = load();

  private FieldIds() {}

  private static Map<String, String> load() {
    return CsvTable.resource(FieldIds.class, FILE, "label", "id").rows().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                row -> HeaderText.comparable(row.get("label")), row -> row.get("id")));
  }

  /** Ids for columns with these labels, in the same order. */
  static List<String> of(List<String> labels) {
    Set<String> taken = new HashSet<>();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      String plain = "f" + (i + 1);
      String usual = USUAL.getOrDefault(HeaderText.comparable(labels.get(i)), plain);
      String id = Field.isId(usual) && taken.add(usual) ? usual : plain;
      taken.add(id);
      ids.add(id);
    }
    return ids;
  }
}
