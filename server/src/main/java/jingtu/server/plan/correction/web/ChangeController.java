package jingtu.server.plan.correction.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jingtu.server.edge.Problem;
import jingtu.server.edge.RequestLanguage;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.Plans;
import jingtu.server.plan.StoredPlan;
import jingtu.server.plan.Words;
import jingtu.server.plan.correction.Change;
import jingtu.server.plan.correction.ChangeKind;
import jingtu.server.plan.correction.Changes;
import jingtu.server.plan.correction.Conflict;
import jingtu.server.plan.correction.CorrectPlan;
import jingtu.server.plan.correction.EntryChange;
import jingtu.server.plan.correction.Fault;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Corrections of what was read of a plan. */
@RestController
@RequestMapping("/api/plans/{id}/changes")
class ChangeController {

  private final CorrectPlan correctPlan;
  private final Changes changes;
  private final Plans plans;

  ChangeController(CorrectPlan correctPlan, Changes changes, Plans plans) {
    this.correctPlan = correctPlan;
    this.changes = changes;
    this.plans = plans;
  }

  /**
   * What somebody wants made of a plan, all of it or nothing.
   *
   * @param reason why, in words of their own
   */
  record PlanChangeRequest(
      @NotNull ChangeKind kind,
      @Nullable String reason,
      @NotNull List<@NotNull @Valid EntryChange> entries) {}

  @GetMapping
  @AllowedTo.Everyone
  HistoryView list(Scope scope, @PathVariable UUID id) {
    PlanId plan = new PlanId(id);
    return changes
        .find(scope, plan)
        .flatMap(
            history ->
                plans
                    .find(scope, plan)
                    .map(stored -> HistoryView.of(history, new Words(stored.text()))))
        .orElseThrow(ChangeController::unknown);
  }

  /**
   * Makes a change. Who has seen an entry otherwise than it is gets 409 with every such entry as it
   * is now; what cannot be gets 422 with the fields at fault.
   */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo(Role.COORDINATOR)
  PlanChangeView make(
      Scope scope,
      @PathVariable UUID id,
      @Valid @RequestBody PlanChangeRequest wanted,
      HttpServletRequest request) {
    Optional<String> reason =
        Optional.ofNullable(wanted.reason()).map(String::strip).filter(words -> !words.isEmpty());
    return view(
        correctPlan.make(scope, new PlanId(id), wanted.kind(), reason, wanted.entries()), request);
  }

  /** Takes a change back: what was there before it is there again. */
  @PostMapping("/{change}/undo")
  @AllowedTo(Role.COORDINATOR)
  PlanChangeView undo(
      Scope scope, @PathVariable UUID id, @PathVariable UUID change, HttpServletRequest request) {
    return view(correctPlan.undo(scope, new PlanId(id), change), request);
  }

  /** Makes a change that was undone once more. */
  @PostMapping("/{change}/redo")
  @AllowedTo(Role.COORDINATOR)
  PlanChangeView redo(
      Scope scope, @PathVariable UUID id, @PathVariable UUID change, HttpServletRequest request) {
    return view(correctPlan.redo(scope, new PlanId(id), change), request);
  }

  private static PlanChangeView view(CorrectPlan.Outcome outcome, HttpServletRequest request) {
    return switch (outcome) {
      case CorrectPlan.Outcome.Changed(Change change, StoredPlan plan) ->
          PlanChangeView.of(change, new Words(plan.text()));
      case CorrectPlan.Outcome.Unknown none -> throw unknown();
      case CorrectPlan.Outcome.NotYourRegion(RegionCode other) ->
          throw Problem.of(HttpStatus.FORBIDDEN, "plan.not-yours-to-correct", other.digits());
      case CorrectPlan.Outcome.UnknownChange none ->
          throw Problem.of(HttpStatus.NOT_FOUND, "plan.unknown-change");
      case CorrectPlan.Outcome.AlreadySo(Change change) -> throw alreadySo(change);
      case CorrectPlan.Outcome.Stale(List<Conflict> conflicts) -> throw stale(conflicts);
      case CorrectPlan.Outcome.Faulty(List<Fault> faults) ->
          throw faulty(faults, RequestLanguage.of(request));
    };
  }

  private static Problem unknown() {
    return Problem.of(HttpStatus.NOT_FOUND, "plan.unknown");
  }

  private static Problem alreadySo(Change change) {
    return change.undone().isPresent()
        ? Problem.of(
            HttpStatus.CONFLICT, "plan.already-undone", change.number(), change.undone().get().by())
        : Problem.of(HttpStatus.CONFLICT, "plan.holds-already", change.number());
  }

  /** {@code conflicts} are all that changed; {@code by}, {@code at}, {@code current} the first. */
  private static Problem stale(List<Conflict> conflicts) {
    ConflictView first = ConflictView.of(conflicts.getFirst());
    Problem problem =
        Problem.of(HttpStatus.CONFLICT, "plan.changed-meanwhile", first.by())
            .with("by", first.by())
            .with("at", first.at())
            .with("conflicts", conflicts.stream().map(ConflictView::of).toList());
    return first.current() == null ? problem : problem.with("current", first.current());
  }

  /** {@code fields[i]} is the address in the request of what {@code findings[i]} speaks of. */
  private static Problem faulty(List<Fault> faults, Language language) {
    return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "plan.change-faults")
        .with(faults.stream().map(fault -> finding(fault, language)).toList())
        .with("fields", faults.stream().map(Fault::field).toList());
  }

  private static Finding finding(Fault fault, Language language) {
    String place =
        fault.place().stream()
            .map(words -> Messages.say(words, language))
            .collect(Collectors.joining(" "));
    return new Finding(place, fault.problem(), fault.remedy());
  }
}
