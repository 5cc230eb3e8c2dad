package jingtu.server.duty;

import java.util.List;
import jingtu.vocabulary.Message;

/** What comes of handing down. Whatever is not {@link Done} has changed nothing. */
public sealed interface PartOutcome {

  /** The parts as they are now. */
  record Done(List<Duty> parts) implements PartOutcome {
    public Done {
      parts = List.copyOf(parts);
    }
  }

  /** No such duty, or none that the scope sees. */
  record Unknown() implements PartOutcome {}

  /** It is seen, but it is not for them to do this. */
  record NotYours() implements PartOutcome {}

  /** Somebody else changed it meanwhile; as it is now. */
  record Stale(Duty now) implements PartOutcome {}

  /**
   * It cannot be done so.
   *
   * @param at which of the parts, from 1; 0 for the whole
   */
  record Faulty(int at, Message why) implements PartOutcome {}
}
