package jingtu.server.duty.reminder;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jingtu.server.scope.RegionCode;

/**
 * One message of the outbox.
 *
 * @param region whose office sends it
 * @param organisation whom it reminds; absent for the group of the region, and for a test
 * @param target the address of a mail; of a robot only what may be shown
 * @param said what the other side answered, or who decided; may be empty
 * @param urgent whether it goes out in quiet hours too
 * @param started when it last went out; absent before it did
 * @param ended when its fate was known; absent before that
 * @param repeats the message that this one says again
 * @param settledBy who said what became of it, or had it said again; absent while nobody did
 */
public record Reminder(
    ReminderId id,
    RegionCode region,
    Optional<UUID> organisation,
    String name,
    Way way,
    String target,
    Set<Reason> reasons,
    String subject,
    String body,
    ReminderStatus status,
    Trouble trouble,
    String said,
    boolean urgent,
    Instant notBefore,
    int attempts,
    String by,
    Instant created,
    Optional<Instant> started,
    Optional<Instant> ended,
    Optional<ReminderId> repeats,
    Optional<String> settledBy) {

  public Reminder {
    reasons =
        Collections.unmodifiableSet(
            reasons.isEmpty() ? EnumSet.noneOf(Reason.class) : EnumSet.copyOf(reasons));
  }

  /** Whether the program wrote it by itself, in the digest of a day. */
  public boolean isDigest() {
    return reasons.stream().anyMatch(Reason::isAutomatic);
  }

  /** Whether a person has to say what became of it. */
  public boolean isOpenQuestion() {
    return status == ReminderStatus.UNCONFIRMED && settledBy.isEmpty();
  }
}
