package jingtu.planreader.grammar;

import java.util.Map;
import java.util.Optional;

/**
 * A label that says what the units after it have to do: 牵头单位：, 市级配合单位:, 【责任单位】.
 *
 * @param length how many characters it takes, its colon or brackets included
 * @param closed whether a colon or a bracket ends it
 */
record ClauseLabel(int length, Role role, boolean closed) {

  private static final Lexicon<Role> LABELS = Lexicon.meanings("role-labels.csv", Role.class);

  /** A label that needs no colon is at least this long: 牵头单位, not 牵头. */
  private static final int LONG_ENOUGH = 4;

  /** The label that stands at {@code i}; a short one needs its colon. */
  static Optional<ClauseLabel> at(String text, int i) {
    if (i >= text.length()) {
      return Optional.empty();
    }
    return Brackets.opens(text.charAt(i)) ? inBrackets(text, i) : plain(text, i);
  }

  /** The role of a label that some words are, such as the heading of a column. */
  static Optional<Role> roleOf(String words) {
    return LABELS.at(words, 0).or(() -> LABELS.atEndOf(words)).map(Map.Entry::getValue);
  }

  /** The label that ends some words: 为牵头单位. */
  static Optional<Map.Entry<String, Role>> atEndOf(String words) {
    return LABELS.atEndOf(words);
  }

  /** 【牵头单位】 does without a colon; a short label in brackets is a role: 甲局（牵头）. */
  private static Optional<ClauseLabel> inBrackets(String text, int i) {
    int level = levelAt(text, i + 1);
    return LABELS
        .at(text, i + 1 + level)
        .filter(found -> found.getKey().length() >= LONG_ENOUGH)
        .map(found -> new ClauseLabel(level + found.getKey().length() + 2, found.getValue(), true))
        .filter(label -> i + label.length() <= text.length())
        .filter(label -> Brackets.closes(text.charAt(i + label.length() - 1)))
        .map(label -> isColon(text, i + label.length()) ? label.longer() : label);
  }

  private static Optional<ClauseLabel> plain(String text, int i) {
    int level = levelAt(text, i);
    return LABELS
        .at(text, i + level)
        .map(found -> new ClauseLabel(level + found.getKey().length(), found.getValue(), false))
        .flatMap(label -> withColon(text, i, label));
  }

  private static Optional<ClauseLabel> withColon(String text, int i, ClauseLabel label) {
    if (isColon(text, i + label.length())) {
      return Optional.of(new ClauseLabel(label.length() + 1, label.role(), true));
    }
    boolean more = i + label.length() < text.length();
    return label.length() >= LONG_ENOUGH && more ? Optional.of(label) : Optional.empty();
  }

  private ClauseLabel longer() {
    return new ClauseLabel(length + 1, role, closed);
  }

  /** The length of the level before a label: 市级 in 市级牵头单位. */
  private static int levelAt(String text, int i) {
    boolean level =
        i + 1 < text.length()
            && "省市县区乡镇".indexOf(text.charAt(i)) >= 0
            && "级直".indexOf(text.charAt(i + 1)) >= 0;
    return level ? 2 : 0;
  }

  private static boolean isColon(String text, int i) {
    return i < text.length() && "：:".indexOf(text.charAt(i)) >= 0;
  }
}
