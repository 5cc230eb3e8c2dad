package jingtu.server.duty.round;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that was done with a line.
 *
 * @param said what was reported at that time
 * @param why it was returned or opened again; empty otherwise
 */
public record ReportChange(
    What what,
    Optional<Progress> said,
    Optional<Channel> channel,
    String toldBy,
    String why,
    String changedBy,
    Instant changedAt) {

  /** What was done. */
  public enum What {
    REPORTED,
    ACCEPTED,
    RETURNED,
    REOPENED
  }
}
