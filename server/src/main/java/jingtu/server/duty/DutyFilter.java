package jingtu.server.duty;

import java.util.Optional;
import java.util.UUID;
import jingtu.server.plan.PlanId;

/**
 * Which duties of those that an account sees are asked for. What is absent narrows nothing, and
 * neither do empty words.
 *
 * @param plan that they come from
 * @param chapter the outermost heading above them; empty for those that stand under none
 * @param organisation in whose list they stand
 * @param asleep those that sleep, instead of those that are awake
 * @param words that stand in the sentence or in the organisation's name
 * @param focus what homes count
 * @param from what asks for them
 */
public record DutyFilter(
    Optional<PlanId> plan,
    Optional<String> chapter,
    Optional<UUID> organisation,
    boolean asleep,
    String words,
    DutyFocus focus,
    Optional<From> from) {

  /** What asks for a duty. */
  public enum From {
    PLAN("'TASK', 'OBLIGATION'"),
    /** A notice, a meeting or an inspection. */
    DOCUMENT("'DOCUMENT'"),
    REGISTER("'DEADLINE'");

    private final String kinds;

    From(String kinds) {
      this.kinds = kinds;
    }

    /** A condition on rows of {@code source}. */
    String sql() {
      return " and source.origin in (" + kinds + ")";
    }
  }

  public DutyFilter {
    words = words.strip();
  }

  /** Whatever homes count. */
  public DutyFilter(
      Optional<PlanId> plan,
      Optional<String> chapter,
      Optional<UUID> organisation,
      boolean asleep,
      String words) {
    this(plan, chapter, organisation, asleep, words, DutyFocus.NONE, Optional.empty());
  }

  /** Those of one plan that are awake. */
  public static DutyFilter of(PlanId plan) {
    return new DutyFilter(Optional.of(plan), Optional.empty(), Optional.empty(), false, "");
  }

  /** The same, sleeping ones instead. */
  public DutyFilter thatSleep() {
    return new DutyFilter(plan, chapter, organisation, true, words, focus, from);
  }
}
