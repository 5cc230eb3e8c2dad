package jingtu.server.plan.decomposition.sheet;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody said by hand of the columns of a file's tables, where headings were not understood.
 *
 * @param tables those of which anything was said, by name; the others are read by their headings
 */
public record ChosenColumns(List<OfTable> tables) {

  public static final ChosenColumns NONE = new ChosenColumns(List.of());

  public ChosenColumns {
    tables = List.copyOf(tables);
  }

  /**
   * The columns of one table.
   *
   * @param header the row that bears the headings; absent where it is to be found
   * @param columns the field of each column of which one was said, by the column's number from 1;
   *     empty for one that is to be left out
   */
  public record OfTable(
      String table, Optional<Integer> header, Map<Integer, Optional<TableField>> columns) {
    public OfTable {
      columns = Map.copyOf(columns);
    }
  }

  Optional<OfTable> of(String table) {
    return tables.stream().filter(said -> said.table().equals(table)).findFirst();
  }
}
