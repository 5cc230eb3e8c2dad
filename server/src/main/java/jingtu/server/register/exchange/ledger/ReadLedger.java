package jingtu.server.register.exchange.ledger;

import static jingtu.server.register.exchange.cell.ExchangeWords.message;
import static jingtu.server.register.exchange.cell.ExchangeWords.words;

import java.nio.file.Path;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Definitions;
import jingtu.server.register.definition.RegisterKind;
import jingtu.server.register.exchange.ledger.ProposedRegister.Becomes;
import jingtu.server.register.exchange.ledger.ProposedRegister.Column;
import jingtu.server.register.exchange.ledger.ProposedRegister.ProposedField;
import jingtu.server.scope.OfficeDay;
import jingtu.server.scope.Scope;
import jingtu.sheets.CellAddress;
import jingtu.sheets.CellFinding;
import jingtu.sheets.SheetFile;
import jingtu.sheets.ledger.LedgerBook;
import jingtu.sheets.ledger.LedgerCell;
import jingtu.sheets.ledger.LedgerReading;
import jingtu.sheets.ledger.LedgerRow;
import jingtu.sheets.ledger.Ledgers;
import jingtu.sheets.ledger.PointColumns;
import jingtu.sheets.ledger.ProposedColumn;
import jingtu.sheets.ledger.ShapeOfColumn;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;
import org.springframework.stereotype.Service;

/**
 * Proposes a register for a sheet that an office already keeps: a field for each column, with the
 * type that its values have. Nothing is stored; people correct the proposal.
 */
@Service
public class ReadLedger {

  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  /** Characters that a text field is proposed to take beyond the longest that is there. */
  private static final int ROOM = 200;

  private static final int LONGEST_NAME = 60;

  private final Definitions definitions;
  private final Clock clock;

  ReadLedger(Definitions definitions, Clock clock) {
    this.definitions = definitions;
    this.clock = clock;
  }

  /** What became of a file. */
  public sealed interface Outcome {
    record Proposed(ProposedRegister register) implements Outcome {}

    record Refused(Finding finding) implements Outcome {}
  }

  /** Reads a file as far as it is a ledger. */
  public Outcome read(Scope scope, Path file, String name) {
    return switch (SheetFile.open(file)) {
      case SheetFile.Refused(Finding finding) -> new Outcome.Refused(finding);
      case SheetFile.Opened(SheetFile opened) -> read(scope, Ledgers.read(opened), name);
    };
  }

  private Outcome read(Scope scope, LedgerBook book, String name) {
    Optional<LedgerReading> largest =
        book.ledgers().stream().max(Comparator.comparingInt(ledger -> ledger.rows().size()));
    if (largest.isEmpty()) {
      return new Outcome.Refused(
          book.findings().stream()
              .findFirst()
              .orElseGet(
                  () -> new Finding(name, message("ledger.none"), message("ledger.none-remedy"))));
    }
    return new Outcome.Proposed(proposed(scope, book, largest.get(), name));
  }

  private ProposedRegister proposed(
      Scope scope, LedgerBook book, LedgerReading ledger, String name) {
    List<Finding> doubts = new ArrayList<>(book.findings());
    ledger.doubts().forEach(doubt -> doubts.add(doubt.finding()));
    book.ledgers().stream()
        .filter(other -> !other.equals(ledger))
        .forEach(other -> doubts.add(elsewhere(other)));
    book.leftOut()
        .forEach(
            sheet ->
                doubts.add(
                    new Finding(sheet.sheet(), sheet.why(), message("ledger.sheet-remedy"))));
    List<Column> columns = columns(ledger);
    boolean placed = columns.stream().anyMatch(column -> column.becomes().isPlace());
    return new ProposedRegister(
        name,
        ledger,
        id(scope),
        registerName(ledger, name),
        kind(ledger.title()),
        placed ? Definition.Shape.POINT : Definition.Shape.NONE,
        columns,
        doubts);
  }

  private static Finding elsewhere(LedgerReading other) {
    return new Finding(
        String.join(", ", other.sheets()),
        message("ledger.other-head", other.rows().size()),
        message("ledger.other-head-remedy"));
  }

  /** A free id made of the day, since no name that people write is one. */
  private RegisterId id(Scope scope) {
    String day = "ledger-" + DAY.format(OfficeDay.today(clock));
    return Stream.concat(
            Stream.of(day), IntStream.iterate(2, n -> n + 1).mapToObj(n -> day + "-" + n))
        .map(RegisterId::new)
        .filter(id -> definitions.find(scope, id).isEmpty())
        .findFirst()
        .orElseThrow();
  }

  private static String registerName(LedgerReading ledger, String fileName) {
    String title = ledger.title().isBlank() ? fileName.replaceAll("\\.[^.]*$", "") : ledger.title();
    return title.substring(0, title.offsetByCodePoints(0, Math.min(LONGEST_NAME, points(title))));
  }

  private static int points(String text) {
    return text.codePointCount(0, text.length());
  }

