package jingtu.server.duty;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jingtu.server.plan.resolution.NameRole;

/** Changes a duty field by field; what is not changed stays. */
final class DutyEdit {

  private final Duty from;
  private Assignee assignee;
  private boolean awake;
  private boolean reports;
  private Optional<Ended> ended;
  private Optional<HandedDown> handed;
  private NameRole role;
  private List<DutyTime> times;
  private List<DueDay> due;

  DutyEdit(Duty from) {
    this.from = from;
    this.assignee = from.assignee();
    this.awake = from.awake();
    this.reports = from.reports();
    this.ended = from.ended();
    this.handed = from.handed();
    this.role = from.role();
    this.times = from.times();
    this.due = from.due();
  }

  DutyEdit assignee(Assignee whose) {
    assignee = whose;
    return this;
  }

  DutyEdit awake(boolean is) {
    awake = is;
    return this;
  }

  DutyEdit reports(boolean does) {
    reports = does;
    return this;
  }

  DutyEdit ended(Ended reason) {
    ended = Optional.of(reason);
    return this;
  }

  /** It is in the lists again. */
  DutyEdit revived() {
    ended = Optional.empty();
    return this;
  }

  DutyEdit handed(HandedDown part) {
    handed = Optional.of(part);
    return this;
  }

  DutyEdit role(NameRole plays) {
    role = plays;
    return this;
  }

  DutyEdit times(List<DutyTime> asked, List<DueDay> days) {
    times = asked;
    due = days;
    return this;
  }

  /** The duty with what was read of it later. */
  Duty sameVersion() {
    return changed(from.id(), from.version(), from.changedBy(), from.changedAt());
  }

  /** Another duty that says the same, new and unchanged. */
  Duty as(DutyId id) {
    return changed(id, 1, from.changedBy(), from.changedAt());
  }

  /** Another duty that somebody made of it just now. */
  Duty made(DutyId id, String username, Instant now) {
    return changed(id, 1, username, now);
  }

  /** The duty as it is after the change. */
  Duty by(String username, Instant now) {
    return changed(from.id(), from.version() + 1, username, now);
  }

  private Duty changed(DutyId id, int version, String username, Instant now) {
    return new Duty(
        id,
        from.region(),
        from.origin(),
        from.chapter(),
        from.heading(),
        from.sentence(),
        role,
        from.printedName(),
        assignee,
        awake,
        reports,
        from.standard(),
        ended,
        handed,
        times,
        due,
        version,
        username,
        now);
  }
}
