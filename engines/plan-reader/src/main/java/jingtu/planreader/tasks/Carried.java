package jingtu.planreader.tasks;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jingtu.planreader.Task.ImplementersSource;
import jingtu.planreader.grammar.Clause;
import jingtu.planreader.grammar.Clause.Rules;

/**
 * The rules that a plan has stated so far, and what they make of a clause. They end with their
 * plan: each plan gets a fresh one.
 */
final class Carried {

  private List<String> implementers = List.of();
  private boolean firstLeads;

  /** Who has to do what in one task, once the rules are applied. */
  record Responsibility(
      List<String> lead,
      List<String> responsible,
      List<String> participants,
      List<String> implementers,
      Optional<ImplementersSource> source,
      boolean open) {}

  /** Takes up the rules of some words; they hold from here on. */
  void state(Rules rules) {
    if (!rules.implementers().isEmpty()) {
      implementers = rules.implementers();
    }
    firstLeads |= rules.firstLeads();
  }

  /** Takes up the rules that a clause states and applies all rules to it. */
  Responsibility apply(Clause clause) {
    state(clause.rules());
    List<String> lead = clause.lead();
    List<String> responsible = clause.responsible();
    if (firstLeads && !clause.namesLead()) {
      List<String> answering = new ArrayList<>(lead);
      answering.addAll(responsible);
      lead = answering.isEmpty() ? lead : answering.subList(0, 1);
      responsible = answering.isEmpty() ? responsible : answering.subList(1, answering.size());
    }
    Set<String> all = new LinkedHashSet<>(clause.implementers());
    all.addAll(implementers);
    return new Responsibility(
        lead,
        responsible,
        clause.participants(),
        List.copyOf(all),
        source(clause, !all.isEmpty()),
        clause.open());
  }

  private static Optional<ImplementersSource> source(Clause clause, boolean any) {
    if (!clause.implementers().isEmpty()) {
      return Optional.of(ImplementersSource.EXPLICIT);
    }
    return any ? Optional.of(ImplementersSource.DEFAULT) : Optional.empty();
  }
}
