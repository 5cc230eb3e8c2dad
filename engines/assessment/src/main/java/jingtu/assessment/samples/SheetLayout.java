package jingtu.assessment.samples;

import java.util.List;
import java.util.Optional;
import jingtu.assessment.samples.Heading.Content;
import jingtu.assessment.samples.Heading.Role;
import jingtu.sheets.CellAddress;
import jingtu.sheets.Row;

/**
 * Which column of a sheet holds what.
 *
 * @param sheet its name; empty in a .csv
 * @param headerRows the rows with names and units, from top to bottom
 * @param lastHeaderRow the number of the last row before the data
 * @param columns those with anything over them, from left to right, but of several for one role the
 *     preferred first
 */
record SheetLayout(String sheet, List<Row> headerRows, int lastHeaderRow, List<Column> columns) {

  /**
   * One column.
   *
   * @param number from 1
   * @param at the cell with its name
   * @param unitAt the cell with its unit; that with its name where no other holds the unit
   */
  record Column(int number, CellAddress at, CellAddress unitAt, Heading heading) {}

  SheetLayout {
    headerRows = List.copyOf(headerRows);
    columns = List.copyOf(columns);
  }

  /** Whether there is anything to judge: analytes beside something else, or named results. */
  boolean isTable() {
    boolean roles = columns.stream().anyMatch(it -> it.heading().meaning() instanceof Role);
    return isLong() ? id().isPresent() : roles && !contents().isEmpty();
  }

  /** Whether each row holds one result of one analyte that the row names. */
  boolean isLong() {
    return role(ColumnRole.ITEM).isPresent() && role(ColumnRole.RESULT).isPresent();
  }

  /** The first column of a role. */
  Optional<Column> role(ColumnRole role) {
    return columns.stream()
        .filter(column -> column.heading().meaning().equals(new Role(role)))
        .findFirst();
  }

  /** The column that tells samples apart. */
  Optional<Column> id() {
    return role(ColumnRole.SAMPLE).or(() -> role(ColumnRole.POINT));
  }

  /** The columns of analytes; none in a long sheet. */
  List<Column> contents() {
    return isLong()
        ? List.of()
        : columns.stream().filter(it -> it.heading().meaning() instanceof Content).toList();
  }

  /** The column over which these words stand. */
  Optional<Column> titled(String words) {
    String plain = WordList.plain(words);
    return columns.stream()
        .filter(column -> WordList.plain(column.heading().written()).equals(plain))
        .findFirst();
  }

  /** The header's row that a row repeats, as printed pages do. */
  Optional<Row> repeated(Row row) {
    return headerRows.stream().filter(header -> repeats(header, row)).findFirst();
  }

  /** Whether a row of the header holds names, not units alone. */
  boolean hasNames(Row headerRow) {
    return columns.stream().anyMatch(column -> column.at().row() == headerRow.number());
  }

  private static boolean repeats(Row first, Row row) {
    return first.cells().stream()
        .allMatch(cell -> row.cell(cell.address().column()).text().equals(cell.text()));
  }
}
