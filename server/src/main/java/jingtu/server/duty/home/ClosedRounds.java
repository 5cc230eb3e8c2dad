package jingtu.server.duty.home;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jingtu.server.duty.round.Round;

/**
 * The round-ups that have closed, in the order in which they did: which of them began last says
 * nothing, since a year closes after the first month of the next has begun.
 */
final class ClosedRounds {

  /** For how many days after its closing homes go on telling who still owes reports. */
  static final int TOLD_DAYS = 15;

  private ClosedRounds() {}

  /** Those that closed, the newest closing first; of one day those of the longest period first. */
  static List<Round> newestFirst(List<Round> known) {
    return known.stream()
        .filter(round -> round.closed().isPresent())
        .sorted(
            Comparator.comparing((Round round) -> round.closed().orElseThrow())
                .thenComparing(round -> round.period().last())
                .thenComparingInt(round -> round.period().months())
                .reversed())
        .toList();
  }

  /** Whether a round-up closed so lately that what is still owed in it is told in any case. */
  static boolean isTold(Round round, LocalDate today) {
    Optional<LocalDate> closed = round.closed();
    return closed.filter(day -> !day.isBefore(today.minusDays(TOLD_DAYS))).isPresent();
  }
}
