package jingtu.sheets.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import jingtu.sheets.Cell;
import jingtu.sheets.CellArea;

/** The merged areas of a sheet by the place of their first cell. Areas never overlap. */
final class Areas {

  /** By the left column, then by the top row. */
  private final Map<Integer, NavigableMap<Integer, CellArea>> byPlace = new HashMap<>();

  private final boolean none;

  Areas(List<CellArea> merged) {
    none = merged.isEmpty();
    for (CellArea area : merged) {
      byPlace.computeIfAbsent(area.left(), left -> new TreeMap<>()).put(area.top(), area);
    }
  }

  boolean areNone() {
    return none;
  }

  /** The area whose first cell it is. */
  Optional<CellArea> from(Cell cell) {
    NavigableMap<Integer, CellArea> column = byPlace.get(cell.address().column());
    return column == null
        ? Optional.empty()
        : Optional.ofNullable(column.get(cell.address().row()));
  }

  /** How many columns a cell stands over. */
  int width(Cell cell) {
    return from(cell).map(area -> area.right() - area.left() + 1).orElse(1);
  }

  /** The areas that begin above a row and reach into it or beyond. */
  List<CellArea> reachingInto(int row) {
    return byPlace.values().stream()
        .map(column -> column.lowerEntry(row))
        .filter(entry -> entry != null && entry.getValue().bottom() >= row)
        .map(Map.Entry::getValue)
        .toList();
  }
}
