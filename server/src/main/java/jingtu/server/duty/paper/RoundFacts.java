package jingtu.server.duty.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jingtu.server.duty.Duty;
import jingtu.server.duty.round.ReportLine;
import jingtu.server.duty.round.ReportingPeriod;
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
 * @param standing the duties of the region that the round-up does not ask about, as those that are
 *     done, with what was said of them before, in the order of the plans
 * @param last the lines of the period before; absent where it had no round-up
 */
record RoundFacts(
    Round round,
    LocalDate today,
    String office,
    String region,
    List<RoundSheet> sheets,
    List<Standing> standing,
    Map<PlanId, RegisteredPlan> plans,
    Optional<Last> last) {

  RoundFacts {
    sheets = List.copyOf(sheets);
    standing = List.copyOf(standing);
    plans = Map.copyOf(plans);
  }

  /** A duty with what was said of it for an earlier period. */
  record Standing(RoundSheet.Row row, ReportingPeriod since) {}

  /**
   * The round-up of the same length before this one.
   *
   * @param standing what stood then of duties that it did not ask about
   */
  record Last(Round round, List<ReportLine> lines, List<ReportLine> standing) {
    Last {
      lines = List.copyOf(lines);
      standing = List.copyOf(standing);
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
