package jingtu.server.duty.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jingtu.server.duty.Duty;
import jingtu.server.duty.round.ReportLine;
import jingtu.server.duty.round.Round;
import jingtu.server.duty.round.sheet.RoundSheet;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.RegisteredPlan;

/**
 * What papers of a round-up are made from.
 *
 * @param today the day on which they are made
 * @param office who makes them
 * @param sheets of each organisation, as far as the scope sees them
 * @param last the lines of the period before; absent where it had no round-up
 */
record RoundFacts(
    Round round,
    LocalDate today,
    String office,
    String region,
    List<RoundSheet> sheets,
    Map<PlanId, RegisteredPlan> plans,
    Optional<Last> last) {

  RoundFacts {
    sheets = List.copyOf(sheets);
    plans = Map.copyOf(plans);
  }

  /** The round-up of the same length before this one. */
  record Last(Round round, List<ReportLine> lines) {
    Last {
      lines = List.copyOf(lines);
    }
  }

  /** Whether whoever has not reported by now is listed as not having reported. */
  boolean due() {
    return round.closed().isPresent() || today.isAfter(round.due());
  }

  List<RoundSheet.Row> rows() {
    return sheets.stream().flatMap(sheet -> sheet.rows().stream()).toList();
  }

  List<ReportLine> lines() {
    return rows().stream().map(RoundSheet.Row::line).toList();
  }

  /** The plan of a duty in one line; empty where the scope does not see it any more. */
  String plan(Duty duty, PaperWords words) {
    return findPlan(duty).map(words::plan).orElse("");
  }

  Optional<RegisteredPlan> findPlan(Duty duty) {
    return duty.origin().plan().flatMap(plan -> Optional.ofNullable(plans.get(plan)));
  }
}
