package jingtu.server.plan.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import jingtu.server.edge.Problem;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.Plans;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.Scope;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/plans/{id}/calendar")
class PlanCalendarController {

  private final Plans plans;
  private final Clock clock;

  PlanCalendarController(Plans plans, Clock clock) {
    this.plans = plans;
    this.clock = clock;
  }

  @GetMapping
  @AllowedTo.Everyone
  CalendarView get(Scope scope, @PathVariable UUID id) {
    return plans
        .find(scope, new PlanId(id))
        .map(plan -> CalendarView.of(plan, LocalDate.now(clock)))
        .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "plan.unknown"));
  }
}
