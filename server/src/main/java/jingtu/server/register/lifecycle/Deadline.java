package jingtu.server.register.lifecycle;

import java.time.LocalDate;
import java.util.Optional;
import jingtu.server.register.DeadlineId;
import jingtu.server.register.RecordId;
import jingtu.vocabulary.DueDay;

/**
 * Something that is, or was, due for a record.
 *
 * @param rule the id of the rule of its definition
 */
record Deadline(DeadlineId id, RecordId record, String rule, DueDay due, Standing standing) {

  /** How it stands with a deadline. */
  sealed interface Standing {

    /** It is to be done, be it overdue. */
    record Open() implements Standing {}

    /**
     * It was done.
     *
     * @param on the day on which it was
     * @param recorded the day on which that was written down
     * @param settled whether the field that says so has gone on to a later doing, so that emptying
     *     it no longer takes this one back
     */
    record Met(LocalDate on, LocalDate recorded, boolean settled) implements Standing {}

    /**
     * Its day is over, and nothing in the register tells whether it was done.
     *
     * @param on the day on which that was seen
     */
    record Passed(LocalDate on) implements Standing {}

    /** It is not to be done any more. */
    record Dropped(LocalDate on) implements Standing {}
  }

  boolean isOpen() {
    return standing instanceof Standing.Open;
  }

  Optional<Standing.Met> findMet() {
    return standing instanceof Standing.Met met ? Optional.of(met) : Optional.empty();
  }

  Deadline with(Standing other) {
    return new Deadline(id, record, rule, due, other);
  }

  Deadline with(DueDay other) {
    return new Deadline(id, record, rule, other, standing);
  }
}
