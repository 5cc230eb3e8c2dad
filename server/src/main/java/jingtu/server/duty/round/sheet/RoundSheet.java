package jingtu.server.duty.round.sheet;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.duty.Duty;
import jingtu.server.duty.round.Progress;
import jingtu.server.duty.round.ReportLine;
import jingtu.server.duty.round.Round;

/**
 * One organisation's sheet of a round-up.
 *
 * @param rows in the order of the plans
 */
public record RoundSheet(Round round, UUID organisation, String name, List<Row> rows) {

  public RoundSheet {
    rows = List.copyOf(rows);
  }

  /**
   * One duty in it.
   *
   * @param due the first day of the period or after it on which it is due, else the last day on
   *     which it was, which has passed; absent where there is none
   * @param before what was said of it last in an earlier period
   */
  public record Row(
      ReportLine line, Duty duty, Optional<LocalDate> due, Optional<Progress> before) {}
}
