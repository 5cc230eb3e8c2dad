package jingtu.server.register.definition;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jingtu.server.register.RegisterId;
import jingtu.server.register.expression.Variables;
import jingtu.server.scope.Role;
import jingtu.vocabulary.Message;

/** Reads the entry of one field. */
final class FieldReader {

  static final int LONGEST_LABEL = 60;
  static final int LONGEST_HELP = 500;
  static final int LONGEST_EXPRESSION = 2_000;

  private static final int LONGEST_TEXT = 2_000;
  private static final int DEFAULT_TEXT = 200;
  private static final int MOST_DECIMALS = 8;
  private static final int LONGEST_UNIT = 20;
  private static final int MOST_ALIASES = 20;
  static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
  static final Pattern WORD = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  /** What the records of all registers have, under names of their own. */
  private static final Set<String> SPINE =
      Set.of("record_id", "geom", "id", "region", "organisation", "state", "version");

  private final Entry entry;
  private final Faults faults;

  private FieldReader(Entry entry, Faults faults) {
    this.entry = entry;
    this.faults = faults;
  }

  /** The field; nothing where its entry has faults. */
  static Optional<Field> read(Entry.Element element, Faults faults) {
    return Entry.of(element.node(), element.path(), faults, TypeWord.allKeys())
        .flatMap(entry -> new FieldReader(entry, faults).field());
  }

  private Optional<Field> field() {
    String id = id();
    String label = entry.requiredText("label", LONGEST_LABEL);
    Optional<TypeWord> word = entry.requiredWord("type", TypeWord.words()).flatMap(TypeWord::find);
    word.ifPresent(this::refuseOthersKeys);
    Optional<FieldType> type = word.flatMap(this::type);
    String group = entry.text("group", RegisterId.LONGEST).orElse("");
    String help = entry.text("help", LONGEST_HELP).orElse("");
    boolean required = entry.flag("required");
    boolean unique = entry.flag("unique");
    boolean sortable = entry.flag("sortable");
    Optional<String> when = entry.text("when", LONGEST_EXPRESSION);
    Set<Role> roles = roles();
    boolean retired = entry.flag("retired");
    List<String> aliases = entry.texts("aliases", MOST_ALIASES, LONGEST_LABEL);
    if (!entry.isSound() || type.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Field(
            id,
            label,
            type.get(),
            group,
            help,
            required,
            unique,
            sortable,
            when,
            roles,
            retired,
            aliases));
  }

  private String id() {
    String id = entry.requiredId("id", ID, Field.LONGEST_ID, "definition.field-id");
    if (SPINE.contains(id) || Variables.isReserved(id)) {
      entry.fault(
          "id", Message.of("definition.reserved-id", id), Message.of("definition.choose-other-id"));
    }
    return id;
  }

  private void refuseOthersKeys(TypeWord type) {
    for (TypeWord other : TypeWord.values()) {
      for (String key : other.ownKeys()) {
        if (!type.ownKeys().contains(key)) {
          refuse(key, type);
        }
      }
    }
    if (!type.canSort()) {
      refuse("sortable", type);
    }
    if (!type.canBeUnique()) {
      refuse("unique", type);
    }
    if (type == TypeWord.COMPUTED) {
      refuse("required", type);
    }
  }

  private void refuse(String key, TypeWord type) {
    if (entry.has(key)) {
      entry.fault(
          key,
          Message.of("definition.not-for-type", key, type.word()),
          Message.of("definition.take-out", key));
    }
  }

  private Optional<FieldType> type(TypeWord word) {
    return switch (word) {
      case TEXT ->
          Optional.of(
              new FieldType.Text(entry.whole("longest", 1, LONGEST_TEXT).orElse(DEFAULT_TEXT)));
      case LONG_TEXT -> Optional.of(new FieldType.LongText());
      case NUMBER ->
          Optional.of(new FieldType.Figure(decimals(), entry.number("min"), entry.number("max")));
      case QUANTITY ->
          Optional.of(
              new FieldType.Quantity(
                  entry.requiredText("unit", LONGEST_UNIT),
                  decimals(),
                  entry.number("min"),
                  entry.number("max")));
      case DATE -> Optional.of(new FieldType.Date());
      case PERIOD -> Optional.of(new FieldType.Period());
      case FLAG -> Optional.of(new FieldType.Flag());
      case CODE ->
          Optional.of(
              new FieldType.Code(
                  entry.requiredId("codes", WORD, RegisterId.LONGEST, "definition.word-id")));
      case REGION -> Optional.of(new FieldType.OfRegion());
      case ORGANISATION -> Optional.of(new FieldType.OfOrganisation());
      case POST -> Optional.of(new FieldType.Post());
      case CREDIT_CODE -> Optional.of(new FieldType.CreditCode());
      case ESTATE_UNIT -> Optional.of(new FieldType.EstateUnit());
      case PARCEL_CODE -> Optional.of(new FieldType.ParcelCode());
      case DISCLOSURE -> Optional.of(new FieldType.DisclosureMark());
      case LINK -> link();
      case EVIDENCE -> Optional.of(new FieldType.Evidence());
      case COMPUTED -> computed();
    };
  }

  private int decimals() {
    return entry.whole("decimals", 0, MOST_DECIMALS).orElse(MOST_DECIMALS);
  }

  private Optional<FieldType> link() {
    String to = entry.requiredId("to", WORD, RegisterId.LONGEST, "definition.word-id");
    boolean many = entry.flag("many");
    return to.isEmpty()
        ? Optional.empty()
        : Optional.of(new FieldType.Link(new RegisterId(to), many));
  }

  private Optional<FieldType> computed() {
    return entry
        .required("computed")
        .flatMap(
            node ->
                Entry.of(node, entry.pathOf("computed"), faults, List.of("expression", "result")))
        .flatMap(FieldReader::computation);
  }

  private static Optional<FieldType> computation(Entry entry) {
    String expression = entry.requiredText("expression", LONGEST_EXPRESSION);
    return entry
        .requiredWord("result", words(FieldType.ResultType.values()))
        .map(result -> FieldType.ResultType.valueOf(result.toUpperCase(Locale.ROOT)))
        .map(result -> new FieldType.Computed(expression, result));
  }

  private Set<Role> roles() {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    List<Entry.Element> elements = entry.list("roles", Role.values().length);
    List<String> words = entry.texts("roles", Role.values().length, LONGEST_LABEL);
    for (int i = 0; i < words.size(); i++) {
      if (!words.get(i).isEmpty()
          && Entry.isOneOf(
              elements.get(i).node(),
              elements.get(i).path(),
              words.get(i),
              words(Role.values()),
              faults)) {
        roles.add(Role.valueOf(words.get(i).toUpperCase(Locale.ROOT).replace('-', '_')));
      }
    }
    if (entry.has("roles") && elements.isEmpty() && entry.isSound()) {
      entry.fault("roles", Message.of("definition.nobody"), Message.of("definition.name-roles"));
    }
    return roles;
  }

  /** The constants of an enum as files write them. */
  static List<String> words(Enum<?>[] constants) {
    return Arrays.stream(constants).map(FieldReader::word).toList();
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
