package jingtu.server.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import jingtu.server.audit.Audit;
import jingtu.server.organisation.Organisation;
import jingtu.server.plan.PlanId;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Message;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What whoever keeps the list of duties decides: which of those that sleep are asked about, which
 * of several organisations reports, and whom a name means that the directory does not know.
 */
@Service
public class KeepDuties {

  private final Duties duties;
  private final DutyRows rows;
  private final PartRows parts;
  private final Reach reach;
  private final StartClock startClock;
  private final Identifiers identifiers;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  KeepDuties(
      Duties duties,
      DutyRows rows,
      PartRows parts,
      Reach reach,
      StartClock startClock,
      Identifiers identifiers,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.duties = duties;
    this.rows = rows;
    this.parts = parts;
    this.reach = reach;
    this.startClock = startClock;
    this.identifiers = identifiers;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Wakes duties, or puts them to sleep.
   *
   * @return those that changed; what the scope does not keep, and what is so already, stays
   */
  @Transactional
  public List<Duty> wake(Scope scope, Collection<DutyId> ids, boolean awake) {
    Predicate<Duty> kept = reach.kept(scope);
    List<Duty> before =
        duties.list(scope, ids).stream()
            .filter(duty -> kept.test(duty) && duty.awake() != awake && duty.ended().isEmpty())
            .toList();
    List<Duty> changed =
        duties.write(
            scope,
            before,
            new Duties.Alteration(
                "awake",
                Boolean.toString(!awake),
                Boolean.toString(awake),
                "",
                edit -> edit.awake(awake)));
    if (!changed.isEmpty()) {
      audit.record(
          scope,
          awake ? "duty.woken" : "duty.put-to-sleep",
          changed.getFirst().region().digits(),
          String.valueOf(changed.size()));
    }
    return changed;
  }

  /** Says whether the organisation of a duty reports on it. */
  @Transactional
  public DutyOutcome reports(Scope scope, DutyId id, int version, boolean reports) {
    return duties.change(
        scope,
        id,
        version,
        new Duties.Alteration(
            "reports",
            Boolean.toString(!reports),
            Boolean.toString(reports),
            "",
            edit -> edit.reports(reports)));
  }

  /**
   * Gives the duties of a name that the directory does not know to those whom it means: each has
   * them from now on, and the name has none.
   *
   * @param name as the plan prints it
   * @return the new duties; none where the scope keeps no such duty, or nobody is named
   */
  @Transactional
  public List<Duty> assign(Scope scope, PlanId plan, String name, Set<Organisation> whom) {
    Map<String, Duty> open = new LinkedHashMap<>();
    Map<String, Duty> there = rows.ofPlan(plan);
    Predicate<Duty> kept = reach.kept(scope);
    there.forEach(
        (key, duty) -> {
          if (duty.printedName().equals(name)
              && duty.assignee().id().isEmpty()
              && duty.ended().isEmpty()
              && kept.test(duty)) {
            open.put(key, duty);
          }
        });
    if (whom.isEmpty()) {
      return List.of();
    }
    List<DutyRows.Keyed> given = new ArrayList<>();
    for (Map.Entry<String, Duty> each : open.entrySet()) {
      for (Organisation organisation : whom) {
        String key = OpenDuties.withoutOrganisation(each.getKey()) + organisation.id();
        if (!there.containsKey(key)) {
          given.add(new DutyRows.Keyed(key, given(each.getValue(), organisation)));
        }
      }
      duties.end(scope, each.getValue(), Ended.ASSIGNED, names(whom), "");
    }
    rows.insert(given);
    events.publishEvent(new AskedOtherwise(given.stream().map(each -> each.duty().id()).toList()));
    if (!open.isEmpty()) {
      audit.record(scope, "duty.assigned", plan.value().toString(), name + " → " + names(whom));
    }
    return given.stream().map(DutyRows.Keyed::duty).toList();
  }

  /**
   * Passes a duty on (转办) to another organisation, which has it from now on; what was handed down
   * of it is taken back, and the clocks that run go on with the other.
   *
   * @return the duty of the other one
   */
  @Transactional
  public PartOutcome passOn(
      Scope scope, DutyId id, int version, Organisation organisation, String why) {
    rows.hold(id);
    Optional<Duty> seen = duties.find(scope, id).filter(duty -> duty.ended().isEmpty());
    if (seen.isEmpty()) {
      return new PartOutcome.Unknown();
    }
    Duty duty = seen.get();
    String reason = why.strip();
    if (!reach.keeps(scope, duty)) {
      return new PartOutcome.NotYours();
    }
    if (duty.version() != version) {
      return new PartOutcome.Stale(duty);
    }
    if (reason.isEmpty() || reason.length() > HandDown.LONGEST_NAME) {
      return new PartOutcome.Faulty(0, Message.of("duty.part.why", HandDown.LONGEST_NAME));
    }
    if (duty.handed().flatMap(HandedDown::occurrence).isPresent()) {
      return new PartOutcome.Faulty(0, Message.of("duty.part.occurrence-alone"));
    }
    if (parts.isAsked(duty, organisation.id())) {
      return new PartOutcome.Faulty(0, Message.of("duty.part.asked-already", organisation.name()));
    }
    Duty other = passed(scope, duty, organisation);
    String key = free(duty, organisation, other);
    LocalDate from = parts.openDay(id).orElseGet(() -> OfficeDay.today(clock));
    List<Duty> running = startClock.running(id);
    running.forEach(each -> duties.end(scope, each, Ended.PASSED_ON, organisation.name(), reason));
    duties.end(scope, duty, Ended.PASSED_ON, organisation.name(), reason);
    rows.insert(List.of(new DutyRows.Keyed(key, other)));
    parts.askFrom(other.id(), from);
    startClock.goOn(scope, running, other, reason);
    events.publishEvent(new AskedOtherwise(List.of(other.id())));
    audit.record(scope, "duty.passed-on", id.value().toString(), organisation.name());
    return new PartOutcome.Done(List.of(other));
  }

  /** The duty of the other one; a part is offered to them, who have said nothing to it yet. */
  private Duty passed(Scope scope, Duty duty, Organisation organisation) {
    DutyEdit edit = new DutyEdit(duty).assignee(Assignee.of(organisation));
    duty.handed()
        .ifPresent(
            part -> edit.handed(part.answered(HandedDown.Acceptance.OFFERED)).reports(false));
    return edit.made(
        new DutyId(identifiers.next()),
        scope.username(),
        clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  /** Says which duty the other is; who had it before may get it back, under a key of its own. */
  private String free(Duty duty, Organisation organisation, Duty other) {
    if (duty.handed().isPresent()) {
      return HandDown.key(other.id());
    }
    String usual = OpenDuties.withoutOrganisation(rows.key(duty.id())) + organisation.id();
    return rows.besides(duty.origin()).containsKey(usual)
        ? usual + "#" + other.id().value()
        : usual;
  }

  private static String names(Set<Organisation> whom) {
    return String.join(", ", whom.stream().map(Organisation::name).toList());
  }

  private Duty given(Duty duty, Organisation organisation) {
    return new DutyEdit(duty)
        .assignee(Assignee.of(organisation))
        .as(new DutyId(identifiers.next()));
  }
}
