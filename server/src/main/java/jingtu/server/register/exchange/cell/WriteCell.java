package jingtu.server.register.exchange.cell;

import static jingtu.server.register.exchange.cell.ExchangeWords.say;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.Field;
import jingtu.server.register.definition.FieldType;
import jingtu.server.register.exchange.cell.SheetColumn.Closing;
import jingtu.server.register.exchange.cell.SheetColumn.Opening;
import jingtu.server.register.exchange.cell.SheetColumn.Spine;
import jingtu.server.register.exchange.cell.SheetColumn.Whole;
import jingtu.server.register.record.FieldValue;
import jingtu.vocabulary.Language;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTWriter;

/** What is written into the cells of a record's row; {@link ReadCell} reads it back. */
public final class WriteCell {

  /** Digits that a spreadsheet keeps of a number; one with more is written as text. */
  private static final int DIGITS = 15;

  private final CellNames names;
  private final Language language;

  public WriteCell(CellNames names, Language language) {
    this.names = names;
    this.language = language;
  }

  /** Looks up together what the records of some rows name by ids. */
  public void expect(List<SheetColumn> columns, Collection<Map<String, FieldValue>> contents) {
    List<UUID> files =
        columns.stream()
            .filter(
                column ->
                    column.part() instanceof Whole(Field field)
                        && field.type() instanceof FieldType.Evidence)
            .flatMap(column -> contents.stream().map(content -> content.get(column.id())))
            .filter(FieldValue.Ids.class::isInstance)
            .flatMap(value -> ((FieldValue.Ids) value).ids().stream())
            .toList();
    names.files().expect(files);
  }

  /** What a column says of a record. */
  public CellContent write(SheetColumn column, ExchangedRecord told) {
    return switch (column.part()) {
      case Whole(Field field) -> value(told, field, value -> write(field, value));
      case Opening(Field field) -> value(told, field, WriteCell::opening);
      case Closing(Field field) -> value(told, field, WriteCell::closing);
      case Spine spine -> write(spine, told);
    };
  }

  private static CellContent value(
      ExchangedRecord told, Field field, Function<FieldValue, CellContent> write) {
    FieldValue value = told.content().get(field.id());
    return value == null ? new CellContent.Blank() : write.apply(value);
  }

  private CellContent write(Spine part, ExchangedRecord told) {
    return switch (part) {
      case REGION -> new CellContent.Text(region(told.region().digits()));
      case ORGANISATION -> text(told.organisation().map(names.organisations()::write));
      case STATE -> new CellContent.Text(told.state());
      case RECORD -> new CellContent.Text(told.id().toString());
      case LONGITUDE -> degrees(told, geometry -> geometry.getCoordinate().x);
      case LATITUDE -> degrees(told, geometry -> geometry.getCoordinate().y);
      case POSITION -> new CellContent.Blank();
      case OUTLINE -> text(told.geometry().map(geometry -> new WKTWriter().write(geometry)));
    };
  }

  private static CellContent degrees(ExchangedRecord told, Function<Geometry, Double> degrees) {
    return told.geometry()
        .map(degrees)
        .map(BigDecimal::valueOf)
        .map(WriteCell::number)
        .orElseGet(CellContent.Blank::new);
  }

  private static CellContent text(Optional<String> text) {
    return text.<CellContent>map(CellContent.Text::new).orElseGet(CellContent.Blank::new);
  }

  private static CellContent number(BigDecimal number) {
    return number.stripTrailingZeros().precision() <= DIGITS
        ? new CellContent.Figure(number)
        : new CellContent.Text(number.toPlainString());
  }

  private static CellContent opening(FieldValue value) {
    return value instanceof FieldValue.Span span
        ? new CellContent.Day(span.from())
        : new CellContent.Blank();
  }

  private static CellContent closing(FieldValue value) {
    return value instanceof FieldValue.Span span && span.to().isPresent()
        ? new CellContent.Day(span.to().get())
        : new CellContent.Blank();
  }

  private CellContent write(Field field, FieldValue value) {
    return switch (value) {
      case FieldValue.Words(String text) -> new CellContent.Text(words(field, text));
      case FieldValue.Amount(BigDecimal number) -> number(number);
      case FieldValue.Day day -> new CellContent.Day(day.date());
      case FieldValue.Span span -> opening(span);
      case FieldValue.Yes(boolean holds) ->
          new CellContent.Text(say(language, holds ? "flag.yes" : "flag.no"));
      case FieldValue.Ids(List<UUID> ids) ->
          new CellContent.Text(
              ids.stream().map(id -> thing(field, id)).collect(Collectors.joining("\n")));
    };
  }

  private String words(Field field, String text) {
    return switch (field.type()) {
      case FieldType.Code(String list) -> names.codes().apply(list).write(text);
      case FieldType.DisclosureMark mark -> names.codes().apply(CellNames.DISCLOSURE).write(text);
      case FieldType.OfRegion region -> region(text);
      default -> text;
    };
  }

  /** By its name, where the name comes back as this region and no other. */
  private String region(String code) {
    String name = names.regions().get(code);
    boolean clear =
        name != null
            && name.equals(ReadCell.oneWidth(name))
            && !names.regions().containsKey(name)
            && names.regions().values().stream().filter(name::equals).count() == 1;
    return clear && name != null ? name : code;
  }

  private String thing(Field field, UUID id) {
    if (field.type() instanceof FieldType.OfOrganisation) {
      return names.organisations().write(id);
    }
    if (field.type() instanceof FieldType.Link(RegisterId to, boolean many)) {
      return names
          .titles()
          .find(id)
          .map(title -> title(to, title, id))
          .orElseGet(() -> NameWithId.write(say(language, "unseen.record"), id));
    }
    String name = names.files().find(id).orElseGet(() -> say(language, "unseen.file"));
    return NameWithId.write(name, id);
  }

  private String title(RegisterId register, String title, UUID id) {
    boolean clear =
        title.lines().count() == 1
            && title.equals(title.strip())
            && NameWithId.id(title).isEmpty()
            && names.titles().called(register, title).equals(List.of(id));
    return clear ? title : NameWithId.write(title, id);
  }
}
