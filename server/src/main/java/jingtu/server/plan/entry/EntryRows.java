package jingtu.server.plan.entry;

import static jingtu.server.plan.entry.PlanRows.orNull;

import java.util.List;
import java.util.UUID;
import jingtu.planreader.Action;
import jingtu.planreader.Deadline;
import jingtu.planreader.Span;
import jingtu.planreader.Target;

/** Turns the entries of one plan into rows. */
public final class EntryRows {

  private final UUID plan;

  public EntryRows(UUID plan) {
    this.plan = plan;
  }

  /** Adds an entry with all that it owns. */
  public void addWhole(PlanRows rows, EntryKind kind, UUID id, int ordinal, EntryReading reading) {
    addEntry(rows, kind, id, ordinal, reading);
    for (int i = 0; i < reading.actions().size(); i++) {
      addAction(rows, id, i, reading.actions().get(i));
    }
    addOwned(rows, id, reading);
  }

  /** Adds the row of the entry itself. */
  public void addEntry(PlanRows rows, EntryKind kind, UUID id, int ordinal, EntryReading reading) {
    int start = reading.span().start();
    int end = reading.span().end();
    String path = JsonText.of(reading.path());
    switch (kind) {
      case GOAL ->
          rows.add(PlanTable.GOAL, id, plan, ordinal, start, end, path, orNull(reading.scope()));
      case TASK ->
          rows.add(
              PlanTable.TASK,
              id,
              plan,
              ordinal,
              start,
              end,
              orNull(reading.clause().map(Span::start)),
              orNull(reading.clause().map(Span::end)),
              path,
              orNull(reading.implementersSource().map(Enum::name)),
              !reading.open());
      case OBLIGATION ->
          rows.add(
              PlanTable.OBLIGATION,
              id,
              plan,
              ordinal,
              start,
              end,
              path,
              orNull(reading.actor()),
              JsonText.of(reading.events()));
    }
  }

  /** Adds the row of an action. */
  public void addAction(PlanRows rows, UUID task, int ordinal, NamedAction named) {
    Action action = named.action();
    rows.add(
        PlanTable.ACTION,
        named.id(),
        task,
        ordinal,
        action.span().start(),
        action.span().end(),
        orNull(action.actor()),
        JsonText.of(action.events()));
  }

  /** Adds what has no name of its own: parties, dates and targets, those of its actions too. */
  public void addOwned(PlanRows rows, UUID id, EntryReading reading) {
    for (PartyRole role : PartyRole.values()) {
      addParties(rows, id, role, reading.parties(role));
    }
    addDates(rows, id, reading.deadlines(), reading.targets());
    reading
        .actions()
        .forEach(
            named ->
                addDates(rows, named.id(), named.action().deadlines(), named.action().targets()));
  }

  private static void addParties(PlanRows rows, UUID task, PartyRole role, List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      rows.add(PlanTable.TASK_PARTY, task, role.name(), i, names.get(i));
    }
  }

  private void addDates(PlanRows rows, UUID owner, List<Deadline> deadlines, List<Target> targets) {
    for (int i = 0; i < deadlines.size(); i++) {
      Deadline deadline = deadlines.get(i);
      rows.add(
          PlanTable.DEADLINE,
          plan,
          owner,
          i,
          deadline.notation(),
          deadline.span().start(),
          deadline.span().end(),
          deadline.assumed());
    }
    for (int i = 0; i < targets.size(); i++) {
      addTarget(rows, owner, i, targets.get(i));
    }
  }

  private void addTarget(PlanRows rows, UUID owner, int ordinal, Target target) {
    rows.add(
        PlanTable.TARGET,
        plan,
        owner,
        ordinal,
        target.span().start(),
        target.span().end(),
        target.indicator(),
        target.comparator().name(),
        orNull(target.value().map(Object::toString)),
        target.unit(),
        orNull(target.by().map(Deadline::notation)),
        orNull(target.by().map(by -> by.span().start())),
        orNull(target.by().map(by -> by.span().end())),
        orNull(target.by().map(Deadline::assumed)),
        orNull(target.baseline()),
        orNull(target.reference()),
        orNull(target.scope()),
        target.implied(),
        target.aspirational());
  }
}
