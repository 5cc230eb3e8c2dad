package jingtu.server.organisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jingtu.sheets.Cell;
import jingtu.sheets.CellAddress;
import jingtu.sheets.CellFinding;
import jingtu.sheets.ColumnMatch;
import jingtu.sheets.ColumnMatch.Fields;
import jingtu.sheets.Header;
import jingtu.sheets.HeaderRows;
import jingtu.sheets.Row;
import jingtu.sheets.SheetFile;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Message;

/**
 * The rows of a list of organisations: the first sheet of a file, below titles and notes, with the
 * columns that {@link OrganisationColumn} names in any order. A name is needed, the rest may lack.
 *
 * @param findings faults of the file itself
 * @param brokenOff why the rows end before the sheet does
 */
record OrganisationSheet(
    List<OrganisationRow> rows, List<CellFinding> findings, Optional<Finding> brokenOff) {

  private static final Fields FIELDS =
      new Fields(
          Arrays.stream(OrganisationColumn.values()).map(OrganisationColumn::field).toList());

  OrganisationSheet {
    rows = List.copyOf(rows);
    findings = List.copyOf(findings);
  }

  /** Reads the first sheet that is not hidden. */
  static OrganisationSheet read(SheetFile file) {
    String sheet =
        file.sheets().stream()
            .filter(name -> !file.isHidden(name))
            .findFirst()
            .orElse(file.sheets().getFirst());
    Optional<Header> header =
        HeaderRows.find(
            HeaderRows.opening(file, sheet),
            file.merged(sheet),
            text -> FIELDS.find(text).isPresent(),
            text -> false);
    if (header.isEmpty()) {
      return withoutNames(new CellAddress(sheet, 1, 1));
    }
    ColumnMatch match = ColumnMatch.of(header.get(), FIELDS);
    if (match.find(OrganisationColumn.NAME.name()).isEmpty()) {
      return withoutNames(header.get().columns().getFirst().at());
    }
    List<OrganisationRow> rows = new ArrayList<>();
    List<CellFinding> findings = new ArrayList<>(match.findings());
    Optional<Finding> brokenOff =
        file.rows(
            sheet,
            row -> {
              if (row.number() > header.get().last() && !row.isEmpty()) {
                findings.addAll(row.faults());
                rows.add(new OrganisationRow(row.number(), cells(match, row)));
              }
            });
    return new OrganisationSheet(rows, findings, brokenOff);
  }

  private static OrganisationSheet withoutNames(CellAddress at) {
    CellFinding finding =
        new CellFinding(
            at, Message.of("organisation.sheet.no-names"), Message.of("organisation.sheet.remedy"));
    return new OrganisationSheet(List.of(), List.of(finding), Optional.empty());
  }

  private static Map<OrganisationColumn, Cell> cells(ColumnMatch match, Row row) {
    Map<OrganisationColumn, Cell> cells = new EnumMap<>(OrganisationColumn.class);
    for (OrganisationColumn column : OrganisationColumn.values()) {
      match.find(column.name()).ifPresent(found -> cells.put(column, row.cell(found.number())));
    }
    return cells;
  }
}
