package jingtu.server.register.exchange.cell;

import static jingtu.server.register.exchange.cell.CellReading.doubtful;
import static jingtu.server.register.exchange.cell.CellReading.faulty;
import static jingtu.server.register.exchange.cell.CellReading.taken;
import static jingtu.server.register.exchange.cell.ExchangeWords.say;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.Field;
import jingtu.server.register.definition.FieldType;
import jingtu.server.register.exchange.cell.CellReading.Fault;
import jingtu.server.register.exchange.cell.SheetColumn.Closing;
import jingtu.server.register.exchange.cell.SheetColumn.Opening;
import jingtu.server.register.exchange.cell.SheetColumn.Spine;
import jingtu.server.register.exchange.cell.SheetColumn.Whole;
import jingtu.server.register.record.FieldValue.Amount;
import jingtu.server.register.record.FieldValue.Day;
import jingtu.server.register.record.FieldValue.Ids;
import jingtu.server.register.record.FieldValue.Words;
import jingtu.server.register.record.FieldValue.Yes;
import jingtu.server.scope.RegionCode;
import jingtu.sheets.Cell;
import jingtu.sheets.ledger.ValueText;
import jingtu.sheets.ledger.WrittenDay;
import jingtu.vocabulary.Language;

/**
 * What the cells of a table that comes in say, by the type of their column. Whether a value is one
 * that the register allows (its range, its length, its check digit, whether a record or a file
 * named by its id may be seen) is asked later, of the whole record.
 */
public final class ReadCell {

  /** Digits that a spreadsheet keeps of a number. */
  private static final int DIGITS = 15;

  /** Entries of a list that a message names. */
  private static final int NAMED = 12;

  private static final Pattern NUMBER =
      Pattern.compile("([-+]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?)\\s*(\\D.*)?");
  private static final Pattern DECIMAL = Pattern.compile("[-+]?\\d{1,3}(?:\\.\\d+)?");
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private static final double HIGHEST_LATITUDE = 90;
  private static final double HIGHEST_LONGITUDE = 180;

  /** Northernmost and westernmost degrees of China, with room. */
  private static final double NORTH = 55;

  private static final double WEST = 72;

  private final CellNames names;

  public ReadCell(CellNames names) {
    this.names = names;
  }

  /**
   * What a cell says. A mark that nothing is to be said, such as a dash, says nothing, except where
   * any text is a value.
   *
   * @param near the region of the record, as far as it is known
   */
  public CellReading read(SheetColumn column, Cell cell, Optional<RegionCode> near) {
    if (cell.isEmpty()) {
      return new CellReading.Nothing();
    }
    if (cell.kind() == Cell.Kind.ERROR) {
      return faulty("cell-error", cell.text());
    }
    CellReading reading = understand(column, cell, near);
    boolean blank = reading instanceof CellReading.Faulty && ValueText.isBlank(cell.text());
    return blank ? new CellReading.Nothing() : reading;
  }

  private CellReading understand(SheetColumn column, Cell cell, Optional<RegionCode> near) {
    return switch (column.part()) {
      case Whole(Field field) -> read(field, cell, near);
      case Opening opening -> day(cell);
      case Closing closing -> lastDay(cell);
      case Spine spine -> read(spine, cell, near);
    };
  }

  private CellReading read(Spine part, Cell cell, Optional<RegionCode> near) {
    return switch (part) {
      case REGION -> region(cell);
      case ORGANISATION -> organisation(cell, near);
      case STATE -> new CellReading.Nothing();
      case RECORD ->
          ID.matcher(cell.text()).matches()
              ? taken(new Ids(List.of(UUID.fromString(cell.text()))))
              : faulty("not-a-record", cell.text());
      case LONGITUDE -> angle(cell, true);
      case LATITUDE -> angle(cell, false);
      case POSITION ->
          ValueText.point(cell.text()).isPresent()
              ? taken(new Words(cell.text()))
              : faulty("not-a-position", cell.text());
      case OUTLINE -> taken(new Words(cell.text()));
    };
  }

