package jingtu.server.plan.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.edge.Problem;
import jingtu.server.edge.RequestLanguage;
import jingtu.server.plan.AdoptDraft;
import jingtu.server.plan.DiscardDraft;
import jingtu.server.plan.Draft;
import jingtu.server.plan.DraftId;
import jingtu.server.plan.DraftImport;
import jingtu.server.plan.Drafts;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.RegisterEntry;
import jingtu.server.plan.RegisteredPlan;
import jingtu.server.plan.ReviewDraft;
import jingtu.server.plan.ReviewItem;
import jingtu.server.plan.revision.LifeOutcome;
import jingtu.server.plan.revision.web.LifeProblems;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Finding;
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

/** Files that wait to be adopted: handed in, reviewed, and then adopted or discarded. */
@RestController
@RequestMapping("/api/plan-drafts")
class DraftController {

  private final Drafts drafts;
  private final DraftImport draftImport;
  private final ReviewDraft reviewDraft;
  private final AdoptDraft adoptDraft;
  private final DiscardDraft discardDraft;
  private final Clock clock;

  DraftController(
      Drafts drafts,
      DraftImport draftImport,
      ReviewDraft reviewDraft,
      AdoptDraft adoptDraft,
      DiscardDraft discardDraft,
      Clock clock) {
    this.drafts = drafts;
    this.draftImport = draftImport;
    this.reviewDraft = reviewDraft;
    this.adoptDraft = adoptDraft;
    this.discardDraft = discardDraft;
    this.clock = clock;
  }

  @GetMapping
  @AllowedTo(Role.COORDINATOR)
  List<DraftSummary> list(Scope scope) {
    return drafts.list(scope).stream().map(DraftSummary::of).toList();
  }

  /**
   * Without {@code regionCode} the plan is that of the account's own region; with {@code revises}
   * it is a newer version of that plan and of its region.
   */
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo(Role.COORDINATOR)
  DraftSummary handIn(
      Scope scope,
      @RequestParam MultipartFile file,
      @RequestParam(required = false) @Nullable String regionCode,
      @RequestParam(required = false) @Nullable UUID revises)
      throws IOException {
    String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
    DraftImport.Outcome outcome =
        revises == null
            ? draftImport.of(
                scope, region(scope, Optional.ofNullable(regionCode)), name, file.getBytes())
            : draftImport.revising(scope, new PlanId(revises), name, file.getBytes());
    return switch (outcome) {
      case DraftImport.Outcome.Drafted(Draft draft) -> DraftSummary.of(draft);
      case DraftImport.Outcome.AlreadyDrafted(Draft draft) ->
          throw Problem.of(
                  HttpStatus.CONFLICT,
                  "plan.already-drafted",
                  name,
                  draft.importedBy(),
                  draft.fileName())
              .with("draftId", draft.id().value());
      case DraftImport.Outcome.AlreadyImported(List<RegisteredPlan> plans) ->
          throw alreadyImported(name, plans);
      case DraftImport.Outcome.Refused(Finding finding) -> throw refused(name, finding);
      case DraftImport.Outcome.UnknownPlan none ->
          throw Problem.of(HttpStatus.NOT_FOUND, "plan.unknown");
      case DraftImport.Outcome.AlreadyRevised revised ->
          throw LifeProblems.of(LifeOutcome.Refusal.ALREADY_REVISED);
      case DraftImport.Outcome.NotYourRegion(RegionCode other) ->
          throw Problem.of(HttpStatus.FORBIDDEN, "plan.not-your-region", other.digits());
    };
  }

  /** Everything that was found in the file, to be looked through. */
  @GetMapping("/{id}")
  @AllowedTo(Role.COORDINATOR)
  DraftView get(Scope scope, @PathVariable UUID id, HttpServletRequest request) {
    return switch (reviewDraft.of(scope, new DraftId(id))) {
      case ReviewDraft.Outcome.Read(var reading) ->
          DraftView.of(reading, RequestLanguage.of(request));
      case ReviewDraft.Outcome.Refused(Finding finding) -> throw refused(finding.place(), finding);
      case ReviewDraft.Outcome.Unknown none -> throw unknown();
    };
  }