  private static RegisterKind kind(String title) {
    for (RegisterKind kind : RegisterKind.values()) {
      String word =
          words(Language.ZH, "ledger.kind." + kind.name().toLowerCase(java.util.Locale.ROOT))
              .getFirst();
      if (title.contains(word)) {
        return kind;
      }
    }
    return RegisterKind.LEDGER;
  }

  private static List<Column> columns(LedgerReading ledger) {
    Map<CellAddress, String> written = written(ledger);
    List<String> ids = FieldIds.of(ledger.columns().stream().map(ProposedColumn::name).toList());
    int key = key(ledger);
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < ledger.columns().size(); i++) {
      ProposedColumn column = ledger.columns().get(i);
      columns.add(
          new Column(
              column,
              becomes(column, ledger.points()),
              field(ids.get(i), column, i == key),
              misfits(column, written)));
    }
    return columns;
  }

  private static Map<CellAddress, String> written(LedgerReading ledger) {
    Map<CellAddress, String> written = new HashMap<>();
    for (LedgerRow row : ledger.rows()) {
      for (LedgerCell cell : row.cells()) {
        written.put(cell.from(), cell.written());
        written.put(new CellAddress(row.sheet(), row.number(), cell.column()), cell.written());
      }
    }
    return written;
  }

  private static List<Column.Misfit> misfits(
      ProposedColumn column, Map<CellAddress, String> written) {
    return column.doubts().stream().map(doubt -> misfit(doubt, written)).toList();
  }

  private static Column.Misfit misfit(CellFinding doubt, Map<CellAddress, String> written) {
    return new Column.Misfit(doubt.at(), written.getOrDefault(doubt.at(), ""), doubt.problem());
  }

  /** The first column that is always filled and tells one entry from another. */
  private static int key(LedgerReading ledger) {
    return IntStream.range(0, ledger.columns().size())
        .filter(i -> isKey(ledger.columns().get(i)))
        .findFirst()
        .orElse(-1);
  }

  private static boolean isKey(ProposedColumn column) {
    boolean telling =
        column.shape() instanceof ShapeOfColumn.Words
            || column.shape() instanceof ShapeOfColumn.CreditCode;
    return telling && column.alwaysFilled() && column.unique() && column.doubts().isEmpty();
  }

  private static Becomes becomes(ProposedColumn column, List<PointColumns> points) {
    int number = column.number();
    for (PointColumns point : points.stream().limit(1).toList()) {
      if (point.longitude() == number && point.latitude() == number) {
        return Becomes.POINT;
      }
      if (point.longitude() == number) {
        return Becomes.LONGITUDE;
      }
      if (point.latitude() == number) {
        return Becomes.LATITUDE;
      }
    }
    return Becomes.FIELD;
  }

  private static ProposedField field(String id, ProposedColumn column, boolean key) {
    Typed typed = typed(column.shape());
    return new ProposedField(
        id,
        column.name(),
        column.group(),
        typed.type(),
        typed.unit(),
        typed.decimals(),
        typed.longest(),
        typed.choices(),
        column.alwaysFilled() && column.doubts().isEmpty(),
        key);
  }

  /** What a definition file says of a type. */
  private record Typed(
      String type,
      Optional<String> unit,
      Optional<Integer> decimals,
      Optional<Integer> longest,
      List<String> choices) {

    static Typed plain(String type) {
      return new Typed(type, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    static Typed text(int longest) {
      return new Typed(
          "text",
          Optional.empty(),
          Optional.empty(),
          Optional.of(Math.max(ROOM, longest)),
          List.of());
    }
  }

  private static Typed typed(ShapeOfColumn shape) {
    return switch (shape) {
      case ShapeOfColumn.Words(int longest) -> Typed.text(longest);
      case ShapeOfColumn.LongWords longWords -> Typed.plain("long-text");
      case ShapeOfColumn.Figure(int decimals, var min, var max) ->
          new Typed("number", Optional.empty(), Optional.of(decimals), Optional.empty(), List.of());
      case ShapeOfColumn.Quantity(String unit, int decimals, var min, var max) ->
          new Typed(
              "quantity", Optional.of(unit), Optional.of(decimals), Optional.empty(), List.of());
      case ShapeOfColumn.Day day -> Typed.plain("date");
      case ShapeOfColumn.DayInWords day -> Typed.text(ROOM);
      case ShapeOfColumn.Flag flag -> Typed.plain("flag");
      case ShapeOfColumn.Choice(List<String> values) ->
          new Typed("choice", Optional.empty(), Optional.empty(), Optional.of(ROOM), values);
      case ShapeOfColumn.CreditCode code -> Typed.plain("credit-code");
      case ShapeOfColumn.EstateUnit unit -> Typed.plain("estate-unit");
      case ShapeOfColumn.Phone phone -> Typed.text(ROOM);
      case ShapeOfColumn.Longitude longitude -> Typed.text(ROOM);
      case ShapeOfColumn.Latitude latitude -> Typed.text(ROOM);
      case ShapeOfColumn.Coordinates coordinates -> Typed.text(ROOM);
    };
  }
}
