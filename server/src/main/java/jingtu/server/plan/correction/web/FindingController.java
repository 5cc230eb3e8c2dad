package jingtu.server.plan.correction.web;

import java.util.UUID;
import jingtu.server.edge.Problem;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.correction.SettleFinding;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Findings of a plan that somebody has looked at. */
@RestController
@RequestMapping("/api/plans/{id}/findings/{finding}/settled")
class FindingController {

  private final SettleFinding settleFinding;

  FindingController(SettleFinding settleFinding) {
    this.settleFinding = settleFinding;
  }

  /** Notes that a finding needs nothing more. */
  @PutMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedTo(Role.COORDINATOR)
  void settle(Scope scope, @PathVariable UUID id, @PathVariable int finding) {
    answer(settleFinding.of(scope, new PlanId(id), finding, true));
  }

  /** Takes back that a finding needs nothing more. */
  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedTo(Role.COORDINATOR)
  void open(Scope scope, @PathVariable UUID id, @PathVariable int finding) {
    answer(settleFinding.of(scope, new PlanId(id), finding, false));
  }

  private static void answer(SettleFinding.Outcome outcome) {
    switch (outcome) {
      case SettleFinding.Outcome.Settled done -> {}
      case SettleFinding.Outcome.Unknown none ->
          throw Problem.of(HttpStatus.NOT_FOUND, "plan.unknown-finding");
      case SettleFinding.Outcome.NotYourRegion(RegionCode other) ->
          throw Problem.of(HttpStatus.FORBIDDEN, "plan.not-yours-to-correct", other.digits());
    }
  }
}
