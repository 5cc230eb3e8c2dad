package jingtu.server.register.exchange.cell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jingtu.sheets.HeaderText;

/**
 * The entries of a list of codes as people write them: {@code parent/child}, by the labels. What
 * two entries would share is written as the code.
 */
public final class CodeNames {

  /** Lists are at most this deep; a circle of parents ends there. */
  private static final int DEEPEST = 8;

  private final Map<String, String> pathByCode = new LinkedHashMap<>();
  private final List<String> offered;
  private final Map<String, List<String>> codesByPath = new HashMap<>();
  private final Map<String, List<String>> codesByLabel = new HashMap<>();

  /**
   * One entry.
   *
   * @param parent the code of the entry above it; empty at the top
   * @param offered whether it is in force, so that new records may have it
   */
  public record Entry(String code, String label, Optional<String> parent, boolean offered) {}

  public CodeNames(List<Entry> entries) {
    Map<String, Entry> byCode = new LinkedHashMap<>();
    entries.forEach(entry -> byCode.put(entry.code(), entry));
    for (Entry entry : byCode.values()) {
      String path = path(entry, byCode);
      pathByCode.put(entry.code(), path);
      codesByPath.computeIfAbsent(comparable(path), key -> new ArrayList<>()).add(entry.code());
      codesByLabel
          .computeIfAbsent(comparable(entry.label()), key -> new ArrayList<>())
          .add(entry.code());
    }
    offered = byCode.values().stream().filter(Entry::offered).map(Entry::code).toList();
  }

  private static String path(Entry entry, Map<String, Entry> byCode) {
    List<String> labels = new ArrayList<>(List.of(entry.label()));
    Set<String> seen = new HashSet<>(Set.of(entry.code()));
    Optional<Entry> above = entry.parent().map(byCode::get);
    while (above.isPresent() && labels.size() < DEEPEST && seen.add(above.get().code())) {
      labels.addFirst(above.get().label());
      above = above.get().parent().map(byCode::get);
    }
    return String.join("/", labels);
  }

  private static String comparable(String written) {
    return HeaderText.comparable(written);
  }

  /** What is written for a code; the code itself where the list does not have it. */
  public String write(String code) {
    String path = pathByCode.getOrDefault(code, code);
    return read(path).equals(List.of(code)) ? path : code;
  }

  /** The codes that a text may mean: a path, a code or a label, whichever of them any entry has. */
  public List<String> read(String written) {
    List<String> byPath = codesByPath.getOrDefault(comparable(written), List.of());
    if (byPath.size() == 1) {
      return byPath;
    }
    if (pathByCode.containsKey(written)) {
      return List.of(written);
    }
    return codesByLabel.getOrDefault(comparable(written), byPath);
  }

  /** What may be written for a new record, in the order of the list. */
  public List<String> offered() {
    return offered.stream().map(this::write).toList();
  }
}
