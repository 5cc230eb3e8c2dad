package jingtu.server.duty.refill;

import java.util.Optional;
import java.util.UUID;
import jingtu.server.duty.DutyId;
import jingtu.server.duty.round.DutyState;
import jingtu.server.plan.PlanId;

/** What fills a cell, or a column of them. */
public sealed interface Source {

  /**
   * What is told of one duty.
   *
   * @param says the duty in words, for when it is gone
   */
  record OfDuty(DutyId duty, String says, LineField field) implements Source {}

  /** A number, or how many in a hundred of those of the same organisation and chapter. */
  record Figure(Counting counting) implements Source {}

  /** A fact; the plan is there where its title is wanted. */
  record Fixed(Fact fact, Optional<PlanId> plan, String planTitle) implements Source {}

  /** A text that a person types each period; the last one is proposed. */
  record Typed(String hint) implements Source {}

  /**
   * A column with one row each, written downwards from the cell as far as the last row.
   *
   * @param among which duties there are; organisations are those that owe one of them
   * @param lastRow the last that may be written, from 0
   */
  record Column(Over over, Among among, Told told, int lastRow) implements Source {}

  /** What a column says in each row. */
  sealed interface Told {
    /** Of each duty; of an organisation all that is told of its duties. */
    record Field(LineField field) implements Told {}

    /** How many duties of the organisation. */
    record Figure(Counting counting) implements Told {}
  }

  /**
   * Which duties are meant; what is absent narrows nothing.
   *
   * @param organisation that owes them
   * @param chapter of their plan
   */
  record Among(
      Optional<UUID> organisation,
      String organisationName,
      Optional<String> chapter,
      Reporting reporting,
      Optional<DutyState> state) {

    static final Among ALL =
        new Among(Optional.empty(), "", Optional.empty(), Reporting.ALL, Optional.empty());

    /** The same of one organisation. */
    Among of(UUID one) {
      return new Among(Optional.of(one), organisationName, chapter, reporting, state);
    }

    /** The same, however they were reported. */
    Among all() {
      return new Among(organisation, organisationName, chapter, Reporting.ALL, Optional.empty());
    }

    /**
     * What they are a share of: all work, or what the period asks about where they are some of it.
     */
    Among whole() {
      return new Among(
          organisation, organisationName, chapter, reporting.whole(), Optional.empty());
    }
  }

  /**
   * What is counted.
   *
   * @param decimals of a percentage; absent where the number itself is wanted
   */
  record Counting(Counted counted, Among among, Optional<Integer> decimals) {}
}
