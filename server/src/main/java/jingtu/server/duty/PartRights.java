package jingtu.server.duty;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import jingtu.server.duty.HandedDown.Acceptance;
import jingtu.server.scope.Scope;

/**
 * What somebody may do with parts of duties.
 *
 * @param kept whether they keep the list in which a duty stands
 */
public record PartRights(Scope scope, Predicate<Duty> kept) {

  /**
   * Whether they may hand parts of a duty down: the organisation whose it is, or the office. What
   * an event started is done by its own organisation.
   */
  public boolean mayHand(Duty duty) {
    boolean theirs =
        duty.handed().map(part -> part.acceptance() == Acceptance.ACCEPTED).orElse(true);
    return theirs
        && !isOccurrence(duty)
        && duty.awake()
        && duty.ended().isEmpty()
        && (kept.test(duty) || owns(duty));
  }

  /** Whether they may record an event that starts its clock: whoever may hand parts of it down. */
  public boolean mayStart(Duty duty) {
    return mayHand(duty) && duty.assignee().id().isPresent() && !duty.events().isEmpty();
  }

  /**
   * Whether they may take a part back: whoever handed it down, or the office; what an event started
   * is taken back by whose it is as well.
   */
  public boolean mayWithdraw(Duty part) {
    return part.handed().isPresent()
        && part.ended().isEmpty()
        && (kept.test(part) || handed(part) || (isOccurrence(part) && owns(part)));
  }

  /** Whether they may say that a part is theirs, or is not, or say it for those who told them. */
  public boolean mayAnswer(Duty part) {
    return part.handed().map(HandedDown::acceptance).filter(Acceptance.OFFERED::equals).isPresent()
        && part.ended().isEmpty()
        && (owns(part) || kept.test(part) || handed(part));
  }

  /** Whether a duty stands in the list of their own organisation. */
  public boolean owns(Duty duty) {
    return isOne(duty.assignee().id());
  }

  private static boolean isOccurrence(Duty duty) {
    return duty.handed().flatMap(HandedDown::occurrence).isPresent();
  }

  private boolean handed(Duty part) {
    return isOne(part.handed().flatMap(HandedDown::by));
  }

  private boolean isOne(Optional<UUID> organisation) {
    return !scope.role().runsTheSystem()
        && organisation.isPresent()
        && scope.organisation().equals(organisation);
  }
}
