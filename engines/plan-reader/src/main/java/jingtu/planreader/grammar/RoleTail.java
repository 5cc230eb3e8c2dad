package jingtu.planreader.grammar;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Units with the role that follows them.
 *
 * <pre>
 *   tail = units { manner } verb           县水务局 按职责分工 负责
 *        | units ( 为 | 作为 ) label         县水务局 为 牵头单位
 *        | unit （ verb ）                   县水务局（牵头）
 * </pre>
 */
record RoleTail(String units, Role role) {

  private static final Lexicon<Role> ROLE_WORDS = Lexicon.meanings("role-words.csv", Role.class);
  private static final Set<String> ALSO_IN_NAMES = Set.of("监督", "监管", "督导");
  private static final List<Role> STRONGEST_FIRST =
      List.of(Role.LEAD, Role.PARTICIPATES, Role.DIVIDED, Role.IMPLEMENTS, Role.ANSWERS);

  private static final Pattern LABELLED =
      Pattern.compile("^(.+?)(?:均|都)?(?:作为|担任|为|是)(?:[^为是，]{1,10}的)?$");
  private static final Pattern IN_BRACKET = Pattern.compile("^(.+?)[（(]([^（）()]+)[）)]$");

  /** The units that some words name before their role; empty where no role follows. */
  static Optional<RoleTail> of(String words) {
    return labelled(words).or(() -> said(words));
  }

  /** 县环保局（牵头）. */
  static Optional<RoleTail> inBracket(String words) {
    Matcher bracket = IN_BRACKET.matcher(words);
    if (!bracket.matches()) {
      return Optional.empty();
    }
    return of(bracket.group(2))
        .filter(tail -> tail.units().isEmpty())
        .map(tail -> new RoleTail(bracket.group(1), tail.role()));
  }

  private static Optional<RoleTail> labelled(String words) {
    return ClauseLabel.atEndOf(words)
        .flatMap(
            label -> {
              int end = words.length() - label.getKey().length();
              Matcher copula = LABELLED.matcher(words.substring(0, end));
              return copula.matches()
                  ? Optional.of(new RoleTail(copula.group(1), label.getValue()))
                  : Optional.empty();
            });
  }

  private static Optional<RoleTail> said(String words) {
    Set<Role> said = EnumSet.noneOf(Role.class);
    String units = words;
    Optional<Map.Entry<String, Role>> word = ROLE_WORDS.atEndOf(units);
    while (word.isPresent() && !isInName(units, word.get().getKey())) {
      said.add(word.get().getValue());
      units = units.substring(0, units.length() - word.get().getKey().length());
      word = ROLE_WORDS.atEndOf(units);
    }
    String named = units;
    return STRONGEST_FIRST.stream()
        .filter(said::contains)
        .findFirst()
        .map(role -> new RoleTail(named, role));
  }

  /** 质量技术监督 without its 局 is a name, 生态环境局监督 is not. */
  private static boolean isInName(String words, String last) {
    String before = words.substring(0, words.length() - last.length());
    return ALSO_IN_NAMES.contains(last) && !Units.isUnit(before) && !Units.isLowerLevel(before);
  }
}
