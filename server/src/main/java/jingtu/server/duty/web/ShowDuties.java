package jingtu.server.duty.web;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jingtu.server.duty.Assignee;
import jingtu.server.duty.Duty;
import jingtu.server.duty.DutyOrigin;
import jingtu.server.duty.HandDown;
import jingtu.server.duty.PartRights;
import jingtu.server.duty.web.ListedDutyView.DueDayView;
import jingtu.server.duty.web.ListedDutyView.DutyTimeView;
import jingtu.server.duty.web.ListedDutyView.HandedDownView;
import jingtu.server.organisation.Regions;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.Plans;
import jingtu.server.plan.RegisteredPlan;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import org.springframework.stereotype.Component;

/** Tells duties with the names of what they speak of, in statements that do not grow with them. */
@Component
class ShowDuties {

  private final Plans plans;
  private final Regions regions;
  private final HandDown handDown;
  private final Clock clock;

  ShowDuties(Plans plans, Regions regions, HandDown handDown, Clock clock) {
    this.plans = plans;
    this.regions = regions;
    this.handDown = handDown;
    this.clock = clock;
  }

  List<ListedDutyView> all(Scope scope, List<Duty> duties) {
    Map<PlanId, RegisteredPlan> seen =
        plans(scope, duties.stream().flatMap(duty -> duty.origin().plan().stream()).toList());
    Map<RegionCode, String> names = regions.names(scope);
    PartRights rights = handDown.rights(scope);
    LocalDate today = OfficeDay.today(clock);
    return duties.stream().map(duty -> view(duty, seen, names, rights, today)).toList();
  }

  ListedDutyView one(Scope scope, Duty duty) {
    return all(scope, List.of(duty)).getFirst();
  }

  /** Plans by their ids, as far as the account sees them. */
  Map<PlanId, RegisteredPlan> plans(Scope scope, Collection<PlanId> ids) {
    return ids.stream()
        .distinct()
        .flatMap(id -> plans.findSummary(scope, id).stream())
        .collect(toMap(RegisteredPlan::id, plan -> plan));
  }

  private static ListedDutyView view(
      Duty duty,
      Map<PlanId, RegisteredPlan> seen,
      Map<RegionCode, String> names,
      PartRights rights,
      LocalDate today) {
    DutyOrigin origin = duty.origin();
    Assignee assignee = duty.assignee();
    List<DueDayView> due = duty.due().stream().map(DueDayView::of).toList();
    Stream<DueDayView> ahead = due.stream().filter(day -> !day.day().isBefore(today));
    return new ListedDutyView(
        duty.id().value(),
        origin.plan().map(PlanId::value).orElse(null),
        origin
            .plan()
            .flatMap(plan -> Optional.ofNullable(seen.get(plan)))
            .map(RegisteredPlan::title)
            .orElse(null),
        origin.kind(),
        origin.number(),
        origin.start(),
        origin instanceof DutyOrigin.OfPlan sentence ? sentence.span().end() : 0,
        origin instanceof DutyOrigin.OfDocument document ? document.document() : null,
        origin instanceof DutyOrigin.OfDeadline asked ? asked.register().value() : null,
        origin instanceof DutyOrigin.OfDeadline asked ? asked.record().value() : null,
        duty.chapter(),
        duty.heading(),
        duty.sentence(),
        duty.role(),
        duty.printedName(),
        assignee.id().orElse(null),
        assignee.name(),
        assignee.region().flatMap(code -> Optional.ofNullable(names.get(code))).orElse(null),
        duty.awake(),
        duty.reports(),
        rights.kept().test(duty),
        duty.standard(),
        duty.times().stream().map(DutyTimeView::of).toList(),
        ahead.findFirst().orElse(null),
        due,
        duty.ended().orElse(null),
        duty.handed().map(HandedDownView::of).orElse(null),
        rights.mayHand(duty),
        rights.mayWithdraw(duty),
        rights.mayAnswer(duty),
        rights.mayStart(duty),
        duty.version(),
        duty.changedBy(),
        duty.changedAt());
  }
}
