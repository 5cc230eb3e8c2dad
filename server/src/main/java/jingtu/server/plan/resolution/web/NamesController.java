package jingtu.server.plan.resolution.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.edge.Problem;
import jingtu.server.edge.RequestLanguage;
import jingtu.server.organisation.Organisations;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.TaskId;
import jingtu.server.plan.resolution.ChooseSuccessor;
import jingtu.server.plan.resolution.DecideName;
import jingtu.server.plan.resolution.Decision;
import jingtu.server.plan.resolution.ResolveNames;
import jingtu.server.plan.resolution.SuccessorChoice;
import jingtu.server.plan.resolution.TasksOfOrganisation;
import jingtu.server.plan.resolution.web.NamesView.NameDecisionView;
import jingtu.server.plan.resolution.web.NamesView.SuccessorChoiceView;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whom the names of a plan mean. */
@RestController
class NamesController {

  private final ResolveNames resolveNames;
  private final DecideName decideName;
  private final ChooseSuccessor chooseSuccessor;
  private final TasksOfOrganisation tasksOfOrganisation;
  private final Organisations organisations;
  private final Clock clock;

  NamesController(
      ResolveNames resolveNames,
      DecideName decideName,
      ChooseSuccessor chooseSuccessor,
      TasksOfOrganisation tasksOfOrganisation,
      Organisations organisations,
      Clock clock) {
    this.resolveNames = resolveNames;
    this.decideName = decideName;
    this.chooseSuccessor = chooseSuccessor;
    this.tasksOfOrganisation = tasksOfOrganisation;
    this.organisations = organisations;
    this.clock = clock;
  }

  /** What may be said of a name. */
  enum NameVerdict {
    ORGANISATION,
    NEW_ORGANISATION,
    NOBODY,
    OPEN
  }

  /**
   * What is said of a name.
   *
   * @param version of the last decision that was seen, 0 where there was none
   * @param organisationId with ORGANISATION
   * @param newName with NEW_ORGANISATION
   * @param alias whether the organisation is called so from now on
   */
  record NameDecisionRequest(
      @NotNull @Size(min = 1, max = 500) String name,
      @NotNull Integer version,
      @NotNull NameVerdict verdict,
      @Nullable UUID organisationId,
      @Nullable @Size(max = 100) String newName,
      @NotNull Boolean alias,
      @NotNull @Size(max = 500) String note) {

    DecideName.Wish wish() {
      return switch (verdict) {
        case ORGANISATION ->
            new DecideName.Wish.Known(
                Optional.ofNullable(organisationId).orElseThrow(NamesController::incomplete),
                alias);
        case NEW_ORGANISATION ->
            new DecideName.Wish.New(
                Optional.ofNullable(newName)
                    .map(String::strip)
                    .filter(wanted -> !wanted.isEmpty())
                    .orElseThrow(NamesController::incomplete),
                alias);
        case NOBODY -> new DecideName.Wish.Nobody();
        case OPEN -> new DecideName.Wish.Open();
      };
    }
  }

  /** One task; {@code version} as in a decision. */
  record ChosenTask(@NotNull UUID id, @NotNull Integer version) {}

  /** Who goes on with tasks where an organisation came apart on a day. */
  record SuccessorRequest(
      @NotEmpty @Valid List<ChosenTask> tasks,
      @NotNull UUID predecessorId,
      @NotNull LocalDate turnedOn,
      @NotNull UUID successorId) {}

  @GetMapping("/api/plans/{id}/names")
  @AllowedTo.Everyone
  NamesView names(
      Scope scope,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable LocalDate on,
      HttpServletRequest request) {
    return resolveNames
        .of(scope, new PlanId(id), dayOrToday(on))
        .map(plan -> NamesView.of(plan, RequestLanguage.of(request)))
        .orElseThrow(NamesController::unknownPlan);
  }

