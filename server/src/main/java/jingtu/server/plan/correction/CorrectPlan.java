package jingtu.server.plan.correction;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import jingtu.server.audit.Audit;
import jingtu.server.organisation.Regions;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.Plans;
import jingtu.server.plan.RegisteredPlan;
import jingtu.server.plan.Stamp;
import jingtu.server.plan.StoredPlan;
import jingtu.server.plan.entry.EntryKind;
import jingtu.server.plan.entry.EntryReading;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Corrects what was read of a plan, and takes corrections back. Of several who correct the same
 * plan one goes after the other; who has seen an entry otherwise than it is by then is told, and
 * nothing of what they wanted is written.
 */
@Service
public class CorrectPlan {

  private final Plans plans;
  private final Changes changes;
  private final WriteEntries writeEntries;
  private final Regions regions;
  private final Audit audit;
  private final Identifiers identifiers;
  private final Clock clock;
  private final JdbcClient jdbc;

  CorrectPlan(
      Plans plans,
      Changes changes,
      WriteEntries writeEntries,
      Regions regions,
      Audit audit,
      Identifiers identifiers,
      Clock clock,
      JdbcClient jdbc) {
    this.plans = plans;
    this.changes = changes;
    this.writeEntries = writeEntries;
    this.regions = regions;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
    this.jdbc = jdbc;
  }

  /** What comes of it. Whatever is not {@link Changed} has changed nothing. */
  public sealed interface Outcome {
    /** The plan as it is afterwards holds the words to which the change refers. */
    record Changed(Change change, StoredPlan plan) implements Outcome {}

    /** No such plan, or none that the scope sees. */
    record Unknown() implements Outcome {}

    /** The plan is seen, but belongs to a region that is not the account's to fill. */
    record NotYourRegion(RegionCode region) implements Outcome {}

    /** The plan has no such change. */
    record UnknownChange() implements Outcome {}

    /** It is undone already, or holds already. */
    record AlreadySo(Change change) implements Outcome {}

    /** Others have changed the same meanwhile; there is at least one conflict. */
    record Stale(List<Conflict> conflicts) implements Outcome {
      public Stale {
        conflicts = List.copyOf(conflicts);
      }
    }

    /** Something that is wanted cannot be. */
    record Faulty(List<Fault> faults) implements Outcome {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  /** Makes a change. */
  @Transactional
  public Outcome make(
      Scope scope, PlanId id, ChangeKind kind, Optional<String> reason, List<EntryChange> wanted) {
    return locked(
        scope,
        id,
        plan -> {
          CurrentEntries current = new CurrentEntries(plan);
          List<Conflict> conflicts = staleAmong(scope, id, current, wanted);
          if (!conflicts.isEmpty()) {
            return new Outcome.Stale(conflicts);
          }
          CheckChange check = new CheckChange(plan, current, identifiers);
          List<Replacement> replacements = check.replacements(wanted, reason);
          return check.faults().isEmpty()
              ? keep(scope, id, current, kind, reason, replacements)
              : new Outcome.Faulty(check.faults());
        });
  }

  /** Takes a change back, if all that it touched is still as it left it. */
  @Transactional
  public Outcome undo(Scope scope, PlanId id, UUID change) {
    return turn(scope, id, change, true);
  }

  /** Makes a change that was undone once more, if all that it touches is as it was before it. */
  @Transactional
  public Outcome redo(Scope scope, PlanId id, UUID change) {
    return turn(scope, id, change, false);
  }

  private Outcome turn(Scope scope, PlanId id, UUID changeId, boolean undone) {
    return locked(
        scope,
        id,
        plan -> {
          Optional<Change> change = changes.find(scope, id, changeId);
          if (change.isEmpty()) {
            return new Outcome.UnknownChange();
          }
          return change.get().undone().isPresent() == undone
              ? new Outcome.AlreadySo(change.get())
              : turn(scope, id, new CurrentEntries(plan), change.get(), undone);
        });
  }

  private Outcome turn(
      Scope scope, PlanId id, CurrentEntries current, Change change, boolean undone) {
    List<Replacement> replacements =
        undone
            ? change.replacements().stream().map(Replacement::inverse).toList()
            : change.replacements();
    List<Conflict> conflicts =
        replacements.stream()
            .filter(replacement -> !isAs(current, replacement))
            .flatMap(
                replacement ->
                    conflict(scope, id, current, replacement.kind(), replacement.id()).stream())
            .toList();
    if (!conflicts.isEmpty()) {
      return new Outcome.Stale(conflicts);
    }
    int step = changes.nextStep(scope, id);
    writeEntries.write(id.value(), current, replacements);
    changes.turn(scope, change.id(), undone, step, now());
    audit.record(
        scope,
        undone ? "plan.change-undone" : "plan.change-redone",
        id.value().toString(),
        change.tell());
    return changed(scope, id, change.id());
  }

  private Outcome keep(
      Scope scope,
      PlanId id,
      CurrentEntries current,
      ChangeKind kind,
      Optional<String> reason,
      List<Replacement> replacements) {
    Change change =
        new Change(
            identifiers.next(),
            changes.nextNumber(scope, id),
            kind,
            new Stamp(scope.username(), now()),
            reason,
            Optional.empty(),
            changes.nextStep(scope, id),
            replacements);
    writeEntries.write(id.value(), current, replacements);
    changes.add(scope, id, change);
    audit.record(scope, "plan.changed", id.value().toString(), change.tell());
    return changed(scope, id, change.id());
  }

  private Outcome changed(Scope scope, PlanId id, UUID change) {
    return new Outcome.Changed(
        changes.find(scope, id, change).orElseThrow(), plans.find(scope, id).orElseThrow());
  }

  private List<Conflict> staleAmong(
      Scope scope, PlanId id, CurrentEntries current, List<EntryChange> wanted) {
    List<Conflict> conflicts = new ArrayList<>();
    for (EntryChange entry : wanted) {
      UUID entryId = entry.id();
      Integer version = entry.version();
      if (entryId != null && version != null) {
        Optional<Integer> now = current.find(entryId).map(CurrentEntry::version);
        if (!now.equals(Optional.of(version))) {
          conflict(scope, id, current, entry.kind(), entryId).ifPresent(conflicts::add);
        }
      }
    }
    return conflicts;
  }

  /** Empty where nobody has ever touched it: then it is not somebody else's doing. */
  private Optional<Conflict> conflict(
      Scope scope, PlanId id, CurrentEntries current, EntryKind kind, UUID entry) {
    return changes
        .findLastTouch(scope, id, entry)
        .map(by -> new Conflict(kind, entry, by, current.find(entry)));
  }

  private static boolean isAs(CurrentEntries current, Replacement replacement) {
    Optional<EntryReading> now = current.find(replacement.id()).map(CurrentEntry::reading);
    return now.equals(replacement.readingBefore());
  }

  /** Does something with the plan as it is once everybody who was at it is done. */
  private Outcome locked(Scope scope, PlanId id, Function<StoredPlan, Outcome> work) {
    Optional<RegisteredPlan> seen = plans.findSummary(scope, id);
    if (seen.isEmpty()) {
      return new Outcome.Unknown();
    }
    if (!regions.governs(scope, seen.get().region())) {
      return new Outcome.NotYourRegion(seen.get().region());
    }
    jdbc.sql("select id from plan where id = :id for update")
        .param("id", id.value())
        .query(UUID.class)
        .optional();
    return plans.find(scope, id).map(work).orElseGet(Outcome.Unknown::new);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
