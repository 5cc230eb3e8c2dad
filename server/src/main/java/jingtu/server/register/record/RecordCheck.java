package jingtu.server.register.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import jingtu.server.register.definition.CodeList;
import jingtu.server.register.definition.CodeLists;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Field;
import jingtu.server.register.definition.FieldType;
import jingtu.server.register.definition.FieldVariables;
import jingtu.server.register.expression.Expression;
import jingtu.server.register.expression.Outcome;
import jingtu.server.register.table.GeometryCheck;
import jingtu.server.scope.RegionCode;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.ParcelCodes;
import jingtu.vocabulary.Parsed;
import jingtu.vocabulary.RealEstateUnitNumber;
import jingtu.vocabulary.UnifiedCreditCode;
import org.locationtech.jts.geom.Geometry;

/**
 * Holds what a record is to hold against the definition of its register. Made once for many
 * records. What only the store knows (links, keys that are taken) it does not ask.
 */
public final class RecordCheck {

  /** The list of the marks that a disclosure field takes. */
  static final String MARKS = "disclosure";

  private static final int LONGEST_TEXT = 20_000;
  private static final int LONGEST_POST = 200;
  private static final int MOST_IDS = 200;
  private static final BigDecimal TOO_LARGE = BigDecimal.TEN.pow(20);

  /** Days outside these are slips of the pen; no record of this office is about them. */
  private static final LocalDate FIRST_DAY = LocalDate.of(1800, 1, 1);

  private static final LocalDate LAST_DAY = LocalDate.of(2299, 12, 31);

  private final Definition definition;
  private final Predicate<String> visible;
  private final Known known;

  /**
   * What there is outside the register.
   *
   * @param today the day on which a newly chosen code must be in force
   */
  public record Known(
      CodeLists codes, Set<RegionCode> regions, Set<UUID> organisations, LocalDate today) {}

  /**
   * @param visible the fields that whoever fills the record in may know; what they may not know is
   *     neither asked for nor complained about
   */
  public RecordCheck(Definition definition, Predicate<String> visible, Known known) {
    this.definition = definition;
    this.visible = visible;
    this.known = known;
  }

  /**
   * What is wrong, in the order of the form, rules last.
   *
   * @param content with its computed values
   * @param before what the record held so far; a code that stays need not be in force any more
   */
  public List<FieldFault> check(
      Map<String, FieldValue> content,
      Optional<Geometry> geometry,
      String state,
      Map<String, FieldValue> before) {
    List<FieldFault> faults = new ArrayList<>();
    for (Field field : definition.activeFields()) {
      if (visible.test(field.id()) && !(field.type() instanceof FieldType.Computed)) {
        FieldValue value = content.get(field.id());
        if (value != null) {
          boolean stays = value.equals(before.get(field.id()));
          fault(field, value, stays).ifPresent(m -> faults.add(new FieldFault(field.id(), m)));
        } else if (field.required() && isAskedFor(field, content, state)) {
          faults.add(
              new FieldFault(field.id(), Message.of("register-record.required", field.label())));
        }
      }
    }
    geometry
        .flatMap(place -> GeometryCheck.fault(definition.geometry(), place))
        .ifPresent(message -> faults.add(new FieldFault(RecordView.GEOMETRY, message)));
    if (faults.isEmpty()) {
      definition.rules().forEach(rule -> hold(rule, content, state, faults));
    }
    return faults;
  }

  /** Whether the condition on a field holds, so that it is shown and asked for. */
  public boolean isAskedFor(Field field, Map<String, FieldValue> content, String state) {
    return field
        .when()
        .map(condition -> compiled(condition).evaluate(content, state, visible).holds())
        .orElse(true);
  }

