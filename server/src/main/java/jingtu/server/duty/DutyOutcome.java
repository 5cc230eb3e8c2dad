package jingtu.server.duty;

/** What comes of a change. Whatever is not {@link Changed} has changed nothing. */
public sealed interface DutyOutcome {

  /** As it is now. */
  record Changed(Duty duty) implements DutyOutcome {}

  /** No such duty, or none that the scope sees. */
  record Unknown() implements DutyOutcome {}

  /** It is seen, but somebody else keeps it. */
  record NotYours() implements DutyOutcome {}

  /** Somebody else changed it meanwhile; as it is now. */
  record Stale(Duty now) implements DutyOutcome {}
}
