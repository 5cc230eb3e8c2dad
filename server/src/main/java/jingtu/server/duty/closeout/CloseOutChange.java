package jingtu.server.duty.closeout;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that was done with a list or an item.
 *
 * @param item absent where it was done with the list itself
 * @param number of the item; empty for the list
 * @param version of the item or the list after it; several changes may have led to the same
 * @param field what was changed, by its key; empty where no field was
 * @param said what was submitted; {@link CloseOutSubmission#NONE} otherwise
 * @param why for a reason, or out of which file; may be empty
 */
public record CloseOutChange(
    Optional<CloseOutItemId> item,
    String number,
    int version,
    What what,
    String field,
    String before,
    String after,
    CloseOutSubmission said,
    String why,
    String by,
    Instant at) {

  /** What was done. */
  public enum What {
    /** The list was made. */
    MADE,
    /** Something that is said of the list was changed. */
    CHANGED,
    /** The item came onto the list. */
    ADDED,
    /** Something that is said of the item was changed. */
    EDITED,
    /** 转办: another organisation answers for the item. */
    TRANSFERRED,
    SUBMITTED,
    /** 退回. */
    RETURNED,
    STRUCK_OFF,
    REOPENED,
    /** The item was taken off the list without being done. */
    REMOVED
  }

  static CloseOutChange of(CloseOutItem item, What what, String why) {
    return new CloseOutChange(
        Optional.of(item.id()),
        item.entry().number(),
        item.version(),
        what,
        "",
        "",
        "",
        CloseOutSubmission.NONE,
        why,
        item.changedBy(),
        item.changedAt());
  }

  static CloseOutChange of(CloseOutList list, What what) {
    return new CloseOutChange(
        Optional.empty(),
        "",
        list.version(),
        what,
        "",
        "",
        "",
        CloseOutSubmission.NONE,
        "",
        list.changedBy(),
        list.changedAt());
  }

  CloseOutChange from(String key, String earlier, String later) {
    return new CloseOutChange(item, number, version, what, key, earlier, later, said, why, by, at);
  }

  CloseOutChange saying(CloseOutSubmission submission) {
    return new CloseOutChange(
        item, number, version, what, field, before, after, submission, why, by, at);
  }
}
