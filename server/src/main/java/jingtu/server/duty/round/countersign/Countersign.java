package jingtu.server.duty.round.countersign;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jingtu.server.duty.round.LineId;

/**
 * One organisation that is, or was, asked to countersign one report.
 *
 * @param name of the organisation when it was asked first
 * @param steps what was done with it, the latest first
 */
public record Countersign(
    UUID id, LineId line, UUID organisation, String name, SignState state, List<Step> steps) {

  public Countersign {
    steps = List.copyOf(steps);
  }

  /**
   * Something that was done with it.
   *
   * @param words what was objected, or said beside agreeing; may be empty
   * @param toldBy by whom and how, where it was written down on behalf (代录); empty otherwise
   */
  public record Step(What what, String words, String toldBy, String by, Instant at) {}

  /** What was done. */
  public enum What {
    ASKED,
    AGREED,
    OBJECTED,
    /** The report says something else, which makes the answer void. */
    VOIDED,
    WITHDRAWN,
    ENDED
  }
}
