package jingtu.server.duty;

import java.util.Optional;
import java.util.UUID;
import jingtu.planreader.Span;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.demand.DemandPlace;
import jingtu.server.register.DeadlineId;
import jingtu.server.register.RecordId;
import jingtu.server.register.RegisterId;

/** What a duty comes from. */
public sealed interface DutyOrigin {

  /** The kinds of origin, as they are stored and as a list is narrowed to them. */
  enum Kind {
    /** A sentence of a task. */
    TASK,
    /** A sentence outside the tasks of a plan. */
    OBLIGATION,
    /** A notice, a meeting's decision or an inspection's finding. */
    DOCUMENT,
    /** Something that is due for a record of a register. */
    DEADLINE
  }

  /**
   * The sentence of a plan.
   *
   * @param in the plan
   * @param number of the task, or of the obligation among those of the plan, from 1
   * @param span where the sentence stands in the plan's text
   */
  record OfPlan(PlanId in, DemandPlace place, int number, Span span) implements DutyOrigin {}

  /**
   * An item of a notice, of a meeting's minutes or of an inspection.
   *
   * @param in the plan that the document belongs to
   * @param number of the item among those of the document, from 1
   */
  record OfDocument(UUID document, UUID item, Optional<PlanId> in, int number)
      implements DutyOrigin {}

  /** What is due for a record. The register tells that it was done; no round-up asks for it. */
  record OfDeadline(RegisterId register, RecordId record, DeadlineId deadline)
      implements DutyOrigin {
    @Override
    public int number() {
      return 0;
    }
  }

  default Kind kind() {
    return switch (this) {
      case OfPlan(var in, DemandPlace.InTask task, var number, var span) -> Kind.TASK;
      case OfPlan(var in, DemandPlace.Outside outside, var number, var span) -> Kind.OBLIGATION;
      case OfDocument document -> Kind.DOCUMENT;
      case OfDeadline deadline -> Kind.DEADLINE;
    };
  }

  /** The plan in whose rhythm it is reported on; none for what a register asks. */
  default Optional<PlanId> plan() {
    return switch (this) {
      case OfPlan sentence -> Optional.of(sentence.in());
      case OfDocument document -> document.in();
      case OfDeadline deadline -> Optional.empty();
    };
  }

  /** The number of the task in its plan; absent for what stands in none. */
  default Optional<Integer> task() {
    return this instanceof OfPlan sentence && sentence.place() instanceof DemandPlace.InTask
        ? Optional.of(sentence.number())
        : Optional.empty();
  }

  /** What tells it from others of its kind, of which each has its own rows. */
  default UUID entry() {
    return switch (this) {
      case OfPlan sentence -> sentence.place().entry();
      case OfDocument document -> document.item();
      case OfDeadline due -> due.deadline().value();
    };
  }

  /** Puts duties of one plan or document into order; 0 where there is no number. */
  int number();

  /** Where its words begin in the plan; 0 for what stands in none. */
  default int start() {
    return this instanceof OfPlan sentence ? sentence.span().start() : 0;
  }
}