  private void hold(
      Definition.Rule rule,
      Map<String, FieldValue> content,
      String state,
      List<FieldFault> faults) {
    Expression test = compiled(rule.test());
    switch (test.evaluate(content, state, visible)) {
      case Outcome.DoesNotHold() ->
          faults.add(
              new FieldFault(
                  place(rule, test), Message.of("register-record.rule", rule.message())));
      case Outcome.Failed(Message reason) -> faults.add(new FieldFault(place(rule, test), reason));
      case Outcome.Holds holds -> {}
      case Outcome.Unknown unknown -> {}
      case Outcome.Hidden hidden -> {}
      case Outcome.Value value ->
          throw new IllegalStateException("a rule that is a value: " + rule.test());
    }
  }

  private String place(Definition.Rule rule, Expression test) {
    return rule.field()
        .or(
            () ->
                definition.fields().stream()
                    .map(Field::id)
                    .filter(test.reads()::contains)
                    .findFirst())
        .orElse("");
  }

  private Expression compiled(String condition) {
    return Expression.compile(FieldVariables.of(definition), condition, Expression.Kind.BOOLEAN);
  }

  /** What is wrong with one value of a field. */
  public Optional<Message> fault(Field field, FieldValue value) {
    return fault(field, value, false);
  }

  private Optional<Message> fault(Field field, FieldValue value, boolean stays) {
    return switch (field.type()) {
      case FieldType.Text(int longest) ->
          words(field, value).or(() -> line(field, value)).or(() -> tooLong(value, longest));
      case FieldType.LongText text -> words(field, value).or(() -> tooLong(value, LONGEST_TEXT));
      case FieldType.Post post ->
          words(field, value).or(() -> line(field, value)).or(() -> tooLong(value, LONGEST_POST));
      case FieldType.Figure(int decimals, var min, var max) ->
          number(field, value, decimals, min, max, "");
      case FieldType.Quantity(String unit, int decimals, var min, var max) ->
          number(field, value, decimals, min, max, unit);
      case FieldType.Date date ->
          value instanceof FieldValue.Day(LocalDate day) ? day(day) : other(field);
      case FieldType.Period period ->
          value instanceof FieldValue.Span(var from, var to)
              ? day(from).or(() -> to.flatMap(RecordCheck::day))
              : other(field);
      case FieldType.Flag flag -> value instanceof FieldValue.Yes ? Optional.empty() : other(field);
      case FieldType.Code(String list) -> words(field, value).or(() -> code(list, value, stays));
      case FieldType.OfRegion region -> words(field, value).or(() -> region(value));
      case FieldType.OfOrganisation organisation ->
          ids(field, value, false).or(() -> stays ? Optional.empty() : organisation(value));
      case FieldType.CreditCode code ->
          words(field, value).or(() -> parsed(UnifiedCreditCode.parse(text(value))));
      case FieldType.EstateUnit unit ->
          words(field, value).or(() -> parsed(RealEstateUnitNumber.parse(text(value))));
      case FieldType.ParcelCode parcel ->
          words(field, value).or(() -> parsed(ParcelCodes.shipped().parse(text(value))));
      case FieldType.DisclosureMark mark -> words(field, value).or(() -> code(MARKS, value, stays));
      case FieldType.Link(var to, boolean many) -> ids(field, value, many);
      case FieldType.Evidence evidence -> ids(field, value, true);
      case FieldType.Computed computed -> Optional.empty();
    };
  }

  private static Optional<Message> words(Field field, FieldValue value) {
    if (!(value instanceof FieldValue.Words(String text))) {
      return other(field);
    }
    return text.chars().anyMatch(RecordCheck::isUnprintable)
        ? Optional.of(Message.of("register-record.unprintable"))
        : Optional.empty();
  }

  private static boolean isUnprintable(int character) {
    return Character.isISOControl(character)
        && character != '\n'
        && character != '\r'
        && character != '\t';
  }

  private static Optional<Message> line(Field field, FieldValue value) {
    return text(value).indexOf('\n') >= 0 || text(value).indexOf('\r') >= 0
        ? Optional.of(Message.of("register-record.one-line", field.label()))
        : Optional.empty();
  }

