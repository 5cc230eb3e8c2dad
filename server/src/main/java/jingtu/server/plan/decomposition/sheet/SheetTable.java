package jingtu.server.plan.decomposition.sheet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import jingtu.sheets.Cell;
import jingtu.sheets.CellArea;
import jingtu.sheets.Row;

/**
 * One table of a file: a sheet, or a table in a document.
 *
 * @param name the sheet's name, or what the table is called by its place in the document
 * @param rows those that hold anything, from top to bottom
 * @param merged areas whose value stands in their first cell
 */
record SheetTable(String name, List<Row> rows, List<CellArea> merged) {

  SheetTable {
    rows = List.copyOf(rows);
    merged = List.copyOf(merged);
  }

  /** What each cell of the table says where cells are merged. */
  Cells cells() {
    return new Cells(this);
  }

  /** Looks cells up; a lookup does not grow with the number of merged areas. */
  static final class Cells {
    private final Map<Integer, Row> rows;

    /** Areas by their left column, then by their first row. */
    private final Map<Integer, TreeMap<Integer, CellArea>> areas = new HashMap<>();

    private Cells(SheetTable table) {
      rows = table.rows.stream().collect(Collectors.toMap(Row::number, Function.identity()));
      table.merged.forEach(
          area ->
              areas.computeIfAbsent(area.left(), left -> new TreeMap<>()).put(area.top(), area));
    }

    /**
     * The cell that speaks for a row in a column: its own, or the first of the merged area that
     * spans the row. Empty where a cell to its left spreads over it, which then says nothing of
     * this column.
     */
    Optional<Cell> speaking(Row row, int column) {
      Cell own = row.cell(column);
      if (!own.isEmpty()) {
        return Optional.of(own);
      }
      if (spreadOver(row.number(), column)) {
        return Optional.empty();
      }
      return Optional.of(
          area(row.number(), column, column)
              .flatMap(area -> Optional.ofNullable(rows.get(area.top())))
              .map(first -> first.cell(column))
              .orElse(own));
    }

    private boolean spreadOver(int row, int column) {
      return areas.keySet().stream()
          .anyMatch(left -> left < column && area(row, left, column).isPresent());
    }

    private Optional<CellArea> area(int row, int left, int column) {
      return Optional.ofNullable(areas.get(left))
          .map(below -> below.floorEntry(row))
          .map(Map.Entry::getValue)
          .filter(area -> area.contains(row, column));
    }
  }
}
