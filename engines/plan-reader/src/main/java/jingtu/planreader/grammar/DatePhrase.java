package jingtu.planreader.grammar;

/**
 * Words that say when.
 *
 * @param from where they begin
 * @param to where they end
 * @param notation in the notation of ISO 8601, see {@code Deadline}
 * @param kind what they say
 * @param assumed whether part of it is not printed, such as the year
 */
public record DatePhrase(int from, int to, String notation, Kind kind, boolean assumed) {

  /** What words of time say. */
  public enum Kind {
    /** By or on a day. */
    DATE,
    /** From a day on. */
    OPEN_START,
    /** From one day to another. */
    INTERVAL,
    /** Again and again. */
    RECURRENCE,
    /** Every year, said only by the adjective 年度 or 分年度. */
    YEARLY_BY_NATURE
  }
}
