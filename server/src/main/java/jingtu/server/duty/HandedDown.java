package jingtu.server.duty;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What makes a duty a part of another one: it was handed down (分解下达) to an organisation below, or
 * an event started its clock for the same organisation.
 *
 * @param parent the duty that it is a part of
 * @param by who handed it down; absent where the office that keeps the list did
 * @param byName what they are called
 * @param content what is to be done of the sentence; empty where it is all of it
 * @param person who answers for it; may be empty
 * @param due a day of its own; absent where it has those of the sentence
 * @param occurrence what happened; absent for what was handed down and waits for no event
 */
public record HandedDown(
    DutyId parent,
    Optional<UUID> by,
    String byName,
    String content,
    String person,
    Optional<LocalDate> due,
    Acceptance acceptance,
    Optional<Occurrence> occurrence) {

  /** What was handed down without an event. */
  public HandedDown(
      DutyId parent,
      Optional<UUID> by,
      String byName,
      String content,
      String person,
      Optional<LocalDate> due,
      Acceptance acceptance) {
    this(parent, by, byName, content, person, due, acceptance, Optional.empty());
  }

  /** What the organisation below says to it. */
  public enum Acceptance {
    /** Nothing yet (待签收). Nobody is asked for reports. */
    OFFERED,
    /** It is theirs (已签收). */
    ACCEPTED,
    /** It is not theirs (不予签收), for a reason that the history has. */
    DECLINED
  }

  /** The same, offered anew in other words. */
  HandedDown offered(String words, String who, Optional<LocalDate> day) {
    return new HandedDown(parent, by, byName, words, who, day, Acceptance.OFFERED, occurrence);
  }

  HandedDown answered(Acceptance answer) {
    return new HandedDown(parent, by, byName, content, person, due, answer, occurrence);
  }
}
