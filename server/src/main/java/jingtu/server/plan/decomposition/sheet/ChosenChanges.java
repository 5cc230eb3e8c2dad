package jingtu.server.plan.decomposition.sheet;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import jingtu.server.plan.decomposition.WorkItem;
import jingtu.server.plan.decomposition.WorkItemChange;
import jingtu.server.plan.decomposition.WorkItemColumn;
import jingtu.server.plan.decomposition.WorkItemId;
import jingtu.server.scope.Identifiers;
import jingtu.vocabulary.Language;

/** The changes of items that the ticked differences of a table come to. */
final class ChosenChanges {

  private final CheckedTable table;
  private final TableChoice choice;
  private final Identifiers identifiers;
  private final Map<WorkItemId, WorkItem> before = new HashMap<>();
  private final List<WorkItemChange> changes = new ArrayList<>();
  private final Set<String> stale = new LinkedHashSet<>();

  ChosenChanges(CheckedTable table, TableChoice choice, Identifiers identifiers) {
    this.table = table;
    this.choice = choice;
    this.identifiers = identifiers;
    Differences differences = table.differences();
    choice.cells().keySet().forEach(this::stillThere);
    for (Differences.Changed changed : differences.changed()) {
      edit(changed.line(), changed.item(), changed.cells());
    }
    for (Differences.Lookalike like : differences.lookalikes()) {
      if (choice.same().contains(like.line())) {
        edit(like.line(), like.item(), like.cells());
      } else if (choice.added().contains(like.line())) {
        like.asNew().ifPresent(this::add);
      }
    }
    differences.added().stream()
        .filter(added -> choice.added().contains(added.line()))
        .forEach(added -> add(added.item()));
    remove(differences.missing());
  }

  List<WorkItemChange> changes() {
    return List.copyOf(changes);
  }

  /** Codes of items that are not any more what they were when the table was checked. */
  List<String> stale() {
    return List.copyOf(stale);
  }

  /** What each change did, given what it left. */
  List<TableImport.Effect> effects(List<WorkItem> after) {
    List<TableImport.Effect> effects = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      WorkItem left = after.get(i);
      TableImport.Effect.Kind kind = kind(changes.get(i));
      effects.add(
          new TableImport.Effect(left.id(), left.code(), kind, replaced(left), left.version()));
    }
    return effects;
  }

  private static TableImport.Effect.Kind kind(WorkItemChange change) {
    return switch (change) {
      case WorkItemChange.Add added -> TableImport.Effect.Kind.ADDED;
      case WorkItemChange.Edit edited -> TableImport.Effect.Kind.CHANGED;
      case WorkItemChange.Remove removed -> TableImport.Effect.Kind.REMOVED;
      case WorkItemChange.Restore restored -> TableImport.Effect.Kind.ADDED;
    };
  }

  private Map<WorkItemColumn, String> replaced(WorkItem left) {
    Map<WorkItemColumn, String> replaced = new EnumMap<>(WorkItemColumn.class);
    Optional.ofNullable(before.get(left.id()))
        .ifPresent(
            was -> {
              for (WorkItemColumn column : WorkItemColumn.values()) {
                String text = column.text(was, Language.ZH);
                if (!text.equals(column.text(left, Language.ZH))) {
                  replaced.put(column, text);
                }
              }
            });
    return replaced;
  }

  /** A ticked difference that is none any more: its item was changed or removed meanwhile. */
  private void stillThere(LineId line) {
    Optional<TableLine> said = table.find(line);
    boolean differs =
        table.differences().changed().stream().anyMatch(c -> c.line().equals(line))
            || table.differences().lookalikes().stream().anyMatch(l -> l.line().equals(line));
    if (!differs && !choice.cellsOf(line).isEmpty()) {
      stale.add(said.map(it -> it.text(WorkItemColumn.CODE)).orElse(line.toString()));
    }
  }

  private void edit(LineId line, WorkItem item, List<CellChange> cells) {
    List<WorkItemColumn> columns =
        choice.cellsOf(line).stream()
            .filter(column -> cells.stream().anyMatch(cell -> cell.column() == column))
            .toList();
    if (columns.isEmpty() || isStale(item)) {
      return;
    }
    WorkItem edited = item;
    for (WorkItemColumn column : columns) {
      String text = table.find(line).map(it -> it.text(column)).orElse("");
      edited = column.read(edited, text).orElse(edited);
    }
    before.put(item.id(), item);
    changes.add(new WorkItemChange.Edit(edited));
  }

  private void add(WorkItem item) {
    changes.add(new WorkItemChange.Add(NewItems.withId(item, new WorkItemId(identifiers.next()))));
  }

  /** Whoever ticks an item that somebody else has just removed or changed is told. */
  private void remove(List<WorkItem> missing) {
    Map<String, WorkItem> byCode =
        missing.stream().collect(toMap(WorkItem::code, Function.identity()));
    for (String code : choice.removed().stream().sorted().toList()) {
      WorkItem item = byCode.get(code);
      if (item == null) {
        stale.add(code);
      } else if (!isStale(item)) {
        changes.add(new WorkItemChange.Remove(item.id(), item.version()));
      }
    }
  }

  private boolean isStale(WorkItem item) {
    boolean changed = choice.versions().getOrDefault(item.code(), -1) != item.version();
    if (changed) {
      stale.add(item.code());
    }
    return changed;
  }
}
