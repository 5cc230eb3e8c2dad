package jingtu.server.duty.paper;

import static java.util.Comparator.comparingDouble;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jingtu.server.duty.round.DutyState;
import jingtu.server.duty.round.LineStatus;
import jingtu.server.duty.round.Progress;
import jingtu.server.duty.round.sheet.RoundSheet;

/**
 * How one organisation reported in a round-up.
 *
 * @param rank from 1; those that did equally well share one, and the next is as many further
 * @param inTime lines that were reported by their day
 * @param late lines that were reported afterwards
 * @param missing lines on which nothing was said
 */
record Reporting(
    int rank, String organisation, int lines, int inTime, int late, int missing, Light light) {

  /** What a glance at an organisation tells. */
  enum Light {
    /** Something was not reported when it was due. */
    RED,
    /** Something came late, was returned, is behind, or is not done though its day has passed. */
    YELLOW,
    GREEN
  }

  private static final Comparator<Reporting> BEST_FIRST =
      comparingDouble(Reporting::shareInTime)
          .thenComparingDouble(Reporting::shareReported)
          .reversed()
          .thenComparing(Reporting::organisation);

  /** All organisations of a round-up, the best first. */
  static List<Reporting> of(RoundFacts facts) {
    List<Reporting> sorted =
        facts.sheets().stream().map(sheet -> unranked(facts, sheet)).sorted(BEST_FIRST).toList();
    List<Reporting> ranked = new ArrayList<>();
    for (Reporting each : sorted) {
      int rank =
          !ranked.isEmpty() && each.isAsGoodAs(ranked.getLast())
              ? ranked.getLast().rank()
              : ranked.size() + 1;
      ranked.add(each.withRank(rank));
    }
    return ranked;
  }

  double shareInTime() {
    return (double) inTime / lines;
  }

  double shareReported() {
    return (double) (inTime + late) / lines;
  }

  private boolean isAsGoodAs(Reporting other) {
    return shareInTime() == other.shareInTime() && shareReported() == other.shareReported();
  }

  private Reporting withRank(int better) {
    return new Reporting(better, organisation, lines, inTime, late, missing, light);
  }

  private static Reporting unranked(RoundFacts facts, RoundSheet sheet) {
    int said = (int) sheet.rows().stream().filter(row -> row.line().said().isPresent()).count();
    int late = (int) sheet.rows().stream().filter(row -> row.line().late()).count();
    int lines = sheet.rows().size();
    return new Reporting(
        0, sheet.name(), lines, said - late, late, lines - said, light(facts, sheet));
  }

  private static Light light(RoundFacts facts, RoundSheet sheet) {
    boolean missing = sheet.rows().stream().anyMatch(row -> row.line().said().isEmpty());
    if (missing && facts.due()) {
      return Light.RED;
    }
    return sheet.rows().stream().anyMatch(row -> isSlow(row, facts.today()))
        ? Light.YELLOW
        : Light.GREEN;
  }

  private static boolean isSlow(RoundSheet.Row row, LocalDate today) {
    boolean overdue = row.due().filter(day -> day.isBefore(today)).isPresent();
    return row.line().late()
        || row.line().status() == LineStatus.RETURNED
        || row.line()
            .said()
            .map(Progress::state)
            .filter(state -> state == DutyState.BEHIND || (overdue && !state.settles()))
            .isPresent();
  }
}
