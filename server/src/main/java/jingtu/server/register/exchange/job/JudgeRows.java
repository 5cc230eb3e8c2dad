package jingtu.server.register.exchange.job;

import static java.util.stream.Collectors.toMap;
import static jingtu.server.register.exchange.cell.ExchangeWords.message;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jingtu.server.register.RecordId;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Field;
import jingtu.server.register.exchange.cell.CellContent;
import jingtu.server.register.exchange.cell.CellReading.Fault;
import jingtu.server.register.exchange.cell.ExchangedRecord;
import jingtu.server.register.exchange.cell.SheetColumn;
import jingtu.server.register.exchange.cell.SheetColumns;
import jingtu.server.register.exchange.cell.WriteCell;
import jingtu.server.register.exchange.intake.RowFinding;
import jingtu.server.register.exchange.intake.RowReading;
import jingtu.server.register.exchange.job.JudgedRow.Fate;
import jingtu.server.register.record.FieldFault;
import jingtu.server.register.record.FieldValue;
import jingtu.server.register.record.RecordBatch;
import jingtu.server.register.record.RecordDraft;
import jingtu.server.register.record.RecordEdit;
import jingtu.server.register.record.RecordView;
import jingtu.server.register.record.Records;
import jingtu.server.scope.Scope;
import jingtu.sheets.CellAddress;
import jingtu.vocabulary.Message;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Holds the rows of one file against the register, some at a time: what each breaks of the
 * register's rules, whose record is there already, which say what an earlier row has said. Made for
 * one reading of a file, since it remembers what the rows so far have claimed.
 */
final class JudgeRows {

  private static final List<String> SHAPE =
      List.of(
          SheetColumns.LONGITUDE,
          SheetColumns.LATITUDE,
          SheetColumns.POSITION,
          SheetColumns.OUTLINE);

  private final Scope scope;
  private final Definition definition;
  private final SheetColumns columns;
  private final Set<String> matched;
  private final ImportChoice.EmptyCells emptyCells;
  private final Records records;
  private final RecordBatch batch;
  private final WriteCell words;
  private final Map<String, CellAddress> claims = new HashMap<>();
  private final Map<UUID, CellAddress> known = new HashMap<>();

  /**
   * @param matched the ids of the columns that the file has
   * @param emptyCells what they do to records that are there
   * @param words says values in words
   */
  JudgeRows(
      Scope scope,
      Definition definition,
      SheetColumns columns,
      Set<String> matched,
      ImportChoice.EmptyCells emptyCells,
      Records records,
      RecordBatch batch,
      WriteCell words) {
    this.scope = scope;
    this.definition = definition;
    this.columns = columns;
    this.matched = Set.copyOf(matched);
    this.emptyCells = emptyCells;
    this.records = records;
    this.batch = batch;
    this.words = words;
  }

  /** One row while it is judged. */
  private static final class Trial {
    private final RowReading row;
    private final List<RowFinding> findings;
    private Fate fate = new Fate.Faulty();

    Trial(RowReading row) {
      this.row = row;
      this.findings = new ArrayList<>(row.findings());
    }

    boolean isSound() {
      return findings.stream().noneMatch(RowFinding::isFault);
    }

    JudgedRow judged() {
      return new JudgedRow(row, isSound() ? fate : new Fate.Faulty(), findings);
    }
  }

  /** Judges rows that follow each other in the file. */
  List<JudgedRow> judge(List<RowReading> rows) {
    List<Trial> trials = rows.stream().map(Trial::new).toList();
    trials.forEach(trial -> claimRecord(trial.row).ifPresent(trial.findings::add));
    trials.forEach(trial -> claim(trial.row).ifPresent(trial.findings::add));
    Map<Trial, RecordView> met = met(trials.stream().filter(Trial::isSound).toList());
    List<Trial> sound = trials.stream().filter(Trial::isSound).toList();
    words.expect(columns.columns(), met.values().stream().map(RecordView::content).toList());
    sound.forEach(trial -> trial.fate = fate(trial.row, Optional.ofNullable(met.get(trial))));
    askTheRegister(sound);
    return trials.stream().map(Trial::judged).toList();
  }

  /**
   * The record that a row says it is, where an earlier one says so too, be that sound or not: one
   * of the two was copied to become another record.
   */
  private Optional<RowFinding> claimRecord(RowReading row) {
    return row.known()
        .flatMap(id -> claimRecord(id, cell(row, SheetColumns.RECORD), "same-record"));
  }

  private Optional<RowFinding> claimRecord(UUID id, CellAddress at, String why) {
    return Optional.ofNullable(known.putIfAbsent(id, at))
        .map(
            first ->
                new RowFinding(
                    at,
                    new Fault(
                        "said-before",
                        message("fault." + why, first),
                        message("fault." + why + "-remedy", first)),
                    true));
  }

