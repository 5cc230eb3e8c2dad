package jingtu.server.duty.refill;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import jingtu.server.duty.Duties;
import jingtu.server.duty.DutyId;
import jingtu.server.duty.round.ReportLine;
import jingtu.server.duty.round.ReportingPeriod;
import jingtu.server.duty.round.Round;
import jingtu.server.duty.round.Rounds;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import org.springframework.stereotype.Service;

/**
 * Gathers what was reported in a period: a form of a quarter also reads the round-ups of its
 * months, and one of a month that of the quarter which ends in it. Where several asked about a
 * duty, that of the last {@linkplain ReportingPeriod period} is heard; of those that end together,
 * the last in which something stands.
 *
 * <p>A duty of the region that goes on and that none of them asks about, as one that is done, is
 * told by what was said of it last: a form of all work does not forget what was finished before.
 */
@Service
class GatherReports {

  private final Rounds rounds;
  private final Duties duties;

  GatherReports(Rounds rounds, Duties duties) {
    this.rounds = rounds;
    this.duties = duties;
  }

  PeriodReports of(Scope scope, RegionCode region, ReportingPeriod period) {
    List<Round> ending =
        rounds.list(scope).stream()
            .filter(round -> round.region().equals(region))
            .filter(round -> !round.period().last().isBefore(period.first()))
            .filter(round -> !round.period().last().isAfter(period.last()))
            .sorted(Comparator.comparing(Round::period))
            .toList();
    Map<DutyId, ReportLine> last = new HashMap<>();
    for (Round round : ending) {
      for (ReportLine line : rounds.lines(scope, round.id(), Optional.empty())) {
        last.merge(line.duty(), line, (so, now) -> later(ending, so, now));
      }
    }
    Map<DutyId, Rounds.LastSaid> standing =
        rounds
            .standing(scope, region, period.last(), ending.stream().map(Round::id).toList())
            .stream()
            .collect(toMap(said -> said.line().duty(), Function.identity()));
    Set<DutyId> told = new HashSet<>(last.keySet());
    told.addAll(standing.keySet());
    List<PeriodReports.Line> lines =
        duties.list(scope, told).stream()
            .flatMap(
                duty ->
                    Optional.ofNullable(last.get(duty.id()))
                        .map(report -> PeriodReports.Line.asked(duty, report))
                        .or(
                            () ->
                                Optional.ofNullable(standing.get(duty.id()))
                                    .map(said -> PeriodReports.Line.standing(duty, said)))
                        .stream())
            .toList();
    return new PeriodReports(period, lines);
  }

  private static ReportLine later(List<Round> rounds, ReportLine so, ReportLine now) {
    boolean together = end(rounds, so).equals(end(rounds, now));
    return together && now.stands().isEmpty() && so.stands().isPresent() ? so : now;
  }

  private static LocalDate end(List<Round> rounds, ReportLine line) {
    return rounds.stream()
        .filter(round -> round.id().equals(line.round()))
        .findFirst()
        .orElseThrow()
        .period()
        .last();
  }
}