  /** Notes that an item was looked at and is right. */
  @PutMapping("/{id}/accepted/{item}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedTo(Role.COORDINATOR)
  void accept(Scope scope, @PathVariable UUID id, @PathVariable String item) {
    note(scope, id, item, true);
  }

  /** Takes back that an item is right. */
  @DeleteMapping("/{id}/accepted/{item}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedTo(Role.COORDINATOR)
  void acceptNoMore(Scope scope, @PathVariable UUID id, @PathVariable String item) {
    note(scope, id, item, false);
  }

  /** Makes all plans of the file part of the register, with the entries as corrected. */
  @PostMapping("/{id}/adoption")
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo(Role.COORDINATOR)
  List<PlanSummary> adopt(
      Scope scope, @PathVariable UUID id, @Valid @RequestBody Adoption adoption) {
    return switch (adoptDraft.of(
        scope,
        new DraftId(id),
        adoption.fingerprint(),
        adoption.registerEntries(),
        Optional.ofNullable(adoption.revisesId()).map(PlanId::new))) {
      case AdoptDraft.Outcome.Adopted(List<RegisteredPlan> plans) ->
          PlanSummary.listOf(plans, OfficeDay.today(clock));
      case AdoptDraft.Outcome.Unknown none -> throw unknown();
      case AdoptDraft.Outcome.ReadAnew anew ->
          throw Problem.of(HttpStatus.CONFLICT, "plan.read-anew");
      case AdoptDraft.Outcome.Refused(Finding finding) -> throw refused(finding.place(), finding);
      case AdoptDraft.Outcome.NoParent no ->
          throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "plan.no-parent");
      case AdoptDraft.Outcome.NoRevision(LifeOutcome.Refusal refusal) ->
          throw LifeProblems.of(refusal);
      case AdoptDraft.Outcome.AlreadyImported(List<RegisteredPlan> plans) ->
          throw alreadyImported(plans.getFirst().title(), plans);
    };
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedTo(Role.COORDINATOR)
  void discard(Scope scope, @PathVariable UUID id) {
    if (!discardDraft.of(scope, new DraftId(id))) {
      throw unknown();
    }
  }

  /**
   * What is adopted: the {@code fingerprint} of what was reviewed, and for each plan of the file,
   * in its order, what the register is to say of it; {@code revisesId} is the plan that it was
   * reviewed against.
   */
  record Adoption(
      @NotNull String fingerprint,
      @NotNull List<@NotNull @Valid EntryForm> entries,
      @Nullable UUID revisesId) {

    List<RegisterEntry> registerEntries() {
      return entries.stream().map(EntryForm::entry).toList();
    }
  }

  private void note(Scope scope, UUID id, String item, boolean right) {
    ReviewItem known =
        ReviewItem.of(item)
            .orElseThrow(() -> Problem.of(HttpStatus.BAD_REQUEST, "plan.no-item", item));
    if (!drafts.accept(scope, new DraftId(id), known, right)) {
      throw unknown();
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

  private static Problem refused(String name, Finding finding) {
    return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "plan.refused", name)
        .with(List.of(finding));
  }

  private static Problem alreadyImported(String name, List<RegisteredPlan> stored) {
    String titles = String.join("; ", stored.stream().map(RegisteredPlan::title).toList());
    return Problem.of(HttpStatus.CONFLICT, "plan.already-imported", name, titles)
        .with("planIds", stored.stream().map(plan -> plan.id().value()).toList());
  }

  private static Problem unknown() {
    return Problem.of(HttpStatus.NOT_FOUND, "plan.unknown-draft");
  }
}
