package jingtu.server.plan.decomposition.sheet.web;

import static java.util.stream.Collectors.toMap;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jingtu.server.edge.Problem;
import jingtu.server.plan.decomposition.WorkItemColumn;
import jingtu.server.plan.decomposition.sheet.ChosenColumns;
import jingtu.server.plan.decomposition.sheet.LineId;
import jingtu.server.plan.decomposition.sheet.TableChoice;
import jingtu.server.plan.decomposition.sheet.TableField;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What somebody ticked of a table's differences.
 *
 * @param tables what was said of columns by hand
 * @param versions the versions of the items when the table was checked, by code
 * @param cells the cells to be taken, by line
 * @param same lines that do mean the item which they are like
 * @param added lines that become items
 * @param removed codes of items to be removed
 */
record TableChoiceForm(
    @Valid @NotNull List<@NotNull @Valid TableColumnsChoice> tables,
    @NotNull Map<String, Integer> versions,
    @NotNull Map<String, Set<WorkItemColumn>> cells,
    @NotNull List<String> same,
    @NotNull List<String> added,
    @NotNull List<String> removed) {

  /**
   * What was said by hand of the columns of one table.
   *
   * @param header the row of the headings; null where it is to be found
   */
  record TableColumnsChoice(
      @NotNull String table,
      @Nullable @Min(1) Integer header,
      @NotNull List<@NotNull @Valid TableColumnChoice> columns) {

    ChosenColumns.OfTable chosen() {
      return new ChosenColumns.OfTable(
          table,
          Optional.ofNullable(header),
          columns.stream()
              .collect(
                  toMap(
                      TableColumnChoice::number,
                      column -> Optional.ofNullable(column.field()),
                      (one, other) -> other)));
    }
  }

  /** The field that a column tells; null for one that is left out. */
  record TableColumnChoice(@Min(1) int number, @Nullable TableField field) {}

  /** What was said of columns, where the table is only checked. */
  record TableColumnsForm(@Valid @NotNull List<@NotNull @Valid TableColumnsChoice> tables) {
    ChosenColumns chosen() {
      return TableChoiceForm.chosen(tables);
    }
  }

  private static ChosenColumns chosen(List<TableColumnsChoice> tables) {
    return new ChosenColumns(tables.stream().map(TableColumnsChoice::chosen).toList());
  }

  TableChoice choice() {
    Map<LineId, Set<WorkItemColumn>> byLine = new HashMap<>();
    cells.forEach((id, columns) -> byLine.put(line(id), Set.copyOf(columns)));
    return new TableChoice(
        chosen(tables), versions, byLine, lines(same), lines(added), new HashSet<>(removed));
  }

  private static Set<LineId> lines(List<String> ids) {
    return ids.stream().map(TableChoiceForm::line).collect(Collectors.toSet());
  }

  private static LineId line(String id) {
    return LineId.of(id)
        .orElseThrow(() -> Problem.of(HttpStatus.BAD_REQUEST, "returned-table.bad-choice", id));
  }
}
