package jingtu.server.duty;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import jingtu.server.audit.Audit;
import jingtu.server.duty.HandedDown.Acceptance;
import jingtu.server.organisation.Organisations;
import jingtu.server.organisation.Region;
import jingtu.server.organisation.Regions;
import jingtu.server.plan.resolution.NameRole;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Message;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands parts of a duty down (分解下达), from county to township to village or enterprise: by its
 * organisation, once it is theirs, or by the office that keeps the list. A part is a duty of the
 * same sentence. It is reported on once it was accepted, in the round-ups that run then.
 */
@Service
public class HandDown {

  /** The most characters of what is to be done. */
  public static final int LONGEST_CONTENT = 2000;

  /** The most characters of a name, a person or a reason. */
  public static final int LONGEST_NAME = 200;

  private final Duties duties;
  private final DutyRows rows;
  private final PartRows parts;
  private final Reach reach;
  private final Organisations organisations;
  private final Regions regions;
  private final Identifiers identifiers;
  private final Audit audit;
  private final Clock clock;

  HandDown(
      Duties duties,
      DutyRows rows,
      PartRows parts,
      Reach reach,
      Organisations organisations,
      Regions regions,
      Identifiers identifiers,
      Audit audit,
      Clock clock) {
    this.duties = duties;
    this.rows = rows;
    this.parts = parts;
    this.reach = reach;
    this.organisations = organisations;
    this.regions = regions;
    this.identifiers = identifiers;
    this.audit = audit;
    this.clock = clock;
  }

  /** What somebody may do with parts. */
  public PartRights rights(Scope scope) {
    return new PartRights(scope, reach.kept(scope));
  }

  /** Hands parts down, all of them or none. */
  @Transactional
  public PartOutcome hand(Scope scope, DutyId id, List<Part> wanted) {
    rows.hold(id);
    Optional<Duty> seen = duties.find(scope, id);
    if (seen.isEmpty()) {
      return new PartOutcome.Unknown();
    }
    Duty duty = seen.get();
    if (!rights(scope).mayHand(duty)) {
      return new PartOutcome.NotYours();
    }
    List<DutyRows.Keyed> given = new ArrayList<>();
    List<UUID> taken = new ArrayList<>();
    for (int at = 1; at <= wanted.size(); at++) {
      Part part = wanted.get(at - 1).dueAsIn(duty);
      Optional<Assignee> whom = assignee(scope, part);
      Optional<Message> fault =
          whom.isEmpty()
              ? Optional.of(Message.of("duty.part.nobody"))
              : fault(scope, duty, part, whom.get(), taken);
      if (fault.isPresent()) {
        return new PartOutcome.Faulty(at, fault.get());
      }
      whom.get().id().ifPresent(taken::add);
      Duty made = part(scope, duty, part, whom.get());
      given.add(new DutyRows.Keyed(key(made.id()), made));
    }
    rows.insert(given);
    LocalDate today = OfficeDay.today(clock);
    given.forEach(each -> parts.askFrom(each.duty().id(), today));
    audit.record(scope, "duty.handed-down", id.value().toString(), String.valueOf(given.size()));
    return new PartOutcome.Done(
        duties.list(scope, given.stream().map(keyed -> keyed.duty().id()).toList()));
  }

  /** No plan asks for a part by itself, so it is found again by itself only. */
  static String key(DutyId part) {
    return "part|" + part.value();
  }

  /** Offers a part that was not accepted yet in other words, by whoever handed it down. */
  @Transactional
  public PartOutcome offer(Scope scope, DutyId id, int version, Part wanted) {
    return changing(
        scope,
        id,
        version,
        part ->
            rights(scope).mayWithdraw(part)
                && of(part).acceptance() != Acceptance.ACCEPTED
                && of(part).occurrence().isEmpty(),
        part -> {
          Duty parent = duties.find(scope, of(part).parent()).orElse(part);
          Part now = wanted.dueAsIn(parent);
          Optional<Message> fault = fault(parent, now);
          if (fault.isPresent()) {
            return new PartOutcome.Faulty(0, fault.get());
          }
          HandedDown after = of(part).offered(now.content(), now.person(), now.due());
          return write(scope, part, "offered", now.content(), "", edit -> edit.handed(after));
        });
  }

  /**
   * Says that a part is theirs (签收), or is not.
   *
   * @param why asked for where it is not, and where somebody else says it for them: who told it
   */
  @Transactional
  public PartOutcome answer(Scope scope, DutyId id, int version, boolean accepted, String why) {
    return changing(
        scope,
        id,
        version,
        part -> rights(scope).mayAnswer(part),
        part -> {
          String reason = why.strip();
          boolean needed = !accepted || !rights(scope).owns(part);
          if (reason.length() > LONGEST_NAME || (needed && reason.isEmpty())) {
            return new PartOutcome.Faulty(
                0, Message.of(accepted ? "duty.part.who-told" : "duty.part.why", LONGEST_NAME));
          }
          Acceptance answer = accepted ? Acceptance.ACCEPTED : Acceptance.DECLINED;
          audit.record(
              scope, accepted ? "duty.accepted" : "duty.declined", id.value().toString(), reason);
          return write(
              scope,
              part,
              "acceptance",
              answer.name(),
              reason,
              edit ->
                  edit.handed(of(part).answered(answer))
                      .reports(accepted && part.assignee().id().isPresent()));
        });
  }

