package jingtu.server.register.record;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.register.definition.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * Values as JSON knows them: a string, a number, a flag, an array of ids, or an object with {@code
 * from} and {@code to} for a period.
 */
public final class ValueJson {

  /** Digits of an exponent as 1e999999999 would take the memory of the server. */
  private static final int MOST_DIGITS = 40;

  private ValueJson() {}

  /** A value as an object that a JSON library writes as it should be. */
  public static Object write(FieldValue value) {
    return switch (value) {
      case FieldValue.Words(String text) -> text;
      case FieldValue.Amount(BigDecimal number) -> number;
      case FieldValue.Day(LocalDate date) -> date.toString();
      case FieldValue.Span(LocalDate from, Optional<LocalDate> to) -> {
        Map<String, String> period = new LinkedHashMap<>();
        period.put("from", from.toString());
        to.ifPresent(end -> period.put("to", end.toString()));
        yield period;
      }
      case FieldValue.Yes(boolean holds) -> holds;
      case FieldValue.Ids(List<UUID> ids) -> ids.stream().map(UUID::toString).toList();
    };
  }

  /**
   * What came as JSON, as a value of a type of field.
   *
   * @return empty where it is not one
   */
  public static Optional<FieldValue> read(FieldType type, Object json) {
    return switch (type) {
      case FieldType.Figure figure -> number(json);
      case FieldType.Quantity quantity -> number(json);
      case FieldType.Date date -> day(json).map(FieldValue.Day::new);
      case FieldType.Period period -> span(json);
      case FieldType.Flag flag -> flag(json);
      case FieldType.OfOrganisation organisation -> ids(json);
      case FieldType.Link link -> ids(json);
      case FieldType.Evidence evidence -> ids(json);
      case FieldType.Computed computed ->
          switch (computed.result()) {
            case TEXT -> words(json);
            case NUMBER -> number(json);
            case DATE -> day(json).map(FieldValue.Day::new);
            case FLAG -> flag(json);
          };
      case FieldType.Text text -> words(json);
      case FieldType.LongText text -> words(json);
      case FieldType.Code code -> words(json);
      case FieldType.OfRegion region -> words(json);
      case FieldType.Post post -> words(json);
      case FieldType.CreditCode code -> words(json);
      case FieldType.EstateUnit unit -> words(json);
      case FieldType.ParcelCode code -> words(json);
      case FieldType.DisclosureMark mark -> words(json);
    };
  }

  private static Optional<FieldValue> words(Object json) {
    return json instanceof String text && !text.isBlank()
        ? Optional.of(new FieldValue.Words(text.strip()))
        : Optional.empty();
  }

  private static Optional<FieldValue> number(Object json) {
    return switch (json) {
      case BigDecimal number -> sound(number);
      case Integer number -> sound(BigDecimal.valueOf(number));
      case Long number -> sound(BigDecimal.valueOf(number));
      case Double number when Double.isFinite(number) -> sound(BigDecimal.valueOf(number));
      case java.math.BigInteger number -> sound(new BigDecimal(number));
      default -> Optional.empty();
    };
  }

  private static Optional<FieldValue> sound(BigDecimal number) {
    return number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS
        ? Optional.of(new FieldValue.Amount(number))
        : Optional.empty();
  }

  private static Optional<FieldValue> flag(Object json) {
    return json instanceof Boolean holds
        ? Optional.of(new FieldValue.Yes(holds))
        : Optional.empty();
  }

  private static Optional<LocalDate> day(@Nullable Object json) {
    if (!(json instanceof String text)) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<FieldValue> span(Object json) {
    if (!(json instanceof Map<?, ?> period)) {
      return Optional.empty();
    }
    Optional<LocalDate> from = day(period.get("from"));
    Object end = period.get("to");
    Optional<LocalDate> to = day(end);
    boolean readable = from.isPresent() && (end == null || to.isPresent());
    return readable && to.map(day -> !day.isBefore(from.get())).orElse(true)
        ? Optional.of(new FieldValue.Span(from.get(), to))
        : Optional.empty();
  }

  private static Optional<FieldValue> ids(Object json) {
    if (!(json instanceof List<?> list) || list.isEmpty()) {
      return Optional.empty();
    }
    List<UUID> ids = new ArrayList<>();
    for (Object one : list) {
      Optional<UUID> id = id(one);
      if (id.isEmpty()) {
        return Optional.empty();
      }
      ids.add(id.get());
    }
    return Optional.of(new FieldValue.Ids(ids));
  }

  private static Optional<UUID> id(@Nullable Object json) {
    try {
      return json instanceof String text ? Optional.of(UUID.fromString(text)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
