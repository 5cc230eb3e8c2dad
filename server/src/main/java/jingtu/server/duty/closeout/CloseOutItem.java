package jingtu.server.duty.closeout;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.scope.RegionCode;

/**
 * An item of a close-out list.
 *
 * @param organisation that answers for it
 * @param organisationRegion the region of the organisation; absent where it has none
 * @param said what was said when it was last submitted; {@link CloseOutSubmission#NONE} before
 * @param backReason why it was given back or opened again, until it is submitted anew; may be empty
 * @param submitted whether it ever was
 * @param struckOffOn the day on which it was struck off; absent while it is not
 * @param reopened how often it was opened again
 * @param version grows with each change; 1 when it came onto the list
 */
public record CloseOutItem(
    CloseOutItemId id,
    CloseOutListId list,
    CloseOutEntry entry,
    UUID organisation,
    Optional<RegionCode> organisationRegion,
    CloseOutState state,
    CloseOutSubmission said,
    String backReason,
    boolean submitted,
    Optional<LocalDate> struckOffOn,
    int reopened,
    int version,
    String changedBy,
    Instant changedAt) {

  /** The most characters of a reason, or of who told it. */
  public static final int LONGEST_REASON = 200;

  /** Whether it is open though its day has passed. */
  public boolean isOverdue(LocalDate today) {
    return state == CloseOutState.OPEN && entry.due().filter(today::isAfter).isPresent();
  }

  /** Whether nobody has done anything with it since it came onto the list. */
  public boolean isUntouched() {
    return version == 1;
  }

  CloseOutItem saying(CloseOutEntry other) {
    return new CloseOutItem(
        id,
        list,
        other,
        organisation,
        organisationRegion,
        state,
        said,
        backReason,
        submitted,
        struckOffOn,
        reopened,
        version,
        changedBy,
        changedAt);
  }

  CloseOutItem of(UUID other, Optional<RegionCode> itsRegion) {
    return new CloseOutItem(
        id,
        list,
        entry,
        other,
        itsRegion,
        state,
        said,
        backReason,
        submitted,
        struckOffOn,
        reopened,
        version,
        changedBy,
        changedAt);
  }

  CloseOutItem submitted(CloseOutSubmission submission) {
    return new CloseOutItem(
        id,
        list,
        entry,
        organisation,
        organisationRegion,
        CloseOutState.SUBMITTED,
        submission,
        "",
        true,
        Optional.empty(),
        reopened,
        version,
        changedBy,
        changedAt);
  }

  CloseOutItem struckOff(LocalDate day) {
    return judged(CloseOutState.STRUCK_OFF, "", Optional.of(day), reopened);
  }

  CloseOutItem givenBack(String why) {
    return judged(CloseOutState.OPEN, why, Optional.empty(), reopened);
  }

  CloseOutItem openedAgain(String why) {
    return judged(CloseOutState.OPEN, why, Optional.empty(), reopened + 1);
  }

  private CloseOutItem judged(
      CloseOutState to, String why, Optional<LocalDate> struckOff, int times) {
    return new CloseOutItem(
        id,
        list,
        entry,
        organisation,
        organisationRegion,
        to,
        said,
        why,
        submitted,
        struckOff,
        times,
        version,
        changedBy,
        changedAt);
  }

  /** The next version. */
  CloseOutItem by(String username, Instant now) {
    return new CloseOutItem(
        id,
        list,
        entry,
        organisation,
        organisationRegion,
        state,
        said,
        backReason,
        submitted,
        struckOffOn,
        reopened,
        version + 1,
        username,
        now);
  }
}
