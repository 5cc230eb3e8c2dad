package jingtu.server.plan.decomposition.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jingtu.server.plan.decomposition.ItemRole;
import jingtu.sheets.Cell;
import jingtu.sheets.CellFinding;
import jingtu.sheets.ColumnMatch;
import jingtu.sheets.ColumnMatch.Fields;
import jingtu.sheets.Header;
import jingtu.sheets.HeaderRows;
import jingtu.sheets.Row;

/**
 * What stands over the columns of one table, and which field each column tells.
 *
 * @param first the first row of the header, 0 where none was found
 * @param last its last row
 * @param columns the field of each column that tells one, from left to right
 * @param headings what is written over each column, from left to right
 * @param findings columns that claim a field which another has
 */
record TableHeader(
    int first,
    int last,
    Map<Integer, TableField> columns,
    Map<Integer, Cell> headings,
    List<CellFinding> findings) {

  /** Names of columns that a row must hold at least, so that no sentence is taken for a header. */
  private static final int FEWEST = 2;

  TableHeader {
    columns = new LinkedHashMap<>(new TreeMap<>(columns));
    headings = new LinkedHashMap<>(new TreeMap<>(headings));
    findings = List.copyOf(findings);
  }

  /** The header of a table, found by its headings or as somebody said. */
  static TableHeader of(SheetTable table, Fields fields, Optional<ChosenColumns.OfTable> chosen) {
    List<Row> opening = table.rows().stream().limit(HeaderRows.OPENING).toList();
    Optional<Integer> row = chosen.flatMap(ChosenColumns.OfTable::header);
    Optional<Header> found =
        row.isPresent()
            ? table.rows().stream()
                .filter(one -> one.number() == row.get())
                .findFirst()
                .map(TableHeader::asHeader)
            : HeaderRows.find(
                opening, table.merged(), text -> fields.find(text).isPresent(), text -> false);
    TableHeader header =
        found
            .map(it -> of(it, ColumnMatch.of(it, fields)))
            .filter(it -> row.isPresent() || it.columns.size() >= FEWEST)
            .orElseGet(() -> guess(opening));
    return chosen.map(header::with).orElse(header);
  }

  private static Header asHeader(Row row) {
    List<Header.Column> columns =
        row.cells().stream()
            .filter(cell -> !cell.isEmpty())
            .map(cell -> new Header.Column(cell.address().column(), List.of(cell)))
            .toList();
    return new Header(row.number(), row.number(), columns);
  }

  private static TableHeader of(Header header, ColumnMatch match) {
    Map<Integer, TableField> columns = new TreeMap<>();
    match
        .columns()
        .forEach((field, column) -> columns.put(column.number(), TableField.valueOf(field)));
    return new TableHeader(
        header.first(), header.last(), columns, headings(header), match.findings());
  }

  private static Map<Integer, Cell> headings(Header header) {
    return header.columns().stream()
        .collect(
            Collectors.toMap(
                Header.Column::number,
                column -> column.cells().getLast(),
                (one, other) -> one,
                TreeMap::new));
  }

  /** Where no heading is known, the first row of several cells may bear them. */
  private static TableHeader guess(List<Row> opening) {
    return opening.stream()
        .filter(row -> row.cells().stream().filter(cell -> !cell.isEmpty()).count() > FEWEST)
        .findFirst()
        .map(TableHeader::asHeader)
        .map(it -> new TableHeader(it.first(), it.last(), Map.of(), headings(it), List.of()))
        .orElseGet(() -> new TableHeader(0, 0, Map.of(), Map.of(), List.of()));
  }

  private TableHeader with(ChosenColumns.OfTable chosen) {
    Map<Integer, TableField> said = new TreeMap<>(columns);
    for (Map.Entry<Integer, Optional<TableField>> column :
        new TreeMap<>(chosen.columns()).entrySet()) {
      said.remove(column.getKey());
      Optional<TableField> field = column.getValue();
      // Several columns may name organisations of one role; anything else stands in one.
      field
          .filter(one -> one.role().isEmpty())
          .ifPresent(one -> said.values().removeIf(other -> other == one));
      field.ifPresent(one -> said.put(column.getKey(), one));
    }
    List<CellFinding> left =
        findings.stream()
            .filter(finding -> !chosen.columns().containsKey(finding.at().column()))
            .toList();
    return new TableHeader(first, last, said, headings, left);
  }

  /** Whether enough is known to read rows: what a row is about, and whom it concerns. */
  boolean isUnderstood() {
    return first > 0 && (find(TableField.CODE).isPresent() || !organisations().isEmpty());
  }

  Optional<Integer> find(TableField field) {
    return columns.entrySet().stream()
        .filter(entry -> entry.getValue() == field)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  boolean has(TableField field, int column) {
    return columns.get(column) == field;
  }

  /** The columns in which organisations stand, from left to right. */
  List<Integer> organisations() {
    return columns.entrySet().stream()
        .filter(
            entry ->
                entry.getValue() == TableField.ORGANISATION || entry.getValue().role().isPresent())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether organisations stand in columns for each role, as in tables that others make. */
  boolean namesRoles() {
    return columns.values().stream().anyMatch(field -> field.role().isPresent());
  }

  /** The role of organisations in a column that names none, in a table without one for roles. */
  Optional<ItemRole> usualRole() {
    return find(TableField.ROLE).isPresent() ? Optional.empty() : Optional.of(ItemRole.RESPONSIBLE);
  }

  /** The header that a row repeats, perhaps with its columns in another order. */
  Optional<TableHeader> repeatedIn(Row row, Fields fields) {
    List<Cell> filled = new ArrayList<>(row.cells().stream().filter(c -> !c.isEmpty()).toList());
    long names = filled.stream().filter(cell -> fields.find(cell.text()).isPresent()).count();
    if (names < FEWEST || names * 2 <= filled.size()) {
      return Optional.empty();
    }
    boolean same =
        headings.values().stream()
                .filter(cell -> row.cell(cell.address().column()).text().equals(cell.text()))
                .count()
            >= FEWEST;
    return Optional.of(same ? this : of(asHeader(row), ColumnMatch.of(asHeader(row), fields)));
  }
}