  private CellReading read(Field field, Cell cell, Optional<RegionCode> near) {
    return switch (field.type()) {
      case FieldType.Text text -> plain(cell);
      case FieldType.LongText text -> plain(cell);
      case FieldType.Figure figure -> number(cell, "");
      case FieldType.Quantity quantity -> number(cell, quantity.unit());
      case FieldType.Date date -> day(cell);
      case FieldType.Period period -> day(cell);
      case FieldType.Flag flag -> flag(cell);
      case FieldType.Code(String list) -> code(cell, names.codes().apply(list));
      case FieldType.OfRegion region -> region(cell);
      case FieldType.OfOrganisation organisation -> organisation(cell, near);
      case FieldType.Post post -> plain(cell);
      case FieldType.CreditCode code -> plain(cell);
      case FieldType.EstateUnit unit -> plain(cell);
      case FieldType.ParcelCode code -> plain(cell);
      case FieldType.DisclosureMark mark -> code(cell, names.codes().apply(CellNames.DISCLOSURE));
      case FieldType.Link(RegisterId to, boolean many) -> links(cell, to, many);
      case FieldType.Evidence evidence -> evidence(cell);
      case FieldType.Computed computed -> new CellReading.Nothing();
    };
  }

  private static CellReading plain(Cell cell) {
    if (cell.kind() == Cell.Kind.FLAG) {
      boolean holds = Boolean.parseBoolean(cell.text());
      return taken(new Words(say(Language.ZH, holds ? "flag.yes" : "flag.no")));
    }
    if (cell.kind() == Cell.Kind.NUMBER && digits(cell.text()) > DIGITS) {
      return faulty("number-lost-digits", cell.text());
    }
    return taken(new Words(cell.text()));
  }

  private static int digits(String number) {
    return new BigDecimal(number).precision();
  }

  private static CellReading number(Cell cell, String unit) {
    return switch (cell.kind()) {
      case NUMBER -> stored(cell, unit);
      case TEXT -> written(cell.text(), unit);
      case EMPTY, DATE, FLAG, ERROR -> faulty("not-a-number", cell.text());
    };
  }

  private static CellReading stored(Cell cell, String unit) {
    BigDecimal number = new BigDecimal(cell.text());
    if (!cell.shownAsPercent()) {
      return taken(new Amount(number));
    }
    return unit.equals("%")
        ? taken(new Amount(number.movePointRight(2)))
        : doubtful(new Amount(number), Fault.of("shown-as-percent", cell.text()));
  }

  private static CellReading written(String text, String unit) {
    String plain = oneWidth(text);
    String unitPlain = oneWidth(unit);
    String bare =
        !unit.isEmpty() && plain.endsWith(unitPlain)
            ? plain.substring(0, plain.length() - unitPlain.length())
            : plain;
    Matcher number = NUMBER.matcher(bare.strip());
    if (!number.matches()) {
      return faulty("not-a-number", text);
    }
    String behind = number.group(2);
    if (behind == null || sameUnit(behind, unit)) {
      return taken(new Amount(new BigDecimal(number.group(1).replace(",", ""))));
    }
    boolean isUnit =
        !unit.isEmpty() && behind.codePoints().allMatch(c -> Character.isLetter(c) || c == '/');
    return isUnit ? faulty("other-unit", text, unit) : faulty("not-a-number", text);
  }

  /** Whether two units are written alike, in whatever width and case. */
  public static boolean sameUnit(String one, String other) {
    return oneWidth(one)
        .replace(" ", "")
        .toLowerCase(Locale.ROOT)
        .equals(oneWidth(other).replace(" ", "").toLowerCase(Locale.ROOT));
  }

  /** Characters of full width as those of one. */
  static String oneWidth(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
  }

  /** A last day that is still to come leaves the period open. */
  private static CellReading lastDay(Cell cell) {
    return switch (ValueText.day(cell.text()).orElse(null)) {
      case WrittenDay.Open open -> new CellReading.Nothing();
      case WrittenDay.UntilNow now -> new CellReading.Nothing();
      case null -> day(cell);
      case WrittenDay.On on -> day(cell);
      case WrittenDay.InMonth month -> day(cell);
      case WrittenDay.InYear year -> day(cell);
    };
  }

  private static CellReading day(Cell cell) {
    String text = cell.text();
    return switch (ValueText.day(text).orElse(null)) {
      case null -> faulty("not-a-day", text);
      case WrittenDay.On(LocalDate day, boolean shortYear) -> day(day, shortYear, text);
      case WrittenDay.InMonth month -> faulty("not-a-whole-day", text);
      case WrittenDay.InYear year -> faulty("not-a-whole-day", text);
      case WrittenDay.Open open -> faulty("not-a-day", text);
      case WrittenDay.UntilNow now -> faulty("not-a-day", text);
    };
  }

