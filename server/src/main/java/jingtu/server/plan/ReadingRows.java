package jingtu.server.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.planreader.Action;
import jingtu.planreader.Deadline;
import jingtu.planreader.Doubt;
import jingtu.planreader.Goal;
import jingtu.planreader.Head;
import jingtu.planreader.Obligation;
import jingtu.planreader.Passage;
import jingtu.planreader.PlanReading;
import jingtu.planreader.ReadPlan;
import jingtu.planreader.Span;
import jingtu.planreader.Target;
import jingtu.planreader.Task;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A reading as rows of the tables, with the register's entry for each plan: filled while walking
 * through it, then written with one batch a table.
 */
final class ReadingRows {

  private final Identifiers identifiers;
  private final UUID importId;
  private final RegionCode region;
  private final Map<PlanTable, List<@Nullable Object[]>> rows = new EnumMap<>(PlanTable.class);

  /** {@code entries[i]} is what the register says of {@code reading.plans()[i]}. */
  ReadingRows(
      Identifiers identifiers,
      UUID importId,
      RegionCode region,
      PlanReading reading,
      List<RegisterEntry> entries) {
    if (entries.size() != reading.plans().size()) {
      throw new IllegalArgumentException(
          entries.size() + " entries for " + reading.plans().size() + " plans");
    }
    this.identifiers = identifiers;
    this.importId = importId;
    this.region = region;
    reading.passages().forEach(this::addPassage);
    for (int i = 0; i < reading.plans().size(); i++) {
      addPlan(i, reading.plans().get(i), entries.get(i));
    }
    reading.findings().forEach(finding -> addFinding(null, finding));
  }

  void write(JdbcTemplate jdbc) {
    rows.forEach((table, batch) -> jdbc.batchUpdate(table.insert(), batch));
  }

  private void addPassage(Passage passage) {
    add(
        PlanTable.PASSAGE,
        importId,
        count(PlanTable.PASSAGE),
        passage.kind().name(),
        passage.level(),
        passage.span().start(),
        passage.span().end(),
        JsonText.of(passage.path()));
  }

  private void addPlan(int ordinal, ReadPlan plan, RegisterEntry entry) {
    UUID id = identifiers.next();
    Head head = plan.head();
    add(
        PlanTable.PLAN,
        id,
        importId,
        ordinal,
        region.digits(),
        plan.span().start(),
        plan.span().end(),
        head.span().start(),
        head.span().end(),
        head.title(),
        orNull(head.number()),
        orNull(head.issuer()),
        orNull(head.date()),
        JsonText.of(head.addressees()),
        JsonText.of(head.basis()),
        orNull(head.disclosure()));
    addEntry(id, entry);
    for (int i = 0; i < plan.goals().size(); i++) {
      addGoal(id, i, plan.goals().get(i));
    }
    for (int i = 0; i < plan.tasks().size(); i++) {
      addTask(id, i, plan.tasks().get(i));
    }
    for (int i = 0; i < plan.obligations().size(); i++) {
      addObligation(id, i, plan.obligations().get(i));
    }
    plan.findings().forEach(finding -> addFinding(id, finding));
  }

  private void addEntry(UUID planId, RegisterEntry entry) {
    add(
        PlanTable.PLAN_ENTRY,
        planId,
        entry.title(),
        orNull(entry.number()),
        orNull(entry.issuer()),
        orNull(entry.issuedOn()),
        entry.kind().name(),
        entry.level().name(),
        orNull(entry.validity().from()),
        orNull(entry.validity().to()),
        orNull(entry.parent().map(PlanId::value)));
  }

  private void addGoal(UUID planId, int ordinal, Goal goal) {
    UUID id = identifiers.next();
    add(
        PlanTable.GOAL,
        id,
        planId,
        ordinal,
        goal.span().start(),
        goal.span().end(),
        JsonText.of(goal.path()),
        orNull(goal.scope()));
    addDates(planId, id, goal.deadlines(), goal.targets());
  }

  private void addTask(UUID planId, int ordinal, Task task) {
    UUID id = identifiers.next();
    add(
        PlanTable.TASK,
        id,
        planId,
        ordinal,
        task.span().start(),
        task.span().end(),
        orNull(task.clause().map(Span::start)),
        orNull(task.clause().map(Span::end)),
        JsonText.of(task.path()),
        orNull(task.implementersSource().map(Enum::name)),
        !task.open());
    for (PartyRole role : PartyRole.values()) {
      addParties(id, role, role.of(task));
    }
    addDates(planId, id, task.deadlines(), task.targets());
    for (int i = 0; i < task.actions().size(); i++) {
      addAction(planId, id, i, task.actions().get(i));
    }
  }

  private void addParties(UUID taskId, PartyRole role, List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      add(PlanTable.TASK_PARTY, taskId, role.name(), i, names.get(i));
    }
  }

  private void addAction(UUID planId, UUID taskId, int ordinal, Action action) {
    UUID id = identifiers.next();
    add(
        PlanTable.ACTION,
        id,
        taskId,
        ordinal,
        action.span().start(),
        action.span().end(),
        orNull(action.actor()),
        JsonText.of(action.events()));
    addDates(planId, id, action.deadlines(), action.targets());
  }

  private void addObligation(UUID planId, int ordinal, Obligation obligation) {
    UUID id = identifiers.next();
    add(
        PlanTable.OBLIGATION,
        id,
        planId,
        ordinal,
        obligation.span().start(),
        obligation.span().end(),
        JsonText.of(obligation.path()),
        orNull(obligation.actor()),
        JsonText.of(obligation.events()));
    addDates(planId, id, obligation.deadlines(), obligation.targets());
  }

  private void addDates(UUID planId, UUID owner, List<Deadline> deadlines, List<Target> targets) {
    for (int i = 0; i < deadlines.size(); i++) {
      Deadline deadline = deadlines.get(i);
      add(
          PlanTable.DEADLINE,
          planId,
          owner,
          i,
          deadline.notation(),
          deadline.span().start(),
          deadline.span().end(),
          deadline.assumed());
    }
    for (int i = 0; i < targets.size(); i++) {
      addTarget(planId, owner, i, targets.get(i));
    }
  }

  private void addTarget(UUID planId, UUID owner, int ordinal, Target target) {
    add(
        PlanTable.TARGET,
        planId,
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

  private void addFinding(@Nullable UUID planId, Doubt doubt) {
    add(
        PlanTable.PLAN_FINDING,
        importId,
        count(PlanTable.PLAN_FINDING),
        planId,
        doubt.span().start(),
        doubt.span().end(),
        JsonText.of(doubt.path()),
        doubt.finding().place(),
        JsonText.of(doubt.finding().problem()),
        JsonText.of(doubt.finding().remedy()));
  }

  private void add(PlanTable table, @Nullable Object... values) {
    rows.computeIfAbsent(table, each -> new ArrayList<>())
        .add(Arrays.copyOf(values, values.length));
  }

  private int count(PlanTable table) {
    return rows.getOrDefault(table, List.of()).size();
  }

  private static <T> @Nullable T orNull(Optional<T> value) {
    return value.orElse(null);
  }
}
