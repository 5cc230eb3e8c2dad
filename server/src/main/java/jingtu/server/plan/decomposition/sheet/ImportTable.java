package jingtu.server.plan.decomposition.sheet;

import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jingtu.server.audit.Audit;
import jingtu.server.organisation.Regions;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.Plans;
import jingtu.server.plan.RegisteredPlan;
import jingtu.server.plan.decomposition.StoredItem;
import jingtu.server.plan.decomposition.WorkItem;
import jingtu.server.plan.decomposition.WorkItems;
import jingtu.server.scope.Identifiers;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import jingtu.sheets.MarkedCopy;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a table into the work of a plan: first shows in what it differs from what is stored, then
 * takes what was ticked, all of it or nothing.
 */
@Service
public class ImportTable {

  private final Plans plans;
  private final WorkItems items;
  private final TableImports imports;
  private final Regions regions;
  private final Identifiers identifiers;
  private final Audit audit;
  private final Clock clock;

  ImportTable(
      Plans plans,
      WorkItems items,
      TableImports imports,
      Regions regions,
      Identifiers identifiers,
      Audit audit,
      Clock clock) {
    this.plans = plans;
    this.items = items;
    this.imports = imports;
    this.regions = regions;
    this.identifiers = identifiers;
    this.audit = audit;
    this.clock = clock;
  }

  /** What became of a table. Whatever is not {@link Taken} has changed nothing. */
  public sealed interface Outcome {
    /** In what it differs. */
    record Checked(CheckedTable table) implements Outcome {}

    /** What it did. */
    record Taken(TableImport table) implements Outcome {}

    /** No such plan, or none that the scope sees. */
    record Unknown() implements Outcome {}

    /** The plan is seen, but belongs to a region that is not the account's to fill. */
    record NotYourRegion(RegionCode region) implements Outcome {}

    /** The file is no table, or breaks off. */
    record Refused(Finding finding) implements Outcome {}

    /** Nothing was ticked, or nothing that the table still says. */
    record NothingChosen() implements Outcome {}

    /** Items that somebody changed or removed since the check, by their codes. */
    record Stale(List<String> codes) implements Outcome {
      public Stale {
        codes = List.copyOf(codes);
      }
    }

    /** Changes that would leave something broken; each place is an item's code. */
    record Broken(List<Finding> findings) implements Outcome {
      public Broken {
        findings = List.copyOf(findings);
      }
    }
  }

  /** In what the table differs from what is stored; nothing is stored. */
  @Transactional(readOnly = true)
  public Outcome check(
      Scope scope, PlanId plan, Path file, ChosenColumns columns, Language language) {
    return read(scope, plan, file, columns, language, Outcome.Checked::new);
  }

  /**
   * Writes the file with its faults in its cells, in the place of the original.
   *
   * @return what the check says; refused where the file has no cells that can be marked
   */
  @Transactional(readOnly = true)
  public Outcome mark(
      Scope scope, PlanId plan, Path file, ChosenColumns columns, Language language) {
    Outcome outcome = check(scope, plan, file, columns, language);
    if (outcome instanceof Outcome.Checked(CheckedTable table)) {
      return MarkedCopy.write(file, file, table.marks(), language)
          .<Outcome>map(Outcome.Refused::new)
          .orElse(outcome);
    }
    return outcome;
  }

  /** Takes what was ticked. */
  @Transactional
  public Outcome take(Scope scope, PlanId plan, String fileName, Path file, TableChoice choice) {
    return read(
        scope,
        plan,
        file,
        choice.columns(),
        Language.ZH,
        table -> take(scope, plan, fileName, new ChosenChanges(table, choice, identifiers)));
  }

  private Outcome take(Scope scope, PlanId plan, String fileName, ChosenChanges chosen) {
    if (!chosen.stale().isEmpty()) {
      return new Outcome.Stale(chosen.stale());
    }
    if (chosen.changes().isEmpty()) {
      return new Outcome.NothingChosen();
    }
    return switch (items.apply(scope, plan, chosen.changes())) {
      case WorkItems.Outcome.Applied(List<WorkItem> after) ->
          taken(scope, plan, fileName, chosen.effects(after));
      case WorkItems.Outcome.Stale(List<StoredItem> now) ->
          new Outcome.Stale(now.stream().map(one -> one.item().code()).toList());
      case WorkItems.Outcome.Refused(List<Finding> findings) -> new Outcome.Broken(findings);
      case WorkItems.Outcome.NotYourRegion(RegionCode region) -> new Outcome.NotYourRegion(region);
      case WorkItems.Outcome.Unknown none -> new Outcome.Unknown();
    };
  }

  private Outcome taken(
      Scope scope, PlanId plan, String fileName, List<TableImport.Effect> effects) {
    TableImport stored =
        imports.store(
            scope, plan, fileName, clock.instant().truncatedTo(ChronoUnit.MICROS), effects);
    audit.record(scope, "decomposition.table-imported", plan.value().toString(), tell(stored));
    return new Outcome.Taken(stored);
  }

  /** An import as the audit tells of it. */
  static String tell(TableImport table) {
    return "%s: %d new, %d changed, %d removed"
        .formatted(
            table.fileName(),
            table.count(TableImport.Effect.Kind.ADDED),
            table.count(TableImport.Effect.Kind.CHANGED),
            table.count(TableImport.Effect.Kind.REMOVED));
  }

  private Outcome read(
      Scope scope,
      PlanId plan,
      Path file,
      ChosenColumns columns,
      Language language,
      Function<CheckedTable, Outcome> then) {
    Optional<RegisteredPlan> seen = plans.findSummary(scope, plan);
    if (seen.isEmpty()) {
      return new Outcome.Unknown();
    }
    if (!regions.governs(scope, seen.get().region())) {
      return new Outcome.NotYourRegion(seen.get().region());
    }
    return switch (ReturnedTable.read(file, columns)) {
      case ReturnedTable.Reading.Refused(Finding finding) -> new Outcome.Refused(finding);
      case ReturnedTable.Reading.Read(ReturnedTable table) ->
          then.apply(CheckedTable.of(table, items.listAll(scope, plan), language));
    };
  }
}
