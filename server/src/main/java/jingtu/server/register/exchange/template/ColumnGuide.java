package jingtu.server.register.exchange.template;

import static jingtu.server.register.exchange.cell.ExchangeWords.say;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jingtu.server.register.definition.Field;
import jingtu.server.register.definition.FieldType;
import jingtu.server.register.exchange.cell.CellNames;
import jingtu.server.register.exchange.cell.SheetColumn;
import jingtu.server.register.exchange.cell.SheetColumn.Closing;
import jingtu.server.register.exchange.cell.SheetColumn.Opening;
import jingtu.server.register.exchange.cell.SheetColumn.Spine;
import jingtu.server.register.exchange.cell.SheetColumn.Whole;
import jingtu.vocabulary.Language;

/**
 * What a template tells about one column.
 *
 * @param required whether each row fills it in
 * @param kind what is to be written, in a few words
 * @param remarks help and conditions, a sentence each
 * @param choices what may be chosen; none where anything may be written
 * @param entry how a spreadsheet is to hold what is typed in
 * @param example what the example row shows
 */
record ColumnGuide(
    SheetColumn column,
    boolean required,
    String kind,
    List<String> remarks,
    List<String> choices,
    Entry entry,
    String example) {

  /** Lists that are longer are not offered as a drop-down; their names are typed in. */
  private static final int MOST_CHOICES = 2_000;

  private static final BigDecimal A_NUMBER = new BigDecimal("12.5");

  ColumnGuide {
    remarks = List.copyOf(remarks);
    choices = List.copyOf(choices);
  }

  /** What a spreadsheet checks of a cell. */
  sealed interface Entry {
    /** Kept as it is typed, so that codes keep their zeros and digits. */
    record Characters() implements Entry {}

    record Figure(Optional<BigDecimal> min, Optional<BigDecimal> max) implements Entry {}

    record Date() implements Entry {}
  }

  private static final Entry CHARACTERS = new Entry.Characters();

  static ColumnGuide of(SheetColumn column, CellNames names, Language language) {
    Guide guide = new Guide(column, names, language);
    return switch (column.part()) {
      case Whole(Field field) -> guide.ofField(field);
      case Opening(Field field) -> guide.day(field, field.required());
      case Closing(Field field) -> guide.day(field, false);
      case Spine spine -> guide.ofSpine(spine);
    };
  }

  /** One line that stands under the heading. */
  String hint(Language language) {
    return required ? say(language, "template.required") + " " + kind : kind;
  }

  /** Everything there is to say, as it stands in the note at the heading. */
  String note(Language language) {
    return Stream.concat(Stream.of(hint(language)), remarks.stream())
        .collect(Collectors.joining("\n"));
  }

  private record Guide(SheetColumn column, CellNames names, Language language) {

    ColumnGuide ofField(Field field) {
      return switch (field.type()) {
        case FieldType.Text(int longest) -> text(field, say(language, "kind.text", longest));
        case FieldType.LongText text -> text(field, say(language, "kind.long-text"));
        case FieldType.Figure(int decimals, var min, var max) -> number(field, decimals, min, max);
        case FieldType.Quantity(String unit, int decimals, var min, var max) ->
            number(field, decimals, min, max);
        case FieldType.Date date -> day(field, field.required());
        case FieldType.Period period -> day(field, field.required());
        case FieldType.Flag flag ->
            chosen(
                field, List.of(say(language, "flag.yes"), say(language, "flag.no")), "kind.flag");
        case FieldType.Code(String list) ->
            chosen(field, names.codes().apply(list).offered(), "kind.code");
        case FieldType.OfRegion region -> chosen(field, regions(), "kind.region");
        case FieldType.OfOrganisation organisation ->
            chosen(field, organisations(), "kind.organisation");
        case FieldType.Post post -> text(field, say(language, "kind.post"));
        case FieldType.CreditCode code -> text(field, say(language, "kind.credit-code"));
        case FieldType.EstateUnit unit -> text(field, say(language, "kind.estate-unit"));
        case FieldType.ParcelCode code -> text(field, say(language, "kind.parcel-code"));
        case FieldType.DisclosureMark mark ->
            chosen(field, names.codes().apply(CellNames.DISCLOSURE).offered(), "kind.code");
        case FieldType.Link link -> text(field, say(language, "kind.link"));
        case FieldType.Evidence evidence -> text(field, say(language, "kind.evidence"));
        case FieldType.Computed computed -> text(field, say(language, "kind.computed"));
      };
    }

    ColumnGuide ofSpine(Spine spine) {
      return switch (spine) {
        case REGION -> plain(say(language, "kind.region-of-record"), regions(), CHARACTERS, "");
        case ORGANISATION ->
            plain(say(language, "kind.organisation-of-record"), organisations(), CHARACTERS, "");
        case STATE -> plain("", List.of(), CHARACTERS, "");
        case RECORD -> plain("", List.of(), CHARACTERS, "");
        case LONGITUDE -> angle("kind.longitude", 180, "118.25");
        case LATITUDE -> angle("kind.latitude", 90, "32.5");
        case POSITION -> plain("", List.of(), CHARACTERS, "");
        case OUTLINE ->
            plain(
                say(language, "kind.outline"),
                List.of(),
                CHARACTERS,
                "POLYGON ((118 32, 118.01 32, 118.01 32.01, 118 32))");
      };
    }

    private ColumnGuide angle(String key, int limit, String example) {
      BigDecimal most = BigDecimal.valueOf(limit);
      return plain(
          say(language, key),
          List.of(),
          new Entry.Figure(Optional.of(most.negate()), Optional.of(most)),
          example);
    }

    private ColumnGuide plain(String kind, List<String> choices, Entry entry, String example) {
      return new ColumnGuide(
          column, false, kind, List.of(), offered(choices), entry, first(choices, example));
    }

    private ColumnGuide text(Field field, String kind) {
      return new ColumnGuide(
          column,
          field.required(),
          kind,
          remarks(field),
          List.of(),
          CHARACTERS,
          say(language, "template.example-text", field.label()));
    }

    private ColumnGuide number(
        Field field, int decimals, Optional<BigDecimal> min, Optional<BigDecimal> max) {
      String bounds =
          min.map(least -> say(language, "kind.at-least", least.toPlainString())).orElse("")
              + max.map(most -> say(language, "kind.at-most", most.toPlainString())).orElse("");
      BigDecimal example = min.or(() -> max).orElse(decimals == 0 ? BigDecimal.TEN : A_NUMBER);
      return new ColumnGuide(
          column,
          field.required(),
          (decimals == 0 ? say(language, "kind.whole") : say(language, "kind.number", decimals))
              + bounds,
          remarks(field),
          List.of(),
          new Entry.Figure(min, max),
          example.toPlainString());
    }

    ColumnGuide day(Field field, boolean required) {
      return new ColumnGuide(
          column,
          required,
          say(language, "kind.date"),
          remarks(field),
          List.of(),
          new Entry.Date(),
          "2026-03-05");
    }

    private ColumnGuide chosen(Field field, List<String> choices, String kind) {
      return new ColumnGuide(
          column,
          field.required(),
          say(language, kind),
          remarks(field),
          offered(choices),
          CHARACTERS,
          first(choices, say(language, "template.example-text", field.label())));
    }

    private List<String> remarks(Field field) {
      return Stream.of(
              field.help(),
              field.unique() ? say(language, "template.unique") : "",
              field.when().map(test -> say(language, "template.when", test)).orElse(""))
          .filter(sentence -> !sentence.isBlank())
          .toList();
    }

    private List<String> regions() {
      return names.regions().values().stream().sorted().distinct().toList();
    }

    private List<String> organisations() {
      return names.organisations().all();
    }

    private static List<String> offered(List<String> choices) {
      return choices.size() <= MOST_CHOICES ? choices : List.of();
    }

    private static String first(List<String> choices, String otherwise) {
      return choices.isEmpty() ? otherwise : choices.getFirst();
    }
  }
}
