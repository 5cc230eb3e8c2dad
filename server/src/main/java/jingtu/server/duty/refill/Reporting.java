package jingtu.server.duty.refill;

import jingtu.server.duty.round.LineStatus;

/**
 * Whether and when something was reported. How many report is told of what the period asks about;
 * how far the work has come, of all of it.
 */
public enum Reporting {
  /** All work, also what the period does not ask about, as what was done before. */
  ALL,
  /** What the period asks about. */
  ASKED,
  /** Was reported in it and not given back. */
  REPORTED,
  /** The same, by its day. */
  ON_TIME,
  /** The same, after its day. */
  LATE,
  /** Was not reported, or given back and not said anew. */
  MISSING,
  ACCEPTED;

  boolean fits(PeriodReports.Line line) {
    LineStatus status = line.report().status();
    boolean said = status == LineStatus.REPORTED || status == LineStatus.ACCEPTED;
    boolean late = line.report().late();
    return this == ALL
        || (line.isAsked()
            && switch (this) {
              case ALL, ASKED -> true;
              case REPORTED -> said;
              case ON_TIME -> said && !late;
              case LATE -> said && late;
              case MISSING -> !said;
              case ACCEPTED -> status == LineStatus.ACCEPTED;
            });
  }

  /** What it is a share of: all work, or all that the period asks about. */
  Reporting whole() {
    return this == ALL ? ALL : ASKED;
  }
}
