package jingtu.server.duty.round;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.duty.DutyId;
import jingtu.server.scope.RegionCode;

/**
 * One duty in one round-up.
 *
 * @param organisation that owes it
 * @param organisationRegion the region of the organisation; absent where it has none
 * @param said what was reported; absent while nothing is
 * @param channel how it came in; absent while nothing did
 * @param toldBy by whom and how, where it was written down on behalf; empty otherwise
 * @param sheetVersion the version in which it stood on the table that it was reported with; absent
 *     where it came in another way, or the table had lost its stamps
 * @param missing whether it was listed as not reported (未报) when the period closed
 * @param late whether it was first reported after its day
 * @param reopened how often an accepted report was opened again
 * @param returnedReason why it was given back; empty unless it is
 * @param version grows with each change; 1 before the first
 */
public record ReportLine(
    LineId id,
    RoundId round,
    DutyId duty,
    UUID organisation,
    Optional<RegionCode> organisationRegion,
    LineStatus status,
    Optional<Progress> said,
    Optional<Channel> channel,
    String toldBy,
    Optional<Integer> sheetVersion,
    boolean missing,
    boolean late,
    int reopened,
    String returnedReason,
    int version,
    String changedBy,
    Instant changedAt) {

  /** Whether it waits to be said, for the first time or anew. */
  public boolean waits() {
    return status == LineStatus.OPEN || status == LineStatus.RETURNED;
  }

  /** What was reported and was not given back: what papers, forms and states go by. */
  public Optional<Progress> stands() {
    return status == LineStatus.RETURNED ? Optional.empty() : said;
  }

  /**
   * Whether the table on which it stood in a version may change what it says: the line stands as it
   * did then, or says what that very table said, and nobody has spoken otherwise since.
   */
  public boolean follows(int version) {
    return this.version == version || sheetVersion.filter(own -> own == version).isPresent();
  }

  /** The line after something was reported. */
  ReportLine reported(
      Progress progress,
      Channel how,
      String by,
      Optional<Integer> sheet,
      boolean isLate,
      String username,
      Instant now) {
    return new ReportLine(
        id,
        round,
        duty,
        organisation,
        organisationRegion,
        LineStatus.REPORTED,
        Optional.of(progress),
        Optional.of(how),
        by,
        sheet,
        missing,
        said.isPresent() ? late : isLate,
        reopened,
        "",
        version + 1,
        username,
        now);
  }

  /** The line after somebody looked at what was reported. */
  ReportLine judged(LineStatus to, String why, String username, Instant now) {
    return new ReportLine(
        id,
        round,
        duty,
        organisation,
        organisationRegion,
        to,
        said,
        channel,
        toldBy,
        sheetVersion,
        missing,
        late,
        status == LineStatus.ACCEPTED ? reopened + 1 : reopened,
        to == LineStatus.RETURNED ? why : "",
        version + 1,
        username,
        now);
  }
}