  private static CellReading day(LocalDate day, boolean shortYear, String text) {
    if (shortYear) {
      return doubtful(new Day(day), Fault.of("short-year", text, day));
    }
    return text.indexOf(':') >= 0
        ? doubtful(new Day(day), Fault.of("time-of-day", text, day))
        : taken(new Day(day));
  }

  private static CellReading flag(Cell cell) {
    if (cell.text().equals("1") || cell.text().equals("0")) {
      return taken(new Yes(cell.text().equals("1")));
    }
    return ValueText.flag(cell.text())
        .map(holds -> taken(new Yes(holds)))
        .orElseGet(() -> faulty("not-a-flag", cell.text()));
  }

  private static CellReading code(Cell cell, CodeNames list) {
    List<String> codes = list.read(cell.text());
    return switch (codes.size()) {
      case 0 -> faulty("not-a-code", cell.text(), some(list.offered()));
      case 1 -> taken(new Words(codes.getFirst()));
      default ->
          faulty("code-ambiguous", cell.text(), some(codes.stream().map(list::write).toList()));
    };
  }

  private static String some(List<String> all) {
    List<String> first = all.subList(0, Math.min(NAMED, all.size()));
    return String.join(", ", first) + (all.size() > NAMED ? " …" : "");
  }

  private CellReading region(Cell cell) {
    String text = oneWidth(cell.text());
    if (names.regions().containsKey(text)) {
      return taken(new Words(text));
    }
    List<String> called =
        names.regions().entrySet().stream()
            .filter(region -> region.getValue().equals(text))
            .map(Map.Entry::getKey)
            .toList();
    return called.size() == 1
        ? taken(new Words(called.getFirst()))
        : faulty("not-a-region", cell.text());
  }

  private CellReading organisation(Cell cell, Optional<RegionCode> near) {
    List<UUID> called = names.organisations().read(cell.text(), near);
    return switch (called.size()) {
      case 0 -> faulty("not-an-organisation", cell.text());
      case 1 -> taken(new Ids(called));
      default -> faulty("organisation-ambiguous", cell.text(), called.size());
    };
  }

  private CellReading links(Cell cell, RegisterId to, boolean many) {
    List<UUID> ids = new ArrayList<>();
    for (String title : entries(cell)) {
      List<UUID> called =
          NameWithId.id(title).map(List::of).orElseGet(() -> names.titles().called(to, title));
      if (called.size() != 1) {
        return called.isEmpty()
            ? faulty("not-a-linked-record", title)
            : faulty("link-ambiguous", title, called.size());
      }
      ids.add(called.getFirst());
    }
    return ids.size() > 1 && !many ? faulty("one-link-only", cell.text()) : taken(new Ids(ids));
  }

  /** A name alone names no file: several may bear it, and not every one belongs to a record. */
  private static CellReading evidence(Cell cell) {
    List<UUID> ids = new ArrayList<>();
    for (String entry : entries(cell)) {
      Optional<UUID> id = NameWithId.id(entry);
      if (id.isEmpty()) {
        return faulty("not-evidence", entry);
      }
      ids.add(id.get());
    }
    return taken(new Ids(ids));
  }

  private static List<String> entries(Cell cell) {
    return cell.text().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static CellReading angle(Cell cell, boolean isLongitude) {
    String kind = isLongitude ? "not-a-longitude" : "not-a-latitude";
    Optional<BigDecimal> degrees = degrees(cell, isLongitude);
    if (degrees.isEmpty()) {
      return faulty(kind, cell.text());
    }
    double angle = degrees.get().doubleValue();
    boolean swapped =
        isLongitude ? angle > 0 && angle < NORTH : angle > WEST && angle < HIGHEST_LONGITUDE;
    if (swapped) {
      return faulty("swapped", cell.text());
    }
    double highest = isLongitude ? HIGHEST_LONGITUDE : HIGHEST_LATITUDE;
    return Math.abs(angle) > highest ? faulty(kind, cell.text()) : taken(new Amount(degrees.get()));
  }

  /** Decimal degrees, or degrees, minutes and seconds. */
  private static Optional<BigDecimal> degrees(Cell cell, boolean isLongitude) {
    String text = oneWidth(cell.text());
    if (cell.kind() == Cell.Kind.NUMBER) {
      return Optional.of(new BigDecimal(text));
    }
    return DECIMAL.matcher(text).matches()
        ? Optional.of(new BigDecimal(text))
        : isLongitude ? ValueText.longitude(text) : ValueText.latitude(text);
  }
}
