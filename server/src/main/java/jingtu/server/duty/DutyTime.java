package jingtu.server.duty;

/** When a duty is to be done. */
public sealed interface DutyTime {

  /** As printed; may be empty. */
  String words();

  /**
   * A date, an open start or a recurrence.
   *
   * @param notation as {@link jingtu.planreader.Deadline} has it
   * @param assumed whether part of it is not printed but inferred
   */
  record Dated(String notation, String words, boolean assumed) implements DutyTime {}

  /** Something that has to happen first. */
  record OnEvent(String words) implements DutyTime {}
}
