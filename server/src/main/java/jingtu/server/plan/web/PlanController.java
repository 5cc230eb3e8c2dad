package jingtu.server.plan.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import jingtu.server.edge.Problem;
import jingtu.server.edge.RequestLanguage;
import jingtu.server.plan.CorrectEntry;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.Plans;
import jingtu.server.plan.RegisteredPlan;
import jingtu.server.plan.TakeBackPlan;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/plans")
class PlanController {

  private final Plans plans;
  private final TakeBackPlan takeBackPlan;
  private final CorrectEntry correctEntry;
  private final Clock clock;

  PlanController(Plans plans, TakeBackPlan takeBackPlan, CorrectEntry correctEntry, Clock clock) {
    this.plans = plans;
    this.takeBackPlan = takeBackPlan;
    this.correctEntry = correctEntry;
    this.clock = clock;
  }

  @GetMapping
  @AllowedTo.Everyone
  List<PlanSummary> list(Scope scope) {
    return PlanSummary.listOf(plans.list(scope), OfficeDay.today(clock));
  }

  @GetMapping("/{id}")
  @AllowedTo.Everyone
  PlanView get(Scope scope, @PathVariable UUID id, HttpServletRequest request) {
    return plans
        .find(scope, new PlanId(id))
        .map(
            plan ->
                PlanView.of(
                    plan,
                    RegisterView.of(plan, plans.list(scope), OfficeDay.today(clock)),
                    RequestLanguage.of(request)))
        .orElseThrow(PlanController::unknown);
  }

  /** Corrects what the register says of a plan; its text stays as printed. */
  @PutMapping("/{id}/entry")
  @AllowedTo(Role.COORDINATOR)
  PlanSummary correct(Scope scope, @PathVariable UUID id, @Valid @RequestBody EntryForm form) {
    return switch (correctEntry.of(scope, new PlanId(id), form.entry())) {
      case CorrectEntry.Outcome.Corrected(RegisteredPlan plan) ->
          PlanSummary.of(plan, OfficeDay.today(clock));
      case CorrectEntry.Outcome.Unknown none -> throw unknown();
      case CorrectEntry.Outcome.NotYourRegion(RegionCode other) -> throw notYourRegion(other);
      case CorrectEntry.Outcome.NoParent no ->
          throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "plan.no-parent");
    };
  }

  /** Takes the import back with which this plan came: all plans of its file go. */
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedTo(Role.COORDINATOR)
  void takeBack(Scope scope, @PathVariable UUID id) {
    switch (takeBackPlan.of(scope, new PlanId(id))) {
      case TakeBackPlan.Outcome.TakenBack gone -> {}
      case TakeBackPlan.Outcome.Unknown none -> throw unknown();
      case TakeBackPlan.Outcome.NotYourRegion(RegionCode other) -> throw notYourRegion(other);
    }
  }

  private static Problem unknown() {
    return Problem.of(HttpStatus.NOT_FOUND, "plan.unknown");
  }

  private static Problem notYourRegion(RegionCode region) {
    return Problem.of(HttpStatus.FORBIDDEN, "plan.not-your-region", region.digits());
  }
}
