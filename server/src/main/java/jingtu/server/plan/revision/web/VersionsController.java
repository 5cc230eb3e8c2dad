package jingtu.server.plan.revision.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.planreader.output.RevisionWorkbook;
import jingtu.server.edge.Download;
import jingtu.server.edge.Problem;
import jingtu.server.edge.RequestLanguage;
import jingtu.server.plan.DraftId;
import jingtu.server.plan.Life;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.RegisteredPlan;
import jingtu.server.plan.TaskId;
import jingtu.server.plan.revision.ChangeLife;
import jingtu.server.plan.revision.CompareVersions;
import jingtu.server.plan.revision.CompareVersions.Compared;
import jingtu.server.plan.revision.LifeOutcome;
import jingtu.server.plan.revision.Versions;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The versions of a plan, what changed between them, and what became of each. */
@RestController
class VersionsController {

  private final Versions versions;
  private final CompareVersions compareVersions;
  private final ChangeLife changeLife;
  private final Clock clock;

  VersionsController(
      Versions versions, CompareVersions compareVersions, ChangeLife changeLife, Clock clock) {
    this.versions = versions;
    this.compareVersions = compareVersions;
    this.changeLife = changeLife;
    this.clock = clock;
  }

  /** All versions of a plan as they stand on a day, which is today where none is given. */
  @GetMapping("/api/plans/{id}/versions")
  @AllowedTo.Everyone
  VersionsView list(
      Scope scope, @PathVariable UUID id, @RequestParam(required = false) @Nullable LocalDate on) {
    List<RegisteredPlan> all = versions.of(scope, new PlanId(id));
    if (all.isEmpty()) {
      throw unknown();
    }
    return VersionsView.of(all, Optional.ofNullable(on).orElseGet(() -> OfficeDay.today(clock)));
  }

  /** What changed from another plan to this one. */
  @GetMapping("/api/plans/{id}/comparison")
  @AllowedTo.Everyone
  ComparisonView compare(Scope scope, @PathVariable UUID id, @RequestParam UUID before) {
    return ComparisonView.of(compared(scope, id, before));
  }

  /** The same as a workbook. */
  @GetMapping("/api/plans/{id}/comparison.xlsx")
  @AllowedTo.Everyone
  ResponseEntity<byte[]> workbook(
      Scope scope, @PathVariable UUID id, @RequestParam UUID before, HttpServletRequest request)
      throws IOException {
    Compared compared = compared(scope, id, before);
    ByteArrayOutputStream workbook = new ByteArrayOutputStream();
    RevisionWorkbook.write(compared.comparison(), RequestLanguage.of(request), workbook);
    String title = compared.newerText().plan().head().title();
    return Download.named(title + ".xlsx", Download.WORKBOOK).body(workbook.toByteArray());
  }

