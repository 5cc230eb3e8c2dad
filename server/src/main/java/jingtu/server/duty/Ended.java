package jingtu.server.duty;

/** Why a duty is in no list any more. */
public enum Ended {
  /** The plan was corrected and does not ask for it now. */
  NOT_IN_PLAN,
  /** The plan was taken back. */
  PLAN_TAKEN_BACK,
  /** A newer version stands in place of the plan, it was withdrawn, or it was put away. */
  PLAN_NOT_IN_FORCE,
  /** It was given to those whom its name means. */
  ASSIGNED,
  /** It was passed on (转办) to another organisation. */
  PASSED_ON,
  /** Whoever handed it down took it back. */
  WITHDRAWN,
  /** The document or the register does not ask for it any more. */
  NOT_ASKED,
  /** The register tells that it was done. */
  DONE,
  /** Its day is over, and the register does not tell whether it was done. */
  LAPSED
}
