package jingtu.server.register.definition;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The word by which a definition file, and the interface, names a type of field. */
public enum TypeWord {
  TEXT("text", true, true, true),
  LONG_TEXT("long-text", false, false, false),
  NUMBER("number", true, true, true),
  QUANTITY("quantity", true, true, true),
  DATE("date", true, true, true),
  PERIOD("period", false, false, false),
  FLAG("flag", true, false, false),
  CODE("code", true, true, true),
  REGION("region", true, true, true),
  ORGANISATION("organisation", false, false, true),
  POST("post", false, false, false),
  CREDIT_CODE("credit-code", true, true, true),
  ESTATE_UNIT("estate-unit", true, true, true),
  PARCEL_CODE("parcel-code", true, true, true),
  DISCLOSURE("disclosure", true, false, false),
  LINK("link", false, false, false),
  EVIDENCE("evidence", false, false, false),
  COMPUTED("computed", true, false, false);

  private static final List<String> COMMON =
      List.of(
          "id",
          "label",
          "type",
          "group",
          "help",
          "required",
          "unique",
          "sortable",
          "when",
          "roles",
          "retired",
          "aliases");

  private final String word;
  private final boolean sortable;
  private final boolean unique;
  private final boolean key;

  TypeWord(String word, boolean sortable, boolean unique, boolean key) {
    this.word = word;
    this.sortable = sortable;
    this.unique = unique;
    this.key = key;
  }

  /** As files and the interface write it. */
  public String word() {
    return word;
  }

  /** Whether lists can be sorted by a field of the type. */
  public boolean canSort() {
    return sortable;
  }

  /** Whether a field of the type can be unique. */
  public boolean canBeUnique() {
    return unique;
  }

  /** Whether a field of the type can be part of the key. */
  public boolean canBeKey() {
    return key;
  }

  /** The keys of an entry for a field of any type. */
  static List<String> allKeys() {
    return Stream.concat(
            COMMON.stream(),
            Arrays.stream(values()).flatMap(type -> type.ownKeys().stream()).distinct())
        .toList();
  }

  /** The keys that an entry of this type has beside those of all types. */
  List<String> ownKeys() {
    return switch (this) {
      case TEXT -> List.of("longest");
      case NUMBER -> List.of("decimals", "min", "max");
      case QUANTITY -> List.of("unit", "decimals", "min", "max");
      case CODE -> List.of("codes");
      case LINK -> List.of("to", "many");
      case COMPUTED -> List.of("computed");
      case LONG_TEXT,
          DATE,
          PERIOD,
          FLAG,
          REGION,
          ORGANISATION,
          POST,
          CREDIT_CODE,
          ESTATE_UNIT,
          PARCEL_CODE,
          DISCLOSURE,
          EVIDENCE ->
          List.of();
    };
  }

  static Optional<TypeWord> find(String word) {
    return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(TypeWord::word).toList();
  }

  /** The word of a type. */
  public static TypeWord of(FieldType type) {
    return switch (type) {
      case FieldType.Text text -> TEXT;
      case FieldType.LongText text -> LONG_TEXT;
      case FieldType.Figure figure -> NUMBER;
      case FieldType.Quantity quantity -> QUANTITY;
      case FieldType.Date date -> DATE;
      case FieldType.Period period -> PERIOD;
      case FieldType.Flag flag -> FLAG;
      case FieldType.Code code -> CODE;
      case FieldType.OfRegion region -> REGION;
      case FieldType.OfOrganisation organisation -> ORGANISATION;
      case FieldType.Post post -> POST;
      case FieldType.CreditCode code -> CREDIT_CODE;
      case FieldType.EstateUnit unit -> ESTATE_UNIT;
      case FieldType.ParcelCode code -> PARCEL_CODE;
      case FieldType.DisclosureMark mark -> DISCLOSURE;
      case FieldType.Link link -> LINK;
      case FieldType.Evidence evidence -> EVIDENCE;
      case FieldType.Computed computed -> COMPUTED;
    };
  }
}
