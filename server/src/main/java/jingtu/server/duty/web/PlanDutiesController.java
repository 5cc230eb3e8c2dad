package jingtu.server.duty.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import jingtu.server.duty.Duty;
import jingtu.server.duty.DutyChoices;
import jingtu.server.duty.KeepDuties;
import jingtu.server.duty.OpenDuties;
import jingtu.server.duty.Rhythms;
import jingtu.server.duty.web.ListedDutyView.DutyTimeView;
import jingtu.server.edge.Problem;
import jingtu.server.organisation.Organisation;
import jingtu.server.organisation.Organisations;
import jingtu.server.organisation.Regions;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.Plans;
import jingtu.server.plan.RegisteredPlan;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is decided for all duties of one plan. */
@RestController
@RequestMapping("/api/plans/{plan}")
class PlanDutiesController {

  private final Plans plans;
  private final Regions regions;
  private final Organisations organisations;
  private final OpenDuties openDuties;
  private final KeepDuties keepDuties;
  private final DutyChoices choices;
  private final Rhythms rhythms;
  private final ShowDuties show;
  private final Clock clock;

  PlanDutiesController(
      Plans plans,
      Regions regions,
      Organisations organisations,
      OpenDuties openDuties,
      KeepDuties keepDuties,
      DutyChoices choices,
      Rhythms rhythms,
      ShowDuties show,
      Clock clock) {
    this.plans = plans;
    this.regions = regions;
    this.organisations = organisations;
    this.openDuties = openDuties;
    this.keepDuties = keepDuties;
    this.choices = choices;
    this.rhythms = rhythms;
    this.show = show;
    this.clock = clock;
  }

  /**
   * What opening the duties of the plan anew does: those that are new, those that the plan puts
   * otherwise by now, and those that end.
   */
  record DutyOpeningView(
      List<ListedDutyView> opened,
      List<ChangedDutyView> changed,
      List<ListedDutyView> ended,
      int kept) {}

  /**
   * A duty as it stood, and what the plan asks by now.
   *
   * @param times as the plan says them, in the order of its words
   */
  record ChangedDutyView(
      ListedDutyView duty, String sentence, String standard, List<DutyTimeView> times) {

    static ChangedDutyView of(ListedDutyView duty, Duty asked) {
      return new ChangedDutyView(
          duty,
          asked.sentence(),
          asked.standard(),
          asked.times().stream().map(DutyTimeView::of).toList());
    }
  }

  /** A name as the plan prints it; empty where it names nobody. */
  record UnassignedNameView(String name, int duties) {}

  record UnassignedNamesView(List<UnassignedNameView> names) {}

  record DutyAssignmentForm(@NotNull String name, @NotNull Set<UUID> organisations) {}

  record AssignedDutiesView(List<ListedDutyView> duties) {}

  /**
   * Every so many months.
   *
   * @param sentence the words of the plan that state it; empty where somebody added it
   */
  record RhythmView(int months, String sentence, boolean used) {}

  record RhythmsView(List<RhythmView> rhythms) {}

  /** Every so many months; without any, no round-up asks about its duties. */
  record RhythmsForm(@NotNull Set<Integer> months) {}

  /** What opening would do now; nothing is stored. */
  @GetMapping("/duties/opening")
  @AllowedTo(Role.COORDINATOR)
  DutyOpeningView check(Scope scope, @PathVariable UUID plan) {
    return view(scope, openDuties.check(scope, kept(scope, plan)));
  }

  /**
   * Opens what the plan asks and nobody has yet, says anew what it puts otherwise, and ends what it
   * does not ask any more.
   */
  @PostMapping("/duties/opening")
  @AllowedTo(Role.COORDINATOR)
  DutyOpeningView open(Scope scope, @PathVariable UUID plan) {
    return view(scope, openDuties.open(scope, kept(scope, plan)));
  }

