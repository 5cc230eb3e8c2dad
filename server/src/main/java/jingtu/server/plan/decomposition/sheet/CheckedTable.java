package jingtu.server.plan.decomposition.sheet;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import jingtu.server.plan.decomposition.StoredItem;
import jingtu.server.plan.decomposition.WorkItemColumn;
import jingtu.server.plan.decomposition.WorkItemId;
import jingtu.sheets.CellFinding;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;

/** A table held against what is stored: what it says, and in what it differs. */
public final class CheckedTable {

  private final ReturnedTable table;
  private final Differences differences;
  private final Map<WorkItemId, StoredItem> stored;

  private CheckedTable(ReturnedTable table, Differences differences, List<StoredItem> stored) {
    this.table = table;
    this.differences = differences;
    this.stored = stored.stream().collect(toMap(one -> one.item().id(), Function.identity()));
  }

  static CheckedTable of(ReturnedTable table, List<StoredItem> stored, Language language) {
    List<StoredItem> there = stored.stream().filter(one -> !one.removed()).toList();
    Differences differences =
        CompareLines.of(table.lines(), there.stream().map(StoredItem::item).toList(), language);
    return new CheckedTable(table, differences, there);
  }

  public Differences differences() {
    return differences;
  }

  /** What a line says; empty where the file has no such line any more. */
  Optional<TableLine> find(LineId id) {
    return table.lines().stream().filter(line -> line.id().equals(id)).findFirst();
  }

  /** How the columns of each table of the file were understood. */
  public List<TableColumns> tables() {
    return table.tables();
  }

  /** The rows that were passed over. */
  public List<PassedOver> passedOver() {
    return table.notes();
  }

  /** Columns that a table of coded rows does not have; what they tell stays as it is. */
  public List<WorkItemColumn> lacking() {
    return table.lacking();
  }

  /** The item with who changed it last and when. */
  public Optional<StoredItem> stored(WorkItemId id) {
    return Optional.ofNullable(stored.get(id));
  }

  /** Faults of the file and of what its cells say. */
  public List<CellFinding> faults() {
    return Stream.concat(table.findings().stream(), differences.findings().stream()).toList();
  }

  /** What is marked in the cells of a copy: the faults, and what was changed on both sides. */
  List<CellFinding> marks() {
    List<CellFinding> marks = new ArrayList<>(faults());
    for (Differences.Changed changed : differences.changed()) {
      changed.cells().stream()
          .filter(cell -> cell.kind() == CellChange.Kind.CONFLICT)
          .forEach(
              cell ->
                  marks.add(
                      new CellFinding(
                          cell.at(),
                          Message.of("returned-table.conflict", cell.before()),
                          Message.of("returned-table.conflict-remedy"))));
    }
    return marks;
  }
}