  /** What an earlier row of the file says of itself already: its key, or a value only one has. */
  private Optional<RowFinding> claim(RowReading row) {
    if (!row.isSound()) {
      return Optional.empty();
    }
    Optional<RowFinding> key =
        definition.key().isEmpty() ? Optional.empty() : claim(row, definition.key());
    return key.or(
        () ->
            definition.activeFields().stream()
                .filter(Field::unique)
                .map(field -> claim(row, List.of(field.id())))
                .flatMap(Optional::stream)
                .findFirst());
  }

  private Optional<RowFinding> claim(RowReading row, List<String> fields) {
    List<FieldValue> values =
        fields.stream().map(row.content()::get).filter(value -> value != null).toList();
    boolean keepsSome = row.known().isPresent() && values.size() < fields.size();
    if (values.isEmpty() || keepsSome) { // the rest is as its record has it: ask the register
      return Optional.empty();
    }
    List<Optional<FieldValue>> whole =
        fields.stream().map(field -> Optional.ofNullable(row.content().get(field))).toList();
    CellAddress at = cell(row, fields.getFirst());
    CellAddress earlier = claims.putIfAbsent(row.region() + " " + fields + whole, at);
    return Optional.ofNullable(earlier)
        .filter(first -> !first.equals(at))
        .map(first -> new RowFinding(at, Fault.of("said-before", first), true));
  }

  /** The records that rows are about: by the id that a row gives, or by the key. */
  private Map<Trial, RecordView> met(List<Trial> trials) {
    Map<Trial, RecordId> ids = new HashMap<>();
    List<Optional<RecordId>> byKey =
        batch.sameKey(
            scope, definition.id(), trials.stream().map(trial -> draft(trial.row)).toList());
    for (int i = 0; i < trials.size(); i++) {
      Trial trial = trials.get(i);
      if (trial.row.known().isPresent()) {
        ids.put(trial, new RecordId(trial.row.known().get()));
      } else if (byKey.get(i).isPresent()) {
        RecordId id = byKey.get(i).get();
        CellAddress at = cell(trial.row, definition.key().getFirst());
        claimRecord(id.value(), at, "same-key")
            .ifPresentOrElse(trial.findings::add, () -> ids.put(trial, id));
      }
    }
    Map<RecordId, RecordView> seen =
        records.list(scope, definition.id(), Set.copyOf(ids.values())).stream()
            .filter(record -> record.removal().isEmpty())
            .collect(toMap(RecordView::id, record -> record));
    Map<Trial, RecordView> met = new HashMap<>();
    ids.forEach(
        (trial, id) -> {
          RecordView record = seen.get(id);
          if (record != null) {
            met.put(trial, record);
          } else if (trial.row.known().isPresent()) {
            CellAddress at = cell(trial.row, SheetColumns.RECORD);
            trial.findings.add(new RowFinding(at, Fault.of("unknown-record"), false));
          }
        });
    return met;
  }

  private static RecordDraft draft(RowReading row) {
    return new RecordDraft(row.region(), row.organisation(), row.content(), row.geometry());
  }

  private Fate fate(RowReading row, Optional<RecordView> met) {
    if (met.isEmpty()) {
      return new Fate.New(draft(row));
    }
    RecordView record = met.get();
    Held after = after(row, record);
    List<Twin.Difference> differences = differences(row, record, after);
    return differences.isEmpty()
        ? new Fate.Same(record.id())
        : new Fate.Met(record.id(), edit(row, record, after), differences);
  }

  /** What a record holds. */
  private record Held(Map<String, FieldValue> content, Optional<Geometry> geometry) {}

  /**
   * What a record would hold: what its row says, and beside it what it holds already, as far as
   * empty cells do not take that away.
   */
  private Held after(RowReading row, RecordView record) {
    Map<String, FieldValue> content = new HashMap<>(record.content());
    content.keySet().removeIf(field -> clears(field, field + ".from"));
    row.content()
        .forEach(
            (field, value) ->
                content.put(field, ending(field, value, record.content().get(field))));
    boolean cleared = SHAPE.stream().anyMatch(this::clears);
    return new Held(
        content, row.geometry().or(() -> cleared ? Optional.empty() : record.geometry()));
  }

  /** Whether an empty cell of one of these columns takes away what is there. */
  private boolean clears(String... columnIds) {
    return emptyCells == ImportChoice.EmptyCells.CLEAR
        && Stream.of(columnIds).anyMatch(matched::contains);
  }

  /** A period whose last day the row leaves empty keeps the one that it has, where it still can. */
  private FieldValue ending(String field, FieldValue said, @Nullable FieldValue held) {
    return said instanceof FieldValue.Span(LocalDate from, Optional<LocalDate> to)
            && to.isEmpty()
            && !clears(field + ".to")
            && held instanceof FieldValue.Span(LocalDate began, Optional<LocalDate> ended)
            && ended.filter(day -> !day.isBefore(from)).isPresent()
        ? new FieldValue.Span(from, ended)
        : said;
  }

