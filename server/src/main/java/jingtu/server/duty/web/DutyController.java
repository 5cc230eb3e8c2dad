package jingtu.server.duty.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jingtu.server.duty.Duties;
import jingtu.server.duty.Duty;
import jingtu.server.duty.DutyChange;
import jingtu.server.duty.DutyChoices;
import jingtu.server.duty.DutyFilter;
import jingtu.server.duty.DutyFilter.From;
import jingtu.server.duty.DutyFocus;
import jingtu.server.duty.DutyFocus.News;
import jingtu.server.duty.DutyFocus.Within;
import jingtu.server.duty.DutyId;
import jingtu.server.duty.DutyOutcome;
import jingtu.server.duty.DutyPage;
import jingtu.server.duty.KeepDuties;
import jingtu.server.duty.Light;
import jingtu.server.edge.Problem;
import jingtu.server.organisation.Regions;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.RegisteredPlan;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Duties: listed, told in whole, woken, and who reports on them. */
@RestController
@RequestMapping("/api/duties")
class DutyController {

  private static final String USUAL_PAGE = "50";
  private static final int MOST_AT_ONCE = 5_000;

  private final Duties duties;
  private final DutyChoices choices;
  private final KeepDuties keepDuties;
  private final ShowDuties show;
  private final Regions regions;

  DutyController(
      Duties duties, DutyChoices choices, KeepDuties keepDuties, ShowDuties show, Regions regions) {
    this.duties = duties;
    this.choices = choices;
    this.keepDuties = keepDuties;
    this.show = show;
    this.regions = regions;
  }

  /** Some duties; {@code next} is the one after which the next page begins. */
  record DutyPageView(List<ListedDutyView> duties, long total, @Nullable UUID next) {}

  /** A change; {@code what} is the field that changed, or {@code ended}. */
  record DutyChangeView(
      String what, String before, String after, String reason, String by, Instant at) {

    static DutyChangeView of(DutyChange change) {
      return new DutyChangeView(
          change.what(),
          change.before(),
          change.after(),
          change.reason(),
          change.by(),
          change.at());
    }
  }

  record DutyHistoryView(List<DutyChangeView> changes) {}

  record WakingForm(@NotNull List<UUID> ids, boolean awake) {}

  /** Those that changed; the others were so already, have ended or are somebody else's. */
  record WokenView(List<UUID> changed) {}

  record ReportingForm(int version, boolean reports) {}

  /**
   * A plan with duties; without a title where the account does not see it.
   *
   * @param kept whether whoever asks decides what concerns all its duties
   */
  record PlanOfDutiesView(UUID id, @Nullable String title, int awake, int asleep, boolean kept) {}

  record OrganisationOfDutiesView(UUID id, String name, @Nullable String regionName) {}

  /** What the list can be narrowed to; chapters only where a plan was named. */
  record DutyChoicesView(
      long awake,
      long asleep,
      List<PlanOfDutiesView> plans,
      List<String> chapters,
      List<OrganisationOfDutiesView> organisations) {}

  /** The duties that are awake, or those that sleep, plan by plan in the order of the text. */
  @GetMapping
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  DutyPageView list(
      Scope scope,
      @RequestParam Optional<UUID> plan,
      @RequestParam Optional<String> chapter,
      @RequestParam(defaultValue = "false") boolean noChapter,
      @RequestParam Optional<UUID> organisation,
      @RequestParam(defaultValue = "false") boolean asleep,
      @RequestParam(defaultValue = "") String words,
      @RequestParam Optional<Within> due,
      @RequestParam Optional<Light> light,
      @RequestParam Optional<String> region,
      @RequestParam Optional<News> news,
      @RequestParam(defaultValue = "false") boolean unassigned,
      @RequestParam Optional<From> from,
      @RequestParam Optional<UUID> after,
      @RequestParam(defaultValue = USUAL_PAGE) int limit) {
    if (limit < 1 || limit > Duties.LONGEST_PAGE) {
      throw Problem.of(HttpStatus.BAD_REQUEST, "duty.bad-page", Duties.LONGEST_PAGE);
    }
    Optional<DutyId> last = after.map(id -> found(scope, id).id());
    DutyPage page =
        duties.page(
            scope,
            filter(
                plan,
                chapter(chapter, noChapter),
                organisation,
                asleep,
                words,
                focus(due, light, region, news, unassigned),
                from),
            last,
            limit);
    return new DutyPageView(
        show.all(scope, page.duties()), page.total(), page.next().map(DutyId::value).orElse(null));
  }

