package jingtu.planreader.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jingtu.planreader.grammar.Clause.Phrase;

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

  private static final Pattern ENUMERATOR =
      Pattern.compile("^(?:[（(]?[0-9]{1,2}[）)]|[0-9]{1,2}[、.．])");
  private static final Pattern AGENT_MARK = Pattern.compile("^(?:具体由|均由|分别由|统一由|由)");
  private static final Pattern STANDING = Pattern.compile("(?:长期|持续|常年|常态化)(?:坚持|推进|实施|开展|落实|进行)?");

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

  /**
   * A unit and what it has to do.
   *
   * @param apart whether a comma parts it from the units before it: 甲局、乙局，某园区管委会
   */
  private record Named(String name, Role role, boolean apart) {}

  /** A unit whose role is not told yet; {@code joined} by 会同 to the one before it. */
  private record Waiting(String name, boolean joined, boolean apart) {}

  /** Reads a clause without its brackets; empty where the text is none. */
  public static Optional<Clause> parse(String text) {
    return new ClauseGrammar(text).read(Optional.empty());
  }

  /** Reads a list of units without a word on their role: （县环保局、县水利局）. They answer for the task. */
  static Optional<Clause> parseNames(String text) {
    return new ClauseGrammar(text)
        .read(Optional.of(Role.RESPONSIBLE))
        .filter(clause -> clause.unclear().isEmpty() && !clause.responsible().isEmpty());
  }

  /** Reads the cell of a column such as 责任单位, whose heading stands for a label. */
  public static Optional<Clause> parseCell(String columnHeading, String cell) {
    Optional<Role> role = ClauseLabel.roleOf(columnHeading);
    return role.isEmpty() ? Optional.empty() : new ClauseGrammar(cell).read(role);
  }

  /** Whether a label such as 责任单位： stands in a paragraph at {@code from}. */
  public static boolean startsWithLabel(String paragraph, int from) {
    return ClauseLabel.at(paragraph, from).filter(ClauseLabel::closed).isPresent();
  }

  private Optional<Clause> read(Optional<Role> column) {
    label = column;
    int end = OnceStated.startIn(text);
    for (Phrase element : elements(end)) {
      readElement(element);
    }
    settle(label.orElse(Role.PARTICIPATES));
    Clause clause = resolve(text.substring(end));
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
      Optional<ClauseLabel> here =
          depth > 0 ? Optional.empty() : ClauseLabel.at(text, i).filter(ClauseLabel::closed);
      if (here.isPresent()) {
        elements.add(new Phrase(start, i));
        start = i;
        i += here.get().length() - 1;
        continue;
      }
      depth = Math.max(0, depth + Brackets.step(c));
      if (depth == 0 && "，,、；;。".indexOf(c) >= 0) {
        elements.add(new Phrase(start, i));
        start = i + 1;
      }
    }
    elements.add(new Phrase(start, end));
    elements.removeIf(element -> element.from() >= element.to());
    return elements;
  }

  private void readElement(Phrase element) {
    Optional<ClauseLabel> opening = ClauseLabel.at(text.substring(element.from(), element.to()), 0);
    if (opening.isEmpty()) {
      readValue(element);
      return;
    }
    settle(label.orElse(Role.PARTICIPATES));
    label = opening.map(ClauseLabel::role);
    saysRole = true;
    int skipped = element.from() + opening.get().length();
    while (skipped < element.to() && "：:为是".indexOf(text.charAt(skipped)) >= 0) {
      skipped++;
    }
    readValue(new Phrase(skipped, element.to()));
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
      boolean apart = !waiting.isEmpty() && "，,".indexOf(text.charAt(value.from() - 1)) >= 0;
      readUnits(words, apart);
    }
  }

  /** 2024年6月底前完成, 长期坚持: a time limit that no label announces. */
  private static boolean isTime(String words) {
    return STANDING.matcher(words).matches()
        || DateGrammar.read(words, Optional.of(2000)).stream()
            .anyMatch(date -> date.from() <= 2 && words.length() - date.to() <= 6);
  }

  private void readUnits(String words, boolean apart) {
    Matcher agent = AGENT_MARK.matcher(words);
    String rest = agent.find() ? words.substring(agent.end()) : words;
    Optional<RoleTail> alone = RoleTail.inBracket(rest);
    if (alone.isPresent()) {
      named.add(new Named(alone.get().units(), alone.get().role(), apart));
      return;
    }
    Optional<RoleTail> tail = RoleTail.of(rest);
    await(tail.map(RoleTail::units).orElse(rest), apart);
    tail.ifPresent(
        found -> {
          saysRole = true;
          settle(found.role());
        });
  }

  private void await(String units, boolean apart) {
    int joint = units.indexOf("会同");
    if (joint >= 0) {
      await(units.substring(0, joint), apart);
      units = units.substring(joint + "会同".length());
    }
    boolean joined = joint >= 0 || (!waiting.isEmpty() && waiting.getLast().joined());
    Units.UnitList list = Units.list(units);
    open |= list.open();
    list.names().forEach(name -> waiting.add(new Waiting(name, joined, apart || isApart())));
  }

  private boolean isApart() {
    return !waiting.isEmpty() && waiting.getLast().apart();
  }

  private void settle(Role role) {
    for (Waiting unit : waiting) {
      Role own = unit.joined() ? Role.PARTICIPATES : role;
      named.add(new Named(unit.name(), own, unit.apart()));
    }
    waiting.clear();
  }

  private Clause resolve(String rules) {
    boolean led = named.stream().anyMatch(unit -> unit.role() == Role.LEAD);
    boolean answered = named.stream().anyMatch(unit -> unit.role() == Role.RESPONSIBLE);
    List<String> lead = new ArrayList<>();
    List<String> responsible = new ArrayList<>();
    List<String> participants = new ArrayList<>();
    List<String> implementers = new ArrayList<>();
    List<String> unclear = new ArrayList<>();
    boolean lower = false;
    for (Named unit : named) {
      lower =
          Units.isLowerLevel(unit.name()) || ((lower || unit.apart()) && Units.isArea(unit.name()));
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
        lead,
        responsible,
        participants,
        implementers,
        open,
        led,
        timeLimit,
        OnceStated.endOf(rules, implementers),
        unclear);
  }
}
