package jingtu.planreader.grammar;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jingtu.planreader.grammar.Clause.Phrase;
import jingtu.planreader.grammar.Clause.Rules;

/**
 * Reads a responsibility clause: what stands in the bracket that closes a task, or in lines such as
 * 牵头单位：….
 *
 * <pre>
 *   clause  = { element ( ， | 、 | ； | 。 ) } [ rules ]
 *   element = [ label ： ] units [ role ]
 *   units   = unit { ( 、 | 和 | 及 | 与 | 会同 ) unit } [ 等部门 ]
 *   role    = { manner } verb              按职责分工 负责, 共同 牵头, 配合 落实
 * </pre>
 *
 * <p>Units wait until a role or the next label tells what they have to do.
 */
public final class ClauseGrammar {

  private static final Lexicon<Role> ROLE_WORDS = Lexicon.meanings("role-words.csv", Role.class);
  private static final Lexicon<Role> LABELS = Lexicon.meanings("role-labels.csv", Role.class);

  private static final Pattern ENUMERATOR =
      Pattern.compile("^(?:[（(]?[0-9]{1,2}[）)]|[0-9]{1,2}[、.．])");
  private static final Pattern AGENT_MARK = Pattern.compile("^(?:具体由|均由|分别由|统一由|由)");
  private static final Pattern LABELLED_ROLE = Pattern.compile("^(.+?)(?:作为|担任|为|是)$");
  private static final Pattern ROLE_IN_BRACKET = Pattern.compile("^(.+?)[（(]([^（）()]+)[）)]$");

  private static final Pattern STANDING = Pattern.compile("(?:长期|持续|常年|常态化)(?:坚持|推进|实施|开展|落实|进行)?");
  private static final Set<String> ALSO_IN_NAMES = Set.of("监督", "监管", "督导");

  private final String text;
  private final List<Named> named = new ArrayList<>();
  private final List<Waiting> waiting = new ArrayList<>();
  private Optional<Role> label = Optional.empty();
  private Optional<Phrase> timeLimit = Optional.empty();
  private boolean open;
  private boolean saysRole;

  private ClauseGrammar(String text) {
    this.text = text;
  }

  private record Named(String name, Role role) {}

  /** A unit whose role is not told yet; {@code joined} by 会同 to the one before it. */
  private record Waiting(String name, boolean joined) {}

  /** Reads a clause without its brackets; empty where the text is none. */
  public static Optional<Clause> parse(String text) {
    return new ClauseGrammar(text).read(Optional.empty());
  }

  /** Reads the cell of a column such as 责任单位, whose heading stands for a label. */
  public static Optional<Clause> parseCell(String columnHeading, String cell) {
    Optional<Role> role =
        LABELS
            .at(columnHeading, 0)
            .or(() -> LABELS.atEndOf(columnHeading))
            .map(Map.Entry::getValue);
    return role.isEmpty() ? Optional.empty() : new ClauseGrammar(cell).read(role);
  }

  /** Whether a label such as 责任单位： stands in a paragraph at {@code from}. */
  public static boolean startsWithLabel(String paragraph, int from) {
    return labelAt(paragraph, from) > 0;
  }

  /** Whether a column heading or a label names units, people or a date of a clause. */
  public static boolean isLabel(String words) {
    return LABELS.at(words, 0).filter(found -> found.getKey().equals(words)).isPresent();
  }

  private Optional<Clause> read(Optional<Role> column) {
    label = column;
    int end = OnceStated.startIn(text);
    for (Phrase element : elements(end)) {
      readElement(element);
    }
    settle(label.orElse(Role.PARTICIPATES));
    Clause clause = resolve(OnceStated.read(text.substring(end)));
    boolean isClause = (saysRole || column.isPresent()) && clause.namesSomebody();
    return isClause && clause.unclear().size() * 2 <= named.size()
        ? Optional.of(clause)
        : Optional.empty();
  }

