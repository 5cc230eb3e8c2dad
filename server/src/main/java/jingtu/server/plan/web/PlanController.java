package jingtu.server.plan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.edge.Problem;
import jingtu.server.edge.RequestLanguage;
import jingtu.server.plan.CorrectEntry;
import jingtu.server.plan.ImportOutcome;
import jingtu.server.plan.ImportPlan;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.Plans;
import jingtu.server.plan.RegisteredPlan;
import jingtu.server.plan.TakeBackPlan;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/plans")
class PlanController {

  /** Where a day begins for those who carry the plans out. */
  private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

  private final Plans plans;
  private final ImportPlan importPlan;
  private final TakeBackPlan takeBackPlan;
  private final CorrectEntry correctEntry;
  private final Clock clock;

  PlanController(
      Plans plans,
      ImportPlan importPlan,
      TakeBackPlan takeBackPlan,
      CorrectEntry correctEntry,
      Clock clock) {
    this.plans = plans;
    this.importPlan = importPlan;
    this.takeBackPlan = takeBackPlan;
    this.correctEntry = correctEntry;
    this.clock = clock;
  }

  @GetMapping
  @AllowedTo.Everyone
  List<PlanSummary> list(Scope scope) {
    return PlanSummary.listOf(plans.list(scope), today());
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
                    RegisterView.of(plan, plans.list(scope), today()),
                    RequestLanguage.of(request)))
        .orElseThrow(PlanController::unknown);
  }

  /** Without {@code regionCode} the plan is that of the account's own region. */
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo(Role.COORDINATOR)
  List<PlanSummary> importFile(
      Scope scope,
      @RequestParam MultipartFile file,
      @RequestParam(required = false) @Nullable String regionCode)
      throws IOException {
    RegionCode region = region(scope, Optional.ofNullable(regionCode));
    String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
    return switch (importPlan.from(scope, region, name, file.getBytes())) {
      case ImportOutcome.Imported(List<RegisteredPlan> stored) ->
          PlanSummary.listOf(stored, today());
      case ImportOutcome.AlreadyImported(List<RegisteredPlan> stored) ->
          throw alreadyImported(name, stored);
      case ImportOutcome.Refused(var findings) ->
          throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "plan.refused", name).with(findings);
      case ImportOutcome.NotYourRegion(RegionCode other) -> throw notYourRegion(other);
    };
  }

  /** Corrects what the register says of a plan; its text stays as printed. */
  @PutMapping("/{id}/entry")
  @AllowedTo(Role.COORDINATOR)
  PlanSummary correct(Scope scope, @PathVariable UUID id, @RequestBody EntryForm form) {
    return switch (correctEntry.of(scope, new PlanId(id), form.entry())) {
      case CorrectEntry.Outcome.Corrected(RegisteredPlan plan) -> PlanSummary.of(plan, today());
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

  private static RegionCode region(Scope scope, Optional<String> asked) {
    if (asked.isPresent()) {
      return asked
          .filter(RegionCode::isOne)
          .map(RegionCode::new)
          .orElseThrow(
              () -> Problem.of(HttpStatus.BAD_REQUEST, "plan.no-region-code", asked.get()));
    }
    return scope.region().orElseThrow(() -> Problem.of(HttpStatus.FORBIDDEN, "plan.no-region"));
  }

  private static Problem alreadyImported(String name, List<RegisteredPlan> stored) {
    String titles = String.join("; ", stored.stream().map(RegisteredPlan::title).toList());
    return Problem.of(HttpStatus.CONFLICT, "plan.already-imported", name, titles)
        .with("planIds", stored.stream().map(plan -> plan.id().value()).toList());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), OFFICE);
  }

  private static Problem unknown() {
    return Problem.of(HttpStatus.NOT_FOUND, "plan.unknown");
  }

  private static Problem notYourRegion(RegionCode region) {
    return Problem.of(HttpStatus.FORBIDDEN, "plan.not-your-region", region.digits());
  }
}
