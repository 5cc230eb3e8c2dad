package jingtu.server.plan;

import static jingtu.server.plan.entry.PlanRows.orNull;

import java.util.List;
import java.util.UUID;
import jingtu.planreader.Doubt;
import jingtu.planreader.Head;
import jingtu.planreader.Passage;
import jingtu.planreader.PlanReading;
import jingtu.planreader.ReadPlan;
import jingtu.planreader.Task;
import jingtu.server.plan.entry.EntryKind;
import jingtu.server.plan.entry.EntryReading;
import jingtu.server.plan.entry.EntryRows;
import jingtu.server.plan.entry.JsonText;
import jingtu.server.plan.entry.PlanRows;
import jingtu.server.plan.entry.PlanTable;
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
  private final PlanRows rows = PlanRows.added();

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
    rows.write(jdbc);
  }

  private void addPassage(Passage passage) {
    rows.add(
        PlanTable.PASSAGE,
        importId,
        rows.count(PlanTable.PASSAGE),
        passage.kind().name(),
        passage.level(),
        passage.span().start(),
        passage.span().end(),
        JsonText.of(passage.path()));
  }

  private void addPlan(int ordinal, ReadPlan plan, RegisterEntry entry) {
    UUID id = identifiers.next();
    Head head = plan.head();
    rows.add(
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
    addRegisterEntry(id, entry);
    addEntries(id, plan);
    plan.findings().forEach(finding -> addFinding(id, finding));
  }

  private void addEntries(UUID planId, ReadPlan plan) {
    EntryRows entries = new EntryRows(planId);
    for (int i = 0; i < plan.goals().size(); i++) {
      addEntry(entries, EntryKind.GOAL, i, EntryReading.of(plan.goals().get(i)));
    }
    for (int i = 0; i < plan.tasks().size(); i++) {
      Task task = plan.tasks().get(i);
      List<UUID> actions = task.actions().stream().map(action -> identifiers.next()).toList();
      addEntry(entries, EntryKind.TASK, i, EntryReading.of(task, actions));
    }
    for (int i = 0; i < plan.obligations().size(); i++) {
      addEntry(entries, EntryKind.OBLIGATION, i, EntryReading.of(plan.obligations().get(i)));
    }
  }

  private void addEntry(EntryRows entries, EntryKind kind, int ordinal, EntryReading reading) {
    entries.addWhole(rows, kind, identifiers.next(), ordinal, reading);
  }

  private void addRegisterEntry(UUID planId, RegisterEntry entry) {
    rows.add(
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

  private void addFinding(@Nullable UUID planId, Doubt doubt) {
    rows.add(
        PlanTable.PLAN_FINDING,
        importId,
        rows.count(PlanTable.PLAN_FINDING),
        planId,
        doubt.span().start(),
        doubt.span().end(),
        JsonText.of(doubt.path()),
        doubt.finding().place(),
        JsonText.of(doubt.finding().problem()),
        JsonText.of(doubt.finding().remedy()));
  }
}
