package jingtu.server.register.exchange.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jingtu.server.edge.Problem;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Definitions;
import jingtu.server.register.definition.Field;
import jingtu.server.register.definition.Lifecycle;
import jingtu.server.register.exchange.ExchangeNames;
import jingtu.server.register.exchange.cell.ExchangedRecord;
import jingtu.server.register.exchange.cell.SheetColumn;
import jingtu.server.register.exchange.cell.SheetColumns;
import jingtu.server.register.exchange.cell.WriteCell;
import jingtu.server.register.exchange.template.ImportTemplate;
import jingtu.server.register.record.RecordPage;
import jingtu.server.register.record.RecordQuery;
import jingtu.server.register.record.RecordView;
import jingtu.server.register.record.Records;
import jingtu.server.scope.Scope;
import jingtu.vocabulary.Language;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/**
 * Writes what an account sees of a register into files: records of the regions that it sees,
 * without the fields that its role may not know.
 */
@Service
public class ExportRecords {

  private static final int AT_ONCE = RecordQuery.LONGEST_PAGE;

  private final Definitions definitions;
  private final Records records;
  private final ExchangeNames names;

  ExportRecords(Definitions definitions, Records records, ExchangeNames names) {
    this.definitions = definitions;
    this.records = records;
    this.names = names;
  }

  /**
   * A file that can be written.
   *
   * @param first the first records, which are known to be there before anything is written
   */
  public record Export(
      Scope scope,
      Definition definition,
      List<SheetColumn> columns,
      RecordFile.Kind kind,
      RecordQuery query,
      RecordPage first,
      Language language) {}

  /**
   * Prepares a file of the records asked for, all pages of them.
   *
   * @param chosen fields and columns that are written, by id; all where there are none
   * @throws Problem where there is no such register, or the query asks what cannot be asked
   */
  public Export prepare(
      Scope scope,
      RegisterId register,
      RecordQuery asked,
      Set<String> chosen,
      RecordFile.Kind kind,
      Language language) {
    Definition definition = get(scope, register);
    RecordQuery query = wide(asked);
    List<SheetColumn> columns =
        SheetColumns.of(definition, scope.role(), language).columns().stream()
            .filter(SheetColumn::isWritten)
            .filter(column -> chosen.isEmpty() || isChosen(column, chosen))
            .toList();
    return new Export(
        scope, definition, columns, kind, query, records.page(scope, register, query), language);
  }

  private Definition get(Scope scope, RegisterId register) {
    return definitions
        .find(scope, register)
        .orElseThrow(
            () ->
                Problem.of(
                    HttpStatus.NOT_FOUND, "register-exchange.unknown-register", register.value()));
  }

  private static RecordQuery wide(RecordQuery asked) {
    return new RecordQuery(
        asked.words(),
        asked.filters(),
        asked.states(),
        asked.removed(),
        asked.sort(),
        asked.descending(),
        Optional.empty(),
        AT_ONCE);
  }

  private static boolean isChosen(SheetColumn column, Set<String> chosen) {
    String field =
        switch (column.part()) {
          case SheetColumn.Whole(Field whole) -> whole.id();
          case SheetColumn.Opening(Field period) -> period.id();
          case SheetColumn.Closing(Field period) -> period.id();
          case SheetColumn.Spine spine -> named(spine);
        };
    return chosen.contains(field) || chosen.contains(column.id());
  }

  /** What lists call the columns that every record has. */
  private static String named(SheetColumn.Spine spine) {
    return switch (spine) {
      case REGION -> RecordView.REGION;
      case ORGANISATION -> RecordView.ORGANISATION;
      case STATE -> RecordView.STATE;
      case RECORD -> "$id";
      case LONGITUDE, LATITUDE, POSITION, OUTLINE -> RecordView.GEOMETRY;
    };
  }

  /** Writes it, page by page; memory does not grow with the number of records. */
  public void write(Export export, OutputStream out) throws IOException {
    WriteCell cells = new WriteCell(names.of(export.scope()), export.language());
    try (RecordFile file =
        RecordFile.open(
            export.kind(),
            export.definition().name(),
            export.columns(),
            cells,
            export.language(),
            out)) {
      RecordPage page = export.first();
      write(page, export, cells, file);
      while (page.next().isPresent()) {
        page =
            records.page(
                export.scope(), export.definition().id(), export.query().from(page.next().get()));
        write(page, export, cells, file);
      }
    }
  }

  private static void write(RecordPage page, Export export, WriteCell cells, RecordFile file)
      throws IOException {
    cells.expect(export.columns(), page.records().stream().map(RecordView::content).toList());
    for (RecordView record : page.records()) {
      file.write(exchanged(record, export.definition()));
    }
  }

  private static ExchangedRecord exchanged(RecordView record, Definition definition) {
    return new ExchangedRecord(
        record.id().value(),
        record.region(),
        record.organisation(),
        definition
            .lifecycle()
            .findState(record.state())
            .map(Lifecycle.State::label)
            .orElse(record.state()),
        record.content(),
        record.geometry());
  }

  /** Writes the workbook in which new records of a register are filled in. */
  public void template(Scope scope, RegisterId register, Language language, OutputStream out)
      throws IOException {
    Definition definition = get(scope, register);
    new ImportTemplate(
            definition,
            SheetColumns.of(definition, scope.role(), language),
            names.of(scope),
            language)
        .write(out);
  }
}
