package jingtu.server.plan.decomposition.sheet;

import java.util.List;
import java.util.Optional;
import jingtu.sheets.Cell;

/**
 * How the columns of one table were understood.
 *
 * @param header the first row of the header, 0 where none was found
 * @param understood whether its rows were read
 * @param columns those over which something is written, from left to right
 */
public record TableColumns(String table, int header, boolean understood, List<Column> columns) {

  public TableColumns {
    columns = List.copyOf(columns);
  }

  /**
   * One column over which something is written.
   *
   * @param sample what the first filled cell below the header says
   */
  public record Column(Cell heading, int number, Optional<TableField> field, String sample) {}
}
