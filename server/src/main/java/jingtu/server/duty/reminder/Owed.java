package jingtu.server.duty.reminder;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jingtu.server.duty.round.Round;

/**
 * What an organisation owes.
 *
 * @param inRounds in round-ups, the earliest first
 * @param dated duties whose own day is near or has passed, the earliest first
 */
record Owed(UUID organisation, String name, List<InRound> inRounds, List<Dated> dated) {

  Owed {
    inRounds = List.copyOf(inRounds);
    dated = List.copyOf(dated);
  }

  /**
   * In one round-up.
   *
   * @param open the sentences of which nothing was said
   * @param returned the days on which reports were given back
   */
  record InRound(Round round, List<String> open, List<LocalDate> returned) {

    InRound {
      open = List.copyOf(open);
      returned = List.copyOf(returned);
    }
  }

  /**
   * A duty with a day.
   *
   * @param recurs whether it comes round again, so that round-ups alone ask for it once it is over
   * @param since how many days lie between the day before it on which the duty was due and this one
   */
  record Dated(String sentence, LocalDate due, boolean recurs, int since) {}
}
