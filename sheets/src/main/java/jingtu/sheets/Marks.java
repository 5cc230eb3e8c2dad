package jingtu.sheets;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;

/** What is to be written into the cells of a copy, in the order of sheet, row and column. */
public final class Marks {

  private final List<CellFinding> findings;
  private final Language language;
  private final Map<String, NavigableMap<Integer, NavigableMap<Integer, List<CellFinding>>>> cells =
      new HashMap<>();

  public Marks(List<CellFinding> findings, Language language) {
    this.findings = List.copyOf(findings);
    this.language = language;
    for (CellFinding finding : findings) {
      cells
          .computeIfAbsent(finding.at().sheet(), sheet -> new TreeMap<>())
          .computeIfAbsent(finding.at().row(), row -> new TreeMap<>())
          .computeIfAbsent(finding.at().column(), column -> new ArrayList<>())
          .add(finding);
    }
  }

  /** The findings in the order in which they were told. */
  public List<CellFinding> findings() {
    return findings;
  }

  /** Findings of a sheet by row and column, both ascending. */
  public NavigableMap<Integer, NavigableMap<Integer, List<CellFinding>>> of(String sheet) {
    return Collections.unmodifiableNavigableMap(cells.getOrDefault(sheet, new TreeMap<>()));
  }

  public String say(Message message) {
    return Messages.say(message, language);
  }

  /** A sentence {@code sheets.<key>} of the copy itself. */
  public String say(String key, Object... arguments) {
    return say(Message.of("sheets." + key, arguments));
  }

  /** A sentence in all languages in which an earlier copy may have been written. */
  public static List<String> inEveryLanguage(String key) {
    return Stream.of(Language.values())
        .map(language -> Messages.say(Message.of("sheets." + key), language))
        .collect(Collectors.toUnmodifiableList());
  }
}