  private RecordEdit edit(RowReading row, RecordView record, Held after) {
    Map<String, FieldValue> set = new HashMap<>(after.content());
    set.entrySet().removeAll(record.content().entrySet());
    Set<String> clear = new HashSet<>(record.content().keySet());
    clear.removeAll(after.content().keySet());
    return new RecordEdit(
        set,
        clear,
        place(record.geometry(), after.geometry()),
        saysRegion(row) ? Optional.of(row.region()) : Optional.empty(),
        saysKeeper(row) ? row.organisation() : Optional.empty(),
        "");
  }

  private static RecordEdit.Place place(Optional<Geometry> before, Optional<Geometry> after) {
    if (after.isEmpty()) {
      return before.isEmpty() ? new RecordEdit.Place.Same() : new RecordEdit.Place.None();
    }
    boolean same = before.map(there -> there.equalsExact(after.get())).orElse(false);
    return same ? new RecordEdit.Place.Same() : new RecordEdit.Place.At(after.get());
  }

  /** Region and keeper of the whole import are for new records: one that is there has its own. */
  private static boolean saysRegion(RowReading row) {
    return row.said().contains(SheetColumns.REGION);
  }

  private static boolean saysKeeper(RowReading row) {
    return row.said().contains(SheetColumns.ORGANISATION);
  }

  private List<Twin.Difference> differences(RowReading row, RecordView record, Held held) {
    ExchangedRecord before =
        new ExchangedRecord(
            record.id().value(),
            record.region(),
            record.organisation(),
            record.state(),
            record.content(),
            record.geometry());
    ExchangedRecord after =
        new ExchangedRecord(
            record.id().value(),
            saysRegion(row) ? row.region() : record.region(),
            saysKeeper(row) ? row.organisation() : record.organisation(),
            record.state(),
            held.content(),
            held.geometry());
    return columns.columns().stream()
        .filter(column -> matched.contains(column.id()) || isShape(column))
        .filter(SheetColumn::isTaken)
        .flatMap(column -> difference(column, before, after).stream())
        .toList();
  }

  /** A feature of a GeoJSON has a shape without having a column for it. */
  private static boolean isShape(SheetColumn column) {
    return column.part() == SheetColumn.Spine.LONGITUDE
        || column.part() == SheetColumn.Spine.LATITUDE
        || column.part() == SheetColumn.Spine.OUTLINE;
  }

  private Optional<Twin.Difference> difference(
      SheetColumn column, ExchangedRecord before, ExchangedRecord after) {
    String was = said(column, before);
    String is = said(column, after);
    return is.equals(was)
        ? Optional.empty()
        : Optional.of(new Twin.Difference(column.id(), column.heading(), was, is));
  }

  private String said(SheetColumn column, ExchangedRecord told) {
    return switch (words.write(column, told)) {
      case CellContent.Blank blank -> "";
      case CellContent.Text(String text) -> text;
      case CellContent.Figure(var number) -> number.stripTrailingZeros().toPlainString();
      case CellContent.Day(var date) -> date.toString();
    };
  }

  private void askTheRegister(List<Trial> trials) {
    List<Trial> asked = new ArrayList<>();
    List<RecordBatch.Item> items = new ArrayList<>();
    for (Trial trial : trials) {
      item(trial.fate)
          .ifPresent(
              item -> {
                asked.add(trial);
                items.add(item);
              });
    }
    for (RecordBatch.Faulty faulty : batch.faults(scope, definition.id(), items)) {
      Trial trial = asked.get(faulty.index());
      faulty.faults().forEach(fault -> trial.findings.add(finding(trial.row, fault)));
    }
  }

  private static Optional<RecordBatch.Item> item(Fate fate) {
    return switch (fate) {
      case Fate.New(RecordDraft draft) -> Optional.of(new RecordBatch.Item.New(draft));
      case Fate.Met(RecordId record, RecordEdit edit, var differences) ->
          Optional.of(new RecordBatch.Item.Update(record, edit));
      case Fate.Same same -> Optional.empty();
      case Fate.Faulty faulty -> Optional.empty();
    };
  }

  private RowFinding finding(RowReading row, FieldFault fault) {
    String key = fault.message().key();
    return new RowFinding(
        cell(row, fault.field()),
        new Fault(
            key.substring(key.indexOf('.') + 1).replace(".detail", ""),
            fault.message(),
            Message.of("register-exchange.row-remedy")),
        true);
  }

  /** The cell where something about a field is marked: its own, or the first of the row. */
  private CellAddress cell(RowReading row, String field) {
    return Stream.of(
            field,
            field + ".from",
            field.equals(RecordView.GEOMETRY) ? SheetColumns.LONGITUDE : field,
            field.equals(RecordView.GEOMETRY) ? SheetColumns.OUTLINE : field,
            field.equals(RecordView.GEOMETRY) ? SheetColumns.POSITION : field,
            field.equals(RecordView.REGION) ? SheetColumns.REGION : field,
            field.equals(RecordView.ORGANISATION) ? SheetColumns.ORGANISATION : field)
        .map(row.cells()::get)
        .filter(address -> address != null)
        .findFirst()
        .orElse(new CellAddress(row.sheet(), row.number(), 1));
  }
}
