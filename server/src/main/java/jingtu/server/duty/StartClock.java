package jingtu.server.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import jingtu.server.audit.Audit;
import jingtu.server.duty.HandedDown.Acceptance;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import jingtu.vocabulary.WorkingDays;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts the clock of a duty that waits for an event: whoever keeps it, or its organisation, says
 * what happened and when. Each occurrence is a duty of the same sentence and organisation, with a
 * day of its own, and is settled by its own report; it is taken back as a part is, by {@link
 * HandDown#withdraw}.
 */
@Service
public class StartClock {

  /** The most characters of what happened. */
  public static final int LONGEST_HAPPENING = 300;

  /** How far from today an event may lie. */
  private static final int YEARS_OF_EVENTS = 10;

  /** How far from its event a duty may be due. */
  private static final int YEARS_OF_TIME = 30;

  private final Duties duties;
  private final DutyRows rows;
  private final PartRows parts;
  private final HandDown handDown;
  private final ReadEvents readEvents;
  private final Identifiers identifiers;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  StartClock(
      Duties duties,
      DutyRows rows,
      PartRows parts,
      HandDown handDown,
      ReadEvents readEvents,
      Identifiers identifiers,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.duties = duties;
    this.rows = rows;
    this.parts = parts;
    this.handDown = handDown;
    this.readEvents = readEvents;
    this.identifiers = identifiers;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** By when the duty would be due if one of its events happened on a day. */
  @Transactional(readOnly = true)
  public ProposalOutcome propose(Scope scope, DutyId id, String event, LocalDate day) {
    Optional<Duty> seen = duties.find(scope, id);
    if (seen.isEmpty()) {
      return new ProposalOutcome.Unknown();
    }
    Optional<Message> fault = faultOfEvent(seen.get(), event).or(() -> faultOfDay(event, day));
    return fault.isPresent()
        ? new ProposalOutcome.Faulty(fault.get())
        : new ProposalOutcome.Proposed(proposal(event, day));
  }

  /**
   * Records that an event happened, or is planned, and opens the duty that it starts.
   *
   * @param due the day by which it is to be done; absent for the one that is proposed
   */
  @Transactional
  public PartOutcome start(Scope scope, DutyId id, Occurrence what, Optional<LocalDate> due) {
    rows.hold(id);
    Optional<Duty> seen = duties.find(scope, id);
    if (seen.isEmpty()) {
      return new PartOutcome.Unknown();
    }
    Duty duty = seen.get();
    if (!handDown.rights(scope).mayHand(duty)) {
      return new PartOutcome.NotYours();
    }
    Optional<Message> fault = fault(duty, what);
    if (fault.isPresent()) {
      return new PartOutcome.Faulty(0, fault.get());
    }
    Optional<LocalDate> day = due.or(() -> proposal(what.event(), what.day()).due());
    if (day.isEmpty()) {
      return new PartOutcome.Faulty(0, Message.of("duty.occurrence.no-due"));
    }
    Optional<Message> late = faultOfDue(what, day.get());
    if (late.isPresent()) {
      return new PartOutcome.Faulty(0, late.get());
    }
    Duty made = insert(occurrence(scope, duty, what, day.get()), "");
    audit.record(scope, "duty.clock-started", made.id().value().toString(), made.words());
    return new PartOutcome.Done(duties.list(scope, List.of(made.id())));
  }

  /** The occurrences of a duty that nothing has settled yet. */
  List<Duty> running(DutyId duty) {
    return parts.living(duty).stream()
        .filter(part -> part.handed().flatMap(HandedDown::occurrence).isPresent())
        .filter(part -> parts.openDay(part.id()).isPresent())
        .toList();
  }

  /**
   * Lets clocks that run go on with the duty of another organisation, to which it was passed on.
   */
  void goOn(Scope scope, List<Duty> running, Duty other, String reason) {
    boolean theirs = other.handed().isEmpty();
    for (Duty occurrence : running) {
      HandedDown before = occurrence.handed().orElseThrow();
      HandedDown after =
          new HandedDown(
              other.id(),
              Optional.empty(),
              "",
              before.content(),
              before.person(),
              before.due(),
              theirs ? Acceptance.ACCEPTED : Acceptance.OFFERED,
              before.occurrence());
      DutyEdit edit =
          new DutyEdit(occurrence)
              .assignee(other.assignee())
              .reports(theirs && occurrence.reports())
              .handed(after);
      insert(made(scope, edit), reason);
    }
  }

  private Duty insert(Duty made, String reason) {
    rows.insert(List.of(new DutyRows.Keyed(HandDown.key(made.id()), made)));
    parts.askFrom(made.id(), OfficeDay.today(clock));
    rows.note(made, "clock-started", "", made.words(), reason);
    events.publishEvent(new AskedOtherwise(List.of(made.id())));
    return made;
  }

  private Duty occurrence(Scope scope, Duty duty, Occurrence what, LocalDate due) {
    boolean own = handDown.rights(scope).owns(duty);
    HandedDown handed =
        new HandedDown(
            duty.id(),
            own ? duty.assignee().id() : Optional.empty(),
            own ? duty.assignee().name() : "",
            words(what),
            "",
            Optional.of(due),
            Acceptance.ACCEPTED,
            Optional.of(what));
    return made(scope, new DutyEdit(duty).handed(handed));
  }

  private Duty made(Scope scope, DutyEdit edit) {
    return edit.made(
        new DutyId(identifiers.next()),
        scope.username(),
        clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  /** What is to be done: the event and what happened, in the language of plans. */
  private static String words(Occurrence what) {
    return Messages.say(
        Message.of("duty.occurrence.content", what.event(), what.happening(), what.day()),
        Language.ZH);
  }

  private DueProposal proposal(String event, LocalDate day) {
    return DueProposal.of(readEvents.read(event), day, WorkingDays.shipped());
  }

  private Optional<Message> fault(Duty duty, Occurrence what) {
    if (duty.assignee().id().isEmpty()) {
      return Optional.of(Message.of("duty.occurrence.nobody"));
    }
    if (what.happening().isEmpty() || what.happening().length() > LONGEST_HAPPENING) {
      return Optional.of(Message.of("duty.occurrence.happening", LONGEST_HAPPENING));
    }
    return faultOfEvent(duty, what.event())
        .or(() -> faultOfDay(what.event(), what.day()))
        .or(() -> twice(duty, what));
  }

  private static Optional<Message> faultOfEvent(Duty duty, String event) {
    if (duty.events().isEmpty()) {
      return Optional.of(Message.of("duty.occurrence.no-events"));
    }
    return duty.events().contains(event)
        ? Optional.empty()
        : Optional.of(Message.of("duty.occurrence.event", String.join(" / ", duty.events())));
  }

  /** What is planned lies ahead as well; what starts a clock by happening does not. */
  private Optional<Message> faultOfDay(String event, LocalDate day) {
    LocalDate today = OfficeDay.today(clock);
    LocalDate first = today.minusYears(YEARS_OF_EVENTS);
    boolean planned = readEvents.read(event).before();
    LocalDate last = planned ? today.plusYears(YEARS_OF_EVENTS) : today;
    if (!day.isBefore(first) && !day.isAfter(last)) {
      return Optional.empty();
    }
    return Optional.of(
        planned
            ? Message.of("duty.occurrence.planned-day", first, last)
            : Message.of("duty.occurrence.day", first, last));
  }

  private Optional<Message> faultOfDue(Occurrence what, LocalDate due) {
    boolean planned = readEvents.read(what.event()).before();
    LocalDate first = planned ? what.day().minusYears(YEARS_OF_TIME) : what.day();
    LocalDate last = planned ? what.day() : what.day().plusYears(YEARS_OF_TIME);
    if (!due.isBefore(first) && !due.isAfter(last)) {
      return Optional.empty();
    }
    return Optional.of(
        planned
            ? Message.of("duty.occurrence.due-before", first, last)
            : Message.of("duty.occurrence.due", first, last));
  }

  private Optional<Message> twice(Duty duty, Occurrence what) {
    return parts.living(duty.id()).stream()
            .anyMatch(
                part -> part.handed().flatMap(HandedDown::occurrence).equals(Optional.of(what)))
        ? Optional.of(Message.of("duty.occurrence.twice", what.day(), what.happening()))
        : Optional.empty();
  }
}