  /** Takes a part back, and all that was handed further down of it. */
  @Transactional
  public PartOutcome withdraw(Scope scope, DutyId id, int version, String why) {
    return changing(
        scope,
        id,
        version,
        part -> rights(scope).mayWithdraw(part),
        part -> {
          String reason = why.strip();
          if (reason.isEmpty() || reason.length() > LONGEST_NAME) {
            return new PartOutcome.Faulty(0, Message.of("duty.part.why", LONGEST_NAME));
          }
          duties.end(scope, part, Ended.WITHDRAWN, "", reason);
          boolean started = of(part).occurrence().isPresent();
          audit.record(
              scope,
              started ? "duty.clock-withdrawn" : "duty.withdrawn",
              id.value().toString(),
              reason);
          return new PartOutcome.Done(duties.list(scope, List.of(id)));
        });
  }

  private PartOutcome changing(
      Scope scope,
      DutyId id,
      int version,
      Predicate<Duty> may,
      Function<Duty, PartOutcome> change) {
    rows.hold(id);
    Optional<Duty> part = duties.find(scope, id).filter(seen -> seen.handed().isPresent());
    if (part.isEmpty()) {
      return new PartOutcome.Unknown();
    }
    if (part.get().version() != version) {
      return new PartOutcome.Stale(part.get());
    }
    return may.test(part.get()) ? change.apply(part.get()) : new PartOutcome.NotYours();
  }

  private PartOutcome write(
      Scope scope,
      Duty part,
      String what,
      String after,
      String reason,
      UnaryOperator<DutyEdit> edit) {
    String before = what.equals("offered") ? of(part).content() : of(part).acceptance().name();
    duties.write(scope, part, new Duties.Alteration(what, before, after, reason, edit));
    return new PartOutcome.Done(duties.list(scope, List.of(part.id())));
  }

  private static HandedDown of(Duty part) {
    return part.handed().orElseThrow();
  }

  private Optional<Assignee> assignee(Scope scope, Part part) {
    if (part.organisation().isPresent()) {
      return organisations
          .find(scope, part.organisation().get())
          .filter(organisation -> organisation.endedOn().isEmpty())
          .map(Assignee::of);
    }
    return part.name().isEmpty() ? Optional.empty() : Optional.of(Assignee.named(part.name()));
  }

  private Optional<Message> fault(
      Scope scope, Duty duty, Part part, Assignee whom, List<UUID> taken) {
    if (whom.name().length() > LONGEST_NAME) {
      return Optional.of(Message.of("duty.part.long", LONGEST_NAME));
    }
    if (whom.id().isPresent()) {
      UUID id = whom.id().get();
      if (taken.contains(id) || parts.isAsked(duty, id)) {
        return Optional.of(Message.of("duty.part.asked-already", whom.name()));
      }
      RegionCode from = duty.assignee().region().orElse(duty.region());
      if (whom.region().filter(region -> lies(scope, region, from)).isEmpty()) {
        return Optional.of(Message.of("duty.part.not-below", whom.name()));
      }
    }
    return fault(duty, part);
  }

  private Optional<Message> fault(Duty parent, Part part) {
    if (part.content().length() > LONGEST_CONTENT) {
      return Optional.of(Message.of("duty.part.long", LONGEST_CONTENT));
    }
    if (part.person().length() > LONGEST_NAME) {
      return Optional.of(Message.of("duty.part.long", LONGEST_NAME));
    }
    return dayFault(parent, part);
  }

  /**
   * No day is later than the whole is due, unless that day is over: then there must be a new one.
   */
  private Optional<Message> dayFault(Duty parent, Part part) {
    LocalDate today = OfficeDay.today(clock);
    if (part.due().filter(day -> day.isBefore(today)).isPresent()) {
      return Optional.of(Message.of("duty.part.past"));
    }
    if (parent.due().isEmpty()) {
      return Optional.empty();
    }
    LocalDate last = parent.due().getLast().day();
    if (last.isBefore(today)) {
      return part.due().isPresent()
          ? Optional.empty()
          : Optional.of(Message.of("duty.part.day-needed", last.toString()));
    }
    return part.due()
        .filter(day -> day.isAfter(last))
        .map(day -> Message.of("duty.part.too-late", last.toString()));
  }

  /** Whether a region is another one or lies below it. */
  private boolean lies(Scope scope, RegionCode inner, RegionCode outer) {
    Map<RegionCode, RegionCode> above = new HashMap<>();
    for (Region region : regions.all(scope)) {
      region.parent().ifPresent(parent -> above.put(region.code(), parent));
    }
    Optional<RegionCode> at = Optional.of(inner);
    while (at.isPresent() && !at.get().equals(outer)) {
      at = Optional.ofNullable(above.get(at.get()));
    }
    return at.isPresent();
  }

  private Duty part(Scope scope, Duty duty, Part part, Assignee whom) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    boolean own = rights(scope).owns(duty);
    HandedDown handed =
        new HandedDown(
            duty.id(),
            own ? duty.assignee().id() : Optional.empty(),
            own ? duty.assignee().name() : "",
            part.content(),
            part.person(),
            part.due(),
            Acceptance.OFFERED);
    return new DutyEdit(duty)
        .assignee(whom)
        .role(NameRole.IMPLEMENTER)
        .reports(false)
        .handed(handed)
        .made(new DutyId(identifiers.next()), scope.username(), now);
  }
}
