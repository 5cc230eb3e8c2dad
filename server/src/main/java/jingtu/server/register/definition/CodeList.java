package jingtu.server.register.definition;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jingtu.vocabulary.Confidence;
import jingtu.vocabulary.CsvTable;

/**
 * What a code field can hold: codes with their labels, dated and in a tree. A code that is no
 * longer in force still says what it meant.
 *
 * @param entries in the order in which they are offered, parents before their children
 */
public record CodeList(String id, List<Entry> entries) {

  private static final String[] COLUMNS = {
    "code", "label", "parent", "from", "to", "source", "confidence"
  };

  private static final int LONGEST_CODE = 60;

  public CodeList {
    entries = List.copyOf(entries);
  }

  /**
   * One code.
   *
   * @param label in Chinese
   * @param parent the code that it is part of
   * @param validFrom the first day on which it can be chosen
   * @param validTo the last
   * @param source the page that it was taken from
   */
  public record Entry(
      String code,
      String label,
      Optional<String> parent,
      Optional<LocalDate> validFrom,
      Optional<LocalDate> validTo,
      String source,
      Confidence confidence) {

    /** Whether it can be chosen on that day. */
    public boolean isInForce(LocalDate day) {
      return validFrom.map(from -> !day.isBefore(from)).orElse(true)
          && validTo.map(to -> !day.isAfter(to)).orElse(true);
    }
  }

  /**
   * Reads a list from lines of {@code code,label,parent,from,to,source,confidence}.
   *
   * @throws CsvTable.Faulty which names the line
   */
  static CodeList read(String id, String file, String csv) {
    List<Entry> entries = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (CsvTable.Row row : CsvTable.read(file, csv, COLUMNS).rows()) {
      Entry entry = entry(row);
      if (entry.code().isEmpty()
          || entry.code().length() > LONGEST_CODE
          || entry.label().isEmpty()) {
        throw row.fault("needs a code of at most " + LONGEST_CODE + " characters and a label");
      }
      if (!entry.parent().map(codes::contains).orElse(true)) {
        throw row.fault("has a parent that stands on no line before it: " + row.get("parent"));
      }
      if (!codes.add(entry.code())) {
        throw row.fault("gives the code " + entry.code() + " a second time");
      }
      entries.add(entry);
    }
    return new CodeList(id, entries);
  }

  private static Entry entry(CsvTable.Row row) {
    return new Entry(
        row.get("code"),
        row.get("label"),
        Optional.of(row.get("parent")).filter(parent -> !parent.isEmpty()),
        day(row, "from"),
        day(row, "to"),
        row.get("source"),
        confidence(row));
  }

  private static Optional<LocalDate> day(CsvTable.Row row, String column) {
    String written = row.get(column);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(written));
    } catch (DateTimeParseException noDate) {
      throw row.fault("has a '" + column + "' that is no date: " + written);
    }
  }

  private static Confidence confidence(CsvTable.Row row) {
    return switch (row.get("confidence")) {
      case "A" -> Confidence.A;
      case "B" -> Confidence.B;
      case "C" -> Confidence.C;
      default -> throw row.fault("has a confidence that is not A, B or C");
    };
  }

  /** The entry of a code, in force or not. */
  public Optional<Entry> find(String code) {
    return entries.stream().filter(entry -> entry.code().equals(code)).findFirst();
  }

  /** What a code is called. */
  public Optional<String> labelled(String code) {
    return find(code).map(Entry::label);
  }

  /** The only code that is called so; labels under different parents may be the same. */
  public Optional<String> byLabel(String label) {
    List<Entry> called =
        entries.stream().filter(entry -> entry.label().equals(label.strip())).toList();
    return called.size() == 1 ? Optional.of(called.getFirst().code()) : Optional.empty();
  }

  /** Every code with what it and those above it are called: {@code 制造业 / 化学原料}. */
  public Map<String, String> paths() {
    Map<String, String> paths = new LinkedHashMap<>();
    Map<String, String> above = new HashMap<>();
    for (Entry entry : entries) {
      String path =
          entry
              .parent()
              .map(parent -> above.get(parent) + " / " + entry.label())
              .orElse(entry.label());
      above.put(entry.code(), path);
      paths.put(entry.code(), path);
    }
    return paths;
  }
}