  @GetMapping("/choices")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  DutyChoicesView choices(Scope scope, @RequestParam Optional<UUID> plan) {
    DutyChoices.Choices found = choices.of(scope, plan.map(PlanId::new));
    Map<PlanId, RegisteredPlan> plans =
        show.plans(scope, found.plans().stream().map(DutyChoices.PlanChoice::plan).toList());
    Set<RegionCode> governed =
        scope.is(Role.COORDINATOR) ? regions.governedBy(scope) : Set.<RegionCode>of();
    Map<RegionCode, String> names = regions.names(scope);
    return new DutyChoicesView(
        found.awake(),
        found.asleep(),
        found.plans().stream()
            .map(each -> view(each, Optional.ofNullable(plans.get(each.plan())), governed))
            .toList(),
        found.chapters(),
        found.organisations().stream()
            .map(
                each ->
                    new OrganisationOfDutiesView(
                        each.id(),
                        each.name(),
                        each.region()
                            .flatMap(code -> Optional.ofNullable(names.get(code)))
                            .orElse(null)))
            .toList());
  }

  private static PlanOfDutiesView view(
      DutyChoices.PlanChoice choice, Optional<RegisteredPlan> plan, Set<RegionCode> governed) {
    return new PlanOfDutiesView(
        choice.plan().value(),
        plan.map(RegisteredPlan::title).orElse(null),
        choice.awake(),
        choice.asleep(),
        plan.filter(seen -> governed.contains(seen.region())).isPresent());
  }

  @GetMapping("/{id}")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  ListedDutyView get(Scope scope, @PathVariable UUID id) {
    return show.one(scope, found(scope, id));
  }

  /** What was changed, the latest first. */
  @GetMapping("/{id}/history")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  DutyHistoryView history(Scope scope, @PathVariable UUID id) {
    return new DutyHistoryView(
        duties.history(scope, found(scope, id).id()).stream().map(DutyChangeView::of).toList());
  }

  /** Wakes duties or puts them to sleep, many at once. */
  @PostMapping("/waking")
  @AllowedTo(Role.COORDINATOR)
  WokenView wake(Scope scope, @Valid @RequestBody WakingForm form) {
    if (form.ids().size() > MOST_AT_ONCE) {
      throw Problem.of(HttpStatus.BAD_REQUEST, "duty.many", MOST_AT_ONCE);
    }
    List<DutyId> ids = form.ids().stream().map(DutyId::new).toList();
    return new WokenView(
        keepDuties.wake(scope, ids, form.awake()).stream().map(duty -> duty.id().value()).toList());
  }

  /** Says whether the organisation of a duty reports on it. */
  @PutMapping("/{id}/reporting")
  @AllowedTo(Role.COORDINATOR)
  ListedDutyView reports(
      Scope scope, @PathVariable UUID id, @Valid @RequestBody ReportingForm form) {
    return switch (keepDuties.reports(scope, new DutyId(id), form.version(), form.reports())) {
      case DutyOutcome.Changed(Duty duty) -> show.one(scope, duty);
      case DutyOutcome.Unknown none -> throw unknown();
      case DutyOutcome.NotYours other -> throw Problem.of(HttpStatus.FORBIDDEN, "duty.not-yours");
      case DutyOutcome.Stale(Duty now) -> throw stale(scope, now, form.version());
    };
  }

  /** The duty as it is now comes along, and what was changed since it was looked at. */
  private Problem stale(Scope scope, Duty now, int seen) {
    List<DutyChangeView> since =
        duties.history(scope, now.id()).stream()
            .limit(Math.max(0, now.version() - seen))
            .map(DutyChangeView::of)
            .toList();
    return Problem.of(HttpStatus.CONFLICT, "duty.changed-since", now.changedBy())
        .with("current", show.one(scope, now))
        .with("changes", since);
  }

  private Duty found(Scope scope, UUID id) {
    return duties.find(scope, new DutyId(id)).orElseThrow(DutyController::unknown);
  }

  /**
   * The chapter that is asked for, of which an empty one narrows nothing; or that there is none.
   */
  static Optional<String> chapter(Optional<String> heading, boolean none) {
    return none ? Optional.of("") : heading.filter(words -> !words.isEmpty());
  }

  static DutyFilter filter(
      Optional<UUID> plan,
      Optional<String> chapter,
      Optional<UUID> organisation,
      boolean asleep,
      String words,
      DutyFocus focus,
      Optional<From> from) {
    return new DutyFilter(plan.map(PlanId::new), chapter, organisation, asleep, words, focus, from);
  }

  static DutyFocus focus(
      Optional<Within> due,
      Optional<Light> light,
      Optional<String> region,
      Optional<News> news,
      boolean unassigned) {
    if (region.filter(code -> !RegionCode.isOne(code)).isPresent()) {
      throw Problem.of(HttpStatus.BAD_REQUEST, "duty.no-region", region.orElse(""));
    }
    return new DutyFocus(due, light, region.map(RegionCode::new), news, unassigned);
  }

  private static Problem unknown() {
    return Problem.of(HttpStatus.NOT_FOUND, "duty.unknown");
  }
}
