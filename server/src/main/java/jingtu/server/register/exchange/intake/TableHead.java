package jingtu.server.register.exchange.intake;

import java.util.List;
import java.util.Optional;
import jingtu.sheets.CellAddress;

/**
 * What stands over the columns of a table.
 *
 * @param sheet the sheet's name; empty where there is none
 * @param first number of the first row of the head; 0 where the file has none, as GeoJSON
 * @param last number of its last row; records stand below
 */
public record TableHead(String sheet, int first, int last, List<Column> columns) {

  public TableHead {
    columns = List.copyOf(columns);
  }

  /**
   * One column.
   *
   * @param number from 1
   * @param heading as it is shown: the rows over it joined by {@code /}
   * @param names what it may be recognised by, the surest first
   * @param samples the first values that stand in it
   */
  public record Column(int number, String heading, List<String> names, List<String> samples) {
    public Column {
      names = List.copyOf(names);
      samples = List.copyOf(samples);
    }
  }

  /** Whether another sheet has the same headings over the same columns. */
  public boolean isLike(TableHead other) {
    return headings().equals(other.headings());
  }

  private List<String> headings() {
    return columns.stream().map(column -> column.number() + column.heading()).toList();
  }

  /** The column of that number. */
  public Optional<Column> find(int number) {
    return columns.stream().filter(column -> column.number() == number).findFirst();
  }

  /** Where a finding about a column as a whole is marked. */
  public CellAddress at(int column) {
    return new CellAddress(sheet, Math.max(1, last), column);
  }
}
