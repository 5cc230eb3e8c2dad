package jingtu.server.duty.closeout;

import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jingtu.server.audit.Audit;
import jingtu.server.duty.Duties;
import jingtu.server.duty.DutyId;
import jingtu.server.duty.Reach;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes close-out lists and changes what is said of them, by whoever keeps the region. */
@Service
public class KeepCloseOutLists {

  private final CloseOutLists lists;
  private final CloseOutRows rows;
  private final Duties duties;
  private final Reach reach;
  private final Identifiers identifiers;
  private final Audit audit;
  private final Clock clock;

  KeepCloseOutLists(
      CloseOutLists lists,
      CloseOutRows rows,
      Duties duties,
      Reach reach,
      Identifiers identifiers,
      Audit audit,
      Clock clock) {
    this.lists = lists;
    this.rows = rows;
    this.duties = duties;
    this.reach = reach;
    this.identifiers = identifiers;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What is said of a list.
   *
   * @param duty one that whoever says it sees
   */
  public record Wanted(String name, Optional<DutyId> duty, Targets targets) {
    public Wanted {
      name = name.strip();
    }
  }

  /** Makes a list of the account's own region. */
  @Transactional
  public ListOutcome make(Scope scope, Wanted wanted) {
    Optional<RegionCode> region = scope.region().filter(own -> reach.keeps(scope, own));
    if (region.isEmpty()) {
      return new ListOutcome.NotYours();
    }
    Optional<Finding> fault = fault(scope, wanted);
    if (fault.isPresent()) {
      return new ListOutcome.Faulty(fault.get());
    }
    CloseOutList list =
        new CloseOutList(
            new CloseOutListId(identifiers.next()),
            region.get(),
            wanted.name(),
            wanted.duty(),
            wanted.targets(),
            1,
            scope.username(),
            now());
    rows.insert(list);
    rows.note(list.id(), List.of(CloseOutChange.of(list, CloseOutChange.What.MADE)));
    audit.record(scope, "close-out.made", list.id().value().toString(), said(list));
    return new ListOutcome.Done(list);
  }

  /**
   * Changes what is said of a list.
   *
   * @param version that was seen
   */
  @Transactional
  public ListOutcome change(Scope scope, CloseOutListId id, int version, Wanted wanted) {
    rows.hold(id);
    Optional<CloseOutList> seen = lists.find(scope, id);
    if (seen.isEmpty()) {
      return new ListOutcome.Unknown();
    }
    CloseOutList before = seen.get();
    if (!lists.keeps(scope, before)) {
      return new ListOutcome.NotYours();
    }
    if (before.version() != version) {
      return new ListOutcome.Stale(before);
    }
    boolean sameDuty = before.duty().equals(wanted.duty());
    Optional<Finding> fault =
        fault(
            scope,
            sameDuty ? new Wanted(wanted.name(), Optional.empty(), wanted.targets()) : wanted);
    if (fault.isPresent()) {
      return new ListOutcome.Faulty(fault.get());
    }
    return new ListOutcome.Done(write(scope, before, wanted));
  }

  private CloseOutList write(Scope scope, CloseOutList before, Wanted wanted) {
    CloseOutList after =
        new CloseOutList(
            before.id(),
            before.region(),
            wanted.name(),
            wanted.duty(),
            wanted.targets(),
            before.version() + 1,
            scope.username(),
            now());
    CloseOutChange changed = CloseOutChange.of(after, CloseOutChange.What.CHANGED);
    List<CloseOutChange> changes = new ArrayList<>();
    if (!before.name().equals(after.name())) {
      changes.add(changed.from("name", before.name(), after.name()));
    }
    if (!before.targets().equals(after.targets())) {
      changes.add(changed.from("targets", said(before.targets()), said(after.targets())));
    }
    if (!before.duty().equals(after.duty())) {
      changes.add(changed.from("duty", sentence(scope, before), sentence(scope, after)));
    }
    if (changes.isEmpty()) {
      return before;
    }
    rows.update(after);
    rows.note(after.id(), changes);
    audit.record(scope, "close-out.changed", after.id().value().toString(), said(after));
    return after;
  }

  /** Takes away a list without items. */
  @Transactional
  public ListOutcome remove(Scope scope, CloseOutListId id, int version) {
    rows.hold(id);
    Optional<CloseOutList> seen = lists.find(scope, id);
    if (seen.isEmpty()) {
      return new ListOutcome.Unknown();
    }
    if (!lists.keeps(scope, seen.get())) {
      return new ListOutcome.NotYours();
    }
    if (seen.get().version() != version) {
      return new ListOutcome.Stale(seen.get());
    }
    int items = rows.numbers(id).size();
    if (items > 0) {
      return new ListOutcome.NotEmpty(seen.get(), items);
    }
    rows.delete(id);
    audit.record(scope, "close-out.removed", id.value().toString(), said(seen.get()));
    return new ListOutcome.Done(seen.get());
  }

  private Optional<Finding> fault(Scope scope, Wanted wanted) {
    if (wanted.name().isEmpty() || wanted.name().length() > CloseOutList.LONGEST_NAME) {
      return fault("name", Message.of("closeout.name", CloseOutList.LONGEST_NAME));
    }
    Optional<Message> targets = wanted.targets().fault();
    if (targets.isPresent()) {
      return fault("milestones", targets.get());
    }
    return wanted.duty().isPresent() && duties.find(scope, wanted.duty().get()).isEmpty()
        ? fault("duty", Message.of("closeout.no-duty"))
        : Optional.empty();
  }

  private static Optional<Finding> fault(String field, Message problem) {
    return Optional.of(new Finding(field, problem, CloseOutFault.REMEDY));
  }

  private String sentence(Scope scope, CloseOutList list) {
    return list.duty()
        .flatMap(duty -> duties.find(scope, duty))
        .map(duty -> duty.sentence())
        .orElse("");
  }

  private static String said(CloseOutList list) {
    return list.name() + " (" + said(list.targets()) + ")";
  }

  private static String said(Targets targets) {
    return targets.milestones().stream().map(Milestone::toString).collect(joining("; "));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
