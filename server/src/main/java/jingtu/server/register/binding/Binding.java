package jingtu.server.register.binding;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import jingtu.server.register.RecordId;
import jingtu.server.register.RegisterId;
import jingtu.server.register.definition.Definition;
import jingtu.server.register.definition.Field;
import jingtu.server.register.definition.FieldType;
import jingtu.server.register.record.FieldValue;
import jingtu.server.scope.RegionCode;
import jingtu.vocabulary.Message;
import org.jspecify.annotations.Nullable;

/**
 * A Java record class bound to a register. A component {@code creditCode} holds the field {@code
 * credit_code}; components called {@code id}, {@code region}, {@code organisation} and {@code
 * state} hold what every record has. A component is an {@link Optional} unless its field is always
 * there for everybody: required, without a condition, hidden from nobody.
 *
 * <p>Java types: {@code String} for texts and codes, {@code BigDecimal} for numbers and quantities,
 * {@code LocalDate} for dates, {@code FieldValue.Span} for periods, {@code Boolean} for flags,
 * {@code UUID} for an organisation, {@code List<UUID>} for links and files.
 */
public final class Binding<T extends Record> {

  private final RegisterId register;
  private final Class<T> type;
  private final List<Part> parts;
  private final Constructor<T> constructor;

  private record Part(String name, String field, Class<?> holds, boolean optional) {}

  /** What every record has, by the name of the component that holds it. */
  private enum Own {
    ID(RecordId.class, false),
    REGION(RegionCode.class, false),
    ORGANISATION(UUID.class, true),
    STATE(String.class, false);

    private final Class<?> holds;
    private final boolean optional;

    Own(Class<?> holds, boolean optional) {
      this.holds = holds;
      this.optional = optional;
    }

    static Optional<Own> called(String component) {
      return Arrays.stream(values())
          .filter(own -> own.name().toLowerCase(Locale.ROOT).equals(component))
          .findFirst();
    }
  }

  public Binding(RegisterId register, Class<T> type) {
    this.register = register;
    this.type = type;
    this.parts = Arrays.stream(type.getRecordComponents()).map(Binding::part).toList();
    this.constructor = constructorOf(type);
  }

  private static <T> Constructor<T> constructorOf(Class<T> type) {
    Class<?>[] components =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<T> canonical = type.getDeclaredConstructor(components);
      canonical.setAccessible(true);
      return canonical;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every record class has a canonical constructor", e);
    }
  }

  private static Part part(RecordComponent component) {
    boolean optional = component.getType().equals(Optional.class);
    Type held =
        optional
            ? ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
            : component.getGenericType();
    Class<?> raw =
        held instanceof ParameterizedType generic
            ? (Class<?>) generic.getRawType()
            : (Class<?>) held;
    String name = component.getName();
    return new Part(
        name, name.replaceAll("([A-Z]|[0-9]+)", "_$1").toLowerCase(Locale.ROOT), raw, optional);
  }

  public RegisterId register() {
    return register;
  }

  public Class<T> type() {
    return type;
  }

  /** The fields that it needs. */
  public Set<String> fields() {
    Set<String> fields = new TreeSet<>();
    parts.stream()
        .filter(part -> Own.called(part.name()).isEmpty())
        .map(Part::field)
        .forEach(fields::add);
    return fields;
  }

  /** Why a definition does not fit the class, one sentence a component; none where it does. */
  public List<Message> faults(Definition definition) {
    List<Message> faults = new ArrayList<>();
    for (Part part : parts) {
      Own.called(part.name())
          .map(own -> fault(part, own))
          .orElseGet(() -> fault(part, definition))
          .ifPresent(faults::add);
    }
    return faults;
  }

  private String said(Part part) {
    return type.getSimpleName() + "." + part.name();
  }

  private Optional<Message> fault(Part part, Own own) {
    return part.holds().equals(own.holds) && part.optional() == own.optional
        ? Optional.empty()
        : Optional.of(
            Message.of("register-binding.own", said(part), written(own.holds, own.optional)));
  }

  private Optional<Message> fault(Part part, Definition definition) {
    Optional<Field> found = definition.findField(part.field()).filter(field -> !field.retired());
    if (found.isEmpty()) {
      return Optional.of(
          Message.of("register-binding.no-field", said(part), register, part.field()));
    }
    Field field = found.get();
    Class<?> holds = javaTypeOf(field.type());
    boolean always = field.required() && field.when().isEmpty() && field.visibleTo().isEmpty();
    return part.holds().equals(holds) && (part.optional() || always)
        ? Optional.empty()
        : Optional.of(
            Message.of(
                "register-binding.other-type",
                said(part),
                register,
                part.field(),
                written(holds, !always),
                written(part.holds(), part.optional())));
  }

  private static String written(Class<?> holds, boolean optional) {
    return optional ? "Optional<" + holds.getSimpleName() + ">" : holds.getSimpleName();
  }

  private static Class<?> javaTypeOf(FieldType type) {
    return switch (type) {
      case FieldType.Figure figure -> BigDecimal.class;
      case FieldType.Quantity quantity -> BigDecimal.class;
      case FieldType.Date date -> LocalDate.class;
      case FieldType.Period period -> FieldValue.Span.class;
      case FieldType.Flag flag -> Boolean.class;
      case FieldType.OfOrganisation organisation -> UUID.class;
      case FieldType.Link link -> List.class;
      case FieldType.Evidence evidence -> List.class;
      case FieldType.Computed(var expression, var result) ->
          switch (result) {
            case TEXT -> String.class;
            case NUMBER -> BigDecimal.class;
            case DATE -> LocalDate.class;
            case FLAG -> Boolean.class;
          };
      case FieldType.Text text -> String.class;
      case FieldType.LongText text -> String.class;
      case FieldType.Code code -> String.class;
      case FieldType.OfRegion region -> String.class;
      case FieldType.Post post -> String.class;
      case FieldType.CreditCode code -> String.class;
      case FieldType.EstateUnit unit -> String.class;
      case FieldType.ParcelCode code -> String.class;
      case FieldType.DisclosureMark mark -> String.class;
    };
  }

  /** The record as the class. */
  public T read(
      RecordId id,
      RegionCode region,
      Optional<UUID> organisation,
      String state,
      Map<String, FieldValue> content) {
    Object[] values = new Object[parts.size()];
    for (int i = 0; i < values.length; i++) {
      Part part = parts.get(i);
      values[i] =
          Own.called(part.name())
              .<Object>map(
                  own ->
                      switch (own) {
                        case ID -> id;
                        case REGION -> region;
                        case ORGANISATION -> organisation;
                        case STATE -> state;
                      })
              .orElseGet(() -> value(part, content.get(part.field())));
    }
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(
          type.getSimpleName() + " refuses record " + id + " of register " + register,
          e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a " + type.getSimpleName(), e);
    }
  }

  private static Object value(Part part, @Nullable FieldValue value) {
    Optional<Object> found = Optional.ofNullable(value).map(v -> plain(v, part.holds()));
    if (part.optional()) {
      return found;
    }
    return found.orElseThrow(
        () -> new IllegalStateException("field " + part.field() + " holds nothing"));
  }

  private static Object plain(FieldValue value, Class<?> holds) {
    return switch (value) {
      case FieldValue.Words(String text) -> text;
      case FieldValue.Amount(BigDecimal number) -> number;
      case FieldValue.Day(LocalDate day) -> day;
      case FieldValue.Span span -> span;
      case FieldValue.Yes(boolean flag) -> flag;
      case FieldValue.Ids(List<UUID> ids) -> holds.equals(List.class) ? ids : ids.getFirst();
    };
  }
}
