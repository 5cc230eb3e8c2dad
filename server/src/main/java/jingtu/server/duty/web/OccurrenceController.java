package jingtu.server.duty.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.duty.DueProposal;
import jingtu.server.duty.Duties;
import jingtu.server.duty.Duty;
import jingtu.server.duty.DutyId;
import jingtu.server.duty.EventLength;
import jingtu.server.duty.Light;
import jingtu.server.duty.Occurrence;
import jingtu.server.duty.PartOutcome;
import jingtu.server.duty.ProposalOutcome;
import jingtu.server.duty.StartClock;
import jingtu.server.edge.Problem;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.Role;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Events that start the clock of a duty: what happened, by when it is due, and a new one recorded.
 */
@RestController
@RequestMapping("/api/duties/{id}/occurrences")
class OccurrenceController {

  private final StartClock startClock;
  private final Duties duties;
  private final ShowDuties show;

  OccurrenceController(StartClock startClock, Duties duties, ShowDuties show) {
    this.startClock = startClock;
    this.duties = duties;
    this.show = show;
  }

  /**
   * What happened.
   *
   * @param event one of the events of the duty, in its words
   * @param due absent for the day that is proposed
   */
  record OccurrenceForm(
      @NotNull String event,
      @NotNull String happening,
      @NotNull LocalDate day,
      @Nullable LocalDate due) {}

  /** The duty that an event started; its light where it is reported on and has not ended. */
  record ListedOccurrenceView(ListedDutyView duty, @Nullable Light light) {}

  /** The events of a duty and what they started, the latest first, ended ones last. */
  record OccurrencesView(List<String> events, List<ListedOccurrenceView> occurrences) {}

  /** How long an event leaves. */
  record EventLengthView(int count, EventLength.Unit unit, boolean before) {

    static EventLengthView of(EventLength length) {
      return new EventLengthView(length.count(), length.unit(), length.before());
    }
  }

  /**
   * By when a duty is due after an event.
   *
   * @param due absent where nobody but a person can say it
   * @param lengths that the words state; only one is reckoned with
   * @param planned whether the event may lie ahead
   * @param moved whether the day stands after days off
   * @param unknownYears whose working days are not loaded
   */
  record DueProposalView(
      @Nullable LocalDate due,
      List<EventLengthView> lengths,
      boolean planned,
      boolean moved,
      List<Integer> unknownYears) {

    static DueProposalView of(DueProposal proposal) {
      return new DueProposalView(
          proposal.due().orElse(null),
          proposal.words().lengths().stream().map(EventLengthView::of).toList(),
          proposal.words().before(),
          proposal.moved(),
          List.copyOf(proposal.unknownYears()));
    }
  }

  /** The events of a duty, and what has happened. */
  @GetMapping
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  OccurrencesView list(Scope scope, @PathVariable UUID id) {
    Duty duty = duties.find(scope, new DutyId(id)).orElseThrow(OccurrenceController::unknown);
    return view(scope, duty.events(), duties.occurrences(scope, duty.id()));
  }

  /** By when the duty would be due; nothing is recorded. */
  @GetMapping("/proposal")
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  DueProposalView propose(
      Scope scope, @PathVariable UUID id, @RequestParam String event, @RequestParam LocalDate day) {
    return switch (startClock.propose(scope, new DutyId(id), event, day)) {
      case ProposalOutcome.Proposed(DueProposal proposal) -> DueProposalView.of(proposal);
      case ProposalOutcome.Unknown none -> throw unknown();
      case ProposalOutcome.Faulty(Message why) -> throw PartController.faulty(0, why);
    };
  }

  /** Records what happened; the answer is the duty that it started. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.COORDINATOR, Role.OFFICER})
  ListedDutyView start(
      Scope scope, @PathVariable UUID id, @Valid @RequestBody OccurrenceForm form) {
    PartOutcome outcome =
        startClock.start(
            scope,
            new DutyId(id),
            new Occurrence(form.event(), form.happening(), form.day()),
            Optional.ofNullable(form.due()));
    return show.one(scope, PartController.done(outcome).getFirst());
  }

  private OccurrencesView view(Scope scope, List<String> events, List<Duty> occurrences) {
    Map<DutyId, Light> lights = duties.lights(scope, occurrences.stream().map(Duty::id).toList());
    return new OccurrencesView(
        events,
        show.all(scope, occurrences).stream()
            .map(duty -> new ListedOccurrenceView(duty, lights.get(new DutyId(duty.id()))))
            .toList());
  }

  private static Problem unknown() {
    return Problem.of(HttpStatus.NOT_FOUND, "duty.unknown");
  }
}