  private DutyOpeningView view(Scope scope, Optional<OpenDuties.Opened> opened) {
    OpenDuties.Opened done = opened.orElseThrow(PlanDutiesController::unknown);
    return new DutyOpeningView(
        show.all(scope, done.opened()),
        changed(scope, done.changed()),
        show.all(scope, done.ended()),
        done.kept());
  }

  private List<ChangedDutyView> changed(Scope scope, List<OpenDuties.Changed> changed) {
    List<ListedDutyView> stood =
        show.all(scope, changed.stream().map(OpenDuties.Changed::duty).toList());
    return IntStream.range(0, changed.size())
        .mapToObj(i -> ChangedDutyView.of(stood.get(i), changed.get(i).asked()))
        .toList();
  }

  /** The names that stand in no organisation's list, those with most duties first. */
  @GetMapping("/duties/unassigned")
  @AllowedTo(Role.COORDINATOR)
  UnassignedNamesView unassigned(Scope scope, @PathVariable UUID plan) {
    return new UnassignedNamesView(
        choices.unassigned(scope, seen(scope, plan).id()).stream()
            .map(name -> new UnassignedNameView(name.name(), name.duties()))
            .toList());
  }

  /** Gives the duties of such a name to those whom it means: each has all of them from now on. */
  @PostMapping("/duties/assignment")
  @AllowedTo(Role.COORDINATOR)
  AssignedDutiesView assign(
      Scope scope, @PathVariable UUID plan, @Valid @RequestBody DutyAssignmentForm form) {
    PlanId id = kept(scope, plan);
    if (form.organisations().isEmpty()) {
      throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "duty.nobody");
    }
    Set<Organisation> whom = new LinkedHashSet<>();
    form.organisations().forEach(each -> whom.add(atWork(scope, each)));
    if (choices.unassigned(scope, id).stream().noneMatch(each -> each.name().equals(form.name()))) {
      throw Problem.of(HttpStatus.NOT_FOUND, "duty.unknown-name", form.name());
    }
    return new AssignedDutiesView(show.all(scope, keepDuties.assign(scope, id, form.name(), whom)));
  }

  private Organisation atWork(Scope scope, UUID id) {
    LocalDate today = OfficeDay.today(clock);
    return organisations
        .find(scope, id)
        .filter(found -> found.endedOn().filter(day -> !day.isAfter(today)).isEmpty())
        .orElseThrow(
            () ->
                Problem.of(
                    HttpStatus.UNPROCESSABLE_CONTENT, "duty.unknown-organisation", id.toString()));
  }

  /** How often duties are reported on: as the plan says, and as is used. */
  @GetMapping("/rhythms")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  RhythmsView rhythms(Scope scope, @PathVariable UUID plan) {
    return view(scope, seen(scope, plan).id());
  }

  @PutMapping("/rhythms")
  @AllowedTo(Role.COORDINATOR)
  RhythmsView choose(Scope scope, @PathVariable UUID plan, @Valid @RequestBody RhythmsForm form) {
    PlanId id = kept(scope, plan);
    if (!Rhythms.CHOICES.containsAll(form.months())) {
      throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "duty.no-rhythm");
    }
    rhythms.choose(scope, id, form.months());
    return view(scope, id);
  }

  private RhythmsView view(Scope scope, PlanId plan) {
    return new RhythmsView(
        rhythms.list(scope, plan).stream()
            .map(rhythm -> new RhythmView(rhythm.months(), rhythm.sentence(), rhythm.used()))
            .toList());
  }

  private RegisteredPlan seen(Scope scope, UUID plan) {
    return plans.findSummary(scope, new PlanId(plan)).orElseThrow(PlanDutiesController::unknown);
  }

  /** A plan of a region that the account governs. */
  private PlanId kept(Scope scope, UUID plan) {
    RegisteredPlan found = seen(scope, plan);
    if (!regions.governs(scope, found.region())) {
      throw Problem.of(HttpStatus.FORBIDDEN, "duty.not-your-plan", found.region().digits());
    }
    return found.id();
  }

  private static Problem unknown() {
    return Problem.of(HttpStatus.NOT_FOUND, "plan.unknown");
  }
}
