package jingtu.server.plan.decomposition.sheet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jingtu.server.plan.decomposition.WorkItemColumn;
import jingtu.sheets.Cell;
import jingtu.sheets.CellFinding;
import jingtu.sheets.ColumnMatch.Fields;
import jingtu.vocabulary.Finding;

/**
 * What the tables of a file say of work, before it is held against anything.
 *
 * @param tables all tables of the file, also those that were not understood
 * @param lacking columns that a table of coded rows does not have; what they tell stays as it is
 * @param findings faults of the file itself
 */
record ReturnedTable(
    List<TableColumns> tables,
    List<TableLine> lines,
    List<PassedOver> notes,
    List<WorkItemColumn> lacking,
    List<CellFinding> findings) {

  private static final Fields FIELDS = TableField.fields();

  ReturnedTable {
    tables = List.copyOf(tables);
    lines = List.copyOf(lines);
    notes = List.copyOf(notes);
    lacking = List.copyOf(lacking);
    findings = List.copyOf(findings);
  }

  /** What became of a file. */
  sealed interface Reading {
    record Read(ReturnedTable table) implements Reading {}

    record Refused(Finding finding) implements Reading {}
  }

  static Reading read(Path file, ChosenColumns chosen) {
    return switch (TableFile.read(file)) {
      case TableFile.Reading.Refused(Finding finding) -> new Reading.Refused(finding);
      case TableFile.Reading.Tables(List<SheetTable> tables) ->
          new Reading.Read(read(tables, chosen));
    };
  }

  static ReturnedTable read(List<SheetTable> tables, ChosenColumns chosen) {
    List<TableColumns> columns = new ArrayList<>();
    List<TableLine> lines = new ArrayList<>();
    List<PassedOver> notes = new ArrayList<>();
    List<CellFinding> findings = new ArrayList<>();
    List<WorkItemColumn> lacking = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      SheetTable table = tables.get(i);
      TableHeader header = TableHeader.of(table, FIELDS, chosen.of(table.name()));
      columns.add(columns(table, header));
      if (header.isUnderstood()) {
        ReadTable.Read read = ReadTable.of(i + 1, table, header, FIELDS);
        lines.addAll(read.lines());
        notes.addAll(read.notes());
        findings.addAll(read.findings());
        lacking(header).filter(column -> !lacking.contains(column)).forEach(lacking::add);
      }
    }
    return new ReturnedTable(columns, lines, notes, lacking, findings);
  }

  /** A table that others made has its own columns, and lacks none. */
  private static Stream<WorkItemColumn> lacking(TableHeader header) {
    return header.find(TableField.CODE).isEmpty() || header.namesRoles()
        ? Stream.empty()
        : Stream.of(TableField.values())
            .filter(field -> header.find(field).isEmpty())
            .flatMap(field -> field.column().stream());
  }

  private static TableColumns columns(SheetTable table, TableHeader header) {
    List<TableColumns.Column> columns = new ArrayList<>();
    for (Map.Entry<Integer, Cell> heading : header.headings().entrySet()) {
      int number = heading.getKey();
      String sample =
          table.rows().stream()
              .filter(row -> row.number() > header.last())
              .map(row -> row.cell(number).text())
              .filter(text -> !text.isBlank())
              .findFirst()
              .orElse("");
      columns.add(
          new TableColumns.Column(
              heading.getValue(),
              number,
              Optional.ofNullable(header.columns().get(number)),
              sample));
    }
    return new TableColumns(table.name(), header.first(), header.isUnderstood(), columns);
  }
}
