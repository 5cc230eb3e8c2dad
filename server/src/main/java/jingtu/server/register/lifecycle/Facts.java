package jingtu.server.register.lifecycle;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import jingtu.server.register.RecordId;
import jingtu.server.register.record.FieldValue;

/**
 * What the deadlines of a record rest on.
 *
 * @param created the day on which it was made
 * @param entered the day on which it last came into a state, by the state's id; of states that it
 *     has been in
 */
record Facts(
    RecordId record,
    boolean removed,
    String state,
    LocalDate created,
    Map<String, LocalDate> entered,
    Map<String, FieldValue> content) {

  Facts {
    entered = Map.copyOf(entered);
    content = Map.copyOf(content);
  }

  /** The day in a field of a date. */
  Optional<LocalDate> findDay(String field) {
    return content.get(field) instanceof FieldValue.Day(LocalDate day)
        ? Optional.of(day)
        : Optional.empty();
  }

  Optional<LocalDate> findEntered(String id) {
    return Optional.ofNullable(entered.get(id));
  }
}
