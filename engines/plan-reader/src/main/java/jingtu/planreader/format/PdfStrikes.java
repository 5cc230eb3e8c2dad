package jingtu.planreader.format;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import jingtu.planreader.format.PdfLine.Sign;
import jingtu.planreader.format.PdfRules.Rule;

/**
 * Signs that a rule runs through: words struck out, such as tracked deletions that were printed. A
 * rule strikes out what stands around it from a tenth to half of a sign above its base line; one
 * that stands lower underlines.
 */
final class PdfStrikes {

  private static final double LOWEST = 0.1;
  private static final double HIGHEST = 0.5;

  private final NavigableMap<Double, List<Rule>> level = new TreeMap<>();

  private PdfStrikes(List<Rule> rules) {
    for (Rule rule : rules) {
      if (!rule.upright()) {
        level.computeIfAbsent(rule.at(), unseen -> new ArrayList<>()).add(rule);
      }
    }
  }

  /** Takes the struck signs out of the lines of a page; gives the words that they make. */
  static List<String> takeOut(List<List<Sign>> lines, List<Rule> rules) {
    PdfStrikes strikes = new PdfStrikes(rules);
    List<String> words = new ArrayList<>();
    for (List<Sign> line : lines) {
      strikes.takeOutOf(line, words);
    }
    return words;
  }

  private void takeOutOf(List<Sign> line, List<String> words) {
    List<Sign> kept = new ArrayList<>();
    StringBuilder struck = new StringBuilder();
    for (Sign sign : line) {
      boolean between = sign.text().isBlank() && !struck.isEmpty();
      if (between || isStruck(sign)) {
        struck.append(sign.text());
        continue;
      }
      kept.add(sign);
      note(struck, words);
    }
    note(struck, words);
    line.clear();
    line.addAll(kept);
  }

  private static void note(StringBuilder struck, List<String> words) {
    if (!struck.isEmpty()) {
      words.add(struck.toString());
      struck.setLength(0);
    }
  }

  private boolean isStruck(Sign sign) {
    double highest = sign.base() - HIGHEST * sign.size();
    double lowest = sign.base() - LOWEST * sign.size();
    return highest < lowest && isRuled(highest, lowest, sign.middleX());
  }

  private boolean isRuled(double highest, double lowest, double middle) {
    return level.subMap(highest, true, lowest, true).values().stream()
        .flatMap(List::stream)
        .anyMatch(rule -> rule.from() <= middle && middle <= rule.to());
  }
}
