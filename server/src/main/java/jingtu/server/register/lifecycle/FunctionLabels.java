package jingtu.server.register.lifecycle;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Map;
import jingtu.vocabulary.CsvTable;

/** What functions are called, as a list that ships with the program says. */
final class FunctionLabels {

  private static final Map<String, String> LABELS =
      CsvTable.resource(FunctionLabels.class, "functions.csv", "function", "label").rows().stream()
          .collect(toUnmodifiableMap(row -> row.get("function"), row -> row.get("label")));

  private FunctionLabels() {}

  /** The Chinese words for a function; its id where the list does not know it. */
  static String of(String function) {
    return LABELS.getOrDefault(function, function);
  }
}
