package jingtu.server.duty.round.link;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jingtu.server.duty.round.LineId;
import jingtu.server.duty.round.Progress;
import jingtu.server.duty.round.Round;
import jingtu.server.duty.round.sheet.RoundSheet;

/**
 * All that a link shows.
 *
 * @param rows the lines of its organisation in its round-up
 * @param handedIn what each line said when the link was handed in; empty before that
 */
public record Answer(
    ReportingLink link,
    Round round,
    LocalDate today,
    List<RoundSheet.Row> rows,
    Map<LineId, Progress> handedIn) {

  public Answer {
    rows = List.copyOf(rows);
    handedIn = Map.copyOf(handedIn);
  }

  /** What the link shows as said: once it is handed in, what was said then. */
  public Optional<Progress> said(RoundSheet.Row row) {
    return link.handedIn().isPresent()
        ? Optional.ofNullable(handedIn.get(row.line().id()))
        : row.line().said();
  }
}
