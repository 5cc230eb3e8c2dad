package jingtu.server.plan.decomposition.sheet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import jingtu.server.plan.decomposition.WorkItemColumn;

/**
 * What somebody ticked of the differences of a table.
 *
 * @param columns what was said of columns by hand when it was checked
 * @param versions the versions that the items had then, by their codes
 * @param cells cells that are to be taken, by their lines
 * @param same lines that do mean the item which they are like
 * @param added lines that are to become items
 * @param removed codes of items that are to be removed
 */
public record TableChoice(
    ChosenColumns columns,
    Map<String, Integer> versions,
    Map<LineId, Set<WorkItemColumn>> cells,
    Set<LineId> same,
    Set<LineId> added,
    Set<String> removed) {

  public TableChoice {
    versions = Map.copyOf(versions);
    cells = Map.copyOf(cells);
    same = Set.copyOf(same);
    added = Set.copyOf(added);
    removed = Set.copyOf(removed);
  }

  /** The columns of a line that are to be taken, in the order of the sheet. */
  List<WorkItemColumn> cellsOf(LineId line) {
    return cells.getOrDefault(line, Set.of()).stream().sorted().toList();
  }
}
