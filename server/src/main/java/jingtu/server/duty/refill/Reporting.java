package jingtu.server.duty.refill;

import jingtu.server.duty.round.LineStatus;
import jingtu.server.duty.round.ReportLine;

/** Whether and when something was reported. */
public enum Reporting {
  ALL,
  /** Was reported and not given back. */
  REPORTED,
  /** The same, by its day. */
  ON_TIME,
  /** The same, after its day. */
  LATE,
  /** Was not reported, or given back and not said anew. */
  MISSING,
  ACCEPTED;

  boolean fits(ReportLine line) {
    boolean said = line.status() == LineStatus.REPORTED || line.status() == LineStatus.ACCEPTED;
    return switch (this) {
      case ALL -> true;
      case REPORTED -> said;
      case ON_TIME -> said && !line.late();
      case LATE -> said && line.late();
      case MISSING -> !said;
      case ACCEPTED -> line.status() == LineStatus.ACCEPTED;
    };
  }
}
