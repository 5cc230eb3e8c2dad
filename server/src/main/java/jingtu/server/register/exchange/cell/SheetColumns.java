package jingtu.server.register.exchange.cell;

import static jingtu.server.register.exchange.cell.ExchangeWords.say;
import static jingtu.server.register.exchange.cell.ExchangeWords.words;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Field;
import jingtu.server.register.definition.FieldType;
import jingtu.server.scope.Role;
import jingtu.sheets.HeaderText;
import jingtu.vocabulary.Language;

/**
 * The columns of a register's table for one role, each with a heading of its own: first the fields
 * in the order of the form, then what every record has. Fields that the role may not know are not
 * among them.
 */
public record SheetColumns(List<SheetColumn> columns) {

  /** Ids of columns that are no field's. */
  public static final String REGION = "record.region";

  public static final String ORGANISATION = "record.organisation";
  public static final String STATE = "record.state";
  public static final String RECORD = "record.id";
  public static final String LONGITUDE = "geometry.longitude";
  public static final String LATITUDE = "geometry.latitude";
  public static final String POSITION = "geometry.position";
  public static final String OUTLINE = "geometry.wkt";

  public SheetColumns {
    columns = List.copyOf(columns);
  }

  /** The columns of a register, headed in a language and recognised in both. */
  public static SheetColumns of(Definition definition, Role role, Language language) {
    List<SheetColumn> columns = new ArrayList<>();
    for (Field field : definition.activeFields()) {
      if (field.isVisibleTo(role)) {
        columns.addAll(of(field, language));
      }
    }
    columns.addAll(shape(definition.geometry(), language));
    columns.add(spine(REGION, "region", SheetColumn.Spine.REGION, language));
    columns.add(spine(ORGANISATION, "organisation", SheetColumn.Spine.ORGANISATION, language));
    columns.add(spine(STATE, "state", SheetColumn.Spine.STATE, language));
    columns.add(spine(RECORD, "record", SheetColumn.Spine.RECORD, language));
    return new SheetColumns(distinct(columns));
  }

  private static List<SheetColumn> of(Field field, Language language) {
    return switch (field.type()) {
      case FieldType.Period period ->
          List.of(
              new SheetColumn(
                  field.id() + ".from",
                  say(language, "heading.opening", field.label()),
                  named(field, "heading.opening", ".from"),
                  new SheetColumn.Opening(field)),
              new SheetColumn(
                  field.id() + ".to",
                  say(language, "heading.closing", field.label()),
                  named(field, "heading.closing", ".to"),
                  new SheetColumn.Closing(field)));
      case FieldType.Quantity quantity ->
          List.of(whole(field, say(language, "heading.unit", field.label(), quantity.unit())));
      case FieldType.Text text -> List.of(whole(field, field.label()));
      case FieldType.LongText text -> List.of(whole(field, field.label()));
      case FieldType.Figure figure -> List.of(whole(field, field.label()));
      case FieldType.Date date -> List.of(whole(field, field.label()));
      case FieldType.Flag flag -> List.of(whole(field, field.label()));
      case FieldType.Code code -> List.of(whole(field, field.label()));
      case FieldType.OfRegion region -> List.of(whole(field, field.label()));
      case FieldType.OfOrganisation organisation -> List.of(whole(field, field.label()));
      case FieldType.Post post -> List.of(whole(field, field.label()));
      case FieldType.CreditCode code -> List.of(whole(field, field.label()));
      case FieldType.EstateUnit unit -> List.of(whole(field, field.label()));
      case FieldType.ParcelCode code -> List.of(whole(field, field.label()));
      case FieldType.DisclosureMark mark -> List.of(whole(field, field.label()));
      case FieldType.Link link -> List.of(whole(field, field.label()));
      case FieldType.Evidence evidence -> List.of(whole(field, field.label()));
      case FieldType.Computed computed -> List.of(whole(field, field.label()));
    };
  }

  private static SheetColumn whole(Field field, String heading) {
    List<String> names =
        Stream.concat(Stream.of(field.label(), field.id()), field.aliases().stream()).toList();
    return new SheetColumn(field.id(), heading, names, new SheetColumn.Whole(field));
  }

  private static List<String> named(Field field, String key, String ending) {
    return Stream.concat(
            Stream.of(field.id() + ending),
            Stream.concat(Stream.of(field.label()), field.aliases().stream())
                .flatMap(
                    name -> Stream.of(Language.values()).map(language -> say(language, key, name))))
        .toList();
  }

  private static List<SheetColumn> shape(Definition.Shape shape, Language language) {
    return switch (shape) {
      case NONE -> List.of();
      case POINT ->
          List.of(
              spine(LONGITUDE, "longitude", SheetColumn.Spine.LONGITUDE, language),
              spine(LATITUDE, "latitude", SheetColumn.Spine.LATITUDE, language),
              spine(POSITION, "position", SheetColumn.Spine.POSITION, language));
      case LINE, POLYGON -> List.of(spine(OUTLINE, "outline", SheetColumn.Spine.OUTLINE, language));
    };
  }

  private static SheetColumn spine(
      String id, String word, SheetColumn.Spine part, Language language) {
    List<String> names = new ArrayList<>(List.of(id));
    Stream.of(Language.values()).forEach(each -> names.addAll(words(each, "names." + word)));
    return new SheetColumn(id, say(language, "heading." + word), names, part);
  }

  /**
   * A heading that is taken bears the column's id in brackets; a name that is taken is left out.
   */
  private static List<SheetColumn> distinct(List<SheetColumn> columns) {
    Set<String> headings = new HashSet<>();
    List<SheetColumn> headed = new ArrayList<>();
    for (SheetColumn column : columns) {
      boolean free = headings.add(HeaderText.comparable(column.heading()));
      String heading = free ? column.heading() : column.heading() + " [" + column.id() + "]";
      headings.add(HeaderText.comparable(heading));
      headed.add(new SheetColumn(column.id(), heading, column.names(), column.part()));
    }
    Set<String> taken = new HashSet<>(headings);
    return headed.stream().map(column -> withNames(column, taken)).toList();
  }

  private static SheetColumn withNames(SheetColumn column, Set<String> taken) {
    List<String> own =
        column.names().stream().filter(name -> taken.add(HeaderText.comparable(name))).toList();
    return new SheetColumn(column.id(), column.heading(), own, column.part());
  }

  /** The column of that id. */
  public Optional<SheetColumn> find(String id) {
    return columns.stream().filter(column -> column.id().equals(id)).findFirst();
  }
}
