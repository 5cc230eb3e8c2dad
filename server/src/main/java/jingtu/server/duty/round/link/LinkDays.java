package jingtu.server.duty.round.link;

import java.time.LocalDate;
import jingtu.server.duty.round.Round;

/**
 * Until when a link of a round-up may be made to last: usually a week longer than the round-up, so
 * that what is late can still come; counted from today where the round-up is due already.
 */
public record LinkDays(LocalDate usual, LocalDate earliest, LocalDate latest) {

  private static final int USUAL_DAYS = 7;
  private static final int MOST_DAYS = 90;

  static LinkDays of(Round round, LocalDate today) {
    LocalDate due = round.due().isBefore(today) ? today : round.due();
    return new LinkDays(due.plusDays(USUAL_DAYS), today, due.plusDays(MOST_DAYS));
  }

  boolean allow(LocalDate day) {
    return !day.isBefore(earliest) && !day.isAfter(latest);
  }
}
