package jingtu.server.plan.decomposition.sheet;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import jingtu.server.audit.Audit;
import jingtu.server.plan.PlanId;
import jingtu.server.plan.decomposition.StoredItem;
import jingtu.server.plan.decomposition.WorkItem;
import jingtu.server.plan.decomposition.WorkItemChange;
import jingtu.server.plan.decomposition.WorkItemColumn;
import jingtu.server.plan.decomposition.WorkItemId;
import jingtu.server.plan.decomposition.WorkItems;
import jingtu.server.scope.RegionCode;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Finding;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Undoes what a table did, as a whole; not where an item was changed since. */
@Service
public class UndoTableImport {

  private final WorkItems items;
  private final TableImports imports;
  private final Audit audit;
  private final Clock clock;

  UndoTableImport(WorkItems items, TableImports imports, Audit audit, Clock clock) {
    this.items = items;
    this.imports = imports;
    this.audit = audit;
    this.clock = clock;
  }

  /** What comes of it. Whatever is not {@link Undone} has changed nothing. */
  public sealed interface Outcome {
    record Undone(TableImport table) implements Outcome {}

    /** No such import, or into a plan that the scope does not see. */
    record Unknown() implements Outcome {}

    record NotYourRegion(RegionCode region) implements Outcome {}

    /** Somebody undid it before. */
    record Already(TableImport table) implements Outcome {}

    /** Items that were changed or removed since, by their codes. */
    record ChangedSince(List<String> codes) implements Outcome {
      public ChangedSince {
        codes = List.copyOf(codes);
      }
    }

    /** Something would be left broken, such as work that was handed down since. */
    record Broken(List<Finding> findings) implements Outcome {
      public Broken {
        findings = List.copyOf(findings);
      }
    }
  }

  @Transactional
  public Outcome of(Scope scope, PlanId plan, UUID id) {
    Optional<TableImport> table = imports.find(scope, plan, id);
    if (table.isEmpty()) {
      return new Outcome.Unknown();
    }
    if (table.get().undone().isPresent()) {
      return new Outcome.Already(table.get());
    }
    Map<WorkItemId, StoredItem> now =
        items.listAll(scope, plan).stream()
            .collect(toMap(one -> one.item().id(), Function.identity()));
    List<String> changed = new ArrayList<>();
    List<WorkItemChange> changes = new ArrayList<>();
    for (TableImport.Effect effect : table.get().effects()) {
      Optional<StoredItem> item =
          Optional.ofNullable(now.get(effect.item()))
              .filter(one -> one.item().version() == effect.version());
      if (item.isEmpty()) {
        changed.add(effect.code());
      } else {
        changes.add(back(effect, item.get().item()));
      }
    }
    return changed.isEmpty()
        ? undo(scope, plan, table.get(), changes)
        : new Outcome.ChangedSince(changed);
  }

  private static WorkItemChange back(TableImport.Effect effect, WorkItem item) {
    return switch (effect.kind()) {
      case ADDED -> new WorkItemChange.Remove(item.id(), item.version());
      case REMOVED -> new WorkItemChange.Restore(item.id(), item.version());
      case CHANGED -> new WorkItemChange.Edit(asBefore(effect, item));
    };
  }

  private static WorkItem asBefore(TableImport.Effect effect, WorkItem item) {
    WorkItem before = item;
    for (Map.Entry<WorkItemColumn, String> text : effect.replaced().entrySet()) {
      before = text.getKey().read(before, text.getValue()).orElse(before);
    }
    return before;
  }

  private Outcome undo(Scope scope, PlanId plan, TableImport table, List<WorkItemChange> changes) {
    return switch (items.apply(scope, plan, changes)) {
      case WorkItems.Outcome.Applied(List<WorkItem> after) -> undone(scope, plan, table, after);
      case WorkItems.Outcome.Stale(List<StoredItem> others) ->
          new Outcome.ChangedSince(others.stream().map(one -> one.item().code()).toList());
      case WorkItems.Outcome.Refused(List<Finding> findings) -> new Outcome.Broken(findings);
      case WorkItems.Outcome.NotYourRegion(RegionCode region) -> new Outcome.NotYourRegion(region);
      case WorkItems.Outcome.Unknown none -> new Outcome.Unknown();
    };
  }

  private Outcome undone(Scope scope, PlanId plan, TableImport table, List<WorkItem> after) {
    for (int i = 0; i < after.size(); i++) {
      // Each change made the version one higher, so the import found its items one below.
      TableImport.Effect effect = table.effects().get(i);
      imports.againAsUnder(effect.item(), effect.version() - 1, after.get(i).version());
    }
    imports.markUndone(scope, table.id(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    audit.record(
        scope,
        "decomposition.table-import-undone",
        plan.value().toString(),
        ImportTable.tell(table));
    return new Outcome.Undone(imports.find(scope, plan, table.id()).orElse(table));
  }
}