  /** Says whom a name means, for all plans of the region. */
  @PutMapping("/api/plans/{id}/names")
  @AllowedTo(Role.COORDINATOR)
  NameDecisionView decide(
      Scope scope, @PathVariable UUID id, @Valid @RequestBody NameDecisionRequest request) {
    DecideName.Outcome outcome =
        decideName.of(
            scope,
            new PlanId(id),
            request.name(),
            request.version(),
            request.wish(),
            request.note());
    return switch (outcome) {
      case DecideName.Outcome.Decided(Decision decision) -> view(scope, decision);
      case DecideName.Outcome.UnknownPlan none -> throw unknownPlan();
      case DecideName.Outcome.NotYourRegion(RegionCode other) -> throw notYourRegion(other);
      case DecideName.Outcome.NotInPlan(String name) ->
          throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "names.not-in-plan", name);
      case DecideName.Outcome.UnknownOrganisation none ->
          throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "names.unknown-organisation");
      case DecideName.Outcome.Meanwhile(String name) ->
          throw Problem.of(HttpStatus.CONFLICT, "names.decided-meanwhile", name);
    };
  }

  /** Everything that was said of a name in the plan's region, the latest first. */
  @GetMapping("/api/plans/{id}/names/history")
  @AllowedTo.Everyone
  List<NameDecisionView> history(Scope scope, @PathVariable UUID id, @RequestParam String name) {
    return decideName
        .history(scope, new PlanId(id), name)
        .orElseThrow(NamesController::unknownPlan)
        .stream()
        .map(decision -> view(scope, decision))
        .toList();
  }

  /** Says who goes on with tasks of an organisation that came apart. */
  @PutMapping("/api/plans/{id}/names/successors")
  @AllowedTo(Role.COORDINATOR)
  List<SuccessorChoiceView> choose(
      Scope scope, @PathVariable UUID id, @Valid @RequestBody SuccessorRequest request) {
    ChooseSuccessor.Outcome outcome =
        chooseSuccessor.of(
            scope,
            new PlanId(id),
            request.tasks().stream()
                .map(task -> new ChooseSuccessor.Chosen(new TaskId(task.id()), task.version()))
                .toList(),
            request.predecessorId(),
            request.turnedOn(),
            request.successorId());
    return switch (outcome) {
      case ChooseSuccessor.Outcome.Kept(List<SuccessorChoice> choices) ->
          choices.stream().map(SuccessorChoiceView::of).toList();
      case ChooseSuccessor.Outcome.UnknownPlan none -> throw unknownPlan();
      case ChooseSuccessor.Outcome.NotYourRegion(RegionCode other) -> throw notYourRegion(other);
      case ChooseSuccessor.Outcome.NoSuch none ->
          throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "names.no-such-turn");
      case ChooseSuccessor.Outcome.Meanwhile meanwhile ->
          throw Problem.of(HttpStatus.CONFLICT, "names.chosen-meanwhile");
    };
  }

  /** The tasks of an organisation over all plans that the reader sees. */
  @GetMapping("/api/organisation-tasks")
  @AllowedTo.Everyone
  List<OrganisationTaskView> tasks(
      Scope scope,
      @RequestParam UUID organisation,
      @RequestParam(required = false) @Nullable LocalDate on) {
    return tasksOfOrganisation.on(scope, organisation, dayOrToday(on)).stream()
        .map(OrganisationTaskView::of)
        .toList();
  }

  private NameDecisionView view(Scope scope, Decision decision) {
    return NameDecisionView.of(
        decision, decision.organisation().flatMap(id -> organisations.find(scope, id)));
  }

  private LocalDate dayOrToday(@Nullable LocalDate day) {
    return day == null ? OfficeDay.today(clock) : day;
  }

  private static Problem incomplete() {
    return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "names.incomplete");
  }

  private static Problem unknownPlan() {
    return Problem.of(HttpStatus.NOT_FOUND, "plan.unknown");
  }

  private static Problem notYourRegion(RegionCode region) {
    return Problem.of(HttpStatus.FORBIDDEN, "plan.not-your-region", region.digits());
  }
}