  private static Optional<Message> tooLong(FieldValue value, int longest) {
    int length = text(value).codePointCount(0, text(value).length());
    return length > longest
        ? Optional.of(Message.of("register-record.too-long", length, longest))
        : Optional.empty();
  }

  private static Optional<Message> number(
      Field field,
      FieldValue value,
      int decimals,
      Optional<BigDecimal> min,
      Optional<BigDecimal> max,
      String unit) {
    if (!(value instanceof FieldValue.Amount(BigDecimal number))) {
      return other(field);
    }
    if (number.abs().compareTo(TOO_LARGE) >= 0) {
      return Optional.of(Message.of("register-record.too-large"));
    }
    if (number.scale() > decimals) {
      return Optional.of(
          decimals == 0
              ? Message.of("register-record.whole-number", number.toPlainString())
              : Message.of("register-record.decimals", number.toPlainString(), decimals));
    }
    if (min.filter(lowest -> number.compareTo(lowest) < 0).isPresent()) {
      return Optional.of(
          Message.of(
              "register-record.too-small",
              number.toPlainString(),
              min.get().toPlainString(),
              unit));
    }
    return max.filter(highest -> number.compareTo(highest) > 0)
        .map(
            highest ->
                Message.of(
                    "register-record.too-great",
                    number.toPlainString(),
                    highest.toPlainString(),
                    unit));
  }

  private static Optional<Message> day(LocalDate day) {
    return day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)
        ? Optional.of(Message.of("register-record.odd-day", day))
        : Optional.empty();
  }

  private Optional<Message> code(String list, FieldValue value, boolean stays) {
    String code = text(value);
    Optional<CodeList> entries = known.codes().find(list);
    if (entries.isEmpty()) {
      return stays ? Optional.empty() : Optional.of(Message.of("register-record.no-list", list));
    }
    Optional<CodeList.Entry> entry = entries.get().find(code);
    if (entry.isEmpty()) {
      return Optional.of(Message.of("register-record.unknown-code", code));
    }
    return stays || entry.get().isInForce(known.today())
        ? Optional.empty()
        : Optional.of(Message.of("register-record.code-over", entry.get().label()));
  }

  private Optional<Message> region(FieldValue value) {
    String code = text(value);
    return RegionCode.isOne(code) && known.regions().contains(new RegionCode(code))
        ? Optional.empty()
        : Optional.of(Message.of("register-record.unknown-region", code));
  }

  private Optional<Message> organisation(FieldValue value) {
    return value instanceof FieldValue.Ids(List<UUID> ids)
            && known.organisations().contains(ids.getFirst())
        ? Optional.empty()
        : Optional.of(Message.of("register-record.unknown-organisation"));
  }

  private static Optional<Message> ids(Field field, FieldValue value, boolean many) {
    if (!(value instanceof FieldValue.Ids(List<UUID> ids))) {
      return other(field);
    }
    if (ids.size() > 1 && !many) {
      return Optional.of(Message.of("register-record.only-one", field.label()));
    }
    if (Set.copyOf(ids).size() < ids.size()) {
      return Optional.of(Message.of("register-record.named-twice"));
    }
    return ids.size() > MOST_IDS
        ? Optional.of(Message.of("register-record.too-many", MOST_IDS))
        : Optional.empty();
  }

  private static Optional<Message> parsed(Parsed<?> code) {
    return switch (code) {
      case Parsed.Understood<?> understood -> Optional.empty();
      case Parsed.Refused<?> refused -> Optional.of(refused.problem());
    };
  }

  private static Optional<Message> other(Field field) {
    return Optional.of(Message.of("register-record.other-kind", field.label()));
  }

  private static String text(FieldValue value) {
    return value instanceof FieldValue.Words(String text) ? text : "";
  }
}
