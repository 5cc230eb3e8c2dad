package jingtu.server.duty.closeout;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How a close-out list stands, at a glance.
 *
 * @param name what the list is called
 * @param open items that nobody has said to be done
 * @param overdue how many of these have passed their day
 * @param submitted items that were said to be done and wait to be looked at
 * @param nearest the earliest day of an open item; it may have passed
 * @param target the first percentage that is not reached; absent where all are, and for whoever
 *     does not keep the list
 */
public record CloseOutGlance(
    CloseOutListId list,
    String name,
    int open,
    int overdue,
    int submitted,
    Optional<LocalDate> nearest,
    Optional<TargetStanding> target) {}