  /** Parts the clause at its punctuation and before every label. */
  private List<Phrase> elements(int end) {
    List<Phrase> elements = new ArrayList<>();
    Matcher enumerator = ENUMERATOR.matcher(text).region(0, end);
    int start = enumerator.find() ? enumerator.end() : 0;
    int depth = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      depth = Math.max(0, depth + Brackets.step(c));
      if (depth == 0 && "，,、；;。".indexOf(c) >= 0) {
        elements.add(new Phrase(start, i));
        start = i + 1;
      } else if (depth == 0 && labelAt(text, i) > 0) {
        elements.add(new Phrase(start, i));
        start = i;
        i += labelAt(text, i) - 1;
      }
    }
    elements.add(new Phrase(start, end));
    elements.removeIf(element -> element.from() >= element.to());
    return elements;
  }

  /** A label at {@code i}, with the level before it: 市级牵头单位. */
  private static Optional<Label> label(String text, int i) {
    boolean level =
        i + 1 < text.length()
            && "省市县区乡镇".indexOf(text.charAt(i)) >= 0
            && "级直".indexOf(text.charAt(i + 1)) >= 0;
    int from = level ? i + 2 : i;
    return LABELS
        .at(text, from)
        .map(found -> new Label(from - i + found.getKey().length(), found.getValue()));
  }

  private record Label(int length, Role role) {}

  /** The length of a label with its colon at {@code i}; 0 where there is none. */
  private static int labelAt(String text, int i) {
    return label(text, i)
        .map(Label::length)
        .filter(length -> i + length < text.length() && "：:".indexOf(text.charAt(i + length)) >= 0)
        .map(length -> length + 1)
        .orElse(0);
  }

  private void readElement(Phrase element) {
    String words = text.substring(element.from(), element.to());
    Optional<Label> opening = label(words, 0).filter(found -> isLabelIn(words, found));
    if (opening.isPresent()) {
      settle(label.orElse(Role.PARTICIPATES));
      label = opening.map(Label::role);
      saysRole = true;
      int skipped = opening.get().length();
      while (skipped < words.length() && "：:为是".indexOf(words.charAt(skipped)) >= 0) {
        skipped++;
      }
      readValue(new Phrase(element.from() + skipped, element.to()));
    } else {
      readValue(element);
    }
  }

  /** A short label such as 牵头 needs its colon; 牵头单位 does without. */
  private static boolean isLabelIn(String words, Label found) {
    boolean colon =
        found.length() < words.length() && "：:".indexOf(words.charAt(found.length())) >= 0;
    return colon || (found.length() >= 4 && found.length() < words.length());
  }

  private void readValue(Phrase value) {
    if (value.from() >= value.to() || label.equals(Optional.of(Role.PERSON))) {
      return;
    }
    if (label.equals(Optional.of(Role.TIME))) {
      int from = timeLimit.map(Phrase::from).orElse(value.from());
      timeLimit = Optional.of(new Phrase(from, value.to()));
      return;
    }
    String words = text.substring(value.from(), value.to());
    if (isTime(words)) {
      timeLimit = timeLimit.or(() -> Optional.of(value));
    } else {
      readUnits(words);
    }
  }

  /** 2024年6月底前完成, 长期坚持: a time limit that no label announces. */
  private static boolean isTime(String words) {
    return STANDING.matcher(words).matches()
        || DateGrammar.read(words, Optional.of(2000)).stream()
            .anyMatch(date -> date.from() <= 2 && words.length() - date.to() <= 6);
  }

  private void readUnits(String words) {
    Matcher agent = AGENT_MARK.matcher(words);
    String rest = agent.find() ? words.substring(agent.end()) : words;
    Optional<Tail> inBracket = roleInBracket(rest);
    if (inBracket.isPresent()) {
      await(inBracket.get().units(), true);
      Waiting alone = waiting.removeLast();
      named.add(new Named(alone.name(), inBracket.get().role()));
      return;
    }
    Optional<Tail> tail = tailOf(rest);
    await(tail.map(Tail::units).orElse(rest), false);
    tail.ifPresent(
        found -> {
          saysRole = true;
          settle(found.role());
        });
  }

  private void await(String units, boolean alone) {
    int joint = alone ? -1 : units.indexOf("会同");
    if (joint >= 0) {
      await(units.substring(0, joint), false);
      units = units.substring(joint + "会同".length());
    }
    boolean joined = joint >= 0 || (!waiting.isEmpty() && waiting.getLast().joined());
    Units.UnitList list = Units.list(units);
    open |= list.open();
    list.names().forEach(name -> waiting.add(new Waiting(name, joined)));
  }

  /** Units with the role that follows them. */
  private record Tail(String units, Role role) {}

  /** 县环保局（牵头）. */
  private Optional<Tail> roleInBracket(String words) {
    Matcher bracket = ROLE_IN_BRACKET.matcher(words);
    if (!bracket.matches()) {
      return Optional.empty();
    }
    return tailOf(bracket.group(2))
        .filter(tail -> tail.units().isEmpty())
        .map(tail -> new Tail(bracket.group(1), tail.role()));
  }

  private static Optional<Tail> tailOf(String words) {
    Optional<Map.Entry<String, Role>> label = LABELS.atEndOf(words);
    if (label.isPresent()) {
      String before = words.substring(0, words.length() - label.get().getKey().length());
      Matcher copula = LABELLED_ROLE.matcher(before);
      if (copula.matches()) {
        return Optional.of(new Tail(copula.group(1), label.get().getValue()));
      }
    }
    Set<Role> said = EnumSet.noneOf(Role.class);
    String units = words;
    Optional<Map.Entry<String, Role>> word = ROLE_WORDS.atEndOf(units);
    while (word.isPresent() && !isInName(units, word.get().getKey())) {
      said.add(word.get().getValue());
      units = units.substring(0, units.length() - word.get().getKey().length());
      word = ROLE_WORDS.atEndOf(units);
    }
    String named = units;
    return strongest(said).map(role -> new Tail(named, role));
  }

  /** 质量技术监督 without its 局 is a name, 生态环境局监督 is not. */
  private static boolean isInName(String words, String last) {
    String before = words.substring(0, words.length() - last.length());
    return ALSO_IN_NAMES.contains(last) && !Units.isUnit(before) && !Units.isLowerLevel(before);
  }

  private static Optional<Role> strongest(Set<Role> said) {
    return List.of(Role.LEAD, Role.PARTICIPATES, Role.DIVIDED, Role.IMPLEMENTS, Role.ANSWERS)
        .stream()
        .filter(said::contains)
        .findFirst();
  }

  private void settle(Role role) {
    for (Waiting unit : waiting) {
      named.add(new Named(unit.name(), unit.joined() ? Role.PARTICIPATES : role));
    }
    waiting.clear();
  }

  private Clause resolve(Rules rules) {
    boolean led = named.stream().anyMatch(unit -> unit.role() == Role.LEAD);
    boolean answered = named.stream().anyMatch(unit -> unit.role() == Role.RESPONSIBLE);
    List<String> lead = new ArrayList<>();
    List<String> responsible = new ArrayList<>();
    List<String> participants = new ArrayList<>();
    List<String> implementers = new ArrayList<>();
    List<String> unclear = new ArrayList<>();
    boolean lower = false;
    for (Named unit : named) {
      lower = Units.isLowerLevel(unit.name()) || (lower && Units.isArea(unit.name()));
      List<String> place =
          switch (unit.role()) {
            case LEAD -> lead;
            case ANSWERS -> led || answered ? (lower ? implementers : responsible) : lead;
            case DIVIDED, RESPONSIBLE -> lower ? implementers : responsible;
            case PARTICIPATES -> participants;
            case IMPLEMENTS -> implementers;
            case PERSON, TIME, MANNER -> unclear;
          };
      place.add(unit.name());
      if (!Units.isUnit(unit.name()) && !Units.isLowerLevel(unit.name())) {
        unclear.add(unit.name());
      }
    }
    return new Clause(
        lead, responsible, participants, implementers, open, led, timeLimit, rules, unclear);
  }
}
