package jingtu.server.duty.paper;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import jingtu.server.duty.Duties;
import jingtu.server.duty.Duty;
import jingtu.server.duty.DutyId;
import jingtu.server.duty.paper.RoundFacts.Last;
import jingtu.server.duty.paper.RoundFacts.Standing;
import jingtu.server.duty.round.ReportingPeriod;
import jingtu.server.duty.round.Round;
import jingtu.server.duty.round.RoundId;
import jingtu.server.duty.round.Rounds;
import jingtu.server.duty.round.sheet.MakeSheets;
import jingtu.server.duty.round.sheet.RoundSheet;
import jingtu.server.organisation.Organisation;
import jingtu.server.organisation.Organisations;
import jingtu.server.organisation.Region;
import jingtu.server.organisation.Regions;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.Plans;
import jingtu.server.plan.RegisteredPlan;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what papers of a round-up are made from, as far as the scope sees it. */
@Service
class GatherFacts {

  private final Rounds rounds;
  private final MakeSheets sheets;
  private final Duties duties;
  private final Plans plans;
  private final Organisations organisations;
  private final Regions regions;
  private final Clock clock;

  GatherFacts(
      Rounds rounds,
      MakeSheets sheets,
      Duties duties,
      Plans plans,
      Organisations organisations,
      Regions regions,
      Clock clock) {
    this.rounds = rounds;
    this.sheets = sheets;
    this.duties = duties;
    this.plans = plans;
    this.organisations = organisations;
    this.regions = regions;
    this.clock = clock;
  }

  /** The facts of a round-up; empty where the scope sees none of it. */
  @Transactional(readOnly = true)
  Optional<RoundFacts> find(Scope scope, RoundId id) {
    return rounds.find(scope, id).map(round -> facts(scope, round));
  }

  private RoundFacts facts(Scope scope, Round round) {
    List<RoundSheet> asked = sheets.of(scope, round.id(), Optional.empty());
    List<Standing> standing = standing(scope, round);
    String region = regions.find(scope, round.region()).map(Region::name).orElse("");
    return new RoundFacts(
        round,
        OfficeDay.today(clock),
        scope
            .organisation()
            .flatMap(id -> organisations.find(scope, id))
            .map(Organisation::name)
            .orElse(region),
        region,
        asked,
        standing,
        plans(scope, asked, standing),
        last(scope, round));
  }

  private List<Standing> standing(Scope scope, Round round) {
    Map<DutyId, Rounds.LastSaid> said =
        standingLines(scope, round).stream()
            .collect(toMap(each -> each.line().duty(), Function.identity()));
    return duties.list(scope, said.keySet()).stream()
        .flatMap(
            duty ->
                Optional.ofNullable(said.get(duty.id()))
                    .map(each -> standing(duty, each, round.period()))
                    .stream())
        .toList();
  }

  private static Standing standing(Duty duty, Rounds.LastSaid said, ReportingPeriod period) {
    return new Standing(
        new RoundSheet.Row(said.line(), duty, duty.dueFrom(period.first()), Optional.empty()),
        said.period());
  }

  private List<Rounds.LastSaid> standingLines(Scope scope, Round round) {
    return rounds.standing(scope, round.region(), round.period().last(), List.of(round.id()));
  }

  private Map<PlanId, RegisteredPlan> plans(
      Scope scope, List<RoundSheet> asked, List<Standing> standing) {
    return Stream.concat(
            asked.stream().flatMap(sheet -> sheet.rows().stream()),
            standing.stream().map(Standing::row))
        .flatMap(row -> row.duty().origin().plan().stream())
        .distinct()
        .flatMap(plan -> plans.findSummary(scope, plan).stream())
        .collect(toMap(RegisteredPlan::id, Function.identity()));
  }

  private Optional<Last> last(Scope scope, Round round) {
    return rounds.list(scope).stream()
        .filter(each -> each.region().equals(round.region()))
        .filter(each -> each.period().equals(round.period().previous()))
        .findFirst()
        .map(
            each ->
                new Last(
                    each,
                    rounds.lines(scope, each.id(), Optional.empty()),
                    standingLines(scope, each).stream().map(Rounds.LastSaid::line).toList()));
  }
}