  /** What changed from the plan that a draft revises to the draft. */
  @GetMapping("/api/plan-drafts/{id}/comparison")
  @AllowedTo(Role.COORDINATOR)
  ComparisonView compareDraft(Scope scope, @PathVariable UUID id) {
    return compareVersions
        .ofDraft(scope, new DraftId(id))
        .map(ComparisonView::of)
        .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "plan.unknown-draft"));
  }

  /** Declares the plan the next version of another one. */
  @PutMapping("/api/plans/{id}/older")
  @AllowedTo(Role.COORDINATOR)
  VersionsView revise(Scope scope, @PathVariable UUID id, @Valid @RequestBody Older older) {
    return answer(
        scope,
        changeLife.revise(
            scope, new PlanId(id), new PlanId(older.planId()), older.from(), older.version()));
  }

  /** Takes back that it is the next version of another one. */
  @DeleteMapping("/api/plans/{id}/older")
  @AllowedTo(Role.COORDINATOR)
  VersionsView reviseNoMore(Scope scope, @PathVariable UUID id, @RequestParam int version) {
    return answer(scope, changeLife.reviseNoMore(scope, new PlanId(id), version));
  }

  /** Notes that a document withdrew the plan. */
  @PutMapping("/api/plans/{id}/withdrawal")
  @AllowedTo(Role.COORDINATOR)
  VersionsView withdraw(
      Scope scope, @PathVariable UUID id, @Valid @RequestBody WithdrawalForm form) {
    Life.Withdrawal withdrawal = new Life.Withdrawal(form.on(), form.by().strip());
    return answer(
        scope, changeLife.withdraw(scope, new PlanId(id), Optional.of(withdrawal), form.version()));
  }

  /** Takes back that the plan is withdrawn. */
  @DeleteMapping("/api/plans/{id}/withdrawal")
  @AllowedTo(Role.COORDINATOR)
  VersionsView withdrawNoMore(Scope scope, @PathVariable UUID id, @RequestParam int version) {
    return answer(scope, changeLife.withdraw(scope, new PlanId(id), Optional.empty(), version));
  }

  /** Puts the plan away from today on. */
  @PutMapping("/api/plans/{id}/archive")
  @AllowedTo(Role.COORDINATOR)
  VersionsView archive(Scope scope, @PathVariable UUID id, @RequestParam int version) {
    return answer(
        scope,
        changeLife.archive(scope, new PlanId(id), Optional.of(OfficeDay.today(clock)), version));
  }

  /** Takes back that the plan is put away. */
  @DeleteMapping("/api/plans/{id}/archive")
  @AllowedTo(Role.COORDINATOR)
  VersionsView archiveNoMore(Scope scope, @PathVariable UUID id, @RequestParam int version) {
    return answer(scope, changeLife.archive(scope, new PlanId(id), Optional.empty(), version));
  }

  /** Says by hand which tasks of the version before a task was. */
  @PutMapping("/api/plans/{id}/tasks/{task}/older")
  @AllowedTo(Role.COORDINATOR)
  VersionsView pair(
      Scope scope,
      @PathVariable UUID id,
      @PathVariable UUID task,
      @Valid @RequestBody OlderTasks older) {
    return answer(
        scope,
        changeLife.pair(
            scope,
            new PlanId(id),
            new TaskId(task),
            older.tasks().stream().map(TaskId::new).toList(),
            older.version()));
  }

  /** The plan that comes before, from which day, and the version of the life that was seen. */
  record Older(@NotNull UUID planId, @NotNull LocalDate from, int version) {}

  /** From which day, by which document, and the version of the life that was seen. */
  record WithdrawalForm(@NotNull LocalDate on, @NotBlank @Size(max = 300) String by, int version) {}

  /** The older tasks; none for a task that is new. */
  record OlderTasks(@NotNull List<@NotNull UUID> tasks, int version) {}

  private Compared compared(Scope scope, UUID after, UUID before) {
    return compareVersions
        .of(scope, new PlanId(before), new PlanId(after))
        .orElseThrow(VersionsController::unknown);
  }

  private VersionsView answer(Scope scope, LifeOutcome outcome) {
    return switch (outcome) {
      case LifeOutcome.Changed(RegisteredPlan plan) ->
          VersionsView.of(versions.of(scope, plan.id()), OfficeDay.today(clock));
      case LifeOutcome.Unknown none -> throw unknown();
      case LifeOutcome.NotYourRegion(RegionCode region) ->
          throw Problem.of(HttpStatus.FORBIDDEN, "plan.not-your-region", region.digits());
      case LifeOutcome.ChangedMeanwhile changed ->
          throw Problem.of(HttpStatus.CONFLICT, "plan.life-changed");
      case LifeOutcome.Refused(LifeOutcome.Refusal refusal) -> throw LifeProblems.of(refusal);
    };
  }

  private static Problem unknown() {
    return Problem.of(HttpStatus.NOT_FOUND, "plan.unknown");
  }
}
