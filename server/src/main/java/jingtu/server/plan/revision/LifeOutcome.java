package jingtu.server.plan.revision;

import jingtu.server.plan.RegisteredPlan;
import jingtu.server.scope.RegionCode;

/**
 * What comes of a change in the life of a plan. Whatever is not {@link Changed} changed nothing.
 */
public sealed interface LifeOutcome {

  record Changed(RegisteredPlan plan) implements LifeOutcome {}

  /** No such plan, or none that the scope sees. */
  record Unknown() implements LifeOutcome {}

  /** The plan is seen, but belongs to a region that is not the account's to fill. */
  record NotYourRegion(RegionCode region) implements LifeOutcome {}

  /** Somebody changed the plan's life since it was looked at. */
  record ChangedMeanwhile() implements LifeOutcome {}

  record Refused(Refusal refusal) implements LifeOutcome {}

  /** Why something cannot be so. */
  enum Refusal {
    /** The older plan is not registered, or not seen. */
    UNKNOWN_OLDER,
    /** A revision takes the place of a plan of the same region. */
    OTHER_REGION,
    /** A plan would come after itself. */
    CIRCLE,
    /** The older plan has another newer version. */
    ALREADY_REVISED,
    /** The newer plan revises another one. */
    REVISES_ANOTHER,
    /** The newer version would be in force before the older one. */
    TOO_EARLY,
    /** The plan revises none, so there are no tasks to pair. */
    NO_OLDER,
    /** A task belongs to neither of the two versions. */
    STRANGE_TASK
  }
}
