package jingtu.server.register.expression;

import java.util.Set;
import jingtu.server.register.record.FieldValue;
import jingtu.vocabulary.Message;

/** What an expression comes to for one record. */
public sealed interface Outcome {

  /** A condition that is fulfilled. */
  record Holds() implements Outcome {}

  /** A condition that is not. */
  record DoesNotHold() implements Outcome {}

  /** What a computation that is not a condition yields. */
  record Value(FieldValue value) implements Outcome {}

  /**
   * It depends on fields that have no value.
   *
   * @param absent which of the fields that it reads have none; empty where the result is blank
   *     words
   */
  record Unknown(Set<String> absent) implements Outcome {
    public Unknown {
      absent = Set.copyOf(absent);
    }
  }

  /** It reads a field that whoever asks may not see. */
  record Hidden(String field) implements Outcome {}

  /** It cannot be worked out; the reason names no value of the record. */
  record Failed(Message reason) implements Outcome {}

  /** Whether it is a condition that is fulfilled. */
  default boolean holds() {
    return this instanceof Holds;
  }
}
