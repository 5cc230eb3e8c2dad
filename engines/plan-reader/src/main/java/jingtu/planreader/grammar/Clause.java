package jingtu.planreader.grammar;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a responsibility clause says: who leads, answers, takes part, carries out.
 *
 * @param lead 牵头, as written, in order
 * @param responsible 责任, 按职责分工负责
 * @param participants 参与, 配合
 * @param implementers 落实
 * @param open whether the clause says 等: it does not name everybody
 * @param namesLead whether the clause itself says 牵头; without it those who lead are those who 负责
 * @param timeLimit the words after 完成时限, with their place in the clause
 * @param rules what the clause states once for all that follows
 * @param unclear names that do not look like names of units, as written
 */
public record Clause(
    List<String> lead,
    List<String> responsible,
    List<String> participants,
    List<String> implementers,
    boolean open,
    boolean namesLead,
    Optional<Phrase> timeLimit,
    Rules rules,
    List<String> unclear) {

  public Clause {
    lead = List.copyOf(lead);
    responsible = List.copyOf(responsible);
    participants = List.copyOf(participants);
    implementers = List.copyOf(implementers);
    unclear = List.copyOf(unclear);
  }

  /** What several clauses about the same task say together, such as the cells of a row. */
  public static Clause joined(List<Clause> clauses) {
    return new Clause(
        all(clauses, Clause::lead),
        all(clauses, Clause::responsible),
        all(clauses, Clause::participants),
        all(clauses, Clause::implementers),
        clauses.stream().anyMatch(Clause::open),
        clauses.stream().anyMatch(Clause::namesLead),
        Optional.empty(),
        Rules.NONE,
        all(clauses, Clause::unclear));
  }

  private static List<String> all(List<Clause> clauses, Function<Clause, List<String>> part) {
    return clauses.stream().flatMap(clause -> part.apply(clause).stream()).toList();
  }

  /** Some words and where they stand. */
  public record Phrase(int from, int to) {}

  /**
   * Rules that are stated once and hold from then on.
   *
   * @param implementers carry out every later task: 以下均需…落实，不再列出
   * @param firstLeads the first-named of those who answer leads: 排在第一位的部门为牵头部门，下同
   */
  public record Rules(List<String> implementers, boolean firstLeads) {

    public static final Rules NONE = new Rules(List.of(), false);

    public Rules {
      implementers = List.copyOf(implementers);
    }
  }

  /** Whether the clause names anybody at all. */
  boolean namesSomebody() {
    return !(lead.isEmpty()
        && responsible.isEmpty()
        && participants.isEmpty()
        && implementers.isEmpty());
  }
}
